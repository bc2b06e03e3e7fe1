"""A place's rule takes the stead of the delegated condition, for its days and its place only."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.law.local.samples import content, criterion, value

from thidua.law import (
    CannotAnswer,
    CannotReadLocalRules,
    PrizeItem,
    Question,
    Record,
    appraisal_days,
    attendance,
    book_for,
    deadline,
    decide,
    decider,
    look_up,
    national_book,
    powers,
    prize,
    publication,
    quota,
    required_papers,
    sets_needed,
    sweep,
    vote_rule,
)
from thidua.law.engine import barred
from thidua.law.local import read_content, shipped, slots
from thidua.law.local.shelf import refuse_overlaps

GOOD = Record.from_dict({"grades": [{"year": 2025, "grade": "good"}]})
POOR = Record.from_dict({"grades": [{"year": 2025, "grade": "completed"}]})
DAY = date(2026, 3, 1)
GK = Question("GK", "individual", GOOD, DAY, place="bac-ninh")


def local(**changes: Any) -> Any:
    return read_content(content(**changes), "thu.yaml")


def test_without_the_local_rule_the_answer_says_that_it_is_not_loaded() -> None:
    answer = decide(book_for(None, ()), GK)
    assert answer.verdict.value == "unknown"
    assert answer.findings[0].unknown_reason == "local_rule"


def test_with_the_local_rule_the_answer_is_its_own() -> None:
    book = book_for("bac-ninh", [local()])
    assert decide(book, GK).verdict.value == "yes"
    answer = decide(book, replace(GK, record=POOR))
    assert (answer.verdict.value, answer.findings[0].code) == ("no", "local_criteria")
    assert answer.findings[0].cite.label_vi() == "Quyết định 01/2026/QĐ-UBND, Điều 5 khoản 1"


def test_another_place_and_another_day_are_untouched() -> None:
    book = book_for("bac-ninh", [local(instrument={"until": "2026-06-01"})])
    assert decide(book, replace(GK, place="ha-nam")).verdict.value == "unknown"
    for day, verdict in (("2026-01-31", "unknown"), ("2026-02-01", "yes"), ("2026-05-31", "yes")):
        assert decide(book, replace(GK, on=date.fromisoformat(day))).verdict.value == verdict
    assert decide(book, replace(GK, on=date(2026, 6, 1))).verdict.value == "unknown"


def test_the_place_of_the_question_finds_its_rule_on_the_shelf() -> None:
    book = book_for(None, [local()])
    assert book.place is None
    assert decide(book, GK).verdict.value == "yes"
    assert sweep(book, [GK, replace(GK, record=POOR)]).verdicts() == ["yes", "no"]
    assert barred(book, GK).verdict.value == "no"


def test_a_province_s_rule_serves_its_communes() -> None:
    book = book_for("bac-ninh/kinh-bac", [local()])
    assert decide(book, replace(GK, place="bac-ninh/kinh-bac")).verdict.value == "yes"


def test_the_digest_tells_books_apart() -> None:
    one, other = book_for("bac-ninh", [local()]), book_for("bac-ninh", [local(instrument={"name": "Khác"})])
    assert len({one.digest, other.digest, national_book().digest}) == 3
    assert book_for("ha-nam", [local()]).digest == national_book().digest


def test_several_conditions_stand_under_the_code_they_replace() -> None:
    more = {"kind": "judgement", "vi": "Tiêu biểu", "at": "5.2"}
    rules = local(criteria=[criterion(conditions=[criterion()["conditions"][0], more])])
    answer = decide(book_for("bac-ninh", [rules]), GK)
    (finding,) = [item for item in answer.findings if item.code == "local_criteria"]
    assert [part.cite.clause for part in finding.parts] == ["1", "2"]
    assert (finding.verdict.value, finding.unknown_reason) == ("unknown", "judgement")


def test_a_condition_inside_another_is_replaced_where_it_stands() -> None:
    never = {"kind": "never", "vi": "Không bảo lưu", "at": "13.2"}
    rules = local(criteria=[criterion(honour="CSTDCS", replaces="older_initiative", conditions=[never])])
    record = Record.from_dict(
        {
            "grades": [{"year": 2025, "grade": "good"}],
            "initiatives": [{"year": 2024, "scope": "base"}],
        }
    )
    asked = Question("CSTDCS", "individual", record, DAY, 2025, place="bac-ninh", group="official")
    assert decide(book_for(None, ()), asked).verdict.value == "unknown"
    assert decide(book_for(None, [rules]), asked).verdict.value == "no"


def test_what_a_place_adds_is_asked_besides() -> None:
    more = [criterion(honour="TTLDXS", kind="collective", replaces=None, adds="standards")]
    nobody = {"kind": "members", "part": "warned", "at_most": 0, "at": "3.2"}
    more[0]["conditions"] = [nobody]
    book = book_for("bac-ninh", [local(criteria=more)])
    looked = look_up(book, "TTLDXS", "collective", DAY)
    plain = look_up(national_book(), "TTLDXS", "collective", DAY)
    assert [item.kind for item in looked.standards] == [*(item.kind for item in plain.standards), "members"]


def test_two_instruments_may_not_settle_one_point_on_one_day() -> None:
    first, second = local(), local(instrument={"number": "02/2026/QĐ-UBND", "since": "2026-05-01"})
    with pytest.raises(CannotReadLocalRules, match=r"01/2026/QĐ-UBND đã quy định từ 01/02/2026"):
        refuse_overlaps([first, second])
    refuse_overlaps([local(instrument={"until": "2026-05-01"}), second])
    refuse_overlaps([first, local(instrument={"place": "ha-nam"})])


def test_an_example_says_that_it_is_one() -> None:
    book = book_for("bac-ninh", [local(instrument={"is_example": True})])
    said = "Quy định «01/2026/QĐ-UBND» là ví dụ để dùng thử, không phải văn bản thật."
    assert said in decide(book, GK).warnings


OWN = {"code": "BN_GUONG", "vi": "Gương sáng", "nature": "form", "to": ["individual"], "level": "xa"}


def test_a_place_s_own_honour_has_rule_money_votes_and_authority() -> None:
    rules = local(
        honours=[OWN],
        criteria=[criterion(honour="BN_GUONG", replaces=None)],
        values=[{"name": "prizes/BN_GUONG", "value": "0.2"}, {"name": "votes/BN_GUONG", "value": 70}],
        deciders=[{"honour": "BN_GUONG", "offices": ["xa"]}],
    )
    book = book_for("bac-ninh", [rules])
    asked = replace(GK, honour="BN_GUONG")
    assert decide(book, asked).verdict.value == "yes"
    pending = Record.from_dict(
        {
            "grades": [{"year": 2025, "grade": "good"}],
            "pending": [{"kind": "inspection", "since": date(2026, 1, 5)}],
        }
    )
    assert decide(book, replace(asked, record=pending)).verdict.value == "no"
    total = prize(book, [PrizeItem("BN_GUONG", "individual", issuer="xa")], DAY)
    assert total.amount == 470_000
    rule, office = vote_rule(book, "BN_GUONG", DAY, "xa"), decider(book, "BN_GUONG", "xa", DAY)
    assert (rule and rule.needed(10), office and office.code) == (7, "xa")
    held = powers(book, "xa", DAY)
    assert held is not None
    assert "BN_GUONG" in held.honours
    with pytest.raises(CannotAnswer):
        decide(book, replace(asked, on=date(2026, 1, 31)))


def test_the_money_of_a_place_comes_on_top() -> None:
    rules = local(
        instrument={"number": "3/2026/NQ-HĐND"},
        values=[{"name": "topups/CSTDCS", "value": "0.5"}, {"name": "topups_vnd/GK", "value": 200_000}],
    )
    book = book_for("bac-ninh", [rules])
    (line,) = prize(book, [PrizeItem("CSTDCS", "individual")], DAY).lines
    assert (line.amount, line.cites[-1].label_vi()) == (2_340_000 + 1_170_000, "Nghị quyết 3/2026/NQ-HĐND")
    assert prize(book, [PrizeItem("GK", "individual", issuer="xa")], DAY).amount == 710_000 + 200_000


def test_a_value_for_one_level_is_not_another_s() -> None:
    book = book_for("bac-ninh", [read_content(value("votes/CSTDCT", 70, levels=["xa"]), "a")])
    lower, upper = vote_rule(book, "CSTDCT", DAY, "xa"), vote_rule(book, "CSTDCT", DAY, "tinh")
    assert (lower and lower.needed(10), upper and upper.needed(10)) == (7, 9)


def test_papers_sets_and_shares_of_a_place() -> None:
    papers = [{"honour": "GK", "documents": {"to_trinh": "always", "y_kien": "khi có thuế"}, "at": "9"}]
    values = [{"name": "sets/GK", "value": 2}, {"name": "quotas/CSTDCS-of-LDTT", "value": 20}]
    book = book_for("bac-ninh", [local(papers=papers, values=values)])
    needs = required_papers(book, "GK", "individual", DAY)
    assert [(need.code, need.condition) for need in needs] == [("to_trinh", ""), ("y_kien", "khi có thuế")]
    sets, share = sets_needed(book, "GK", DAY), quota(book, "CSTDCS", "LDTT", 24, DAY)
    assert (sets and sets.n, share and share.limit) == (2, 4)


def test_a_shorter_term_of_a_place_comes_first() -> None:
    term = {"step": "decide", "honours": ["CSTDCS"], "levels": ["xa"], "unit": "working_day", "days": 12}
    book = book_for("bac-ninh", [local(deadlines=[term])])
    found, general = (
        appraisal_days(book, "CSTDCS", "xa", DAY),
        appraisal_days(national_book(), "CSTDCS", "xa", DAY),
    )
    assert (found and found.days, general and general.days) == (12, 20)


HA_NOI = national_book().at("ha-noi")
LATER = date(2026, 3, 1)


def test_ha_noi_good_deeds() -> None:
    answer = decide(HA_NOI, Question("NTVT", "individual", Record(), LATER))
    assert (answer.verdict.value, answer.findings[0].unknown_reason) == ("unknown", "judgement")
    city = prize(HA_NOI, [PrizeItem("NTVT", "individual", issuer="tinh")], LATER)
    ward = prize(HA_NOI, [PrizeItem("NTVT", "individual", issuer="xa")], LATER)
    assert (city.amount, ward.amount) == (3_510_000, 710_000)
    office = decider(HA_NOI, "NTVT", "xa", LATER)
    assert (office and office.code) == "xa"


def test_ha_noi_excellent_citizen() -> None:
    held = Record.from_dict({"awards": [{"honour": "CDTDUT", "year": 2019}]})
    assert decide(HA_NOI, Question("CDTDUT", "individual", held, LATER)).verdict.value == "no"
    told_off = Record.from_dict({"discipline": [{"kind": "reprimand", "on": date(2010, 5, 1)}]})
    assert barred(HA_NOI, Question("CDTDUT", "individual", told_off, LATER)).verdict.value == "yes"
    rule, shown = vote_rule(HA_NOI, "CDTDUT", LATER, "tinh"), publication(HA_NOI, "CDTDUT", "province", LATER)
    assert (rule and rule.needed(20), shown and (shown.n, shown.unit)) == (18, (7, "working_day"))
    share = quota(HA_NOI, "CDTDUT", "year", 1, LATER)
    assert (share and share.limit) == 10
    asked, next_one = (
        deadline(HA_NOI, "submit", LATER, honour="CDTDUT", year=2026),
        deadline(HA_NOI, "submit", date(2026, 4, 1), honour="CDTDUT"),
    )
    assert (asked and asked.last_day, next_one and next_one.last_day) == (
        date(2026, 3, 31),
        date(2027, 3, 31),
    )
    assert prize(HA_NOI, [PrizeItem("CDTDUT", "individual", issuer="tinh")], LATER).amount is None


def test_the_regulation_of_2020_is_known_by_name_only() -> None:
    day = date(2021, 6, 1)
    answer = decide(HA_NOI, Question("HN_VSN", "individual", Record(), day))
    assert (answer.verdict.value, answer.findings[0].unknown_reason) == ("unknown", "local_rule")
    with pytest.raises(CannotAnswer):
        decide(HA_NOI, Question("HN_VSN", "individual", Record(), date(2024, 6, 1)))


def test_bac_ninh_s_certificates_council_and_terms() -> None:
    book, day = national_book().at("bac-ninh"), date(2026, 1, 15)
    moved = Record.from_dict(
        {
            "grades": [{"year": 2025, "grade": "good"}],
            "movements": [{"launched_by": "xa", "years": 1, "result": "outstanding", "stage": "final"}],
        }
    )
    asked = Question("GK", "individual", moved, day)
    assert decide(book, asked).verdict.value == "yes"
    idle = Record.from_dict({"grades": [{"year": 2025, "grade": "completed"}], "movements": []})
    assert decide(book, replace(asked, record=idle, group="official")).verdict.value == "no"
    there, quorum = attendance(book, day, "tinh"), attendance(book, day, "tinh", honours=False)
    assert (there and there.needed(20), quorum and quorum.needed(20)) == (16, 14)
    assert attendance(book, day, "xa") is None
    term = deadline(book, "submit", day, honour="BK_TINH", level="tinh", year=2026)
    school = deadline(book, "submit", day, honour="BK_TINH", level="tinh", year=2026, sector="education")
    assert (term and term.last_day, school and school.last_day) == (date(2026, 12, 10), date(2026, 7, 10))


def test_slots_of_ha_noi_say_what_is_not_loaded() -> None:
    found = {slot.label_vi: slot.filled_by for slot in slots(HA_NOI.local, LATER)}
    assert found["Tiêu chuẩn Giấy khen"] == ()
    assert found["Tỷ lệ Chiến sĩ thi đua cơ sở"] == ()
    assert found["Hình thức khen thưởng riêng"] == ("71/2025/QĐ-UBND", "77/2025/QĐ-UBND")
    bac_ninh = {slot.label_vi: slot for slot in slots(national_book().at("bac-ninh").local, LATER)}
    assert bac_ninh["Tiêu chuẩn Giấy khen"].filled_by == ("86/2025/QĐ-UBND",)
    assert not bac_ninh["Tiêu chuẩn Gia đình văn hóa"].is_loaded


@pytest.mark.parametrize("rules", shipped(), ids=lambda rules: rules.file)
def test_every_shipped_rule_says_how_well_it_was_read(rules: Any) -> None:
    assert (rules.instrument.confidence, rules.is_example) == ("secondary", False)
    assert rules.source
