"""`show HONOUR --on DAY`: what the law asks for an honour on a day."""

import argparse
import sys
from datetime import date

from thidua.law.book import national_book
from thidua.law.lookup import look_up

NAME = "show"
HELP = "tiêu chuẩn của một danh hiệu, hình thức vào một ngày · what the law asks for an honour on a day"


def describe(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("honour", metavar="HONOUR")
    parser.add_argument("--on", type=date.fromisoformat, required=True, metavar="DAY")
    parser.add_argument("--kind", choices=("individual", "collective", "household"))
    parser.add_argument("--place", metavar="PROVINCE", help="ha-noi, bac-ninh…")


def run(asked: argparse.Namespace) -> int:
    book = national_book().at(asked.place)
    found = book.honour(asked.honour)
    kinds = (asked.kind,) if asked.kind else found.recipient
    covered = [kind for kind in kinds if book.covers(found.code, kind)] or list(kinds[:1])
    for kind in covered:
        sys.stdout.write(f"{found.name_vi} ({asked.on:%d/%m/%Y}, {KINDS_VI[kind]})\n")
        looked = look_up(book, found.code, kind, asked.on)
        for standard in (*looked.standards, *looked.obstacles):
            for depth, line in standard.lines(1):
                said = f"{line.sentence_vi} [{line.cite.label_vi()}; {line.confidence.label_vi}]"
                sys.stdout.write("  " * depth + said + "\n")
    return 0


KINDS_VI = {"individual": "cá nhân", "collective": "tập thể", "household": "hộ gia đình"}
