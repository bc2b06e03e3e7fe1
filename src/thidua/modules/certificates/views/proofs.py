"""The proof list of one unit: its head says that all is right, or what is wrong."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from thidua.foundation.permissions import require
from thidua.foundation.screens import refusals_on
from thidua.modules.certificates import actions, policy, queries
from thidua.modules.certificates.forms import ProofForm
from thidua.modules.certificates.models import ProofSheet
from thidua.modules.certificates.views.shared import visible_batch
from thidua.modules.decisions.api import number_of
from thidua.modules.organisations.api import Request
from thidua.modules.papers.api import papers_of


@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: Request, pk: int) -> HttpResponse:
    rows = ProofSheet.objects.filter(batch__in=queries.batches_visible_to(request.actor))
    proof = get_object_or_404(rows.select_related("batch", "organisation"), pk=pk)
    batch = visible_batch(request, proof.batch_id)
    require(policy.may_answer(request.actor, proof))
    form = ProofForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            _answered(request, proof, form)
        if form.is_valid():
            return redirect("certificates_batch", pk=batch.pk)
    context = {
        "proof": proof,
        "batch": batch,
        "number": number_of(batch.decision),
        "form": form,
        "papers": papers_of(actions.subject(proof)),
        "rows": queries.in_order(batch, request.actor).filter(organisation=proof.organisation_id),
        "is_head": policy.is_head(request.actor, proof),
    }
    return render(request, "certificates/proof.html", context)


def _answered(request: Request, proof: ProofSheet, form: ProofForm) -> None:
    actor, now = request.actor, request.now
    if "sai" in request.POST:
        actions.dispute(proof=proof, remark=form.cleaned_data["remark"], actor=actor, now=now)
        return
    upload = form.cleaned_data["file"]
    content, name = (upload.read(), upload.name) if upload else (None, "")
    actions.confirm(proof=proof, content=content, name=name, actor=actor, now=now)
