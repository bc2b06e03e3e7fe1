"""Who is a member, and who heads the cluster, in a year: on the last day of its period."""

from datetime import date, timedelta

from django.db.models import QuerySet

from thidua.modules.clusters.models import Cluster, ClusterMember, ClusterYear, Headship
from thidua.modules.organisations.api import in_force


def last_day(year: ClusterYear) -> date:
    return year.period.until - timedelta(days=1)


def members_on(cluster: Cluster, day: date) -> QuerySet[ClusterMember]:
    return cluster.members.filter(in_force(day)).select_related("organisation").order_by("pk")


def members_of(year: ClusterYear) -> QuerySet[ClusterMember]:
    return members_on(year.cluster, last_day(year))


def heads_on(cluster: Cluster, day: date) -> QuerySet[Headship]:
    """The head first, then the deputies."""
    rows = cluster.headships.filter(in_force(day)).select_related("member__organisation")
    return rows.order_by("-role", "pk")


def heads_of(year: ClusterYear) -> QuerySet[Headship]:
    return heads_on(year.cluster, last_day(year))
