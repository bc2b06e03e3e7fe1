"""Reads a local rule file: its shape first, then what the law lets a place set, then the rules."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

import yaml

from thidua.kernel.hashing import canonical, sha256
from thidua.law.faults import Fault
from thidua.law.honours import Honour
from thidua.law.local import refusing
from thidua.law.local.building import build
from thidua.law.local.building import honour_of as own_honour
from thidua.law.local.faults import CannotReadLocalRules, Faults, check_group
from thidua.law.local.refusing import Row, Scope
from thidua.law.local.rules import LocalRules
from thidua.law.local.shape import FILE
from thidua.law.local.yaml_text import parse

LISTS = ("criteria", "values", "deadlines", "papers", "deciders", "honours")


def read_local_rules(text: str, file: str) -> LocalRules:
    """The rules of one file; refused with every fault that was found."""
    try:
        content = parse(text)
    except yaml.YAMLError as fault:
        raise CannotReadLocalRules(file, [_unreadable(fault)]) from None
    return read_content(content, file)


def read_content(content: object, file: str) -> LocalRules:
    """The same for plain data, as a form makes it."""
    faults = faults_of(content)
    if faults or not isinstance(content, Mapping):
        raise CannotReadLocalRules(file, faults)
    return build(content, file, digest_of(content))


def faults_of(content: object) -> Faults:
    """What is wrong in the data of a file; shape first, since the rest reads by it."""
    faults: Faults = []
    check_group(content, "", FILE, faults)
    if faults or not isinstance(content, Mapping):
        return faults
    scope = scope_of(content)
    if scope.until is not None and scope.until <= scope.since:
        faults.append(Fault("instrument.until", "Ngày hết hiệu lực không sau ngày có hiệu lực"))
        return faults
    for name, check in REFUSE.items():
        for n, row in enumerate(content.get(name) or ()):
            check(row, f"{name}[{n}]", scope, faults)
    return faults or _empty(content) + _twice(content)


REFUSE: dict[str, Callable[[Row, str, Scope, Faults], None]] = {
    "criteria": refusing.criterion,
    "values": refusing.value,
    "deadlines": refusing.deadline,
    "papers": refusing.papers,
    "deciders": refusing.decider,
    "honours": refusing.honour,
}


def scope_of(content: Mapping[str, Any]) -> Scope:
    told = content["instrument"]
    own = (own_honour(row) for row in content.get("honours") or ())
    return Scope(
        number=told["number"],
        is_of_commune="/" in told["place"],
        since=day_of(told["since"]),
        until=day_of(told["until"]) if told.get("until") else None,
        own=_by_code(own),
    )


def _by_code(honours: Iterable[Honour]) -> dict[str, Honour]:
    return {honour.code: honour for honour in honours}


def day_of(value: object) -> date:
    return value if isinstance(value, date) else date.fromisoformat(str(value))


def _empty(content: Mapping[str, Any]) -> Faults:
    if any(content.get(name) for name in LISTS):
        return []
    return [Fault("criteria", "Văn bản chưa quy định gì", f"Ghi ít nhất một mục: {', '.join(LISTS)}")]


def _twice(content: Mapping[str, Any]) -> Faults:
    """The same point settled twice in one file."""
    read = build(content, "", "")
    seen: dict[tuple[str, ...], int] = {}
    faults: Faults = []
    for name in LISTS:
        for n, entry in enumerate(getattr(read, name)):
            if entry.slot in seen:
                wrong = f"Đã quy định ở {name}[{seen[entry.slot]}]"
                faults.append(Fault(f"{name}[{n}]", wrong, "Gộp hai mục làm một"))
            seen.setdefault(entry.slot, n)
    return faults


def digest_of(content: Mapping[str, Any]) -> str:
    return sha256(canonical(plain(content)))


def plain(value: object) -> Any:
    """Days as text, so that a file and a form of the same content have one digest."""
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items() if item is not None}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def _unreadable(fault: yaml.YAMLError) -> Fault:
    mark = getattr(fault, "problem_mark", None)
    where = f"dòng {mark.line + 1}, cột {mark.column + 1}" if mark else ""
    return Fault(where, f"Không phải YAML đúng ({getattr(fault, 'problem', None) or fault})")
