"""Consultations: those the desk asked, and those a body is asked."""

from collections.abc import Mapping
from datetime import date

from django.db.models import Count, Q, QuerySet

from thidua.modules.consultations.models import Consultation, ConsultationState
from thidua.modules.consultations.policy import READS
from thidua.modules.dossiers.models import Dossier
from thidua.modules.organisations.api import Actor, Role, scope_ids

SENT = (ConsultationState.ASKED, ConsultationState.ANSWERED)


def visible_to(actor: Actor) -> QuerySet[Consultation]:
    """A consulted body sees only what it is asked about, once it is asked."""
    reach = Q(pk__in=[])
    if actor.is_system or actor.roles & READS:
        reach |= Q(organisation__in=scope_ids(actor))
    if Role.CONSULTED in actor.roles:
        reach |= Q(body__in=scope_ids(actor), state__in=SENT)
    rows = Consultation.objects.filter(reach)
    return rows.select_related("dossier__organisation", "candidate", "organisation", "body")


def filters(on: date) -> Mapping[str, Q]:
    waiting = Q(state=ConsultationState.ASKED)
    return {
        "draft": Q(state=ConsultationState.DRAFT),
        "waiting": waiting,
        "overdue": waiting & Q(due_on__lt=on),
        "answered": Q(state=ConsultationState.ANSWERED),
    }


def counts(actor: Actor, on: date) -> Mapping[str, int]:
    wanted = {name: Count("pk", filter=condition) for name, condition in filters(on).items()}
    found: dict[str, int] = visible_to(actor).order_by().aggregate(**wanted)
    return found


def of_dossier(dossier: Dossier) -> QuerySet[Consultation]:
    return dossier.consultations.select_related("candidate", "body").order_by("id")


def to_answer(actor: Actor) -> QuerySet[Consultation]:
    """What this body has been asked and not answered."""
    if Role.CONSULTED not in actor.roles:
        return Consultation.objects.none()
    rows = Consultation.objects.filter(body__in=scope_ids(actor), state=ConsultationState.ASKED)
    return rows.select_related("dossier", "organisation").order_by("due_on", "id")


def overdue(actor: Actor, on: date) -> QuerySet[Consultation]:
    """Asked by this desk, and not answered in time."""
    if Role.SPECIALIST not in actor.roles:
        return Consultation.objects.none()
    rows = Consultation.objects.filter(
        organisation__in=scope_ids(actor), state=ConsultationState.ASKED, due_on__lt=on
    )
    return rows.select_related("dossier").order_by("due_on", "id")
