"""`sweep SOURCE --on DAY`: the law over everybody's record, from Parquet."""

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from thidua.kernel.errors import Cannot
from thidua.law.question import By

if TYPE_CHECKING:
    from thidua.law.sweeping.running import Order
    from thidua.law.sweeping.tally import Tally

NAME = "sweep"
HELP = "rà soát hồ sơ của mọi người · who qualifies for what, who is one step away, who was forgotten"
HEADINGS = (
    "đạt",
    "chưa",
    "thiếu dữ liệu",
    "quy định địa phương",
    "cần bình xét",
    "thiếu một",
    "chưa đề nghị",
)


class CannotSweep(Cannot):
    """What reads Parquet is not installed."""


def describe(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("source", type=Path, metavar="DIR_OR_PARQUET", help="docs/law/sweep.md")
    parser.add_argument("--on", type=date.fromisoformat, required=True, metavar="DAY")
    parser.add_argument("--year", type=int, help="năm xét; mặc định là năm trước · default: the year before")
    parser.add_argument("--honour", action="append", default=[], metavar="CODE")
    parser.add_argument("--by", choices=get_args(By), help="căn cứ; mặc định là kết quả hằng năm")
    parser.add_argument("--out", type=Path, metavar="FILE.parquet|FILE.csv")
    parser.add_argument("--all", action="store_true", help="ghi cả người chưa đạt · write every answer")
    parser.add_argument("--cores", type=int)


def run(asked: argparse.Namespace) -> int:
    try:
        from thidua.law.sweeping.running import Order, run  # noqa: PLC0415 -- an extra
    except ModuleNotFoundError:
        sentence = "Chưa cài thư viện đọc Parquet: pip install 'thidua[sweep]' · pyarrow is not installed"
        raise CannotSweep(sentence) from None
    order = Order(asked.source, asked.on, asked.year, tuple(asked.honour), asked.by, asked.all)
    report(order, run(order, asked.out, asked.cores))
    return 0


def report(order: "Order", tally: "Tally") -> None:
    from thidua.law.sweeping.tally import COLUMNS  # noqa: PLC0415 -- an extra

    sys.stdout.write(f"{tally.people} đối tượng, ngày {order.on:%d/%m/%Y}, năm {order.plan().year}\n")
    sys.stdout.write("\t".join(("mã", "đối tượng", "căn cứ", *HEADINGS)) + "\n")
    for key, counter in tally.counts.items():
        sys.stdout.write("\t".join((*key, *(str(counter[column]) for column in COLUMNS))) + "\n")
