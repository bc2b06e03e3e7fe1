"""Entries of a rule's data by their path."""

import re
from copy import deepcopy
from typing import Any

from thidua.kernel.errors import Cannot

Content = dict[str, Any]
SECTIONS = ("criteria", "values", "deadlines", "papers", "deciders", "honours")
LISTED = ("conditions", "parts")
PATH = re.compile(
    rf"({'|'.join(SECTIONS)})(\.\d{{1,3}}(\.({'|'.join(LISTED)})\.\d{{1,3}})*)?(\.({'|'.join(LISTED)}))?"
)


class CannotFindEntry(Cannot):
    """Nothing stands there: somebody else may have taken it out."""


def steps(path: str) -> list[str | int]:
    if not PATH.fullmatch(path):
        raise CannotFindEntry(path)
    return [int(step) if step.isdigit() else step for step in path.split(".")]


def find(content: Content, path: str) -> Any:
    found: Any = content
    for step in steps(path):
        try:
            found = found[step]
        except (KeyError, IndexError, TypeError):
            raise CannotFindEntry(path) from None
    return found


def put(content: Content, path: str, row: Content) -> Content:
    """The same data with another entry there."""
    changed = deepcopy(content)
    above, _, last = path.rpartition(".")
    find(changed, path)
    find(changed, above)[int(last)] = row
    return changed


def add(content: Content, path: str, row: Content) -> tuple[Content, str]:
    """The same data with an entry more on a list, and the path of the entry."""
    changed = deepcopy(content)
    *above, last = steps(path)
    holder = find(changed, ".".join(map(str, above))) if above else changed
    if not isinstance(holder, dict) or isinstance(last, int):
        raise CannotFindEntry(path)
    holder[last] = [*(holder.get(last) or ()), row]
    return changed, f"{path}.{len(holder[last]) - 1}"


def remove(content: Content, path: str) -> Content:
    changed = deepcopy(content)
    above, _, last = path.rpartition(".")
    find(changed, path)
    del find(changed, above)[int(last)]
    return {name: value for name, value in changed.items() if name not in SECTIONS or value}


def anchor(path: str) -> str:
    """The path as the id of its line on a page."""
    return f"muc-{path.replace('.', '-')}"


def place(path: str) -> str:
    """The path as faults write it."""
    return re.sub(r"\.(\d+)", r"[\1]", path)
