"""What certificates offer to the home page, the menu, the search, decisions and files."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.foundation.parts import Found, WaitingItem
from thidua.kernel.text import search_words
from thidua.modules.certificates import policy, queries
from thidua.modules.certificates.models import Certificate, CertificateState, ProofSheet
from thidua.modules.decisions.api import number_of
from thidua.modules.decisions.models import Decision
from thidua.modules.dossiers.api import PageAction
from thidua.modules.organisations.api import Actor
from thidua.modules.papers.models import Paper
from thidua.modules.privacy.api import Section, section
from thidua.modules.register.models import Entry

SHOWN = 10


def waiting(actor: Actor, on: date) -> Iterator[WaitingItem]:  # noqa: ARG001 -- slot
    for decision in queries.decisions_waiting(actor)[:SHOWN]:
        url = reverse("certificates_new", args=[decision.pk])
        yield WaitingItem(decision.title, url, _("Certificates to prepare"), number_of(decision))
    proofs = queries.proofs_to_answer(actor).select_related("batch__decision").order_by("pk")
    for proof in proofs[:SHOWN]:
        url = reverse("certificates_batch", args=[proof.batch_id])
        yield WaitingItem(str(proof.batch), url, _("Certificates to proof"), number_of(proof.batch.decision))
    batches = queries.batches_to_release(actor).select_related("decision").order_by("pk")
    for batch in batches[:SHOWN]:
        url = reverse("certificates_batch", args=[batch.pk])
        yield WaitingItem(str(batch), url, _("Certificates to release"), number_of(batch.decision))


def counts(actor: Actor, on: date) -> Iterator[tuple[str, QuerySet[Any]]]:  # noqa: ARG001 -- slot
    yield "certificates_list", queries.decisions_waiting(actor)
    yield "certificates_list", queries.proofs_to_answer(actor)
    yield "certificates_list", queries.batches_to_release(actor)


def search(actor: Actor, words: str, limit: int) -> Iterator[Found]:
    if not search_words(words):
        return
    for row in queries.certificates_list(actor, {"words": words}).order_by(*queries.NEWEST)[:limit]:
        url = reverse("certificates_show", args=[row.pk])
        detail = f"{row.award} · {row.entry.decision_number} · {row.get_state_display()}"
        yield Found(_("Certificates"), str(row), url, detail)


def decision_actions(actor: Actor, decision: Decision) -> Iterator[PageAction]:
    """On the page of a decision in force: to its certificates."""
    first = queries.batches_visible_to(actor).filter(decision=decision).order_by("pk").first()
    if first is not None:
        yield PageAction(_("Certificates"), reverse("certificates_batch", args=[first.pk]))
    elif policy.may_prepare(actor, decision) and queries.to_certify(decision):
        url = reverse("certificates_new", args=[decision.pk])
        yield PageAction(_("Prepare the certificates"), url, is_primary=True)


def entry_notes(entry: Entry) -> Iterator[str]:
    """Of one award, on its page: whether its certificate was handed over."""
    for row in entry.certificates.exclude(state=CertificateState.REPLACED):
        yield _("Certificate: %(state)s") % {"state": row.get_state_display()}


def may_read_paper(actor: Actor, paper: Paper) -> bool | None:
    """A proof list is the unit's and the body's; a print file the body's alone."""
    kind, _colon, key = paper.subject.partition(":")
    if kind == "certificate_proof" and key.isdecimal():
        proof = ProofSheet.objects.filter(pk=int(key)).select_related("batch").first()
        return proof is not None and (
            actor.covers(proof.organisation_id) or actor.covers(proof.batch.organisation_id)
        )
    if kind in {"certificate_batch", "certificate_blanks"}:
        return actor.covers(paper.organisation_id)
    return None


def conferral() -> Iterator[Subquery]:
    """The first day on which a certificate of the candidate was handed over."""
    rows = Certificate.objects.filter(item__candidate=OuterRef("pk"), handed_over_on__isnull=False)
    yield Subquery(rows.order_by("handed_over_on").values("handed_over_on")[:1])


def person_data(ids: list[int]) -> Iterator[Section]:
    rows = Certificate.objects.filter(entry__person__in=ids).order_by("pk")
    yield from section(
        _("Certificates"),
        rows,
        "award",
        "name",
        "description",
        "merit",
        "state",
        "handed_over_on",
        "handed_to",
    )
