from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import tracked
from thidua.foundation.columns import SearchColumn
from thidua.modules.organisations.models import DateRange, Organisation, ends_after_it_begins, no_overlap


class ClusterKind(models.TextChoices):
    CLUSTER = "cluster", _("emulation cluster")
    BLOCK = "block", _("emulation block")
    ENTERPRISE = "enterprise", _("emulation block of enterprises")


class Running(models.TextChoices):
    HERE = "here", _("run here")
    PAPER = "paper", _("run elsewhere on paper")


@tracked()
class Cluster(models.Model):
    """Units that emulate and score each other. `organisation` keeps it here, also where another body runs it."""

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="clusters", verbose_name=_("kept by")
    )
    name = models.CharField(_("name"), max_length=200)
    kind = models.CharField(_("kind"), max_length=10, choices=ClusterKind, default=ClusterKind.BLOCK)
    running = models.CharField(_("how it is run"), max_length=5, choices=Running, default=Running.HERE)
    authority = models.CharField(_("set up by"), max_length=200)
    paper_number = models.CharField(_("number of the paper"), max_length=80)
    paper_on = models.DateField(_("day of the paper"))
    since = models.DateField(_("since"))
    until = models.DateField(_("until"), null=True, blank=True)
    note = models.TextField(_("note"), blank=True)
    version = models.PositiveIntegerField(default=0, editable=False)
    search = SearchColumn(of=("name", "authority"))

    class Meta:
        verbose_name = _("cluster or block")
        constraints = [ends_after_it_begins("cluster_ends_later")]
        indexes = [GinIndex(OpClass(F("search"), name="gin_trgm_ops"), name="cluster_search")]

    def __str__(self) -> str:
        return self.name


@tracked()
class ClusterMember(models.Model):
    """A member from one day to another: an organisation of the tree, or one known by its name only."""

    cluster = models.ForeignKey(Cluster, models.PROTECT, related_name="members")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("unit")
    )
    name = models.CharField(_("name"), max_length=200)
    n_votes = models.PositiveSmallIntegerField(_("votes in the ranking"), default=1)
    since = models.DateField(_("since"))
    until = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        verbose_name = _("member of a cluster or block")
        constraints = [
            ends_after_it_begins("cluster_member_ends_later"),
            no_overlap(
                "cluster_member_once_a_day",
                "cluster",
                "organisation",
                message=_("This unit is a member on one of these days already."),
            ),
        ]
        indexes = [models.Index(fields=["organisation", "cluster"], name="cluster_member_of_unit")]

    def __str__(self) -> str:
        return self.name


class HeadRole(models.TextChoices):
    HEAD = "head", _("head of the cluster or block")
    DEPUTY = "deputy", _("deputy head of the cluster or block")


@tracked()
class Headship(models.Model):
    """Which member heads the cluster, or stands in for its head, from one day to another; it rotates by year."""

    cluster = models.ForeignKey(Cluster, models.PROTECT, related_name="headships")
    member = models.ForeignKey(ClusterMember, models.PROTECT, related_name="headships")
    role = models.CharField(_("task"), max_length=6, choices=HeadRole)
    since = models.DateField(_("since"))
    until = models.DateField(_("until"))

    class Meta:
        verbose_name = _("head of a cluster or block")
        constraints = [
            ends_after_it_begins("headship_ends_later"),
            ExclusionConstraint(
                name="cluster_one_head_a_day",
                expressions=[
                    (DateRange(F("since"), F("until")), RangeOperators.OVERLAPS),
                    ("cluster", RangeOperators.EQUAL),
                ],
                condition=Q(role="head"),
                violation_error_message=_("On one of these days there is a head already: end that first."),
            ),
            no_overlap(
                "headship_once_a_day",
                "member",
                message=_("This member has a task on one of these days already."),
            ),
        ]
