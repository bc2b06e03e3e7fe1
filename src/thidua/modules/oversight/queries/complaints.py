from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from thidua.modules.organisations.api import Actor, Role, in_force, scope_ids
from thidua.modules.oversight.models import Accused, Complaint, ComplaintState, ComplaintTarget
from thidua.modules.people.models import Matter
from thidua.modules.register.models import Act, Entry

OPEN = (ComplaintState.RECEIVED, ComplaintState.SORTED, ComplaintState.ACCEPTED)
LEADER_READS = (ComplaintState.ACCEPTED, ComplaintState.ENDED)


def letters_visible_to(actor: Actor) -> QuerySet[Complaint]:
    """The receiver's; the chairperson's once accepted; never the accused's, never an administrator's, nor the system's."""
    rows = Complaint.objects.select_related("organisation")
    if actor.is_system or actor.has(Role.ADMINISTRATOR):
        return rows.none()
    closed = Accused.objects.filter(complaint=OuterRef("pk"), user=actor.user_id)
    own = rows.filter(~Exists(closed), organisation__in=scope_ids(actor))
    if actor.has(Role.COMPLAINTS):
        return own
    return own.filter(state__in=LEADER_READS) if actor.has(Role.LEADER) else rows.none()


def letters_waiting_for(actor: Actor) -> QuerySet[Complaint]:
    rows = letters_visible_to(actor).filter(organisation=actor.organisation_id, state__in=OPEN)
    return rows if actor.has(Role.COMPLAINTS) else rows.none()


def is_held(person_id: int | None, collective_id: int | None, on: date) -> bool:
    """Is a matter about them pending on the day? The law's own condition asks the same."""
    pending = Matter.objects.filter(in_force(on))
    if person_id is not None:
        return pending.filter(person=person_id).exists()
    return pending.filter(collective=collective_id).exists()


def awards_concerned(row: Complaint) -> QuerySet[Entry]:
    """What was conferred on those whom the letter concerns, newest first: to be revoked where there is a ground."""
    targets = ComplaintTarget.objects.filter(complaint=row)
    people = targets.filter(person__isnull=False).values("person")
    teams = targets.filter(collective__isnull=False).values("collective")
    granted = Entry.objects.filter(act=Act.GRANT)
    found = granted.filter(person__in=people) | granted.filter(collective__in=teams)
    return found.order_by("-year", "-pk")
