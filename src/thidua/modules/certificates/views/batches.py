"""A batch of certificates: prepared, looked over, proofed by the units, released by a second person, printed, handed over."""

from datetime import date

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.foundation.forms import offer
from thidua.foundation.parts import Mark, StepMark
from thidua.foundation.permissions import require
from thidua.foundation.screens import told
from thidua.kernel.days import civil_day
from thidua.modules.certificates import actions, policy, queries
from thidua.modules.certificates.forms import HandOverManyForm
from thidua.modules.certificates.jobs import draw
from thidua.modules.certificates.layout_forms import PrintForm
from thidua.modules.certificates.models import (
    Batch,
    BatchState,
    Certificate,
    CertificateState,
    Printer,
    PrintState,
)
from thidua.modules.certificates.preflight import differences
from thidua.modules.certificates.standing import standings
from thidua.modules.certificates.states import HANDS_OVER
from thidua.modules.certificates.stock_forms import NumberForm
from thidua.modules.certificates.views.shared import visible_batch
from thidua.modules.decisions.api import items_of, number_of
from thidua.modules.decisions.api import visible_to as decisions_visible_to
from thidua.modules.organisations.api import Request
from thidua.modules.papers.api import papers_of

LIFE = tuple(BatchState)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: Request, decision_id: int) -> HttpResponse:
    """Who gets a certificate by this decision, and who does not, before they are prepared."""
    decision = get_object_or_404(decisions_visible_to(request.actor), pk=decision_id)
    require(policy.may_prepare(request.actor, decision))
    if request.method == "POST":
        with told(request):
            batch = actions.prepare(decision=decision, actor=request.actor, now=request.now)
            return redirect("certificates_batch", pk=batch.pk)
    certified = queries.to_certify(decision)
    context = {
        "decision": decision,
        "number": number_of(decision),
        "items": certified,
        "n_without": len(items_of(decision)) - len(certified),
        "batch": decision.certificate_batches.first(),
    }
    return render(request, "certificates/new.html", context)


@require_safe
def show(request: Request, pk: int) -> HttpResponse:
    batch, actor = visible_batch(request, pk), request.actor
    certificates = list(queries.in_order(batch, actor))
    proofs = list(batch.proofs.select_related("organisation", "signed_file", "answered_by", "batch"))
    seen = [one for one in proofs if actor.covers(one.organisation_id) or actor.covers(batch.organisation_id)]
    papers = {paper.subject: paper for paper in papers_of(*(actions.subject(one) for one in seen))}
    is_ours = actor.covers(batch.organisation_id)
    found = differences(certificates) if is_ours and batch.state != BatchState.RELEASED else []
    on_blank = queries.blanks_of(batch)
    stands = standings(one.entry for one in certificates)
    context = {
        "batch": batch,
        "number": number_of(batch.decision),
        "marks": _marks(batch),
        "rows": [(one, stands[one.entry_id].is_revoked, on_blank.get(one.pk)) for one in certificates],
        **_numbering(request, batch),
        "differences": found,
        "n_open": sum(one.blocks for one in found),
        "proofs": [(one, papers.get(actions.subject(one)), policy.may_answer(actor, one)) for one in seen],
        "is_ours": is_ours,
        "may_word": batch.state == BatchState.PREPARING and policy.may_work(actor, batch.organisation_id),
        "may_proof": policy.may_move(actor, batch, "proof"),
        "may_go_back": policy.may_move(actor, batch, "back"),
        "release": policy.may_release(actor, batch),
        "may_print": policy.may_print(actor, batch),
        "may_hand_over": actor.has(*HANDS_OVER)
        and any(
            one.state == CertificateState.RELEASED and not stands[one.entry_id].is_revoked
            for one in certificates
        ),
        "hand_over": HandOverManyForm(initial={"on": request.today}),
        **_prints(batch, is_ours=is_ours),
    }
    return render(request, "certificates/batch.html", context)


def _prints(batch: Batch, *, is_ours: bool) -> dict[str, object]:
    files = list(batch.print_files.select_related("paper", "printer")) if is_ours else []
    return {
        "files": files,
        "print_form": _print_form(batch),
        "is_drawing": any(one.state == PrintState.WAITING for one in files),
    }


def _print_form(batch: Batch, given: QueryDict | None = None) -> PrintForm:
    form = PrintForm(given)
    offer(form, "printer", Printer.objects.filter(organisation=batch.organisation_id).order_by("name"))
    return form


def _numbering(request: Request, batch: Batch) -> dict[str, object]:
    """Where the body keeps numbered blanks, and some certificates stand on none yet."""
    if not policy.may_print(request.actor, batch) or not (n := queries.without_blank(batch).count()):
        return {}
    stocks = queries.stocks_visible_to(request.actor).filter(organisation=batch.organisation)
    return {"number_form": NumberForm(stocks=stocks), "n_unnumbered": n} if stocks else {}


def _marks(batch: Batch) -> list[StepMark]:
    notes = {
        BatchState.PREPARING: _on(civil_day(batch.prepared_at)),
        BatchState.PROOFING: _("the head of each unit signs its list"),
        BatchState.RELEASED: _on(civil_day(batch.released_at))
        if batch.released_at
        else _("by a second person"),
    }
    labels = {
        BatchState.PREPARING: _("Prepare and look over"),
        BatchState.PROOFING: _("Proofed by the units"),
        BatchState.RELEASED: _("Released, print and hand over"),
    }
    here = LIFE.index(BatchState(batch.state))
    return [StepMark(labels[state], _mark(n, here), notes[state]) for n, state in enumerate(LIFE)]


def _mark(place: int, here: int) -> Mark:
    if place < here or here == len(LIFE) - 1:
        return Mark.DONE
    return Mark.NOW if place == here else Mark.NEXT


def _on(day: date) -> str:
    return date_format(day, "SHORT_DATE_FORMAT")


# The steps of this page as its addresses name them.
STEPS = {"gui-soat": "proof", "tra-lai": "back", "duyet-in": "release"}


@require_POST
def take_step(request: Request, pk: int, step: str) -> HttpResponse:
    batch, actor, name = visible_batch(request, pk), request.actor, STEPS.get(step)
    if name is None:
        raise Http404
    require(policy.may_release(actor, batch) if name == "release" else policy.may_move(actor, batch, name))
    reason = request.POST.get("reason", "")
    with told(request):
        if name == "proof":
            actions.send_proofs(batch=batch, actor=actor, now=request.now)
        elif name == "back":
            actions.back(batch=batch, reason=reason, actor=actor)
        else:
            actions.release(batch=batch, unproofed_reason=reason, actor=actor, now=request.now)
    return redirect("certificates_batch", pk=pk)


@require_POST
def ask_for_print(request: Request, pk: int) -> HttpResponse:
    batch = visible_batch(request, pk)
    require(policy.may_print(request.actor, batch))
    form = _print_form(batch, request.POST)
    with told(request), transaction.atomic():
        asked = form.cleaned_data if form.is_valid() else {}
        files = actions.ask_for_print(batch=batch, actor=request.actor, now=request.now, **asked)
        for file in files:
            draw.defer(file_id=file.pk)
    return redirect(f"{reverse('certificates_batch', args=[pk])}#print")


@require_safe
def progress(request: Request, pk: int) -> HttpResponse:
    batch = visible_batch(request, pk)
    require(policy.may_print(request.actor, batch))
    context = {"batch": batch, "may_print": True, **_prints(batch, is_ours=True)}
    return render(request, "certificates/_print.html", context)


@require_POST
def hand_over(request: Request, pk: int) -> HttpResponse:
    """Those ticked, each received by the recipient himself or herself; all or none."""
    batch, actor = visible_batch(request, pk), request.actor
    require(policy.may_enter_hand_over(actor))
    form = HandOverManyForm(request.POST)
    chosen = _ticked(request, batch)
    if not form.is_valid():
        messages.error(request, _("Write the day as dd/mm/yyyy, for example 20/11/2026."))
    elif not chosen:
        messages.error(request, _("Tick whose certificates were handed over."))
    else:
        with told(request), transaction.atomic():
            for one in chosen:
                actions.hand_over(certificate=one, to="", actor=actor, **form.cleaned_data)
            n = len(chosen)
            words = ngettext("%(n)s hand-over is entered.", "%(n)s hand-overs are entered.", n)
            messages.success(request, words % {"n": n})
    return redirect("certificates_batch", pk=pk)


def _ticked(request: Request, batch: Batch) -> list[Certificate]:
    ids = [int(value) for value in request.POST.getlist("certificate") if value.isdecimal()]
    rows = queries.in_order(batch, request.actor)
    return list(rows.filter(pk__in=ids, state=CertificateState.RELEASED))
