"""The unit's meeting and the papers of the file."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.foundation.permissions import require
from thidua.foundation.screens import refusals_on, told
from thidua.modules.dossiers.actions.evidence import sign_outside
from thidua.modules.dossiers.actions.meeting import hold_meeting
from thidua.modules.dossiers.actions.papers import draw_papers, subjects_of
from thidua.modules.dossiers.forms import AttachForm, MeetingForm, SignedForm
from thidua.modules.dossiers.forms.meeting import initial_of
from thidua.modules.dossiers.letters import proposed
from thidua.modules.dossiers.models import Dossier, UnitMeeting
from thidua.modules.dossiers.policy import may_create, may_edit
from thidua.modules.dossiers.queries.households import listed_ids
from thidua.modules.dossiers.views.shared import posted, visible
from thidua.modules.organisations.api import Request
from thidua.modules.papers.api import papers_of, signers_of
from thidua.modules.papers.models import PaperKind

DRAWN = (PaperKind.SUBMITTAL, PaperKind.PROPOSAL_LIST, PaperKind.UNIT_MINUTES, PaperKind.FILE_INDEX)


@require_http_methods(["GET", "HEAD", "POST"])
def meeting(request: Request, pk: int) -> HttpResponse:
    dossier = visible(request, pk)
    require(may_edit(request.actor, dossier))
    rows = [row for row in proposed(dossier) if row.pk not in listed_ids(dossier)]
    held = UnitMeeting.objects.filter(dossier=dossier).first()
    form = MeetingForm(posted(request), candidates=rows, initial=initial_of(held))
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            hold_meeting(
                dossier=dossier,
                draft=form.draft(),
                actor=request.actor,
                on=request.today,
                now=request.now,
            )
        if form.is_valid():
            messages.success(request, _("The meeting and its ballot are kept."))
            return redirect("dossiers_papers", pk=dossier.pk)
    return render(request, "dossiers/meeting.html", {"dossier": dossier, "form": form, "rows": rows})


@require_safe
def papers(request: Request, pk: int) -> HttpResponse:
    return papers_page(request, visible(request, pk))


def papers_page(request: Request, dossier: Dossier, attach: AttachForm | None = None) -> HttpResponse:
    actor = request.actor
    context = {
        "dossier": dossier,
        "papers": papers_of(*subjects_of(dossier)),
        "kinds": [(kind.value, kind.label) for kind in DRAWN],
        "evidence": list(
            dossier.evidence.select_related("file", "candidate").order_by("candidate__place", "id")
        ),
        "attach": attach or AttachForm(codes=[]),
        "signed": SignedForm(),
        "may_edit": may_edit(actor, dossier),
        "may_draw": may_create(actor, dossier.organisation_id),
    }
    return render(request, "dossiers/papers.html", context)


@require_POST
def draw(request: Request, pk: int) -> HttpResponse:
    dossier = visible(request, pk)
    require(may_create(request.actor, dossier.organisation_id))
    with told(request):
        drawn = draw_papers(
            dossier=dossier,
            kind=request.POST.get("kind", ""),
            actor=request.actor,
            on=request.today,
            now=request.now,
        )
        for paper in drawn:
            messages.success(request, _("Drawn: %(title)s.") % {"title": paper.title})
        if not signers_of(dossier.organisation, request.today).exists():
            messages.warning(
                request,
                _(
                    "No signer of the unit is registered: title and name are left empty on the paper. The administrator enters them under “Signers”."
                ),
            )
    return redirect("dossiers_papers", pk=dossier.pk)


@require_POST
def signed(request: Request, pk: int) -> HttpResponse:
    dossier = visible(request, pk)
    require(may_edit(request.actor, dossier))
    form = SignedForm(request.POST, request.FILES)
    if not form.is_valid():
        messages.error(request, _("Choose the file of the signed submittal."))
        return redirect("dossiers_papers", pk=dossier.pk)
    upload = form.cleaned_data["file"]
    with told(request):
        sign_outside(
            dossier=dossier,
            content=upload.read(),
            name=upload.name,
            actor=request.actor,
            now=request.now,
        )
        messages.success(request, _("The signed submittal is kept."))
    return redirect("dossiers_papers", pk=dossier.pk)
