"""draft → in force → ended; a draft may be thrown away, what has been in force is kept.

Who enters a rule and who puts it in force are two: the specialist reads the instrument, the leader answers for it.
"""

from django.utils.translation import gettext_lazy as _

from thidua.foundation.states import Step, Workflow
from thidua.modules.organisations.api import Role
from thidua.modules.rulebook.models import RuleState

KEEPERS = frozenset({Role.ADMINISTRATOR, Role.SPECIALIST})
LEADERS = frozenset({Role.LEADER, Role.DEPUTY})
# An administrator helps out where no leader signs in, but not for what he entered himself (see `policy`).
CONFIRMERS = LEADERS | {Role.ADMINISTRATOR}
READERS = KEEPERS | CONFIRMERS
S = RuleState
RULES = Workflow(
    steps=(
        Step("put_in_force", (S.DRAFT,), S.IN_FORCE, _("Put in force"), CONFIRMERS),
        Step("end", (S.IN_FORCE,), S.ENDED, _("End"), CONFIRMERS),
    ),
    labels=RuleState,
)
