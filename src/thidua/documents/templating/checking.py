"""Is a template well made for its kind of paper? Every fault with its place, in words for an officer."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from jinja2 import TemplateSyntaxError, nodes

from thidua.documents.sentences import Sentence
from thidua.documents.templating.content import fullest
from thidua.documents.templating.filling import CannotFill, fill_sample
from thidua.documents.templating.kinds import sample_content
from thidua.documents.templating.opening import CannotOpen, parts_of
from thidua.documents.templating.sandbox import FieldsOnly, NotAllowed
from thidua.documents.templating.walking import Tag, tags_of

MOST_TAGS = 600
LONGEST_TAG = 300
SHOWN = 25
STATEMENT = re.compile(r"^\{%(p|tr|tc)?\s+(.*?)\s*%\}$", re.DOTALL)
ENDS = {"endfor": "for", "endif": "if"}
QUOTES = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "\u00a0": " "})
LOOP = {"index": "1", "index0": "0", "first": "x", "last": "x", "length": "1"}


@dataclass(frozen=True, slots=True)
class Fault:
    """`tag` is what stands in the template; both it and the place are empty for the file as a whole."""

    said: Sentence
    place: Sentence | None = None
    tag: str = ""


class Wrong(Exception):
    def __init__(self, vi: str, en: str) -> None:
        super().__init__(vi)
        self.sentence = Sentence(vi, en)


@dataclass(slots=True)
class Open:
    """A for or an if that waits for its end; `names` are those known within it."""

    word: str
    tag: Tag
    names: dict[str, Any] = field(default_factory=dict)
    has_else: bool = False


def check(content: bytes, kind: str) -> list[Fault]:
    """Empty when the template may be used. The first 25 faults, in the order of the document."""
    try:
        parts = list(tags_of(parts_of(content)))
    except CannotOpen as refused:
        return [Fault(refused.sentence)]
    if sum(map(len, parts)) > MOST_TAGS:
        return [
            Fault(
                Sentence(
                    "Mẫu có quá nhiều thẻ (tối đa 600).", "The template has too many tags (at most 600)."
                )
            )
        ]
    if not any(parts):
        return [
            Fault(
                Sentence(
                    "Mẫu không có trường nào: văn bản nào lập ra cũng giống nhau.",
                    "The template has no field: all its papers would be the same.",
                )
            )
        ]
    names = sample_content(kind)
    faults = [fault for tags in parts for fault in Walk(names).faults(tags)]
    return faults[:SHOWN] or list(_tried(content, kind))


def _tried(content: bytes, kind: str) -> Iterator[Fault]:
    """Each tag is right by itself: does the whole come together?"""
    try:
        fill_sample(content, kind)
    except CannotFill as failed:
        yield Fault(failed.sentence)


class Walk:
    """Goes through the tags of one part, with the names known at each."""

    def __init__(self, names: Mapping[str, Any]) -> None:
        self.names = dict(names)
        self.opened: list[Open] = []
        self.language = FieldsOnly()

    def faults(self, tags: list[Tag]) -> Iterator[Fault]:
        for tag in tags:
            try:
                self.take(tag)
            except Wrong as wrong:
                yield Fault(wrong.sentence, tag.place, tag.text[:120])
        for left in self.opened:
            end = f"end{left.word}"
            yield Fault(
                Sentence(
                    f"Chưa có thẻ kết thúc {{% {end} %}} cho thẻ này.",
                    f"The end {{% {end} %}} of this tag is missing.",
                ),
                left.tag.place,
                left.tag.text,
            )

    def take(self, tag: Tag) -> None:
        if not tag.is_whole:
            raise Wrong(
                "Thẻ thiếu dấu mở hoặc dấu đóng; mỗi thẻ phải nằm trọn trong một đoạn.",
                "The tag lacks its beginning or its end; a tag stands within one paragraph.",
            )
        if len(tag.text) > LONGEST_TAG:
            raise Wrong("Thẻ quá dài.", "The tag is too long.")
        text = tag.text.translate(QUOTES)
        if text.startswith("{#"):
            return
        if text.startswith("{{"):
            if text[2:4] in {"p ", "r "} or text[2:5] in {"tr ", "tc "}:
                raise Wrong(
                    "Trường viết là {{ tên }}, không thêm chữ sau dấu mở.",
                    "A field is written {{ name }}, with no letter behind the braces.",
                )
            self.shown(self.parsed(text))
            return
        self.statement(tag, text)

    def statement(self, tag: Tag, text: str) -> None:
        match = STATEMENT.match(text)
        if match is None:
            raise _syntax()
        unit, said = match.groups()
        if unit in {"tr", "tc"} and not tag.in_table:
            raise Wrong(f"Thẻ {{%{unit} …%}} chỉ dùng trong bảng.", f"{{%{unit} …%}} stands in a table only.")
        word = said.split(" ")[0]
        match word:
            case "for" | "if":
                self.begin(word, tag, said)
            case "else" | "elif":
                self.otherwise(word, said)
            case "endfor" | "endif" if said == word:
                self.end(word)
            case _:
                raise _not_allowed()

    def begin(self, word: str, tag: Tag, said: str) -> None:
        opened = Open(word, tag)
        # What stands within a broken tag still has an end: the end is not a fault of its own.
        self.opened.append(opened)
        if word == "if":
            self.condition(said)
            return
        looped = self.parsed(f"{{% {said} %}}{{% endfor %}}")
        assert isinstance(looped, nodes.For)
        rows = self.resolved(looped.iter)
        assert isinstance(looped.target, nodes.Name)
        opened.names = {looped.target.name: None, "loop": LOOP}
        if not isinstance(rows, list):
            raise Wrong("Chỉ lặp được trên trường dạng danh sách.", "Only a list can be looped over.")
        if any("loop" in outer.names for outer in self.opened[:-1]) and _is_name(looped.iter, self.names):
            raise Wrong(
                "Vòng lặp bên trong chỉ được lặp trên danh sách của dòng đang lặp.",
                "A loop within a loop goes over a list of the outer one's item.",
            )
        opened.names[looped.target.name] = _item(rows)

    def otherwise(self, word: str, said: str) -> None:
        if not self.opened or self.opened[-1].word != "if" or self.opened[-1].has_else:
            raise Wrong(f"Thẻ {word} không đi với thẻ if nào.", f"This {word} belongs to no if.")
        if word == "elif":
            self.condition(said.removeprefix("el"))
        elif said != word:
            raise _syntax()
        else:
            self.opened[-1].has_else = True

    def end(self, word: str) -> None:
        if not self.opened or self.opened[-1].word != ENDS[word]:
            raise Wrong(
                f"Thẻ {word} không khớp với thẻ mở đầu gần nhất.",
                f"This {word} does not match the last beginning.",
            )
        self.opened.pop()

    def condition(self, said: str) -> None:
        test = self.parsed(f"{{% {said} %}}{{% endif %}}")
        for path in _paths(test):
            self.resolved(path)

    def shown(self, tree: nodes.Node) -> None:
        for path in _paths(tree):
            found = self.resolved(path)
            if isinstance(found, dict | list) and not _is_counted(tree, path):
                raise Wrong(
                    "Đây là danh sách hoặc nhóm trường: dùng vòng lặp for, hoặc ghi rõ trường bên trong.",
                    "This is a list or a group of fields: loop over it with for, or name the field within.",
                )

    def parsed(self, text: str) -> nodes.Node:
        try:
            tree = self.language.parse(text)
        except NotAllowed:
            raise _not_allowed() from None
        except (TemplateSyntaxError, RecursionError):
            raise _syntax() from None
        only = tree.body[0] if len(tree.body) == 1 else None
        if only is None:
            raise _syntax()
        return only

    def resolved(self, path: nodes.Node) -> Any:
        """What the sample has at the path; None for an item of what is itself wrong."""
        if isinstance(path, nodes.Name):
            known = self.names | {name: value for one in self.opened for name, value in one.names.items()}
            return _looked_up(path.name, known)
        if isinstance(path, nodes.Getattr):
            within = self.resolved(path.node)
            return None if within is None else _looked_up(path.attr, within)
        if isinstance(path, nodes.Getitem) and isinstance(path.arg, nodes.Const):
            rows = self.resolved(path.node)
            if isinstance(rows, list) and path.arg.value not in range(len(rows)):
                raise Wrong(
                    f"Danh sách không có mục thứ {path.arg.value}.", f"The list has no item {path.arg.value}."
                )
            return rows[path.arg.value] if isinstance(rows, list) else None
        raise _not_allowed()


def _item(rows: list[Any]) -> Any:
    if not rows:
        return ""
    return fullest(rows) if isinstance(rows[0], dict) else rows[0]


def _looked_up(name: str, within: Any) -> Any:
    if isinstance(within, dict) and name in within:
        return within[name]
    near = get_close_matches(name, within, n=1) if isinstance(within, dict) else []
    hint_vi = f" Có phải “{near[0]}”?" if near else ""
    hint_en = f" Is it “{near[0]}”?" if near else ""
    raise Wrong(
        f"Không có trường “{name}” ở loại văn bản này.{hint_vi}",
        f"This kind of paper has no field “{name}”.{hint_en}",
    )


def _paths(tree: nodes.Node) -> Iterator[nodes.Node]:
    """The fields named in an expression, each from its root."""
    if isinstance(tree, nodes.Name | nodes.Getattr | nodes.Getitem):
        yield tree
        return
    for child in tree.iter_child_nodes():
        yield from _paths(child)


def _is_counted(tree: nodes.Node, path: nodes.Node) -> bool:
    """A list may be joined or counted."""
    joined = tree.find_all(nodes.Filter)
    return any(one.node is path and one.name in {"join", "length"} for one in joined)


def _is_name(path: nodes.Node, names: Mapping[str, Any]) -> bool:
    while isinstance(path, nodes.Getattr | nodes.Getitem):
        path = path.node
    return isinstance(path, nodes.Name) and path.name in names


def _syntax() -> Wrong:
    return Wrong("Thẻ viết sai cú pháp.", "The tag is not written correctly.")


def _not_allowed() -> Wrong:
    return Wrong(
        "Mẫu chỉ dùng được trường, vòng lặp for và điều kiện if; không dùng được lệnh hay phép tính.",
        "A template uses fields, for loops and if conditions only; no commands and no sums.",
    )
