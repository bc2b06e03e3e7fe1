"""What a step still lacks, as sentences for the head or the member."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thidua.modules.clusters.membership import members_of
from thidua.modules.clusters.models import (
    CardState,
    ClusterYear,
    Criterion,
    Running,
    Score,
    Scorecard,
    VoteWay,
)
from thidua.modules.clusters.tally import differs

FEWEST_MEMBERS = 2


def criteria(year: ClusterYear) -> str | None:
    found = Criterion.objects.filter(group__year=year)
    return None if found.exists() else _("Write at least one criterion.")


def members(year: ClusterYear) -> str | None:
    if year.cluster.running == Running.PAPER:
        ours = members_of(year).filter(organisation__isnull=False)
        return None if ours.exists() else _("Enter your own unit as a member of the block.")
    n = members_of(year).count()
    return None if n >= FEWEST_MEMBERS else _("A cluster needs at least two members in this period.")


def nothing_entered(year: ClusterYear) -> str | None:
    entered = Score.objects.filter(card__year=year).exists()
    return _("Members have entered scores already: the criteria stay as they are.") if entered else None


def run_here(year: ClusterYear) -> str | None:
    if year.cluster.running == Running.HERE:
        return None
    return _("This block is run elsewhere on paper: record its result.")


def run_on_paper(year: ClusterYear) -> str | None:
    if year.cluster.running == Running.PAPER:
        return None
    return _("This cluster is run here: its result comes from the scores.")


def checked(year: ClusterYear) -> str | None:
    n = year.cards.exclude(state__in=[CardState.CHECKED, CardState.EXCUSED]).count()
    if not n:
        return None
    words = ngettext("%(n)s card is not cross-checked yet.", "%(n)s cards are not cross-checked yet.", n)
    return words % {"n": n}


def settled(year: ClusterYear) -> str | None:
    open_ones = Score.objects.filter(card__year=year, card__state=CardState.CHECKED, settled__isnull=True)
    n = sum(differs(score) for score in open_ones.only("own", "checked"))
    if not n:
        return None
    words = ngettext("%(n)s difference is not settled yet.", "%(n)s differences are not settled yet.", n)
    return words % {"n": n}


def voted(year: ClusterYear) -> str | None:
    if year.vote_way == VoteWay.NONE or year.is_voted:
        return None
    return _("The ranking is to be voted first.")


def every_figure(card: Scorecard) -> str | None:
    n = _n_criteria(card) - card.scores.filter(own__isnull=False).count()
    if not n:
        return None
    words = ngettext("%(n)s criterion is still to be scored.", "%(n)s criteria are still to be scored.", n)
    return words % {"n": n}


def every_check(card: Scorecard) -> str | None:
    n = _n_criteria(card) - card.scores.filter(checked__isnull=False).count()
    if not n:
        return None
    words = ngettext("%(n)s criterion is still to be checked.", "%(n)s criteria are still to be checked.", n)
    return words % {"n": n}


def _n_criteria(card: Scorecard) -> int:
    return Criterion.objects.filter(group__year=card.year_id).count()
