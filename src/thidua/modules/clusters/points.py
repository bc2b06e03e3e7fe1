"""From what a member enters to points: pure arithmetic, each rule also as a sentence for the screen."""

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from thidua.kernel.errors import Cannot
from thidua.modules.clusters.models import Criterion, Way


class CannotScore(Cannot):
    """The number or the points lie outside what the criterion allows."""


def rounded(value: Decimal, decimals: int) -> Decimal:
    """Half up, as people round by hand."""
    return value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def shown(value: Decimal | None) -> str:
    """9,5 and 10: no zeros behind the comma that say nothing."""
    if value is None:
        return "—"
    plain = value.quantize(Decimal(1)) if value == value.to_integral() else value.normalize()
    return number_format(plain, force_grouping=True)


def own_points(criterion: Criterion, figure: Decimal, decimals: int) -> Decimal:
    """What the rule of the criterion makes of the number entered."""
    if figure < 0:
        raise CannotScore(_("Enter 0 or more; the rule itself takes points off."))
    return rounded(RULES[Way(criterion.way)](criterion, figure), decimals)


def _against_target(criterion: Criterion, figure: Decimal) -> Decimal:
    assert criterion.target is not None  # named constraint
    points: Decimal = criterion.most * min(figure / criterion.target, Decimal(1))
    return points


def _typed(criterion: Criterion, figure: Decimal) -> Decimal:
    if figure > criterion.most:
        raise CannotScore(_("At most %(most)s points.") % {"most": shown(criterion.most)})
    return figure


def _counted(criterion: Criterion, figure: Decimal) -> Decimal:
    assert criterion.each is not None  # named constraint
    counted: Decimal = min(figure * criterion.each, criterion.most)
    return counted


RULES: dict[Way, Callable[[Criterion, Decimal], Decimal]] = {
    Way.TARGET: _against_target,
    Way.TYPED: _typed,
    Way.MINUS: lambda criterion, figure: -_counted(criterion, figure),
    Way.BONUS: _counted,
}


def bounds(criterion: Criterion) -> tuple[Decimal, Decimal]:
    """Between which points a cross-check or a summary may set it."""
    most = criterion.most
    return (-most, Decimal(0)) if criterion.way == Way.MINUS else (Decimal(0), most)


def refuse_outside(criterion: Criterion, value: Decimal) -> None:
    least, most = bounds(criterion)
    if not least <= value <= most:
        words = {"name": criterion.name, "least": shown(least), "most": shown(most)}
        raise CannotScore(_("“%(name)s”: between %(least)s and %(most)s points.") % words)


def rule_in_words(criterion: Criterion) -> str:
    words = {
        "most": shown(criterion.most),
        "target": shown(criterion.target),
        "each": shown(criterion.each),
        "unit": criterion.unit or _("case"),
        "weight": shown(criterion.weight),
    }
    sentence = {
        Way.TARGET: _(
            "%(most)s points × number reached ÷ %(target)s %(unit)s; beyond the target still %(most)s points"
        ),
        Way.TYPED: _("points from 0 to %(most)s, as the evidence bears out"),
        Way.MINUS: _("%(each)s points off for each %(unit)s, at most %(most)s points off"),
        Way.BONUS: _("%(each)s points added for each %(unit)s, at most %(most)s points"),
    }[Way(criterion.way)]
    times = "" if criterion.weight == 1 else _("; times %(weight)s")
    return (sentence + times) % words


def entry_in_words(criterion: Criterion) -> str:
    """What the number is that a member enters."""
    return {
        Way.TARGET: criterion.unit or _("number reached"),
        Way.TYPED: _("points"),
        Way.MINUS: criterion.unit or _("number of cases"),
        Way.BONUS: criterion.unit or _("number of cases"),
    }[Way(criterion.way)]
