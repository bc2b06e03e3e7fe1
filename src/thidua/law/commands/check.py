"""`check FILE…`: is a file of cases in the right shape? Every fault with its place and remedy."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

import yaml

from thidua.law.cases.checking import check_cases
from thidua.law.faults import Fault
from thidua.law.files import Loader

NAME = "check"
HELP = "kiểm tra tệp tình huống · is a file well formed? each fault with its place and remedy"

# What a file is, told by what stands at its top; the first that recognises it checks it.
Recognises = Callable[[object], bool]
CHECKERS: list[tuple[Recognises, Callable[[object], tuple[Fault, ...]]]] = [
    (lambda content: isinstance(content, list), check_cases),
]
UNKNOWN = Fault("", "không phải danh sách tình huống", "bắt đầu mỗi tình huống bằng «- id: …»")


def describe(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")


def run(asked: argparse.Namespace) -> int:
    found = {path: check(path) for path in asked.files}
    for path, faults in found.items():
        for fault in faults:
            sys.stdout.write(f"{path}: {fault}\n")
    count = sum(map(len, found.values()))
    sys.stdout.write("ok\n" if not count else f"{count} faults\n")
    return 1 if count else 0


def check(path: Path) -> tuple[Fault, ...]:
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=Loader)  # noqa: S506 a safe loader
    except (OSError, UnicodeDecodeError) as fault:
        return (Fault("", f"không đọc được: {fault}", "kiểm tra đường dẫn, lưu tệp bằng mã UTF-8"),)
    except yaml.YAMLError as fault:
        place = " ".join(str(fault).split())
        return (Fault("", f"không phải YAML đúng: {place}", "sửa thụt dòng, dấu ngoặc tại dòng đã nêu"),)
    for recognises, checker in CHECKERS:
        if recognises(content):
            return checker(content)
    return (UNKNOWN,)
