"""`check FILE…`: is a file of cases or of a local rule sound? Every fault with its place and remedy."""

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import yaml

from thidua.law.cases.checking import check_cases
from thidua.law.faults import Fault
from thidua.law.files import Loader
from thidua.law.local.shelf import check_local
from thidua.law.local.yaml_text import parse

NAME = "check"
HELP = "kiểm tra tệp tình huống, tệp quy định địa phương · is a file well formed? each fault with its place and remedy"

# What a file is, told by what stands at its top; the first that recognises it checks it.
Recognises = Callable[[object], bool]
CHECKERS: list[tuple[Recognises, Callable[[object], tuple[Fault, ...]]]] = [
    (lambda content: isinstance(content, list), check_cases),
    (lambda content: isinstance(content, Mapping), check_local),
]
UNKNOWN = Fault(
    "",
    "không phải danh sách tình huống hay quy định địa phương",
    "bắt đầu mỗi tình huống bằng «- id: …», quy định địa phương bằng «instrument:»",
)


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


def _content(text: str) -> object:
    """A local rule is read strictly: a key written twice in it is a fault."""
    if isinstance(yaml.compose(text, Loader=Loader), yaml.MappingNode):
        return parse(text)
    return yaml.load(text, Loader=Loader)  # noqa: S506 a safe loader


def check(path: Path) -> tuple[Fault, ...]:
    try:
        content = _content(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as fault:
        return (Fault("", f"không đọc được: {fault}", "kiểm tra đường dẫn, lưu tệp bằng mã UTF-8"),)
    except yaml.YAMLError as fault:
        place = " ".join(str(fault).split())
        return (Fault("", f"không phải YAML đúng: {place}", "sửa thụt dòng, dấu ngoặc tại dòng đã nêu"),)
    for recognises, checker in CHECKERS:
        if recognises(content):
            return checker(content)
    return (UNKNOWN,)
