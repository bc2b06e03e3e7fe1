"""Puts a case's question to the law: one function for each kind of question."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from thidua.law.afterwards import reissued, reused, revoked, tenure, together
from thidua.law.answer import Answer, Finding
from thidua.law.authority import decider, powers
from thidua.law.book import Book
from thidua.law.cases.loading import Case
from thidua.law.cite import Cite
from thidua.law.competence import competent
from thidua.law.deadlines import deadline
from thidua.law.engine import barred, decide
from thidua.law.honours import SINCE_ALWAYS
from thidua.law.honours import honour as find
from thidua.law.papers import cites_of, required_papers, sets_needed
from thidua.law.parameters import has_parameter
from thidua.law.prizes import PrizeItem, prize
from thidua.law.publicity import publication
from thidua.law.question import Question
from thidua.law.quotas import quota
from thidua.law.record import Record
from thidua.law.votes import vote_passes

UNKNOWN = "unknown"
# What was answered, the unit, the provisions named, the findings.
Given = tuple[Any, str | None, tuple[Cite, ...], tuple[Finding, ...]]


def question_of(case: Case) -> Question:
    candidate = case.candidate
    return Question(
        honour=case.ask[case.kind],
        kind=candidate["kind"],
        record=Record.from_dict(case.record),
        on=case.on,
        year=case.ask.get("year"),
        place=case.place,
        by=case.ask.get("by"),
        group=candidate.get("group"),
        position=candidate.get("position"),
        sex=candidate.get("sex"),
        contract=candidate.get("contract", False),
    )


def _eligible(book: Book, case: Case) -> Given:
    return _compared(book, case, decide)


def _barred(book: Book, case: Case) -> Given:
    return _compared(book, case, barred)


def _compared(book: Book, case: Case, ask: Callable[[Book, Question], Answer]) -> Given:
    question = question_of(case)
    if _has_rules_elsewhere(book, question):
        return _nothing(question.honour, question.on)
    answer = ask(book, question)
    return answer.verdict.value, None, _named(answer.findings), answer.findings


def _has_rules_elsewhere(book: Book, question: Question) -> bool:
    """The standards stand in an instrument that isn't loaded: of the resistance, or of a place on that day."""
    asked = book.honour(question.honour)
    if question.kind not in asked.recipient or question.on < SINCE_ALWAYS:
        return False
    dated = book.dated(question.honour, question.kind)
    return not any(rule.holds_on(question.on) for rule in dated) and (not dated or asked.line == "local")


def _named(findings: tuple[Finding, ...]) -> tuple[Cite, ...]:
    found: list[Cite] = []
    for item in findings:
        found += [item.cite, *_named(item.parts)]
    return tuple(found)


def _prize(book: Book, case: Case) -> Given:
    total = prize(book, [_item(row) for row in case.ask["prize"]["items"]], case.on)
    cites = tuple(cite for line in total.lines for cite in line.cites)
    return UNKNOWN if total.amount is None else total.amount, None, cites, ()


def _item(row: dict[str, Any]) -> PrizeItem:
    day = row.get("decided_on")
    years = row.get("for_years")
    return PrizeItem(
        honour=row["honour"],
        kind=row["kind"],
        for_years=(years[0], years[1]) if years else None,
        issuer=row.get("issuer"),
        decided_on=date.fromisoformat(day) if day else None,
        era=row.get("era", "renovation"),
    )


def _decides(book: Book, case: Case) -> Given:
    office = decider(book, case.ask["decides"], case.ask["at"], case.on)
    return (office.code, None, office.cites, ()) if office else _nothing(case.ask["decides"], case.on)


def _powers(book: Book, case: Case) -> Given:
    held = powers(book, case.ask["powers"], case.on)
    return (list(held.honours), None, held.cites, ()) if held else _nothing()


def _competent(_book: Book, case: Case) -> Given:
    asked = case.ask["competent"]
    offices = competent(asked["act"], asked["honour"], case.on, asked.get("at"))
    if not offices:
        return _nothing(asked["honour"], case.on)
    codes = [office.code for office in offices]
    cites = tuple(cite for office in offices for cite in office.cites)
    return (codes[0] if len(codes) == 1 else codes), None, cites, ()


def _quota(book: Book, case: Case) -> Given:
    asked = case.ask["quota"]
    group = case.candidate.get("group")
    found = quota(book, asked["honour"], asked["of"], asked["base"], case.on, group=group)
    if found is None:
        return _no_share(case, asked)
    return ("none" if found.limit is None else found.limit), None, (found.cite,), ()


def _no_share(case: Case, asked: Mapping[str, Any]) -> Given:
    """No share is loaded: there is none, but where a place, the army or an earlier day may have one."""
    known = has_parameter(f"quotas/{asked['honour']}-of-{asked['of']}")
    elsewhere = case.place or known or find(asked["honour"]).line == "army"
    return (UNKNOWN if elsewhere else "none"), None, _article(asked["honour"], case.on), ()


def _article(honour: str, on: date) -> tuple[Cite, ...]:
    return (find(honour).cite(on),)


def _vote(book: Book, case: Case) -> Given:
    asked = case.ask["vote"]
    verdict, rule = vote_passes(
        book, asked["honour"], case.on, members=asked["members"], in_favour=asked["in_favour"]
    )
    if rule:
        return verdict.value, None, (rule.cite,), ()
    silent = book.value(f"votes/{asked['honour']}", case.on)
    return verdict.value, None, (silent.cite,) if silent else _article(asked["honour"], case.on), ()


def _publicise(book: Book, case: Case) -> Given:
    found = publication(book, case.ask["publicise"], case.ask["where"], case.on)
    return (found.n, found.unit, (found.cite,), ()) if found else _nothing(case.ask["publicise"], case.on)


def _deadline(book: Book, case: Case) -> Given:
    asked = dict(case.ask["deadline"])
    step = asked.pop("step")
    term = deadline(book, step, case.on, kind=case.candidate.get("kind"), **asked)
    if term is None:
        return _nothing()
    answer = term.last_day.isoformat() if term.last_day else term.days
    return answer, term.unit, (term.cite,), ()


def _dossier(book: Book, case: Case) -> Given:
    honour = case.ask["dossier"]
    if case.ask["want"] == "sets":
        sets = sets_needed(book, honour, case.on)
        return (sets.n, None, (sets.cite,), ()) if sets else _nothing()
    needs = required_papers(book, honour, case.candidate.get("kind", "individual"), case.on)
    codes = [need.code for need in needs if need.is_always]
    return codes, None, cites_of(book, honour, case.on), ()


def _reissue(_book: Book, case: Case) -> Given:
    asked = case.ask["reissue"]
    verdict, cites = reissued(asked["honour"], asked["reason"], case.on, asked.get("cause"))
    return verdict.value, None, cites, ()


def _revoke(_book: Book, case: Case) -> Given:
    asked = case.ask["revoke"]
    verdict, cites = revoked(asked["honour"], asked["ground"], case.on, in_period=asked.get("in_period"))
    return verdict.value, None, cites, ()


def _tenure(_book: Book, case: Case) -> Given:
    asked = case.ask["tenure"]
    months, cite = tenure(
        asked["general_months"],
        is_woman=case.candidate["sex"] == "female",
        on=case.on,
        higher_retirement_age=asked.get("higher_retirement_age", False),
        position=case.candidate.get("position"),
    )
    return months, None, (cite,), ()


def _together(_book: Book, case: Case) -> Given:
    asked = case.ask["together"]
    first, second = asked["honours"]
    stated = {key: asked.get(key) for key in ("same_achievement", "same_year")}
    verdict, cites = together(first, second, case.on, **stated)
    return verdict.value, None, cites, ()


def _reuse(_book: Book, case: Case) -> Given:
    asked = case.ask["reuse"]
    verdict, cites = reused(asked["used_for"], asked["for"])
    return verdict.value, None, cites, ()


def _nothing(honour: str | None = None, on: date | None = None) -> Given:
    """Nothing is loaded; the honour's own article is named, where somebody may look."""
    return UNKNOWN, None, _article(honour, on) if honour and on else (), ()


ASK: dict[str, Callable[[Book, Case], Given]] = {
    "eligible": _eligible,
    "barred": _barred,
    "prize": _prize,
    "decides": _decides,
    "powers": _powers,
    "competent": _competent,
    "quota": _quota,
    "vote": _vote,
    "publicise": _publicise,
    "deadline": _deadline,
    "dossier": _dossier,
    "reissue": _reissue,
    "revoke": _revoke,
    "tenure": _tenure,
    "together": _together,
    "reuse": _reuse,
}
