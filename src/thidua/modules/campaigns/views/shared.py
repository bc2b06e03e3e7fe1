from collections.abc import Mapping

from django.http import HttpRequest, QueryDict
from django.shortcuts import get_object_or_404

from thidua.foundation.forms import Form
from thidua.modules.campaigns import queries
from thidua.modules.campaigns.models import Campaign, CampaignState
from thidua.modules.organisations.api import Request
from thidua.modules.organisations.models import Organisation

TONES = {
    CampaignState.DRAFT: "wait",
    CampaignState.LAUNCHED: "good",
    CampaignState.ENDED: "plain",
    CampaignState.CALLED_OFF: "plain",
}


def visible(request: Request, pk: int) -> Campaign:
    rows = queries.visible_to(request.actor).select_related("above", "plan_file", "made_by")
    return get_object_or_404(rows, pk=pk)


def posted(request: HttpRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def own_unit(request: Request) -> Organisation:
    """The organisation that one acts for; the policy has asked for it before."""
    assert request.actor.organisation is not None
    return request.actor.organisation


def both_texts(form: Form, mine: Mapping[str, object]) -> list[tuple[str, object, object]]:
    """Field by field: what is there now, and what somebody wrote who saved later."""
    return [
        (str(form[name].label), form[name].value(), text)
        for name, text in ((name.removesuffix("_id"), text) for name, text in mine.items())
        if name in form.fields
    ]
