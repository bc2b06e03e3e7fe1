"""What an answer of a day names stood on that day: no decree before it began, none after another replaced it."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from thidua import law
from thidua.kernel.errors import Cannot
from thidua.law.afterwards import reissued, revoked, together
from thidua.law.cite import Cite
from thidua.law.honours import Honour
from thidua.law.instruments import standing
from thidua.law.papers import cites_of

BOOK = law.national_book()
# The first day of each instrument and the day before, since the law was amended: nothing else moves.
BEGINNINGS = {each.since for each in law.instruments().values() if each.since}
DAYS = sorted(
    day
    for since in BEGINNINGS
    for day in (since, since - timedelta(days=1))
    if date(2014, 6, 1) <= day <= date(2026, 11, 26)
)
# In force from 1 January 2024 with the law, the circular came seven weeks later; nothing else stood between.
CIRCULAR_01 = (date(2024, 1, 1), date(2024, 2, 24))
LEVELS = ("xa", "huyen", "so", "tinh", "bo", "don_vi", "doanh_nghiep")
ACTS = ("set_criteria", "form_block", "recognise_effect", "pay", "revoke", "strip")
GROUNDS = ("false_declaration", "improper_review", "conclusion", "prison")
STEPS = ("submit", "appraise", "decide", "recover", "submit_strip", "forward_reissue", "return_reissue")


def of_standards(honour: Honour, on: date) -> Iterator[Cite]:
    for kind in honour.recipient:
        try:
            looked = law.look_up(BOOK, honour.code, kind, on)
        except Cannot:
            continue
        for item in (*looked.standards, *looked.obstacles):
            yield from (line.cite for _, line in item.lines())


def of_offices(honour: Honour, on: date) -> Iterator[Cite]:
    for level in LEVELS:
        office = law.decider(BOOK, honour.code, level, on)
        yield from office.cites if office else ()
    for act in ACTS:
        for office in law.competent(act, honour.code, on) or ():
            yield from office.cites


def of_papers(honour: Honour, on: date) -> Iterator[Cite]:
    yield from cites_of(BOOK, honour.code, on)
    sets = law.sets_needed(BOOK, honour.code, on)
    yield from [sets.cite] if sets else []
    for step in STEPS:
        for level in ("xa", "tinh", "central"):
            term = law.deadline(BOOK, step, on, honour=honour.code, level=level, year=on.year - 1)
            yield from [term.cite] if term else []


def of_money(honour: Honour, on: date) -> Iterator[Cite]:
    for era in ("renovation", "resistance"):
        item = law.PrizeItem(honour.code, honour.recipient[0], era=era)  # type: ignore[arg-type]
        yield from (cite for line in law.prize(BOOK, [item], on).lines for cite in line.cites)


def of_the_council(honour: Honour, on: date) -> Iterator[Cite]:
    rule = law.vote_rule(BOOK, honour.code, on)
    yield from [rule.cite] if rule else []
    for where in ("portal", "province", "village"):
        shown = law.publication(BOOK, honour.code, where, on)
        yield from [shown.cite] if shown else []


def of_afterwards(honour: Honour, on: date) -> Iterator[Cite]:
    for ground in GROUNDS:
        yield from revoked(honour.code, ground, on, in_period=True)[1]
    yield from reissued(honour.code, "damaged", on, "objective")[1]
    yield from together(honour.code, "BK_TTG", on, same_year=True)[1]


ASKED = (of_standards, of_offices, of_papers, of_money, of_the_council, of_afterwards)


@pytest.mark.parametrize("on", DAYS, ids=str)
def test_each_provision_named_stands_on_the_day(on: date) -> None:
    named = {
        cite
        for each in law.catalogue().values()
        if each.exists_on(on)
        for ask in ASKED
        for cite in ask(each, on)
    }
    late = {cite.instrument for cite in named} - {cite.instrument for cite in standing(named, on)}
    if CIRCULAR_01[0] <= on < CIRCULAR_01[1]:
        late -= {"01/2024/TT-BNV"}
    assert late == set()
