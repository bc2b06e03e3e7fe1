"""Candidates are shown to everybody for so many days; then the result is recorded."""

import secrets
from datetime import date, datetime

from django.utils.translation import gettext as _

from thidua.foundation import events
from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean
from thidua.modules.consultations import policy
from thidua.modules.consultations.drafts import ShowingDraft
from thidua.modules.consultations.letters import notice_letter
from thidua.modules.consultations.models import Showing, Shown
from thidua.modules.consultations.queries.showings import shortest_end, tally_in_words
from thidua.modules.consultations.states import SHOWING
from thidua.modules.dossiers.models import CandidateState, Dossier
from thidua.modules.organisations.api import Actor
from thidua.modules.papers import api as papers
from thidua.modules.papers.models import Paper, PaperKind, SigningAuthority

CODE_BYTES = 9


class CannotShow(Cannot):
    """The showing lacks its candidates, its reason or its days."""


@action
def show(*, dossier: Dossier, draft: ShowingDraft, actor: Actor, on: date, now: datetime) -> Showing:
    """From today or a later day. Where the law or a rule of the place asks for it, not shorter than that."""
    require(policy.may_show(actor, dossier))
    _refuse_days(dossier, draft, on)
    showing = Showing(
        code=secrets.token_urlsafe(CODE_BYTES),
        organisation_id=dossier.receiver_id,
        dossier=dossier,
        basis=clean(draft.basis),
        blocks=draft.blocks,
        opens_on=draft.opens_on,
        ends_on=draft.ends_on,
        made_by_id=actor.user_id,
        made_at=now,
    )
    showing.full_clean()
    showing.save()
    live = dossier.candidates.exclude(state=CandidateState.DROPPED)
    chosen = list(live.filter(pk__in=draft.summaries).order_by("place", "id"))
    if not chosen:
        raise CannotShow(_("Choose at least one candidate to show."))
    for one in chosen:
        Shown.objects.create(showing=showing, candidate=one, summary=draft.summaries[one.pk].strip())
    return showing


def _refuse_days(dossier: Dossier, draft: ShowingDraft, on: date) -> None:
    if draft.opens_on < on:
        raise CannotShow(_("It cannot be shown from a day that is past."), field="opens_on")
    if draft.ends_on < draft.opens_on:
        raise CannotShow(_("The last day cannot come before the first."), field="ends_on")
    found = shortest_end(dossier, draft.summaries, draft.opens_on)
    if found and draft.ends_on < found[0]:
        text = _("Shown from %(from)s it must be shown until %(day)s at least: %(why)s.")
        said = {"from": f"{draft.opens_on:%d/%m/%Y}", "day": f"{found[0]:%d/%m/%Y}", "why": found[1]}
        raise CannotShow(text % said, field="ends_on")


@action
def conclude(*, showing: Showing, words: str, actor: Actor, on: date) -> Showing:
    """After the last day, once every remark is handled: how many there were, and what follows."""
    held = _held(showing)
    require(policy.may_step_showing(actor, held, "conclude"))
    if on <= held.ends_on:
        text = _("It is shown until %(day)s: the result is recorded after that.")
        raise CannotShow(text % {"day": f"{held.ends_on:%d/%m/%Y}"}, field="result")
    if not clean(words):
        raise CannotShow(
            _("Say in words what follows from the remarks, or that there were none."), field="result"
        )
    held.result, held.concluded_on = f"{tally_in_words(held)} {clean(words)}", on
    held.save(update_fields=["result", "concluded_on"])
    SHOWING.move(held, "conclude")
    events.publish("consultations.showing_concluded", held.pk)
    return held


@action
def withdraw(*, showing: Showing, reason: str, actor: Actor) -> Showing:
    """Taken down at once; the remarks are kept."""
    held = _held(showing)
    require(policy.may_step_showing(actor, held, "withdraw"))
    if not clean(reason):
        raise CannotShow(_("Give the reason: it is kept in the history."), field="reason")
    held.reason = clean(reason)
    held.save(update_fields=["reason"])
    SHOWING.move(held, "withdraw")
    return held


@action
def draw_notice(
    *, showing: Showing, signer: SigningAuthority | None, address: str, actor: Actor, on: date, now: datetime
) -> Paper:
    """For the notice board: whom, until when, and where remarks are sent."""
    require(policy.may_show_again(actor, showing.organisation_id))
    return papers.draw(
        kind=PaperKind.PUBLIC_NOTICE,
        letter=notice_letter(showing, signer, address, on),
        subject=f"showing:{showing.pk}",
        title=_("Notice of those shown to the public, dossier %(code)s") % {"code": showing.dossier.code},
        organisation=showing.organisation,
        actor=actor,
        now=now,
    )


def _held(showing: Showing) -> Showing:
    rows = Showing.objects.select_for_update(of=("self",)).select_related("dossier", "organisation")
    return rows.get(pk=showing.pk)
