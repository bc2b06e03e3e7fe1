"""Kinds that no record decides: presumed until denied, left to judgement, or set by a local rule."""

from thidua.law.conditions.base import Args, Condition, Kind, Outcome, register
from thidua.law.table import Table
from thidua.law.tri import Tri
from thidua.law.verdict import Verdict


def _presumed(_condition: Condition, table: Table) -> Outcome:
    return Outcome(Tri.always(Verdict.YES, len(table)))


def _undecided(_condition: Condition, table: Table) -> Outcome:
    return Outcome(Tri.always(Verdict.UNKNOWN, len(table)))


def _never(_condition: Condition, table: Table) -> Outcome:
    return Outcome(Tri.always(Verdict.NO, len(table)))


def _said(args: Args) -> tuple[str, str]:
    return args["vi"], args["en"]


def _presumption(_args: Args, _table: Table, _row: int) -> str:
    return "Giả định đạt, không có thông tin trái ngược; hội đồng xem xét"


register(Kind("presumed", _presumed, _said, _presumption))
register(Kind("judgement", _undecided, _said, reason="judgement"))
register(Kind("local_rule", _undecided, _said, reason="local_rule"))
register(Kind("never", _never, _said))
# Never obstacles: they are said because it is so often asked.
for _name in ("maternity_counts", "injury_counts", "transfer_counts"):
    register(Kind(_name, _presumed, _said))
