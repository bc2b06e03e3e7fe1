"""Blanks with numbers: received once, given in the decision's order, spoilt and replaced, missing; what does not agree."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from factories.certificates import LATER, NOW, proofing, released
from factories.dossiers import place
from factories.signing_in import client_of
from thidua.foundation.permissions import Refused
from thidua.kernel.days import civil_day
from thidua.modules.certificates import actions, queries
from thidua.modules.certificates.actions.stock import CannotUseBlanks, StockDraft
from thidua.modules.certificates.models import BlankStock, BlankUse

pytestmark = pytest.mark.django_db
ON = civil_day(LATER)


@pytest.fixture
def at(tmp_path, settings):
    settings.FILES_PATH = tmp_path
    return place()


def received(at, **fields):
    known = {"name": "Phôi CSTĐCS", "honour": "CSTDCS", "prefix": "A", "first": 98, "last": 101}
    draft = StockDraft(**known | {"received_on": ON - timedelta(days=1), "source": "Nhà in"} | fields)
    return actions.receive_blanks(organisation=at.ward, draft=draft, actor=at.specialist, on=ON, now=NOW)


def numbered(at, batch, stock, first=0):
    return actions.number_blanks(batch=batch, stock=stock, first=first, actor=at.specialist, on=ON)


def fates(stock):
    return [(str(use), use.fate) for use in stock.uses.order_by("number")]


def test_certificates_get_consecutive_blanks_once(at):
    batch, stock = released(at), received(at)
    assert numbered(at, batch, stock, first=99) == batch.certificates.count() == 1
    assert fates(stock) == [("A099", "printed")]
    with pytest.raises(CannotUseBlanks, match="stands on a blank"):
        numbered(at, batch, stock)
    assert str(queries.blanks_of(batch)[batch.certificates.get().pk]) == "A099"


def test_too_few_are_left_and_nothing_is_numbered(at):
    batch, stock = released(at), received(at)
    with pytest.raises(CannotUseBlanks) as refusal:
        numbered(at, batch, stock, first=102)
    assert refusal.value.field == "first"
    assert not stock.uses.exists()


def test_a_spoilt_blank_is_replaced_by_the_next_free_one(at):
    batch, stock = released(at), received(at)
    numbered(at, batch, stock)
    actions.miss(stock=stock, number=99, fate="missing", note="Thiếu tờ", actor=at.specialist, on=ON)
    use = stock.uses.get(fate="printed")
    with pytest.raises(CannotUseBlanks):
        actions.spoil(use=use, note=" ", actor=at.specialist, on=ON)
    new = actions.spoil(use=use, note="Kẹt giấy", actor=at.specialist, on=ON)
    assert (new.number, new.certificate) == (100, use.certificate)
    assert fates(stock) == [("A098", "spoilt"), ("A099", "missing"), ("A100", "printed")]
    actions.spoil(use=new, note="Lem mực", actor=at.specialist, on=ON)
    last = stock.uses.get(fate="printed")
    assert actions.spoil(use=last, note="Rách", actor=at.specialist, on=ON) is None
    assert list(queries.lacking(stock)) == [use.certificate]


@pytest.mark.parametrize(
    "fields",
    [{"first": 101, "last": 110}, {"first": 5, "last": 4}, {"received_on": ON + timedelta(days=1)}],
)
def test_numbers_that_cannot_be_are_refused(at, fields):
    received(at)
    with pytest.raises(CannotUseBlanks):
        received(at, **fields)


def test_the_database_keeps_each_number_once(at):
    stock = received(at)
    again = BlankStock(
        organisation=at.ward,
        name="X",
        prefix="A",
        first=101,
        last=120,
        received_on=ON,
        source="X",
        made_at=NOW,
    )
    with pytest.raises(IntegrityError, match="blank_stock_number_once"), transaction.atomic():
        again.save()
    with pytest.raises(IntegrityError, match="blank_lost_says_why"), transaction.atomic():
        BlankUse.objects.create(stock=stock, number=98, fate="spoilt", on=ON)


@pytest.mark.parametrize("number", [97, 102])
def test_a_number_of_another_stock_is_refused(at, number):
    with pytest.raises(CannotUseBlanks):
        actions.miss(
            stock=received(at), number=number, fate="spoilt", note="Rách", actor=at.specialist, on=ON
        )


def test_before_release_and_from_another_body_nothing_is_numbered(at):
    stock = received(at)
    with pytest.raises(Refused):
        numbered(at, proofing(at), stock)
    with pytest.raises(Refused):
        received(replace(at, specialist=at.head))  # the head of a school


def test_from_the_packet_to_the_page_of_the_batch(at):
    client, batch = client_of(at.specialist), released(at)
    typed = {
        "name": "Phôi",
        "honour": "CSTDCS",
        "letters": "B",
        "first": 1,
        "last": 60,
        "source": "Nhà in",
        "once": "k",
    }
    here = reverse("blank_stocks_receive")
    assert "Nhà in" in client.post(here, typed | {"received_on": ""}).content.decode()
    client.post(here, typed | {"received_on": f"{ON - timedelta(days=1):%d/%m/%Y}"})
    stock = BlankStock.objects.get()
    page = client.get(reverse("certificates_batch", args=[batch.pk])).content.decode()
    assert "Cấp số phôi" in page
    client.post(reverse("blanks_number", args=[batch.pk]), {"stock": stock.pk, "first": "12"})
    page = client.get(reverse("certificates_batch", args=[batch.pk])).content.decode()
    assert "B12" in page
    assert "Cấp số phôi" not in page
    use = stock.uses.get()
    client.post(reverse("blanks_spoil", args=[use.pk]), {"note": "Kẹt giấy"})
    client.post(
        reverse("blank_stocks_miss", args=[stock.pk]), {"number": 60, "fate": "missing", "note": "Thiếu"}
    )
    shown = client.get(reverse("blank_stocks_show", args=[stock.pk]))
    assert (shown.context["n_left"], shown.context["n_lacking"]) == (57, 0)
    assert "đã nhận 60 · đã in 1 · hỏng 1 · thiếu 1 · còn 57" in shown.content.decode()


def test_the_lists_ask_the_same_number_of_queries_for_one_and_three(at):
    client, counts = client_of(at.specialist), []
    for n in range(2):
        stock = received(at, first=1000 * n, last=1000 * n + 99)
        actions.miss(stock=stock, number=1000 * n, fate="spoilt", note="Rách", actor=at.specialist, on=ON)
        addresses = [reverse("blank_stocks_list"), reverse("blank_stocks_show", args=[stock.pk])]
        for address in addresses:
            client.get(address)
        with CaptureQueriesContext(connection) as captured:
            for address in addresses:
                client.get(address)
        counts.append(len(captured))
        for more in range(2):
            actions.miss(
                stock=stock,
                number=1000 * n + 5 + more,
                fate="spoilt",
                note="Rách",
                actor=at.specialist,
                on=ON,
            )
    assert counts[0] == counts[1]
