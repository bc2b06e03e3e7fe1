"""A change is kept with who, when and from where."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.urls import reverse
from pghistory.models import Context

from factories.accounts import UserFactory
from factories.dossiers import person, place
from factories.signing_in import client_of
from thidua.foundation.audit import acting
from thidua.modules.accounts.middleware import HistoryMiddleware
from thidua.modules.accounts.models import User
from thidua.modules.privacy.models import DataRequest

pytestmark = pytest.mark.django_db


def metadata(row, events):
    return events.objects.filter(pgh_obj_id=row.pk).latest("pk").pgh_context.metadata


def test_an_officer_s_change_names_the_address():
    at = place()
    who = person(at.school)
    typed = {
        "kind": "copy",
        "way": "direct",
        "asked_by": who.name,
        "received_on": "01/11/2026",
        "text": "Bản sao.",
    }
    client_of(at.specialist).post(
        reverse("data_requests_create", args=[who.pk]), typed, REMOTE_ADDR="10.1.2.3"
    )
    row = DataRequest.objects.get()
    kept = metadata(row, DataRequest.pgh_event_model)
    assert (kept["actor"], kept["address"]) == (at.specialist.user_id, "10.1.2.3")
    assert User.objects.filter(pk=kept["actor"]).exists()


@pytest.mark.parametrize("is_signed_in", [True, False])
def test_of_a_visitor_no_address_is_kept(is_signed_in, rf):
    request = rf.post("/gioi-thieu/", REMOTE_ADDR="10.1.2.3")
    request.user = UserFactory() if is_signed_in else AnonymousUser()

    def told(_request):
        with acting(None, action="test"):
            UserFactory(username="nguoi-moi")
        return HttpResponse()

    HistoryMiddleware(told)(request)
    kept = Context.objects.latest("created_at").metadata
    assert kept["path"] == "/gioi-thieu/"
    assert ("address" in kept) is is_signed_in
