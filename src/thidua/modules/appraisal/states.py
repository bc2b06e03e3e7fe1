"""The life of an appraisal. Nothing else writes `Appraisal.state`."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from thidua.foundation.states import Step, Workflow
from thidua.modules.appraisal.models import Appraisal, AppraisalState
from thidua.modules.dossiers.models import CandidateState
from thidua.modules.organisations.api import Role

S = AppraisalState
DESK = frozenset({Role.SPECIALIST})


def every_candidate_concluded(appraisal: Appraisal) -> str | None:
    rows = appraisal.dossier.candidates.exclude(state=CandidateState.DROPPED)
    n_open = rows.filter(appraisal_finding__isnull=True).count()
    if not n_open:
        return None
    return ngettext(
        "%(n)s candidate has no conclusion yet.", "%(n)s candidates have no conclusion yet.", n_open
    ) % {"n": n_open}


def conclusion_written(appraisal: Appraisal) -> str | None:
    return None if appraisal.conclusion else _("Write the conclusion of the appraisal.")


WORKFLOW = Workflow(
    labels=AppraisalState,
    steps=(
        Step("pause", (S.OPEN,), S.WAITING, gettext_lazy("Wait for supplements"), DESK, needs_reason=True),
        Step("resume", (S.WAITING,), S.OPEN, gettext_lazy("Go on"), DESK),
        Step(
            "conclude",
            (S.OPEN,),
            S.CONCLUDED,
            gettext_lazy("Conclude the appraisal"),
            DESK,
            needs=(every_candidate_concluded, conclusion_written),
        ),
        Step("reopen", (S.CONCLUDED,), S.OPEN, gettext_lazy("Reopen the appraisal"), DESK, needs_reason=True),
    ),
)
