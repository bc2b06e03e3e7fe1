"""What a step still lacks, as sentences for the head or the member."""

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thidua.modules.clusters.ballots import BOX
from thidua.modules.clusters.membership import members_of
from thidua.modules.clusters.models import (
    CardState,
    ClusterYear,
    Criterion,
    Running,
    Score,
    Scorecard,
    VoteWay,
    YearState,
)
from thidua.modules.clusters.tally import differs

FEWEST_MEMBERS = 2
FEWEST_BALLOTS = 3
FEWEST_WITHOUT_ITSELF = 5


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


def on_screen(year: ClusterYear) -> str | None:
    return None if year.vote_way == VoteWay.SCREEN else _("This year is not voted on screen.")


def not_voted(year: ClusterYear) -> str | None:
    return _("The ranking has been voted.") if year.is_voted else None


def a_vote(year: ClusterYear) -> str | None:
    is_vote = year.is_voted or year.state == YearState.VOTING
    return None if is_vote else _("There is no vote to begin anew.")


def enough_voters(year: ClusterYear) -> str | None:
    """Opening fewer ballots than this would show how those few voted."""
    fewest = fewest_ballots(year)
    n = n_voters(year)
    if n >= fewest:
        return None
    words = _(
        "Only %(n)s members can vote on screen; so that nobody can work out a ballot, at least %(fewest)s are needed. "
        "Vote on paper and enter the result."
    )
    return words % {"n": n, "fewest": fewest}


def n_voters(year: ClusterYear) -> int:
    return candidates(year).filter(member__n_votes__gt=0, member__organisation__isnull=False).count()


def enough_ballots(year: ClusterYear) -> str | None:
    n, fewest = BOX.turned_out(year.pk).count(), fewest_ballots(year)
    if n >= fewest:
        return None
    words = ngettext(
        "Only %(n)s member has voted; fewer than %(fewest)s ballots, opened, would show how each voted. "
        "Wait for the others, or begin the vote anew.",
        "Only %(n)s members have voted; fewer than %(fewest)s ballots, opened, would show how each voted. "
        "Wait for the others, or begin the vote anew.",
        n,
    )
    return words % {"n": n, "fewest": fewest}


def enough_to_rank(year: ClusterYear) -> str | None:
    n = candidates(year).count() - (0 if year.may_rank_itself else 1)
    if n >= year.n_ranked:
        return None
    return _("A ballot ranks %(n)s members, but only %(most)s can be ranked.") % {
        "n": year.n_ranked,
        "most": n,
    }


def candidates(year: ClusterYear) -> QuerySet[Scorecard]:
    """Who is ranked, in the order of the ballot."""
    return year.cards.exclude(state=CardState.EXCUSED).order_by("pk")


def fewest_ballots(year: ClusterYear) -> int:
    """Where nobody ranks itself, each knows of one place less whose it is not."""
    return FEWEST_BALLOTS if year.may_rank_itself else FEWEST_WITHOUT_ITSELF
