"""A cluster or block, its members and its rotating heads."""

from dataclasses import asdict
from datetime import date

from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.foundation.screens import Conflict
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean
from thidua.modules.clusters import policy
from thidua.modules.clusters.drafts import ClusterDraft
from thidua.modules.clusters.keeping import fill, keep
from thidua.modules.clusters.models import Cluster, ClusterMember, Headship
from thidua.modules.organisations.api import Actor
from thidua.modules.organisations.models import Organisation


class CannotJoin(Cannot):
    """A member needs a unit of the tree or a name."""


class CannotHead(Cannot):
    """The member is not of this cluster in those days."""


class CannotEnd(Cannot):
    """The last day does not come after the first."""


@action
def create(*, organisation: Organisation, draft: ClusterDraft, actor: Actor) -> Cluster:
    require(policy.may_keep(actor, organisation.pk))
    return keep(Cluster(organisation=organisation, **asdict(draft)))


@action
def change(*, cluster: Cluster, draft: ClusterDraft, version: int, actor: Actor) -> Cluster:
    """Raises Conflict with both texts when somebody saved in between."""
    held = Cluster.objects.select_for_update(of=("self",)).get(pk=cluster.pk)
    require(policy.may_keep(actor, held.organisation_id))
    values = asdict(draft)
    if version != held.version:
        raise Conflict(theirs={name: getattr(held, name) for name in values}, mine=values)
    fill(held, values)
    held.version += 1
    return keep(held)


@action
def add_member(
    *,
    cluster: Cluster,
    organisation: Organisation | None,
    name: str = "",
    n_votes: int = 1,
    since: date,
    actor: Actor,
) -> ClusterMember:
    """A unit of the tree under its own name, or one that is known by its name only."""
    require(policy.may_keep(actor, cluster.organisation_id))
    named = clean(name) or (organisation.name if organisation else "")
    if not named:
        raise CannotJoin(_("Choose a unit, or write the name of the member."), field="organisation")
    if cluster.members.filter(name=named, until__isnull=True).exists():
        raise CannotJoin(_("This member is in the list already."), field="name")
    return keep(
        ClusterMember(cluster=cluster, organisation=organisation, name=named, n_votes=n_votes, since=since)
    )


@action
def end_member(*, member: ClusterMember, until: date, actor: Actor) -> None:
    """No longer a member from this day on."""
    require(policy.may_keep(actor, member.cluster.organisation_id))
    if until <= member.since:
        raise CannotEnd(_("The day must come after the first one."), field="until")
    member.until = until
    keep(member)


@action
def appoint(
    *, cluster: Cluster, member: ClusterMember, role: str, since: date, until: date, actor: Actor
) -> Headship:
    """Head or deputy from one day to another: the task rotates by year."""
    require(policy.may_keep(actor, cluster.organisation_id))
    if member.cluster_id != cluster.pk or member.since > since:
        raise CannotHead(_("Choose a member of this cluster in those days."), field="member")
    return keep(Headship(cluster=cluster, member=member, role=role, since=since, until=until))


@action
def end_headship(*, headship: Headship, actor: Actor) -> None:
    """Entered by mistake: taken out; the history keeps it."""
    require(policy.may_keep(actor, headship.cluster.organisation_id))
    headship.delete()
