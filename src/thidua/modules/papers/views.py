from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.foundation.paging import capped_count, keyset
from thidua.foundation.permissions import require
from thidua.foundation.screens import create_once, refusals_on
from thidua.modules.organisations.api import Actor, Request, in_force
from thidua.modules.papers import actions, policy, queries
from thidua.modules.papers.forms import SignerFilter, SignerForm
from thidua.modules.papers.letters import signing_lines
from thidua.modules.papers.models import Paper, SigningAuthority
from thidua.modules.papers.templates_in_force import passed_over

ORDER = ("-since", "-id")


@require_safe
def show(request: Request, pk: int) -> HttpResponse:
    """One paper with its versions; what somebody may not read does not exist for him."""
    rows = Paper.objects.select_related("organisation", "pdf", "docx", "drawn_by", "template__organisation")
    paper = get_object_or_404(rows, pk=pk)
    if not policy.may_read(request.actor, paper):
        raise Http404
    versions = queries.versions_of(paper).select_related("pdf", "drawn_by", "template")
    context = {"paper": paper, "versions": versions, "passed_over": passed_over(paper)}
    return render(request, "papers/show.html", context)


@require_safe
def signers(request: Request) -> HttpResponse:
    actor: Actor = request.actor
    require(policy.may_see_signers(actor))
    form = SignerFilter(request.GET)
    chosen = form.chosen()
    rows = queries.signing_authorities(actor)
    if "q" in chosen:
        rows = rows.filter(name__icontains=chosen["q"])
    if chosen.get("con_hieu_luc"):
        rows = rows.filter(in_force(actor.on))
    page = keyset(rows, order=ORDER, token=request.GET.get("trang", ""))
    context = {
        "form": form,
        "page": page,
        "rows": [(signer, signing_lines(signer)) for signer in page.rows],
        "count": capped_count(rows),
        "may_keep": actor.organisation is not None and policy.may_keep_signers(actor, actor.organisation),
    }
    return render(request, "papers/signers.html", context)


def signer_new(request: Request) -> HttpResponse:
    actor: Actor = request.actor
    require(policy.may_keep_signers(actor, actor.organisation))
    return _signer(request, SigningAuthority())


def signer_edit(request: Request, pk: int) -> HttpResponse:
    actor: Actor = request.actor
    require(policy.may_see_signers(actor))
    signer = get_object_or_404(queries.signing_authorities(actor), pk=pk)
    require(policy.may_keep_signers(actor, signer.organisation))
    return _signer(request, signer)


def _signer(request: Request, signer: SigningAuthority) -> HttpResponse:
    form = SignerForm(request.actor, request.POST or None, instance=signer)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            return create_once(request, lambda: _save(request, form))
    return render(request, "papers/signer.html", {"form": form, "signer": signer})


def _save(request: Request, form: SignerForm) -> str:
    actions.name_signer(authority=form.instance, actor=request.actor)
    messages.success(request, _("Saved."))
    return reverse("signers_list")
