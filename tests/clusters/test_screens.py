"""What stands on the screens, what a form refuses with all that was typed, who gets to which page, and their cost."""

from io import BytesIO

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from python_calamine import CalamineWorkbook

from conftest import NOW, TODAY
from factories.clusters import Block, block, draft, paper_block
from factories.organisations import PeriodFactory
from thidua.modules.accounts.models import User
from thidua.modules.clusters.actions import clusters
from thidua.modules.clusters.models import Cluster, ClusterMember, ClusterYear, Criterion, CriterionGroup
from thidua.modules.clusters.provides import waiting

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _clean(tmp_path, settings):
    settings.FILES_PATH = tmp_path
    cache.clear()
    with time_machine.travel(NOW):
        yield


def sign_in(client, who):
    client.force_login(User.objects.get(pk=who.user_id))


def address(name: str, *args: object) -> str:
    return reverse(name, args=args)


TYPED = {
    "name": "Cụm thi đua số 2",
    "kind": "cluster",
    "running": "here",
    "authority": "UBND phường",
    "paper_number": "15/QĐ-UBND",
    "paper_on": "20/12/2025",
    "since": "01/01/2026",
}


def test_a_cluster_is_set_up_once(client):
    made = block()
    sign_in(client, made.desk)
    for _n in range(2):
        done = client.post(address("clusters_create"), TYPED | {"once": "k"})
    row = Cluster.objects.exclude(pk=made.cluster.pk).get()
    assert done["Location"] == address("clusters_show", row.pk)
    assert (row.name, str(row.paper_on), row.organisation) == ("Cụm thi đua số 2", "2025-12-20", made.ward)


def test_what_was_typed_stays_when_a_day_is_wrong(client):
    made = block()
    sign_in(client, made.desk)
    page = client.post(address("clusters_create"), TYPED | {"until": "01/01/2025", "once": "k"})
    form = page.context["form"]
    assert (form["name"].value(), form.non_field_errors()) == (
        "Cụm thi đua số 2",
        ["Ngày cuối phải sau ngày đầu."],
    )


def test_two_who_change_at_once_see_both_texts(client):
    made = block()
    sign_in(client, made.desk)
    client.post(address("clusters_change", made.cluster.pk), TYPED | {"version": 0})
    page = client.post(
        address("clusters_change", made.cluster.pk), TYPED | {"version": 0, "name": "Cụm khác"}
    )
    assert [(theirs, mine) for _label, theirs, mine in page.context["conflict"]] == [
        ("Cụm thi đua số 2", "Cụm khác")
    ]
    again = TYPED | {"name": "Cụm khác", "version": page.context["form"]["version"].value()}
    assert client.post(address("clusters_change", made.cluster.pk), again).status_code == 302


def test_members_and_heads(client):
    made = block()
    sign_in(client, made.desk)
    here = address("clusters_show", made.cluster.pk)
    member = {"name": "Trường tư thục Bình Minh", "since": "01/01/2026", "n_votes": "1"}
    assert client.post(address("clusters_add_member", made.cluster.pk), member)["Location"] == here
    again = client.post(address("clusters_add_member", made.cluster.pk), member)
    assert list(again.context["member_form"].errors) == ["name"]
    row = ClusterMember.objects.get(name="Trường tư thục Bình Minh")
    head = {"member": row.pk, "role": "deputy", "since": "01/01/2026", "until": "01/01/2027"}
    assert client.post(address("clusters_appoint", made.cluster.pk), head)["Location"] == here
    clash = client.post(address("clusters_appoint", made.cluster.pk), head | {"role": "head"})
    assert len(clash.context["head_form"].non_field_errors()) == 1
    assert client.post(address("clusters_end_headship", row.headships.get().pk))["Location"] == here
    assert client.post(address("clusters_end_member", row.pk), {"until": "01/06/2026"})["Location"] == here
    early = client.post(address("clusters_end_member", row.pk), {"until": "01/01/2020"})
    assert list(early.context["form"].errors) == ["until"]


def test_criteria_on_screen(client):
    made = block()
    sign_in(client, made.officers[0])
    here = address("cluster_years_criteria", made.year.pk)
    group = {"name": "Chuyển đổi số", "ceiling": "7,5", "once": "g"}
    assert client.post(address("criterion_groups_add", made.year.pk), group)["Location"] == here
    row = CriterionGroup.objects.get(name="Chuyển đổi số")
    one = {
        "name": "Hồ sơ trực tuyến",
        "way": "target",
        "most": "10",
        "target": "",
        "weight": "1",
        "once": "c",
    }
    refused = client.post(address("criteria_add", row.pk), one)
    assert refused.context["form"]["name"].value() == "Hồ sơ trực tuyến"
    assert len(refused.context["form"].non_field_errors()) == 1
    more = client.post(address("criteria_add", row.pk), one | {"target": "1.250,5", "more": "1"})
    assert more["Location"] == address("criteria_add", row.pk)
    made_one = Criterion.objects.get(group=row)
    assert (row.ceiling, made_one.target) == (7.5, 1250.5)
    assert client.post(address("criteria_change", made_one.pk), one | {"target": "90"})["Location"] == here
    assert client.post(address("criteria_remove", made_one.pk))["Location"] == here
    assert client.post(address("criterion_groups_change", row.pk), {"name": "Số"})["Location"] == here
    assert client.post(address("criterion_groups_remove", row.pk))["Location"] == here
    assert not CriterionGroup.objects.filter(pk=row.pk).exists()


def test_last_years_criteria_with_one_click(client):
    made = block()
    sign_in(client, made.desk)
    period = PeriodFactory(year=2027)
    begun = client.post(address("clusters_begin_year", made.cluster.pk), {"period": period.pk, "once": "y"})
    year = ClusterYear.objects.get(period=period)
    assert begun["Location"] == address("cluster_years_criteria", year.pk)
    assert client.get(begun["Location"]).context["before"] == made.year
    client.post(address("cluster_years_copy", year.pk))
    assert client.get(begun["Location"]).context["n_criteria"] == 4


def test_a_whole_year_on_screen(client):
    """Opened by the head, scored, sent, checked with a doubt, settled, announced; each at his own screen."""
    made = block()
    sign_in(client, made.heads[0])
    client.post(address("cluster_years_step", made.year.pk, "open"))
    for n in range(3):
        _score(client, made, n)
    for n in range(3):
        _check(client, made, n, doubt="15" if n == 1 else "18")
    sign_in(client, made.heads[0])
    client.post(address("cluster_years_step", made.year.pk, "settle"))
    early = client.post(address("cluster_years_step", made.year.pk, "announce"), ANNOUNCED)
    assert early.status_code == 200
    _settle(client, made)
    done = client.post(address("cluster_years_step", made.year.pk, "announce"), ANNOUNCED)
    assert done["Location"] == address("cluster_years_show", made.year.pk)
    sign_in(client, made.officers[2])
    page = client.get(done["Location"])
    assert [(line["card"].member, line["place"]) for line in page.context["lines"]] == [
        (made.members[0], 1),
        (made.members[2], 1),
        (made.members[1], 3),
    ]


ANNOUNCED = {"basis": "Biên bản số 02/BB", "result_on": "23/11/2026"}


def _entries(made: Block, values: tuple[str, ...], words: str) -> dict[str, str]:
    pairs = list(zip(made.criteria(), values, strict=True))
    return {f"c_{one.pk}": value for one, value in pairs} | {f"w_{one.pk}": words for one, _v in pairs}


def _score(client, made: Block, n: int) -> None:
    sign_in(client, made.heads[n])
    card = made.cards()[n]
    figures = _entries(made, ("98", "18", "0", "1"), "theo báo cáo")
    wrong = client.post(
        address("scorecards_score", card.pk), figures | {f"c_{made.criteria()[1].pk}": "99", "version": 0}
    )
    assert list(wrong.context["form"].errors) == [f"c_{made.criteria()[1].pk}"]
    saved = client.post(address("scorecards_score", card.pk), figures | {"version": 0, "done": "1"})
    assert saved["Location"] == address("scorecards_show", card.pk)
    assert client.post(address("scorecards_step", card.pk, "send")).status_code == 302


def _check(client, made: Block, n: int, doubt: str) -> None:
    sign_in(client, made.heads[(n + 1) % 3])
    card = made.cards()[n]
    values = _entries(made, ("50", doubt, "0", "1"), "" if doubt == "18" else "thiếu minh chứng")
    assert client.post(address("scorecards_check", card.pk), values).status_code == 302
    assert client.post(address("scorecards_step", card.pk, "check")).status_code == 302


def _settle(client, made: Block) -> None:
    card, one = made.cards()[1], made.criteria()[1]
    page = client.get(address("scorecards_settle", card.pk))
    assert [row[0].criterion for _group, rows in page.context["groups"] for row in rows] == [one]
    values = {f"c_{one.pk}": "17", f"w_{one.pk}": "đã bổ sung minh chứng"}
    assert client.post(address("scorecards_settle", card.pk), values).status_code == 302


def test_two_who_score_at_once_see_both(client):
    made = block().open()
    made.score(0)
    sign_in(client, made.officers[0])
    values = _entries(made, ("1", "2", "3", "4"), "khác") | {"version": 0}
    page = client.post(address("scorecards_score", made.cards()[0].pk), values)
    assert len(page.context["conflict"]) == 4
    assert page.context["form"]["version"].value() == "1"


def test_evidence_goes_on_and_off(client):
    made = block().open()
    sign_in(client, made.officers[0])
    card, one = made.cards()[0], made.criteria()[0]
    proof = {"criterion": one.pk, "label": "Báo cáo", "link": "https://phuong.example/bc"}
    assert client.post(address("scorecards_attach", card.pk), proof).status_code == 302
    refused = client.post(address("scorecards_attach", card.pk), proof | {"link": "khong phai"})
    assert list(refused.context["evidence"].errors) == ["link"]
    row = card.scores.get().evidence.get()
    assert client.post(address("scorecards_detach", row.pk)).status_code == 302
    assert card.scores.get().evidence.count() == 0


def test_checkers_are_assigned(client):
    made = block().open()
    sign_in(client, made.officers[0])
    cards = made.cards()
    chosen = {f"card_{card.pk}": card.checker_id for card in cards} | {
        f"card_{cards[0].pk}": made.members[2].pk
    }
    client.post(address("cluster_years_assign", made.year.pk), chosen)
    assert made.cards()[0].checker == made.members[2]
    itself = client.post(
        address("cluster_years_assign", made.year.pk), chosen | {f"card_{cards[0].pk}": made.members[0].pk}
    )
    assert list(itself.context["form"].errors) == [f"card_{cards[0].pk}"]


def test_a_result_from_paper_is_recorded(client):
    made = paper_block().open()
    sign_in(client, made.desk)
    card = made.cards()[0]
    values = ANNOUNCED | {f"t_{card.pk}": "93,5", f"p_{card.pk}": "2"}
    assert client.post(address("cluster_years_step", made.year.pk, "record"), values).status_code == 302
    page = client.get(address("cluster_years_show", made.year.pk))
    assert [(line["total"], line["place"]) for line in page.context["lines"]] == [(93.5, 2)]


def test_the_card_goes_out_to_excel(client):
    made = block().open()
    made.score(0)
    sign_in(client, made.officers[0])
    sent = client.get(address("scorecards_show", made.cards()[0].pk), {"xuat": "xlsx"})
    rows = (
        CalamineWorkbook.from_filelike(BytesIO(b"".join(sent.streaming_content)))
        .get_sheet_by_index(0)
        .to_python()
    )
    assert rows[0][:4] == ["Nhóm tiêu chí", "Tiêu chí", "Cách chấm điểm", "Điểm tối đa"]
    assert [(row[1], row[4], row[5]) for row in rows[1:]] == [
        ("Chỉ tiêu, tiêu chí 1", 49.0, 25.0),
        ("Chỉ tiêu, tiêu chí 2", 18.0, 18.0),
        ("Điểm trừ, điểm thưởng, tiêu chí 1", 1.0, -2.0),
        ("Điểm trừ, điểm thưởng, tiêu chí 2", 2.0, 2.0),
    ]


def test_another_members_card_does_not_exist_while_scoring(client):
    made = block().open()
    sign_in(client, made.officers[1])
    assert client.get(address("scorecards_show", made.cards()[2].pk)).status_code == 404
    own = client.get(address("scorecards_show", made.cards()[1].pk))
    assert (own.status_code, bool(own.context["may_score"])) == (200, True)
    assert client.get(address("cluster_years_assign", made.year.pk)).status_code == 403


def n_queries(client, url: str) -> int:
    client.get(url)
    with CaptureQueriesContext(connection) as captured:
        client.get(url)
    return len(captured)


def test_the_list_costs_the_same_at_any_length(client):
    made = block()
    sign_in(client, made.desk)
    one = n_queries(client, address("clusters_list"))
    for n in range(2):
        clusters.create(organisation=made.ward, draft=draft(name=f"Cụm {n}"), actor=made.desk)
    assert n_queries(client, address("clusters_list")) == one


@pytest.mark.parametrize("name", ["cluster_years_show", "clusters_show"])
def test_a_page_costs_the_same_for_any_number_of_members(client, name):
    costs = []
    for n in (2, 6):
        made = block(n=n).open()
        for one in range(n):
            made.send(one)
        sign_in(client, made.desk)
        costs.append(n_queries(client, address(name, made.year.pk if "years" in name else made.cluster.pk)))
    assert costs[0] == costs[1]


def test_home_names_what_waits():
    made = block().open()
    made.send(1)
    label = str(made.fresh())
    assert [(item.label, item.detail) for item in waiting(made.officers[2], TODAY)] == [
        (label, f"to be cross-checked: {made.members[1].name}"),
        (label, "to be scored by your unit"),
    ]


def summed_up(made, n):
    return [item.detail for item in waiting(made.officers[n], TODAY) if "summed up" in item.detail]


def test_home_tells_the_head_once_all_is_cross_checked():
    made = block().open()
    assert summed_up(made, 0) == []
    made.checked()
    assert summed_up(made, 0) == ["to be summed up by the head"]
    assert summed_up(made, 1) == []
