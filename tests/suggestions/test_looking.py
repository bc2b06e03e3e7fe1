"""The sweep over records from the database answers as the comparison of one candidate does."""

from datetime import date

import numpy as np
import pytest

from conftest import TODAY
from factories.dossiers import collective, graded, initiative, person, place
from factories.people import PostFactory
from factories.register import award_to, entered
from thidua import law
from thidua.law.engine import sweep as asked_one_by_one
from thidua.law.sweeping import answer, plan
from thidua.modules.organisations.models import Organisation
from thidua.modules.people.models import Collective, Person
from thidua.modules.register.api import Recipients, records_for
from thidua.modules.rulebook.api import book
from thidua.modules.suggestions import whom
from thidua.modules.suggestions.kinds import SuggestionKind
from thidua.modules.suggestions.looking import look
from thidua.modules.suggestions.rows import sheet_of

K = SuggestionKind


def question(
    row: Person | Collective, record: law.Record, asked: law.sweeping.Asked, year: int
) -> law.Question:
    return law.Question(
        honour=asked.honour.code,
        kind=asked.kind,
        record=record,
        on=TODAY,
        year=year,
        by=asked.by,
        group=row.status_group or None,
        position=getattr(row, "position", "") or None,
        sex=getattr(row, "sex", "") or None,
    )


def records_of(rows: list, year: int) -> dict[int, dict]:
    ids = [row.pk for row in rows]
    wanted = Recipients(persons=ids) if isinstance(rows[0], Person) else Recipients(collectives=ids)
    return {pk: facts for (_kind, pk), facts in records_for(wanted, on=TODAY, year=year).items()}


@pytest.mark.usefixtures("ward")
@pytest.mark.parametrize("year", [2025, 2026])
def test_everybody_of_the_demonstration_is_answered_as_one_by_one(year):
    ward = Organisation.objects.get(name="Phường Hai Bà Trưng")
    rules, n_compared = book(ward, TODAY), 0
    for rows in whom.batches(ward, TODAY):
        rows.sort(key=lambda row: row.pk)
        records = records_of(rows, year)
        read = {row.pk: law.Record.from_dict(records[row.pk]) for row in rows}
        for found in answer(plan(rules, TODAY, year), sheet_of(rows, records)):
            questions = [question(row, read[row.pk], found.asked, year) for row in rows]
            one_by_one = asked_one_by_one(rules, questions)
            assert np.array_equal(found.tri.yes, one_by_one.yes), found.asked.honour.code
            assert np.array_equal(found.tri.no, one_by_one.no), found.asked.honour.code
            n_compared += len(rows)
    assert n_compared > 50_000


@pytest.mark.usefixtures("ward")
def test_what_is_suggested_is_what_one_comparison_says():
    """The whole answer of the law, findings and all, for some of each honour."""
    ward = Organisation.objects.get(name="Phường Hai Bà Trưng")
    rules, rows = book(ward, TODAY), list(whom.people_of(ward, TODAY).order_by("pk")[:150])
    records = records_of(rows, 2026)
    verdicts = {K.QUALIFIES: law.Verdict.YES, K.ONE_STEP: law.Verdict.NO}
    by_id = {row.pk: row for row in rows}
    asked = {
        (item.honour.code, item.by or ""): item for item in plan(rules, TODAY, 2026).of_kind("individual")
    }
    seen = list(look(rules, rows, TODAY, 2026))
    assert {each.kind for each in seen} == set(verdicts)
    for each in seen:
        item, record = asked[each.honour, each.by], law.Record.from_dict(records[each.pk])
        answered = law.decide(rules, question(by_id[each.pk], record, item, 2026))
        assert answered.verdict is verdicts[each.kind]
        assert each.why
        if each.kind == K.ONE_STEP:
            lacking = [leaf.sentence_vi for leaf in answered.leaves() if leaf.verdict is law.Verdict.NO]
            assert each.why.sentence_vi in lacking


@pytest.mark.django_db
class TestRecords:
    def found(self, *rows, year=2026):
        return {(each.pk, each.honour): each for each in look(law.national_book(), rows, TODAY, year)}

    def test_a_good_year_makes_an_advanced_worker_with_its_article(self):
        who = person(place().school)
        graded(who, "good")
        each = self.found(who)[who.pk, "LDTT"]
        assert (each.kind, each.why.cite_vi) == (K.QUALIFIES, "Luật 06/2022/QH15, Điều 24 khoản 1")

    def test_what_was_given_is_not_suggested(self):
        at = place()
        who = person(at.school)
        graded(who, "good")
        entered(at.ward, at.specialist, award_to(who, "LDTT"))
        assert (who.pk, "LDTT") not in self.found(who)

    def test_one_initiative_short_is_one_step(self):
        at = place()
        who, other = person(at.school), person(at.school, "Lê Văn Nam")
        for each in (who, other):
            PostFactory(person=each, organisation=at.school, since=date(2019, 9, 1))
            graded(each, "good")
            entered(at.ward, at.specialist, award_to(each, "LDTT"))
        initiative(other)
        found = self.found(who, other)
        assert found[other.pk, "CSTDCS"].kind == K.QUALIFIES
        assert "sáng kiến" in found[other.pk, "CSTDCS"].why.sentence_vi
        assert found[who.pk, "CSTDCS"].kind == K.ONE_STEP
        assert "sáng kiến" in found[who.pk, "CSTDCS"].why.sentence_vi

    def test_an_unknown_list_gives_no_yes(self):
        who = person(place().school, known=[])
        graded(who, "good")
        assert self.found(who) == {}

    def test_a_collective_is_looked_at_by_itself(self):
        at = place()
        unit = collective(at.school)
        assert list(self.found(unit)) == []
