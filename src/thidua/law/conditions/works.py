"""Kinds over movements taken part in and farmers' models."""

from thidua.law import facts
from thidua.law.columns import SCOPES
from thidua.law.conditions.base import Args, Condition, Kind, Outcome, register
from thidua.law.conditions.conduct import verdict
from thidua.law.question import Question
from thidua.law.table import Table
from thidua.law.tri import Tri
from thidua.law.verdict import Verdict, every, some


def _movement(condition: Condition, table: Table) -> Outcome:
    args = condition.args
    return Outcome(Tri.of([_distinguished(args, row) for row in table.rows]))


def _distinguished(args: Args, row: Question) -> Verdict:
    movements = row.record.movements
    if movements is None:
        return Verdict.UNKNOWN
    return some(verdict(_serves(item, args)) for item in movements)


def _serves(item: facts.Movement, args: Args) -> bool:
    return (
        item.launched_by in args["launched_by"]
        and item.years >= args.get("years", 0)
        and item.result in args["result"]
        and item.stage in args.get("stage", ("interim", "final"))
    )


def _model(condition: Condition, table: Table) -> Outcome:
    args = condition.args
    return Outcome(Tri.of([_has_model(args, row) for row in table.rows]))


def _has_model(args: Args, row: Question) -> Verdict:
    models = row.record.models
    if models is None:
        return Verdict.UNKNOWN
    return some(_model_serves(item, args) for item in models)


def _model_serves(item: facts.Model, args: Args) -> Verdict:
    wide = SCOPES[item.scope] >= SCOPES[args["scope"]]
    lasting = item.years >= args["years"]
    known = (verdict(wide and lasting), verdict(item.helps_households), verdict(item.creates_jobs))
    return every(known)


def _said(args: Args) -> tuple[str, str]:
    return args["vi"], args["en"]


register(Kind("movement", _movement, _said, needs=lambda _args: ("movements",)))
register(Kind("model", _model, _said, needs=lambda _args: ("models",)))
