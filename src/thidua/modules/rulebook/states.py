"""draft → in force → ended; a draft may be thrown away, what has been in force is kept."""

from django.utils.translation import gettext_lazy as _

from thidua.foundation.states import Step, Workflow
from thidua.modules.organisations.api import Role
from thidua.modules.rulebook.models import RuleState

KEEPERS = frozenset({Role.ADMINISTRATOR, Role.SPECIALIST})
S = RuleState
RULES = Workflow(
    steps=(
        Step("put_in_force", (S.DRAFT,), S.IN_FORCE, _("Put in force"), KEEPERS),
        Step("end", (S.IN_FORCE,), S.ENDED, _("End"), KEEPERS),
    ),
    labels=RuleState,
)
