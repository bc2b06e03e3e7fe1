"""Kinds over movements taken part in and farmers' models."""

from thidua.law.columns import SCOPES
from thidua.law.conditions.base import Args, Condition, Kind, Outcome, register
from thidua.law.items import Items, some, stated
from thidua.law.table import Table
from thidua.law.tri import Bools, Tri


def _movement(condition: Condition, table: Table) -> Outcome:
    movements = table.items("movements")
    serves = _serves(movements, condition.args)
    return Outcome(_if_known(movements, some(movements, Tri(serves, ~serves))))


def _if_known(items: Items, tri: Tri) -> Tri:
    return Tri(tri.yes & items.known, tri.no & items.known)


def _serves(movements: Items, args: Args) -> Bools:
    serves: Bools = (
        movements.words("launched_by").among(args["launched_by"])
        & (movements.numbers("years") >= args.get("years", 0))
        & movements.words("result").among(args["result"])
        & movements.words("stage").among(args.get("stage", ("interim", "final")))
    )
    return serves


def _model(condition: Condition, table: Table) -> Outcome:
    models = table.items("models")
    return Outcome(_if_known(models, some(models, _model_serves(models, condition.args))))


def _model_serves(models: Items, args: Args) -> Tri:
    wide = models.words("scope").places(SCOPES) >= SCOPES[args["scope"]]
    right = wide & (models.numbers("years") >= args["years"])
    helps, gives_jobs = stated(models.flags("helps_households")), stated(models.flags("creates_jobs"))
    return Tri(right, ~right) & helps & gives_jobs


def _said(args: Args) -> tuple[str, str]:
    return args["vi"], args["en"]


register(Kind("movement", _movement, _said, needs=lambda _args: ("movements",)))
register(Kind("model", _model, _said, needs=lambda _args: ("models",)))
