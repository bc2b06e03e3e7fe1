from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet

from thidua.modules.organisations.api import Actor, in_force, scope_ids
from thidua.modules.organisations.models import Organisation
from thidua.modules.papers.models import Paper, PaperTemplate, SigningAuthority


def visible_to(actor: Actor) -> QuerySet[Paper]:
    """Papers of organisations in the actor's scope; who else may read one is asked of `policy.may_read`."""
    return Paper.objects.filter(organisation__in=scope_ids(actor)).select_related("pdf", "docx")


def papers_of(*subjects: str) -> list[Paper]:
    """The newest version of each paper about these subjects, in the order of drawing."""
    rows = Paper.objects.filter(subject__in=subjects).order_by("subject", "kind", "-version")
    newest = rows.distinct("subject", "kind").select_related("pdf", "docx")
    return sorted(newest, key=lambda paper: paper.pk)


def versions_of(paper: Paper) -> QuerySet[Paper]:
    return Paper.objects.filter(subject=paper.subject, kind=paper.kind).order_by("-version")


def latest(kind: str, subject: str) -> Paper | None:
    return (
        Paper.objects.filter(kind=kind, subject=subject)
        .select_related("pdf", "docx")
        .order_by("-version")
        .first()
    )


def signers_of(organisations: Organisation | Iterable[Organisation], on: date) -> QuerySet[SigningAuthority]:
    """Who may sign for a body on a day, the head first."""
    bodies = [organisations] if isinstance(organisations, Organisation) else list(organisations)
    return SigningAuthority.objects.filter(in_force(on), organisation__in=bodies).order_by("-capacity", "id")


def signing_authorities(actor: Actor) -> QuerySet[SigningAuthority]:
    """All authorities, past and present, of the organisations in the actor's scope."""
    return SigningAuthority.objects.filter(organisation__in=scope_ids(actor)).select_related("organisation")


def templates_for(actor: Actor) -> QuerySet[PaperTemplate]:
    """Past, present and waiting templates of the organisations in the actor's scope, the newest first."""
    rows = PaperTemplate.objects.filter(organisation__in=scope_ids(actor))
    return rows.select_related("organisation", "file", "uploaded_by").order_by("-since", "-id")
