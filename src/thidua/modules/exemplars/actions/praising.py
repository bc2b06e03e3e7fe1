"""Thư khen: praise now, without a council; no form of commendation, no number, no entry in the register."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.text import clean
from thidua.modules.exemplars import policy, queries
from thidua.modules.exemplars.actions.exemplars import CannotRecord
from thidua.modules.exemplars.letters import praise_letter
from thidua.modules.exemplars.models import Exemplar
from thidua.modules.organisations.api import Actor
from thidua.modules.organisations.models import Organisation
from thidua.modules.papers.api import draw, papers_of, signers_of
from thidua.modules.papers.models import Paper, PaperKind


def subject_of(exemplar: Exemplar, body_id: int) -> str:
    """Each body's letter has versions of its own."""
    return f"exemplar:{exemplar.pk}/{body_id}"


def letters_of(exemplar: Exemplar) -> list[Paper]:
    return papers_of(*(subject_of(exemplar, pk) for pk in queries.bodies_above(exemplar)))


@action
def write_praise(
    *, exemplar: Exemplar, body: Organisation, to: str, text: str, actor: Actor, on: date, now: datetime
) -> Paper:
    """Drawn for the head of the body to sign; it takes no step of the exemplar's life."""
    require(policy.may_praise(actor, exemplar))
    if not queries.praising_bodies(actor, exemplar).filter(pk=body.pk).exists():
        raise CannotRecord(_("This organisation does not write for this exemplar."), field="body")
    if not text.strip():
        raise CannotRecord(_("Write what is praised."), field="text")
    signer = signers_of(body, on).first()
    return draw(
        kind=PaperKind.PRAISE_LETTER,
        letter=praise_letter(body, to=clean(to), text=text, signer=signer, on=on),
        subject=subject_of(exemplar, body.pk),
        title=f"Thư khen {exemplar.name}",
        organisation=body,
        actor=actor,
        now=now,
    )
