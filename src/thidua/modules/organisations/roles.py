"""The roles that a person is granted in an organisation for a period."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    UNIT_OFFICER = "unit_officer", _("unit officer")
    UNIT_HEAD = "unit_head", _("head of unit")
    SPECIALIST = "specialist", _("emulation and commendation specialist")
    CONSULTED = "consulted", _("consulted body")
    COUNCIL_SECRETARY = "council_secretary", _("council secretary")
    COUNCIL_MEMBER = "council_member", _("council member")
    TELLER = "teller", _("teller")
    LEADER = "leader", _("leader (chairperson)")
    DEPUTY = "deputy", _("deputy in charge")
    CLERK = "clerk", _("clerk (records office)")
    ACCOUNTANT = "accountant", _("accountant")
    COMPLAINTS = "complaints", _("receiver of complaints")
    INSPECTOR = "inspector", _("inspector")
    VISITOR = "visitor", _("visiting inspection team")
    EDITOR = "editor", _("editor")
    ADMINISTRATOR = "administrator", _("administrator")


# Who must sign in with a second factor.
SECOND_FACTOR = frozenset({Role.LEADER, Role.DEPUTY, Role.ADMINISTRATOR})
# Who reads but never writes.
READ_ONLY = frozenset({Role.VISITOR})
# Who works with the files of every unit in the scope of his organisation.
DESK = frozenset({Role.SPECIALIST, Role.LEADER, Role.DEPUTY, Role.COUNCIL_SECRETARY})
