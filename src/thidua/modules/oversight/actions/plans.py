"""The plan to overcome shortcomings: which ones it holds, its text, its paper."""

from collections.abc import Iterable
from datetime import date, datetime

from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.foundation.screens import Conflict
from thidua.kernel.text import clean
from thidua.modules.organisations.api import Actor
from thidua.modules.organisations.models import Organisation
from thidua.modules.oversight import letters, policy
from thidua.modules.oversight.actions.remedies import CannotRemedy
from thidua.modules.oversight.models import RemedyPlan, Shortcoming
from thidua.modules.papers.api import draw
from thidua.modules.papers.models import Paper, PaperKind

TEXTS = ("title", "aim", "carrying_out", "number")


def plan_subject(plan: RemedyPlan) -> str:
    return f"remedy_plan:{plan.pk}"


@action
def begin_plan(*, organisation: Organisation, title: str, actor: Actor, now: datetime) -> RemedyPlan:
    """With everything that is open and in no plan yet; it can be taken out."""
    plan = RemedyPlan(organisation=organisation, title=clean(title), made_by_id=actor.user_id, made_at=now)
    require(policy.may_write_plan(actor, plan))
    if not plan.title:
        raise CannotRemedy(_("Give the plan a title."), field="title")
    plan.save()
    loose = Shortcoming.objects.filter(body=organisation, plan=None).exclude(state="closed")
    loose.update(plan=plan)
    return plan


@action
def write_plan(
    *,
    plan: RemedyPlan,
    title: str,
    aim: str,
    carrying_out: str,
    number: str,
    issued_on: date | None,
    version: int,
    actor: Actor,
) -> RemedyPlan:
    """Raises Conflict with both texts when somebody saved in between."""
    held = RemedyPlan.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=plan.pk)
    require(policy.may_write_plan(actor, held))
    mine = {"title": clean(title), "aim": aim.strip(), "carrying_out": carrying_out.strip(), "number": clean(number)}  # fmt: skip
    if version != held.version:
        raise Conflict(theirs={name: getattr(held, name) for name in TEXTS}, mine=mine)
    if mine["number"] and issued_on is None:
        raise CannotRemedy(_("Enter the day of the plan beside its number."), field="issued_on")
    for name, text in mine.items():
        setattr(held, name, text)
    held.issued_on, held.version = issued_on, held.version + 1
    held.save()
    return held


@action
def add_to_plan(*, plan: RemedyPlan, rows: Iterable[Shortcoming], actor: Actor) -> int:
    require(policy.may_write_plan(actor, plan))
    keys = [row.pk for row in rows]
    return Shortcoming.objects.filter(pk__in=keys, body=plan.organisation_id).update(plan=plan)


@action
def take_from_plan(*, row: Shortcoming, actor: Actor) -> None:
    if row.plan is not None:
        require(policy.may_write_plan(actor, row.plan))
        row.plan = None
        row.save(update_fields=["plan"])


@action
def draw_plan(*, plan: RemedyPlan, actor: Actor, on: date, now: datetime) -> Paper:
    require(policy.may_write_plan(actor, plan))
    return draw(
        kind=PaperKind.REMEDY_PLAN,
        letter=letters.plan(plan, on),
        subject=plan_subject(plan),
        title=plan.title,
        organisation=plan.organisation,
        actor=actor,
        now=now,
    )
