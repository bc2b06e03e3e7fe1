"""YAML in and out, strictly: no key twice, no references, days left as they were written."""

import re
from collections.abc import Mapping
from typing import Any

import yaml

# A provision's worth of rules is a few kilobytes.
LONGEST = 200_000


class StrictLoader(yaml.SafeLoader):
    """Refuses what would let a file say something other than what is read in it."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise _refused("không dùng tham chiếu (*)", self.peek_event().start_mark)  # type: ignore[no-untyped-call]
        return super().compose_node(parent, index)

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:  # noqa: FBT001, FBT002
        seen: set[str] = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise _refused("khóa phải là một chữ", key.start_mark)
            if key.value in seen:
                raise _refused(f"khóa «{key.value}» viết hai lần", key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep=deep)


def _as_written(_loader: yaml.SafeLoader, node: yaml.ScalarNode) -> str:
    return str(node.value)


StrictLoader.add_constructor("tag:yaml.org,2002:timestamp", _as_written)


def _refused(problem: str, mark: yaml.Mark) -> yaml.MarkedYAMLError:
    return yaml.constructor.ConstructorError(None, None, problem, mark)


def parse(text: str) -> object:
    if len(text) > LONGEST:
        raise yaml.YAMLError(f"dài quá {LONGEST} ký tự")
    try:
        return yaml.load(text, Loader=StrictLoader)  # noqa: S506 a safe loader
    except RecursionError:
        raise yaml.YAMLError("lồng nhau quá sâu") from None


STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")


def line_of(text: str, place: str) -> int | None:
    """The line on which a place such as `criteria[0].conditions[1].kind` stands, or what it lacks should."""
    try:
        node = yaml.compose(text, Loader=StrictLoader)
    except yaml.YAMLError:
        return None
    line = None
    for key, index in STEP.findall(place):
        step = _below(node, key, index)
        if step is None:
            break
        line, node = step
    return line


def _below(node: yaml.Node | None, key: str, index: str) -> tuple[int, yaml.Node] | None:
    if isinstance(node, yaml.SequenceNode) and index and int(index) < len(node.value):
        found = node.value[int(index)]
        return found.start_mark.line + 1, found
    if isinstance(node, yaml.MappingNode) and key:
        for name, value in node.value:
            if name.value == key:
                return name.start_mark.line + 1, value
    return None


def written(content: Mapping[str, Any]) -> str:
    """The text of a file; numbers that are text keep their quotes."""
    text: str = yaml.safe_dump(dict(content), allow_unicode=True, sort_keys=False, width=100)
    return text
