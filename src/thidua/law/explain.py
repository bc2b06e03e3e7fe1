"""Outcomes as findings: sentences, the figure, the fact used, what is missing."""

from collections.abc import Sequence

from thidua.law.answer import Finding, Reason
from thidua.law.conditions import Condition, Outcome, kind_of
from thidua.law.conditions.composite import asked_parts
from thidua.law.names import LISTS_VI
from thidua.law.table import Table
from thidua.law.verdict import Verdict

COMPOSITES = ("all_of", "one_of", "none_of")
REASONS: tuple[Reason, ...] = ("fact", "local_rule", "judgement")


def finding(condition: Condition, outcome: Outcome, table: Table, row: int) -> Finding:
    """One condition as the officer reads it."""
    kind = kind_of(condition)
    vi, en = kind.sentences(condition.args)
    verdict = outcome.tri.at(row)
    parts = _parts(condition, outcome, table, row)
    return Finding(
        code=condition.code,
        verdict=verdict,
        cite=condition.cite,
        sentence_vi=vi,
        sentence_en=en,
        measured=_measured(condition, outcome, row),
        required=required(condition),
        confidence=condition.confidence,
        unknown_reason=_reason(condition, verdict, parts),
        missing=_missing(condition, verdict, table, row),
        fact_used_vi=kind.fact_used(condition.args, table, row),
        parts=parts,
        kind=condition.kind,
    )


def _parts(condition: Condition, outcome: Outcome, table: Table, row: int) -> tuple[Finding, ...]:
    if condition.kind not in COMPOSITES:
        return ()
    asked = asked_parts(condition, table)
    pairs = zip(asked, outcome.parts, strict=True)
    return tuple(finding(part, result, table, row) for part, result in pairs)


def _measured(condition: Condition, outcome: Outcome, row: int) -> str | None:
    if outcome.measured is None:
        return None
    figure = int(outcome.measured[row])
    if condition.kind == "share":
        return f"{figure // 100},{figure % 100:02d}%"
    return str(figure)


def required(condition: Condition) -> str | None:
    args = condition.args
    if "percent" in args:
        return ("> " if args.get("more_than") else "≥ ") + f"{args['percent']}%"
    for key in ("times", "at_least", "months", "years", "at_most"):
        if key in args:
            return str(args[key])
    return None


def _reason(condition: Condition, verdict: Verdict, parts: Sequence[Finding]) -> Reason | None:
    """Why nothing can be said; of a composite, the most easily mended of its parts' reasons."""
    if verdict is not Verdict.UNKNOWN:
        return None
    if not parts:
        return kind_of(condition).reason
    reasons = {part.unknown_reason for part in parts}
    return next((reason for reason in REASONS if reason in reasons), None)


def _missing(condition: Condition, verdict: Verdict, table: Table, row: int) -> str | None:
    if verdict is not Verdict.UNKNOWN or kind_of(condition).reason != "fact":
        return None
    if condition.kind in COMPOSITES:
        return None
    wanted = kind_of(condition).needs(condition.args)
    known = table.rows[row].record.known
    absent = [name for name in wanted if name not in known or name in ("collective", "group")]
    return ", ".join(LISTS_VI[name] for name in absent or wanted) or None
