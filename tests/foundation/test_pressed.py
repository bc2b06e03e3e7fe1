"""An address that only a button leads to."""

import pytest
from django.urls import reverse

from factories.dossiers import place
from thidua.modules.accounts.models import User

pytestmark = pytest.mark.django_db


def test_a_button_s_address_opened_by_itself_says_so(client):
    at = place()
    client.force_login(User.objects.get(pk=at.specialist.user_id))
    answer = client.get(reverse("measures_drop", args=[1]))
    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    assert "Địa chỉ này thuộc về một nút bấm ở trang khác" in answer.content.decode()
