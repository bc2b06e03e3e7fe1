"""Rules entered field by field: the same data as their YAML, refused with the same words at the field."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from factories.organisations import OrganisationFactory, WardFactory, actor
from factories.rulebook import GK, ON, draft, local_rule
from factories.signing_in import client_of
from thidua import law
from thidua.law.local import KIND_ARGUMENTS, faults_of, parse, read_local_rules, shipped_texts
from thidua.modules.organisations.api import Role
from thidua.modules.organisations.models import Kind
from thidua.modules.rulebook.entry import paths
from thidua.modules.rulebook.entry.catalogue import InstrumentForm, additions, form_of
from thidua.modules.rulebook.entry.forms import Entry
from thidua.modules.rulebook.models import LocalRule

TEXTS = shipped_texts()


def entries(content: dict[str, Any]) -> list[str]:
    """The path of every entry, conditions and their parts included."""
    found: list[str] = []

    def below(rows: object, path: str) -> None:
        for n, row in enumerate(rows if isinstance(rows, list) else ()):
            found.append(f"{path}.{n}")
            for name in ("conditions", "parts"):
                below(row.get(name), f"{path}.{n}.{name}")

    for section in paths.SECTIONS:
        below(content.get(section), section)
    return found


def sent(form: Entry) -> QueryDict:
    """What a browser sends when nobody changes anything."""
    data = QueryDict(mutable=True)
    for bound in form:
        value = bound.value()
        if isinstance(value, list | tuple):
            data.setlist(bound.html_name, [str(each) for each in value])
        elif isinstance(value, bool):
            data.update({bound.html_name: "on"} if value else {})
        elif value is not None:
            data[bound.html_name] = value.strftime("%d/%m/%Y") if isinstance(value, date) else str(value)
    return data


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_a_form_that_nobody_changes_writes_the_same_rule(name: str) -> None:
    content, book = parse(TEXTS[name]), law.composed((read_local_rules(TEXTS[name], name),))
    assert isinstance(content, dict)
    for path in entries(content):
        row = paths.find(content, path)
        shown = form_of(path, "", book, row=row)
        again = form_of(path, "", book, row=row, data=sent(shown))
        assert again.is_valid(), (path, again.errors)
        assert again.row() == row, path
    told = content["instrument"]
    form = InstrumentForm(row=told, book=law.national_book())
    again = InstrumentForm(sent(form), row=told, book=law.national_book())
    assert (again.is_valid(), again.row()) == (True, told)


@pytest.mark.parametrize("kind", sorted(KIND_ARGUMENTS))
def test_every_kind_of_condition_has_a_field_for_each_argument(kind: str) -> None:
    form = form_of("criteria.0.conditions", kind, law.national_book())
    assert set(KIND_ARGUMENTS[kind]) <= set(form.fields)


def test_everything_a_rule_may_hold_can_be_added() -> None:
    assert {each.path for each in additions()} == set(paths.SECTIONS)


def test_a_commune_is_offered_only_what_the_law_leaves_to_it() -> None:
    offered = {(each.path, each.sort) for each in additions(of_commune=True)}
    values = {("values", sort) for sort in ("votes", "councils", "publicity")}
    assert offered == {("deadlines", ""), *values}


def test_days_are_shown_as_one_types_them() -> None:
    form = InstrumentForm(row={"since": "2026-09-01", "checked_on": "26.11.2026"}, book=law.national_book())
    assert 'value="01/09/2026"' in str(form["since"])
    assert 'value="26.11.2026"' in str(form["checked_on"])


@pytest.mark.parametrize(
    "path", ["", "instrument", "criteria.x", "values.0.conditions.0.kind", "criteria..0"]
)
def test_a_path_that_leads_nowhere_is_refused(path: str) -> None:
    with pytest.raises(paths.CannotFindEntry):
        paths.find({"criteria": [GK]}, path)


pytest_db = pytest.mark.django_db


@pytest.fixture
def city():
    return OrganisationFactory(name="Thành phố Hà Nội", kind=Kind.PROVINCE)


@pytest.fixture
def officer(city):
    return client_of(actor(WardFactory(parent=city), Role.SPECIALIST))


INSTRUMENT = {
    "number": "12/2026/QĐ-UBND",
    "name": "Quy định về công tác thi đua, khen thưởng",
    "since": "01/01/2027",
    "confidence": "text",
    "checked_on": "20/11/2026",
}


def begun(client, city) -> LocalRule:
    client.post(reverse("rulebook_local_begin"), {"organisation": city.pk, **INSTRUMENT})
    return LocalRule.objects.get()


def address(name: str, rule: LocalRule) -> str:
    return reverse(f"rulebook_local_{name}", args=[rule.pk])


def entry_at(rule: LocalRule, where: str, sort: str = "") -> str:
    return reverse("rulebook_local_entry", args=[rule.pk, where]) + (f"?loai={sort}" if sort else "")


def send(client, rule: LocalRule, where: str, sort: str, **given: Any):
    seen = client.get(address("compose", rule)).context["seen"]
    return client.post(entry_at(rule, where, sort), {"seen": seen, **given})


@pytest_db
def test_an_officer_enters_a_ratio_and_the_criteria_of_a_city_honour_without_yaml(city, officer):
    rule = begun(officer, city)
    send(
        officer,
        rule,
        "values",
        "quotas",
        honour="CSTDCS",
        of="LDTT",
        value="20",
        article="7",
        clause="2",
    )
    send(
        officer,
        rule,
        "criteria",
        "",
        honour="CDTDUT",
        kind="individual",
        role="replaces:local_criteria",
        article="4",
    )
    send(officer, rule, "criteria.0.conditions", "never_disciplined",
         **{"from": "reprimand"}, vi="Chưa bị kỷ luật", article="4", point="a")  # fmt: skip
    send(officer, rule, "criteria.0.conditions", "none_of", vi="Chưa được tặng danh hiệu này")
    send(officer, rule, "criteria.0.conditions.1.parts", "count", of="award:CDTDUT", at_least="1")
    rule.refresh_from_db()
    assert parse(rule.text) == {
        "instrument": {
            "number": "12/2026/QĐ-UBND",
            "name": "Quy định về công tác thi đua, khen thưởng",
            "since": "2027-01-01",
            "confidence": "text",
            "checked_on": "2026-11-20",
            "by": "Thành phố Hà Nội",
            "place": "ha-noi",
        },
        "values": [{"name": "quotas/CSTDCS-of-LDTT", "value": 20, "at": "7.2"}],
        "criteria": [
            {
                "honour": "CDTDUT",
                "kind": "individual",
                "replaces": "local_criteria",
                "at": "4",
                "conditions": [
                    {"kind": "never_disciplined", "from": "reprimand", "vi": "Chưa bị kỷ luật", "at": "4.a"},
                    {
                        "kind": "none_of",
                        "vi": "Chưa được tặng danh hiệu này",
                        "parts": [{"kind": "count", "of": "award:CDTDUT", "at_least": 1}],
                    },
                ],
            }
        ],
    }
    assert (faults_of(parse(rule.text)), bool(rule.digest)) == ([], True)


@pytest_db
def test_the_checker_speaks_at_the_field(city, officer):
    rule = begun(officer, city)
    ratio = {"honour": "CSTDCS", "of": "LDTT", "value": "120"}
    wrong = send(officer, rule, "values", "quotas", **ratio)
    assert wrong.context["form"].errors == {"value": ["«120» không hợp lệ. Cần số nguyên từ 0 đến 100"]}
    fixed = send(officer, rule, "values", "votes", honour="CSTDCT", value="80")
    assert "90% phiếu đồng ý" in str(fixed.context["form"].errors["honour"])
    law_says = send(officer, rule, "criteria", "", honour="CSTDTQ", kind="individual", role="adds:standards")
    assert "Luật không giao địa phương" in str(law_says.context["form"].errors["role"])
    own = send(officer, rule, "criteria", "", honour="LDTT", kind="individual", role="own:")
    said = str(own.context["form"].errors["role"])
    assert "lao động, sản xuất có hiệu quả" in said
    assert not {"production", "adds", "replaces"} & set(said.split())
    place = send(officer, rule, "values", "quotas", **ratio | {"value": "20"}, article="điều 7")
    assert "article" in place.context["form"].errors
    rule.refresh_from_db()
    assert set(parse(rule.text)) == {"instrument"}


@pytest_db
def test_a_commune_reads_once_why_a_standard_is_not_for_it(city):
    ward = WardFactory(parent=city)
    client = client_of(actor(ward, Role.SPECIALIST))
    rule = draft(ward)
    said = send(client, rule, "criteria", "", honour="GK", kind="individual", role="replaces:local_criteria")
    assert said.content.decode().count("không giao cấp xã quy định tiêu chuẩn") == 1
    assert "criteria[" not in said.content.decode()


@pytest_db
def test_an_entry_is_changed_and_taken_out(city, officer):
    rule = draft(city, values=[{"name": "sets/GK", "value": 2, "at": "9"}])
    send(officer, rule, "values.0", "", honour="GK", value="3", article="9")
    rule.refresh_from_db()
    assert parse(rule.text)["values"] == [{"name": "sets/GK", "value": 3, "at": "9"}]
    seen = officer.get(address("compose", rule)).context["seen"]
    officer.post(address("remove", rule), {"o": "values.0", "seen": seen})
    rule.refresh_from_db()
    assert "values" not in parse(rule.text)
    assert officer.get(entry_at(rule, "values.0", "")).status_code == 404


@pytest_db
def test_of_two_who_change_one_draft_the_second_is_told(city, officer):
    rule = draft(city)
    seen = officer.get(address("compose", rule)).context["seen"]
    given = {"honour": "GK", "seen": seen}
    officer.post(entry_at(rule, "values", "sets"), {**given, "value": "2"})
    late = officer.post(entry_at(rule, "values", "votes"), {**given, "value": "60"})
    assert "vừa lưu bản nháp này" in str(late.context["form"].non_field_errors())
    officer.post(
        entry_at(rule, "values", "votes"),
        {**given, "value": "60", "seen": late.context["seen"]},
    )
    rule.refresh_from_db()
    assert [row["name"] for row in parse(rule.text)["values"]] == ["sets/GK", "votes/GK"]


@pytest_db
def test_a_list_of_entries_costs_the_same_for_one_and_for_three(city, officer):
    counts = []
    for n in (1, 3):
        values = [{"name": f"sets/{code}", "value": 2} for code in ("GK", "LDTT", "TVH")[:n]]
        rule = draft(city, number=f"0{n}/2026/QĐ-UBND", values=values)
        with CaptureQueriesContext(connection) as queries:
            page = officer.get(address("compose", rule))
        counts.append(len(queries))
        assert len(page.context["points"]) == n + 2
    assert len(set(counts)) == 1


@pytest_db
def test_a_text_that_no_form_can_read_is_mended_as_text(city, officer):
    rule = draft(city)
    LocalRule.objects.filter(pk=rule.pk).update(text="a: [1")
    assert officer.get(address("compose", rule)).url == address("edit", rule)
    assert officer.get(entry_at(rule, "values", "sets")).status_code == 404


@pytest_db
def test_the_next_version_says_the_same_and_ends_the_former_on_its_day(city, officer):
    leader = client_of(actor(WardFactory(parent=city), Role.LEADER))
    former = local_rule(city)
    officer.post(address("next", former))
    rule = LocalRule.objects.exclude(pk=former.pk).get()
    assert parse(rule.text)["criteria"] == parse(former.text)["criteria"]
    seen = officer.get(address("instrument", rule)).context["seen"]
    officer.post(address("instrument", rule), {**INSTRUMENT, "seen": seen})
    page = leader.get(address("show", rule))
    assert (page.context["replaced"], page.context["faults"]) == ([former], [])
    assert officer.get(address("compose", rule)).context["faults"] == []
    leader.post(address("put_in_force", rule), {"thay": "1"})
    former.refresh_from_db()
    rule.refresh_from_db()
    assert (former.state, former.until, rule.state) == ("ended", date(2027, 1, 1), "in_force")


@pytest_db
def test_a_rule_in_force_is_not_entered_again(city, officer):
    rule = local_rule(city)
    for url in (address("compose", rule), address("instrument", rule), entry_at(rule, "criteria.0")):
        assert officer.get(url).status_code == 403
    assert date(2027, 1, 1) > ON
