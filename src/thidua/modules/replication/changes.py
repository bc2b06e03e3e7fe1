"""What became of an indicator."""

from collections.abc import Iterable
from decimal import Decimal

from django.utils.translation import gettext as _

from thidua.modules.replication.forms.numbers import written
from thidua.modules.replication.models import Aim, Measure
from thidua.modules.replication.parts import Change

# Beyond this a percentage says nothing any more.
MOST_TIMES = 10


def changes_of(measures: Iterable[Measure]) -> list[Change]:
    return [change_of(measure) for measure in measures]


def change_of(measure: Measure) -> Change:
    before = written(measure.before)
    if measure.after is None:
        return Change(measure, before, "", _("not measured yet"), "wait")
    difference = measure.after - measure.before
    if not difference:
        return Change(measure, before, written(measure.after), _("as before"))
    is_better = (difference > 0) == (measure.aim == Aim.MORE)
    words = _signed(difference) + _share(difference, measure.before)
    return Change(measure, before, written(measure.after), words, "good" if is_better else "gold")


def _signed(difference: Decimal) -> str:
    return f"{'+' if difference > 0 else '−'}{written(abs(difference))}"


def _share(difference: Decimal, before: Decimal) -> str:
    """Beside the difference, how much that is of the value before."""
    if not before or abs(difference) > MOST_TIMES * abs(before):
        return ""
    return f" ({_signed((100 * difference / abs(before)).quantize(Decimal('0.1')))}%)"
