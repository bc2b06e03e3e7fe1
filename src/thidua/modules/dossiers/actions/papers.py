"""Drawing the papers of a dossier from what it says now."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from thidua.documents.letters import Letter, MinutesKind
from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.modules.dossiers import filing, letters
from thidua.modules.dossiers.actions.evidence import subject_of
from thidua.modules.dossiers.models import Candidate, Dossier, Submittal
from thidua.modules.dossiers.policy import may_create, may_gather
from thidua.modules.dossiers.reports import report_letter
from thidua.modules.organisations.api import Actor
from thidua.modules.papers.api import draw, papers_of
from thidua.modules.papers.models import Paper, PaperKind

MINUTES_SUBJECT = {MinutesKind.TITLES: "", MinutesKind.FORMS: "/forms"}
MINUTES_TITLE = {
    MinutesKind.TITLES: "Biên bản bình xét thi đua",
    MinutesKind.FORMS: "Biên bản xét khen thưởng",
}


class CannotDrawPaper(Cannot):
    """The dossier does not yet say what the paper needs."""


def subjects_of(dossier: Dossier) -> list[str]:
    """The subjects under which the papers of a dossier are kept."""
    reported = dossier.candidates.filter(report__isnull=False).values_list("pk", flat=True)
    own = [subject_of(dossier) + ending for ending in MINUTES_SUBJECT.values()]
    return own + [f"{subject_of(dossier)}/report:{pk}" for pk in reported]


@action
def draw_papers(*, dossier: Dossier, kind: str, actor: Actor, on: date, now: datetime) -> list[Paper]:
    """Draw one kind of paper; minutes of titles and of forms are two papers."""
    require(may_create(actor, dossier.organisation_id))
    if not letters.proposed(dossier):
        raise CannotDrawPaper(_("Add at least one candidate."))
    wanted = list(_letters(dossier, kind, on))
    if not wanted:
        raise CannotDrawPaper(_("Enter the unit's meeting (bình xét) and its result."))
    return [
        draw(
            kind=kind,
            letter=letter,
            subject=subject_of(dossier) + ending,
            title=f"{title} {dossier.code}",
            organisation=dossier.organisation,
            actor=actor,
            now=now,
        )
        for letter, ending, title in wanted
    ]


def _letters(dossier: Dossier, kind: str, on: date) -> list[tuple[Letter, str, str]]:
    match kind:
        case PaperKind.SUBMITTAL:
            return [(letters.submittal_letter(dossier, on), "", "Tờ trình")]
        case PaperKind.PROPOSAL_LIST:
            return [(letters.list_letter(dossier, on), "", "Danh sách đề nghị")]
        case PaperKind.UNIT_MINUTES:
            found = letters.minutes_letters(dossier, on)
            return [(letter, MINUTES_SUBJECT[of], MINUTES_TITLE[of]) for of, letter in found.items()]
        case PaperKind.FILE_INDEX:
            drawn = papers_of(*subjects_of(dossier))
            return [(filing.index_letter(dossier, drawn, on), "", "Mục lục hồ sơ")]
    raise CannotDrawPaper(_("A dossier has no paper of this kind."))


@action
def draw_submittal(*, submittal: Submittal, actor: Actor, on: date, now: datetime) -> Paper:
    """The tờ trình of the receiving body."""
    require(may_gather(actor, submittal.organisation_id))
    return draw(
        kind=PaperKind.SUBMITTAL,
        letter=letters.gathering_letter(submittal, on),
        subject=f"submittal:{submittal.pk}",
        title=f"Tờ trình {submittal.code}",
        organisation=submittal.organisation,
        actor=actor,
        now=now,
    )


def report_subject(candidate: Candidate) -> str:
    return f"{subject_of(candidate.dossier)}/report:{candidate.pk}"


@action
def draw_report(*, candidate: Candidate, actor: Actor, on: date, now: datetime) -> Paper:
    """Báo cáo thành tích of one candidate, as it is written now."""
    dossier = candidate.dossier
    require(may_create(actor, dossier.organisation_id))
    if not (hasattr(candidate, "report") and any(map(str.strip, candidate.report.sections.values()))):
        raise CannotDrawPaper(_("Write and save the achievement report first."))
    return draw(
        kind=PaperKind.ACHIEVEMENT_REPORT,
        letter=report_letter(candidate, on),
        subject=report_subject(candidate),
        title=f"Báo cáo thành tích {candidate.name}",
        organisation=dossier.organisation,
        actor=actor,
        now=now,
    )
