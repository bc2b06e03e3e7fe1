"""The only language a template may use: fields, loops over given lists, conditions. No call, no sum, no code."""

from collections.abc import Iterator
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

MOST_OUTPUT = 20_000_000
"""Characters of one part of the document."""
ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Getattr,
    nodes.Getitem,
    nodes.Const,
    nodes.For,
    nodes.If,
    nodes.CondExpr,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.Filter,
)
FILTERS = ("upper", "lower", "capitalize", "trim", "join", "length")


class NotAllowed(TemplateSyntaxError):
    """Well formed, but no field, loop or condition."""


class TooLarge(Exception):
    """The filled document would be larger than any paper."""


class BoundedTemplate(Template):
    def render(self, *args: Any, **kwargs: Any) -> str:
        pieces, size = [], 0
        for piece in self.generate(*args, **kwargs):
            size += len(piece)
            if size > MOST_OUTPUT:
                raise TooLarge
            pieces.append(piece)
        return "".join(pieces)


class FieldsOnly(ImmutableSandboxedEnvironment):
    """Every text it compiles is looked through first, wherever in the document it stood."""

    template_class = BoundedTemplate

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined)
        self.globals = {}
        self.tests = {}
        self.filters = {name: self.filters[name] for name in FILTERS}

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        allow(tree)
        return tree


def allow(tree: nodes.Node) -> None:
    """Raises NotAllowed at the first thing that is more than a field, a loop or a condition."""
    for node in _every(tree):
        if not isinstance(node, ALLOWED) or _is_hidden(node) or _is_own_filter(node):
            raise NotAllowed(type(node).__name__, getattr(node, "lineno", 1) or 1)
    _nesting(tree, frozenset())


def _every(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    for child in node.iter_child_nodes():
        yield from _every(child)


def _is_hidden(node: nodes.Node) -> bool:
    if isinstance(node, nodes.Getattr):
        return node.attr.startswith("_")
    if isinstance(node, nodes.Getitem):
        key = node.arg
        return not (isinstance(key, nodes.Const) and isinstance(key.value, int))
    return isinstance(node, nodes.Name) and node.name.startswith("_")


def _is_own_filter(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Filter) and (
        node.name not in FILTERS
        or bool(node.kwargs or node.dyn_args or node.dyn_kwargs)
        or any(not isinstance(arg, nodes.Const) for arg in node.args)
    )


def root_of(node: nodes.Node) -> str | None:
    """The name that a path begins with: noi_dung of noi_dung[0].dong."""
    while isinstance(node, nodes.Getattr | nodes.Getitem):
        node = node.node
    return node.name if isinstance(node, nodes.Name) else None


def _nesting(node: nodes.Node, within: frozenset[str]) -> None:
    """A loop within a loop goes over a list of the outer one's item: the whole never grows beyond the data."""
    inner = within
    if isinstance(node, nodes.For):
        root = root_of(node.iter)
        if root is None or (within and root not in within) or node.recursive or node.test:
            raise NotAllowed("For", node.lineno)
        if not isinstance(node.target, nodes.Name):
            raise NotAllowed("Tuple", node.lineno)
        inner = within | {node.target.name}
    for child in node.iter_child_nodes():
        _nesting(child, inner)
