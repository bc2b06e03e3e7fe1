"""A whole sheet of criteria comes in at once, or nothing of it."""

from collections.abc import Sequence
from dataclasses import asdict
from decimal import Decimal

from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.modules.clusters import policy
from thidua.modules.clusters.actions.criteria import locked
from thidua.modules.clusters.keeping import keep
from thidua.modules.clusters.models import ClusterYear, Criterion, CriterionGroup
from thidua.modules.clusters.pasted import Sheet
from thidua.modules.organisations.api import Actor


class CannotPaste(Cannot):
    """The sheet has lines that are wrong, or no criterion."""


@action
def paste_criteria(*, year: ClusterYear, sheet: Sheet, actor: Actor) -> int:
    """Behind what stands there; gives how many criteria. The titles stay as the form to send back."""
    held = locked(year)
    require(policy.may_write_criteria(actor, held))
    if sheet.n_wrong or not sheet.n_criteria:
        raise CannotPaste(_("Correct the lines that are wrong first: nothing has been kept."), field="text")
    groups = _groups(held, sheet)
    for line in sheet.lines:
        if line.draft:
            group = groups[line.group]
            keep(Criterion(group=group, place=_next(group), **asdict(line.draft)))
    if sheet.titles:
        held.form = list(sheet.titles)
        held.save(update_fields=["form"])
    return sheet.n_criteria


def _groups(year: ClusterYear, sheet: Sheet) -> dict[str, CriterionGroup]:
    """Those of the sheet that hold a criterion, in its order; one that is there already goes on."""
    there = {group.name: group for group in year.groups.all()}
    place = max((group.place for group in there.values()), default=0)
    ceilings: dict[str, Decimal | None] = {}
    for line in sheet.lines:
        if line.draft is None or line.group not in ceilings:
            ceilings[line.group] = ceilings.get(line.group) or line.ceiling
    filled = {line.group for line in sheet.lines if line.draft}
    for name in _new(ceilings, filled, there):
        place += 1
        there[name] = keep(CriterionGroup(year=year, place=place, name=name, ceiling=ceilings[name]))
    return there


def _new(
    ceilings: dict[str, Decimal | None], filled: set[str], there: dict[str, CriterionGroup]
) -> Sequence[str]:
    return [name for name in ceilings if name in filled and name not in there]


def _next(group: CriterionGroup) -> int:
    last: int | None = group.criteria.order_by("-place").values_list("place", flat=True).first()
    return (last or 0) + 1
