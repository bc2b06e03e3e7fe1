"""The graph of spread, placed for drawing: the origin on the left, who learnt from a unit to its right.

A tree of units is no chart: the library that draws the figures has no picture for it.
"""

import textwrap
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from thidua.foundation.charts import Chart, Kind, Line, Row
from thidua.modules.replication.parts import MonthOfSpread, Node

WIDTH, HEIGHT, BESIDE, BELOW, EDGE = 196, 62, 56, 12, 6
LETTERS, LINES = 27, 2


@dataclass(frozen=True, slots=True)
class Box:
    node: Node
    x: int
    y: int
    lines: tuple[str, ...]
    note: str

    @property
    def texts(self) -> list[tuple[int, str]]:
        """Each line of the name with the height of its foot."""
        return [(self.y + 18 + 15 * n, line) for n, line in enumerate(self.lines)]

    @property
    def note_y(self) -> int:
        return self.y + HEIGHT - 9


@dataclass(frozen=True, slots=True)
class Graph:
    boxes: list[Box]
    links: list[str]
    width: int
    height: int
    box_width: int = WIDTH
    box_height: int = HEIGHT


@dataclass
class _Placing:
    children: dict[int | None, list[Node]]
    boxes: list[Box] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    next_y: int = EDGE

    def put(self, node: Node, depth: int) -> Box:
        """Leaves one below the other, everybody else in the middle of those who learnt from him."""
        below = [self.put(child, depth + 1) for child in self.children[node.unit_id]]
        if below:
            y = (below[0].y + below[-1].y) // 2
        else:
            y, self.next_y = self.next_y, self.next_y + HEIGHT + BELOW
        box = Box(node, EDGE + depth * (WIDTH + BESIDE), y, _wrapped(node.name), _note(node))
        self.boxes.append(box)
        self.links += [_link(box, child) for child in below]
        return box


def graph_of(nodes: Sequence[Node]) -> Graph:
    """`nodes` begin with the origin."""
    children: dict[int | None, list[Node]] = defaultdict(list)
    for node in nodes[1:]:
        children[node.source].append(node)
    placing = _Placing(children)
    placing.put(nodes[0], 0)
    return Graph(
        placing.boxes,
        placing.links,
        width=max(box.x for box in placing.boxes) + WIDTH + EDGE,
        height=placing.next_y,
    )


def _wrapped(name: str) -> tuple[str, ...]:
    return tuple(textwrap.wrap(name, LETTERS, max_lines=LINES, placeholder=" …"))


def _note(node: Node) -> str:
    effect = _("effect measured") if node.has_effect else ""
    return " · ".join(words for words in (f"{node.words} {node.on:%m/%Y}", effect) if words)


def _link(box: Box, child: Box) -> str:
    x, y, to_x, to_y = box.x + WIDTH, box.y + HEIGHT // 2, child.x, child.y + HEIGHT // 2
    middle = (x + to_x) // 2
    return f"M{x} {y}C{middle} {y} {middle} {to_y} {to_x} {to_y}"


def month_chart(months: Sequence[MonthOfSpread]) -> Chart:
    """How many units apply it at the end of each month."""
    return Chart(
        kind=Kind.BARS,
        words=_("How many units apply the model at the end of each month; the table below says the same."),
        head=_("Month"),
        lines=(Line(_("Units that apply it")),),
        rows=tuple(Row(f"{month.first:%m/%Y}", (month.n,)) for month in months),
    )
