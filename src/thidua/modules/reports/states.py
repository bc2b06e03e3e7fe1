"""The life of a report. Nothing else writes its `state`."""

from django.utils.translation import gettext_lazy as _

from thidua.foundation.states import Step, Workflow
from thidua.modules.organisations.api import Role
from thidua.modules.reports.models import ReportState

S = ReportState
DRAWS = frozenset({Role.SPECIALIST, Role.UNIT_OFFICER})
APPROVES = frozenset({Role.LEADER, Role.DEPUTY, Role.UNIT_HEAD})

WORKFLOW = Workflow(
    labels=ReportState,
    steps=(
        Step("submit", (S.DRAFT,), S.AT_LEADER, _("Put before the leader"), DRAWS),
        Step("hand_back", (S.AT_LEADER,), S.DRAFT, _("Hand back"), APPROVES, needs_reason=True),
        Step("send", (S.AT_LEADER,), S.SENT, _("Approve and send the report"), APPROVES),
    ),
)
