"""The keeper's screens of local rules: list, read, enter, correct, put in force, end."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from factories.organisations import OrganisationFactory, WardFactory, actor
from factories.rulebook import draft, local_rule, rule_content
from factories.signing_in import client_of
from thidua.law.local import line_of, written
from thidua.modules.organisations.api import Role
from thidua.modules.organisations.models import Kind
from thidua.modules.rulebook.models import LocalRule, RuleState

pytestmark = pytest.mark.django_db
LIST, NEW = "rulebook_local_list", "rulebook_local_new"


@pytest.fixture
def province():
    return OrganisationFactory(name="Tỉnh Bắc Ninh", kind=Kind.PROVINCE)


@pytest.fixture
def ward(province):
    return WardFactory(name="Phường Kinh Bắc", parent=province)


@pytest.fixture
def keeper(ward):
    return client_of(actor(ward, Role.SPECIALIST))


def at(name, rule):
    return reverse(f"rulebook_local_{name}", args=[rule.pk])


def told(response):
    return [(each.line, each.fault.place) for each in response.context["faults"]]


def test_a_list_costs_the_same_for_one_rule_and_for_three(province, keeper):
    counts = []
    for n in range(3):
        draft(province, number=f"0{n}/2026/QĐ-UBND")
        with CaptureQueriesContext(connection) as queries:
            response = keeper.get(reverse(LIST))
        counts.append(len(queries))
        assert len(response.context["page"].rows) == n + 1
    assert len(set(counts)) == 1


def test_a_day_shows_what_stood_on_it(province, keeper):
    rule = local_rule(province)
    draft(province, number="02/2026/QĐ-UBND")
    listed = [
        keeper.get(reverse(LIST), {"ngay": day}).context["page"].rows for day in ("31/12/2025", "01/01/2026")
    ]
    assert [[row.pk for row in rows] for rows in listed] == [[], [rule.pk]]


def test_a_rule_is_read_with_each_provision(province, keeper):
    rule = local_rule(province, values=[{"name": "votes/GK", "value": 60, "at": "7"}])
    page = keeper.get(at("show", rule))
    rows = [(row.label, row.value, row.cites) for group in page.context["groups"] for row in group.rows]
    assert rows[1] == (
        "Tỷ lệ đồng ý: Giấy khen", "60 %", "Quyết định 01/2026/QĐ-UBND, Điều 7",
    )  # fmt: skip
    assert rows[0][2] == "Quyết định 01/2026/QĐ-UBND, Điều 5 khoản 1"


def test_a_share_says_of_whom_and_a_number_that_it_is_one(province, keeper):
    values = [
        {"name": "quotas/GK-of-LDTT", "value": 30, "at": "7"},
        {"name": "quotas/GK-of-year", "value": 10, "at": "8"},
    ]
    page = keeper.get(at("show", local_rule(province, criteria=[], values=values)))
    rows = [(row.label, row.value, row.note) for group in page.context["groups"] for row in group.rows]
    assert rows == [
        ("Tỷ lệ tối đa: Giấy khen", "30 %", "Trên số đạt Lao động tiên tiến"),
        ("Số lượng tối đa một năm: Giấy khen", "10", ""),
    ]


def test_what_is_typed_stays_with_its_faults_beside_it(province, keeper):
    text = written(rule_content(province)).replace("kind: run", "kind: runn")
    response = keeper.post(reverse(NEW), {"organisation": province.pk, "text": text}, follow=True)
    (rule,) = LocalRule.objects.all()
    line = next(n for n, words in enumerate(text.splitlines(), 1) if "runn" in words)
    assert response.redirect_chain[-1][0] == at("edit", rule)
    assert told(response) == [(line, "criteria[0].conditions[0].kind")]
    assert response.context["form"]["text"].value() == text


def test_a_text_that_is_no_yaml_names_the_line(province, keeper):
    keeper.post(reverse(NEW), {"organisation": province.pk, "text": "a: [1\nb: 2"})
    (rule,) = LocalRule.objects.all()
    (fault,) = keeper.get(at("edit", rule)).context["faults"]
    assert fault.fault.place.startswith("dòng 2")


def test_a_file_takes_the_place_of_the_text(province, keeper):
    file = SimpleUploadedFile("a.yaml", written(rule_content(province)).encode())
    keeper.post(reverse(NEW), {"organisation": province.pk, "text": "x", "file": file})
    (rule,) = LocalRule.objects.all()
    assert (rule.number, told(keeper.get(at("show", rule)))) == ("01/2026/QĐ-UBND", [])
    assert keeper.get(at("download", rule)).content.decode() == rule.text
    bad = SimpleUploadedFile("a.yaml", b"\xff\xfe")
    response = keeper.post(reverse(NEW), {"organisation": province.pk, "text": "x", "file": bad})
    assert "file" in response.context["form"].errors


def test_two_who_rewrite_one_draft_see_both_texts(province, keeper):
    rule = draft(province)
    seen = keeper.get(at("edit", rule)).context["form"]["seen"].value()
    ours = {"organisation": province.pk, "text": "mine", "seen": seen}
    theirs = {**ours, "text": written(rule_content(province, number="02/2026/QĐ-UBND"))}
    keeper.post(at("edit", rule), theirs)
    response = keeper.post(at("edit", rule), ours)
    form = response.context["form"]
    assert (form["text"].value(), response.context["theirs"]) == ("mine", theirs["text"])
    keeper.post(at("edit", rule), {**ours, "seen": form["seen"].value()})
    rule.refresh_from_db()
    assert rule.text == "mine"


def test_from_draft_to_end(province, ward, keeper):
    rule, leader = draft(province), client_of(actor(ward, Role.LEADER))
    assert keeper.post(at("put_in_force", rule)).status_code == 403
    leader.post(at("put_in_force", rule))
    rule.refresh_from_db()
    assert rule.state == RuleState.IN_FORCE
    early = leader.post(at("end", rule), {"until": "01/01/2026", "reason": "02/2026"})
    assert "until" in early.context["end_form"].errors
    assert keeper.post(at("end", rule), {"until": "01/07/2026", "reason": "02/2026"}).status_code == 403
    leader.post(at("end", rule), {"until": "01/07/2026", "reason": "02/2026"})
    rule.refresh_from_db()
    assert rule.state == RuleState.ENDED
    assert keeper.post(at("throw_away", rule)).status_code == 403


def test_a_draft_is_thrown_away(province, keeper):
    rule = draft(province)
    keeper.post(at("throw_away", rule))
    assert not LocalRule.objects.exists()


def test_who_may_not_keep_rules_does_not_get_in(province, ward):
    rule = draft(province)
    school = client_of(actor(OrganisationFactory(parent=ward), Role.UNIT_OFFICER))
    clerk = client_of(actor(ward, Role.CLERK))
    elsewhere = client_of(actor(WardFactory(), Role.SPECIALIST))
    seen = [client.get(at("show", rule)).status_code for client in (school, clerk, elsewhere)]
    assert seen == [403, 403, 404]


def test_drafts_of_a_province_with_keepers_are_its_own(province, ward, keeper):
    rule, known = draft(province, number="02/2026/QĐ-UBND"), local_rule(province)
    actor(province, Role.SPECIALIST)
    assert [keeper.get(at("show", one)).status_code for one in (rule, known)] == [404, 200]
    assert keeper.post(at("end", known), {"until": "01/07/2026", "reason": "x"}).status_code == 403


def test_the_template_begins_a_rule_that_only_lacks_its_content(province, ward, keeper):
    form = keeper.get(reverse(NEW)).context["form"]
    text = form["text"].value()
    keeper.post(reverse(NEW), {"organisation": form["organisation"].value(), "text": text})
    (rule,) = LocalRule.objects.all()
    assert [place for _line, place in told(keeper.get(at("edit", rule)))] == ["criteria"]


def test_a_rule_that_is_shipped_is_offered_to_its_place():
    city = OrganisationFactory(name="Thành phố Hà Nội", kind=Kind.PROVINCE)
    client = client_of(actor(city, Role.SPECIALIST))
    offered = dict(client.get(reverse(NEW)).context["at_hand"])
    assert "ha-noi-77-2025.yaml" in offered
    begun = client.get(reverse(NEW), {"mau": "ha-noi-77-2025.yaml"}).context["form"]["text"].value()
    client.post(reverse(NEW), {"organisation": city.pk, "text": begun})
    (rule,) = LocalRule.objects.all()
    assert told(client.get(at("show", rule))) == []


def test_lines_of_places():
    text = "a:\n  - b: 1\n  - b: 2\n    c: [x, y]\n"
    assert [line_of(text, place) for place in ("a", "a[1].c", "a[1].missing", "z")] == [1, 4, 3, None]
