"""The year of a cluster and its sheet of criteria, which stays as it is once scoring opens."""

from dataclasses import asdict
from datetime import datetime
from decimal import Decimal

from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.foundation.screens import Conflict
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean
from thidua.modules.clusters import policy
from thidua.modules.clusters.drafts import CriterionDraft, TermsDraft
from thidua.modules.clusters.keeping import fill, keep
from thidua.modules.clusters.models import (
    Cluster,
    ClusterYear,
    Criterion,
    CriterionGroup,
    Running,
    VoteWay,
)
from thidua.modules.clusters.queries import previous_year, sheet_of
from thidua.modules.organisations.api import Actor
from thidua.modules.organisations.models import Period


class CannotCopy(Cannot):
    """There is nothing to copy, or something stands there already."""


@action
def begin_year(*, cluster: Cluster, period: Period, actor: Actor, now: datetime) -> ClusterYear:
    """With the terms of the year before, where there is one."""
    require(policy.may_keep(actor, cluster.organisation_id))
    row = ClusterYear(cluster=cluster, period=period, made_by_id=actor.user_id, made_at=now)
    before = cluster.years.order_by("-period__until", "-pk").first()
    if before:
        fill(row, {name: getattr(before, name) for name in asdict(TermsDraft())} | {"basis": ""})
    elif cluster.running == Running.PAPER:
        row.vote_way = VoteWay.NONE
    return keep(row)


@action
def set_terms(*, year: ClusterYear, terms: TermsDraft, version: int, actor: Actor) -> ClusterYear:
    held = locked(year)
    require(policy.may_write_criteria(actor, held))
    values = asdict(terms)
    if version != held.version:
        raise Conflict(theirs={name: getattr(held, name) for name in values}, mine=values)
    fill(held, values)
    held.version += 1
    return keep(held)


@action
def add_group(*, year: ClusterYear, name: str, ceiling: Decimal | None, actor: Actor) -> CriterionGroup:
    held = locked(year)
    require(policy.may_write_criteria(actor, held))
    last = held.groups.order_by("-place").values_list("place", flat=True).first() or 0
    return keep(CriterionGroup(year=held, place=last + 1, name=clean(name), ceiling=ceiling))


@action
def change_group(
    *, group: CriterionGroup, name: str, ceiling: Decimal | None, actor: Actor
) -> CriterionGroup:
    require(policy.may_write_criteria(actor, locked(group.year)))
    group.name, group.ceiling = clean(name), ceiling
    return keep(group)


@action
def remove_group(*, group: CriterionGroup, actor: Actor) -> None:
    """With its criteria."""
    require(policy.may_write_criteria(actor, locked(group.year)))
    group.delete()


@action
def add_criterion(*, group: CriterionGroup, draft: CriterionDraft, actor: Actor) -> Criterion:
    require(policy.may_write_criteria(actor, locked(group.year)))
    last = group.criteria.order_by("-place").values_list("place", flat=True).first() or 0
    return keep(Criterion(group=group, place=last + 1, **asdict(draft)))


@action
def change_criterion(*, criterion: Criterion, draft: CriterionDraft, actor: Actor) -> Criterion:
    require(policy.may_write_criteria(actor, locked(criterion.group.year)))
    fill(criterion, asdict(draft))
    return keep(criterion)


@action
def remove_criterion(*, criterion: Criterion, actor: Actor) -> None:
    require(policy.may_write_criteria(actor, locked(criterion.group.year)))
    criterion.delete()


@action
def copy_criteria(*, year: ClusterYear, actor: Actor) -> int:
    """The whole sheet of the year before, to be changed where this year differs; gives how many criteria."""
    held = locked(year)
    require(policy.may_write_criteria(actor, held))
    before = previous_year(held)
    if before is None:
        raise CannotCopy(_("No earlier year of this cluster has criteria."))
    if held.groups.exists():
        raise CannotCopy(_("There are criteria already: remove them first, or change them."))
    return sum(_copy_group(held, group, list(criteria)) for group, criteria in sheet_of(before))


def _copy_group(year: ClusterYear, group: CriterionGroup, criteria: list[Criterion]) -> int:
    made = CriterionGroup.objects.create(year=year, place=group.place, name=group.name, ceiling=group.ceiling)
    names = [*asdict(CriterionDraft("", "", Decimal(1))), "place"]
    Criterion.objects.bulk_create(
        Criterion(group=made, **{name: getattr(one, name) for name in names}) for one in criteria
    )
    return len(criteria)


def locked(year: ClusterYear) -> ClusterYear:
    rows = ClusterYear.objects.select_for_update(of=("self",))
    return rows.select_related("cluster__organisation", "period").get(pk=year.pk)
