"""Decisions are laid open: those in force, one by one, by who answers for it."""

from datetime import datetime

from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean
from thidua.modules.decisions.models import Decision, DecisionState
from thidua.modules.newsroom import policy
from thidua.modules.newsroom.models import PublicDecision
from thidua.modules.organisations.api import Actor


class CannotPost(Cannot):
    """The decision is not in force, or stands open already."""


@action
def post_decision(*, decision: Decision, names_shown: bool, actor: Actor, now: datetime) -> PublicDecision:
    require(policy.may_post_decisions(actor, decision.organisation_id))
    if decision.state != DecisionState.IN_FORCE:
        raise CannotPost(_("Only a decision in force is published."))
    values = {
        "names_shown": names_shown,
        "posted_at": now,
        "posted_by_id": actor.user_id,
        "withdrawn_at": None,
        "withdrawn_reason": "",
    }
    posted, _new = PublicDecision.objects.update_or_create(decision=decision, defaults=values)
    return posted


@action
def withdraw_decision(*, posted: PublicDecision, reason: str, actor: Actor, now: datetime) -> PublicDecision:
    require(policy.may_post_decisions(actor, posted.decision.organisation_id))
    if not clean(reason):
        raise CannotPost(_("Say why it is no longer shown."), field="reason")
    posted.withdrawn_at, posted.withdrawn_reason = now, clean(reason)[:300]
    posted.save(update_fields=["withdrawn_at", "withdrawn_reason"])
    return posted
