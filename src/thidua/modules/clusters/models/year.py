from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import tracked
from thidua.modules.accounts.models import User
from thidua.modules.clusters.models.cluster import Cluster
from thidua.modules.organisations.models import Period


class YearState(models.TextChoices):
    DRAFT = "draft", _("criteria are being written")
    SCORING = "scoring", _("members score")
    SETTLING = "settling", _("the head sums up")
    VOTING = "voting", _("the ranking is voted")
    FINISHED = "finished", _("result announced")


class VoteWay(models.TextChoices):
    NONE = "none", _("no vote")
    SCREEN = "screen", _("secret vote on screen")
    PAPER = "paper", _("vote on paper, its result entered")


class RankedBy(models.TextChoices):
    POINTS = "points", _("by points; equal points by the vote")
    VOTE = "vote", _("by the vote; equal votes by points")


@tracked()
class ClusterYear(models.Model):
    """A cluster's year of emulation: criteria, scoring, summary, vote and result."""

    cluster = models.ForeignKey(Cluster, models.PROTECT, related_name="years")
    period = models.ForeignKey(Period, models.PROTECT, related_name="+", verbose_name=_("evaluation period"))
    state = models.CharField(max_length=8, choices=YearState, default=YearState.DRAFT, editable=False)
    basis = models.CharField(_("criteria by which paper"), max_length=200, blank=True)
    form = models.JSONField(_("columns of the sheet as it was received"), default=list, blank=True)
    decimals = models.PositiveSmallIntegerField(_("decimals of a point"), default=2)
    vote_way = models.CharField(
        _("vote on the ranking"), max_length=6, choices=VoteWay, default=VoteWay.SCREEN
    )
    n_ranked = models.PositiveSmallIntegerField(_("members that a ballot ranks"), default=3)
    may_rank_itself = models.BooleanField(_("a member may rank itself"), default=False)
    ranked_by = models.CharField(_("ranking"), max_length=6, choices=RankedBy, default=RankedBy.POINTS)
    is_voted = models.BooleanField(default=False, editable=False)
    result_basis = models.CharField(_("result by which paper"), max_length=200, blank=True)
    result_on = models.DateField(_("result announced on"), null=True, blank=True)
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        verbose_name = _("year of a cluster or block")
        constraints = [
            models.UniqueConstraint(
                fields=["cluster", "period"],
                name="cluster_year_once",
                violation_error_message=_("This period has been begun already."),
            ),
            models.CheckConstraint(
                name="cluster_year_decimals",
                condition=Q(decimals__lte=2),
                violation_error_message=_("Points have at most two decimals."),
            ),
            models.CheckConstraint(
                name="cluster_year_ballot_ranks_some",
                condition=Q(n_ranked__gte=1),
                violation_error_message=_("A ballot ranks at least one member."),
            ),
            models.CheckConstraint(
                name="cluster_year_finished_is_announced",
                condition=~Q(state="finished") | (Q(result_on__isnull=False) & ~Q(result_basis="")),
                violation_error_message=_("Enter by which paper and on which day the result was announced."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.cluster.name}, {self.period.label}"
