"""The papers of a sitting: drawn from what was counted, kept with their digest."""

from datetime import datetime

from django.utils.translation import gettext as _

from thidua.documents.letters import Letter, MinutesKind
from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.modules.councils import letters, policy
from thidua.modules.councils.letters import CannotDraw
from thidua.modules.councils.models import Sitting, SittingState
from thidua.modules.organisations.api import Actor
from thidua.modules.papers import api as papers
from thidua.modules.papers.models import Paper, PaperKind

TITLES = {
    MinutesKind.TITLES: "Biên bản họp Hội đồng bình xét thi đua",
    MinutesKind.FORMS: "Biên bản họp Hội đồng xét khen thưởng",
}


@action
def draw_minutes(*, sitting: Sitting, actor: Actor, now: datetime) -> list[Paper]:
    """The minutes of the council, one for titles and one for forms."""
    require(policy.may_record(actor, sitting))
    _needs_count(sitting)
    return [
        _draw(
            sitting,
            PaperKind.COUNCIL_MINUTES,
            letters.council_minutes(sitting, kind),
            subject=f"{subject_of(sitting)}:{kind.name.lower()}",
            title=f"{TITLES[kind]} ngày {sitting.held_on:%d-%m-%Y}",
            actor=actor,
            now=now,
        )
        for kind in letters.minutes_kinds(sitting)
    ]


@action
def draw_tally(*, sitting: Sitting, actor: Actor, now: datetime) -> Paper:
    require(policy.may_record(actor, sitting))
    _needs_count(sitting)
    return _draw(
        sitting,
        PaperKind.TALLY_MINUTES,
        letters.tally_minutes(sitting),
        subject=subject_of(sitting),
        title=f"Biên bản kiểm phiếu ngày {sitting.held_on:%d-%m-%Y}",
        actor=actor,
        now=now,
    )


def subject_of(sitting: Sitting) -> str:
    return f"sitting:{sitting.pk}"


def papers_of(sitting: Sitting) -> list[Paper]:
    subject = subject_of(sitting)
    kinds = (f"{subject}:{kind.name.lower()}" for kind in MinutesKind)
    return papers.papers_of(subject, *kinds)


def _needs_count(sitting: Sitting) -> None:
    if sitting.state != SittingState.CLOSED:
        raise CannotDraw(_("Minutes are drawn when the votes have been counted."))


def _draw(
    sitting: Sitting,
    kind: PaperKind,
    letter: Letter,
    *,
    subject: str,
    title: str,
    actor: Actor,
    now: datetime,
) -> Paper:
    return papers.draw(
        kind=kind,
        letter=letter,
        subject=subject,
        title=title,
        organisation=sitting.organisation,
        actor=actor,
        now=now,
    )
