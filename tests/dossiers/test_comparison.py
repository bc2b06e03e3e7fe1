import pytest

from factories.dossiers import (
    NOW,
    ON,
    collective,
    dossier,
    graded,
    initiative,
    person,
    place,
    propose,
)
from thidua.modules.dossiers.actions.candidates import change_candidate
from thidua.modules.dossiers.drafts import CandidateDraft
from thidua.modules.dossiers.queries import compare
from thidua.modules.people.models import CollectiveYear

pytestmark = pytest.mark.django_db


@pytest.fixture
def at():
    return place()


def verdicts(row):
    return [(found.candidate.honour, found.verdict.value) for found in compare(row, on=ON)]


def test_a_good_year_meets_the_standard_of_ldtt(at):
    row = dossier(at)
    who = person(at.school)
    graded(who, "good")
    propose(at, row, who, "LDTT")
    assert verdicts(row) == [("LDTT", "yes")]


def test_what_nobody_answered_for_is_unknown_and_named(at):
    row = dossier(at)
    propose(at, row, person(at.school, known=[]), "LDTT")
    (found,) = compare(row, on=ON)
    assert found.verdict.value == "unknown"
    assert "kết quả xếp loại các năm" in found.answer.missing()


def test_what_builds_on_a_title_that_is_ruled_out_is_not_met(at):
    row = dossier(at)
    who = person(at.school)
    graded(who, "failed")
    propose(at, row, who, "LDTT", "CSTDCS")
    assert verdicts(row) == [("LDTT", "no"), ("CSTDCS", "no")]


def test_the_law_of_the_day_the_dossier_names_governs(at):
    row = dossier(at, judged_on=ON.replace(year=2026, month=6, day=1))
    propose(at, row, person(at.school), "LDTT")
    found = compare(row, on=ON)
    assert (found.on, next(iter(found)).answer.regime) == (row.judged_on, "C")


def test_an_initiative_serves_one_honour_of_one_person(at):
    row = dossier(at)
    who = person(at.school)
    graded(who, "good")
    made = initiative(who)
    ldtt, fighter = propose(at, row, who, "LDTT", "CSTDCS")
    use(at, fighter, made)
    assert compare(row, on=ON).together == ()
    use(at, ldtt, made)
    (remark,) = compare(row, on=ON).together
    assert (remark.code, remark.verdict.value, remark.candidate_ids) == (
        "initiative_twice",
        "no",
        (ldtt.pk, fighter.pk),
    )


def test_one_initiative_for_two_authors_is_shown(at):
    row = dossier(at)
    first, second = person(at.school, "Lê Quang Huy"), person(at.school, "Đỗ Ngọc Ánh")
    made = initiative(first, second)
    for who in (first, second):
        _, fighter = propose(at, row, who, "LDTT", "CSTDCS")
        use(at, fighter, made)
    (remark,) = compare(row, on=ON).together
    assert (remark.code, remark.verdict.value) == ("initiative_twice", "unknown")


def use(at, candidate, made):
    draft = CandidateDraft(initiative_ids=frozenset({made.pk}))
    change_candidate(candidate=candidate, draft=draft, actor=at.officer, now=NOW)


def test_an_initiative_named_for_one_honour_is_not_counted_for_another(at):
    row = dossier(at)
    who = person(at.school)
    graded(who, "good")
    made = initiative(who)
    ldtt, fighter = propose(at, row, who, "LDTT", "CSTDCS")
    assert dict(verdicts(row))["CSTDCS"] == "yes"
    use(at, ldtt, made)
    assert dict(verdicts(row))["CSTDCS"] == "no"
    assert compare(row, on=ON).rows[fighter.pk].record["initiatives"] == []


def test_a_fighter_without_the_lower_title_is_pointed_out(at):
    row = dossier(at)
    (fighter,) = propose(at, row, person(at.school), "CSTDCS")
    (remark,) = compare(row, on=ON).together
    assert (remark.code, remark.candidate_ids) == ("without_ldtt", (fighter.pk,))


def test_shares_are_counted_from_the_titles_of_the_file(at):
    row = dossier(at)
    whole = collective(at.school, known=["grades", "matters", "awards"])
    CollectiveYear.objects.create(
        collective=whole, period=at.period, n_members=4, n_warned=0, all_completed=True
    )
    for name in ("Lê Quang Huy", "Đỗ Ngọc Ánh", "Vũ Đình Khoa"):
        who = person(at.school, name)
        graded(who, "good")
        propose(at, row, who, "LDTT")
    propose(at, row, whole, "TTLDTT")
    found = list(compare(row, on=ON))[-1]
    shares = [leaf for leaf in found.answer.leaves() if leaf.measured == "75,00%"]
    assert [(leaf.verdict.value, leaf.required) for leaf in shares] == [("yes", "≥ 70%")]
    assert "Tỷ lệ được tính tạm theo danh hiệu cá nhân đề nghị cùng hồ sơ." in found.answer.warnings


def test_three_are_compared_with_as_many_queries_as_one(at, django_assert_num_queries):
    one, three = dossier(at), dossier(at)
    for n, row in ((1, one), (3, three)):
        for number in range(n):
            who = person(at.school, f"Nguyễn Thị {number}")
            graded(who, "good")
            initiative(who)
            propose(at, row, who, "LDTT", "CSTDCS")
    with django_assert_num_queries(17):
        compare(one, on=ON)
    with django_assert_num_queries(17):
        compare(three, on=ON)
