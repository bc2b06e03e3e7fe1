"""The sheet of criteria as it is pasted from Excel, in the columns of whoever wrote it; nothing is kept unseen."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from thidua.kernel.text import clean, fold
from thidua.modules.clusters.columns import Part, parts_of
from thidua.modules.clusters.drafts import CriterionDraft
from thidua.modules.clusters.forms.numbers import NumberField
from thidua.modules.clusters.models import Criterion, Way

MOST_LINES = 500
# “I”, “II.”, “A”, “b)”: the number of a heading; “1”, “1.2” that of a criterion.
HEADING = re.compile(r"(?:[IVXLC]+|[A-H])[.)]?")
POSITIONS = (Part.GROUP, Part.NAME, Part.MOST, Part.WEIGHT)
WAYS = (("chi tieu", Way.TARGET), ("target", Way.TARGET), ("tru", Way.MINUS), ("off", Way.MINUS),
        ("thuong", Way.BONUS), ("cong", Way.BONUS), ("add", Way.BONUS))  # fmt: skip


@dataclass(slots=True)
class Line:
    """One row of the sheet: a heading with its ceiling, or a criterion under the heading before it."""

    n: int
    group: str
    ceiling: Decimal | None = None
    draft: CriterionDraft | None = None
    written: str = ""
    errors: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Sheet:
    """`titles` are the columns as they were pasted, where the first row names them: the form to send back."""

    lines: list[Line]
    titles: tuple[str, ...] = ()

    @property
    def n_wrong(self) -> int:
        return sum(1 for line in self.lines if line.errors)

    @property
    def n_criteria(self) -> int:
        return sum(1 for line in self.lines if line.draft)


def read_sheet(text: str, known: Sequence[str] = ()) -> Sheet:
    """`known` are criteria that the year has already."""
    rows = list(_rows(text))
    titles: tuple[str, ...] = ()
    parts: Sequence[Part] = POSITIONS
    for place, (_n, cells) in enumerate(rows[:5]):
        found = parts_of(cells)
        if Part.NAME in found and Part.MOST in found:
            titles, parts, rows = tuple(cells), found, rows[place + 1 :]
            break
    lines = list(_lines(rows, parts))
    _mark_doubles(lines, known)
    return Sheet(lines, titles)


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    for n, line in enumerate(text.splitlines()[:MOST_LINES], 1):
        cells = [clean(cell) for cell in line.split("\t" if "\t" in line else ";")]
        if any(cells):
            yield n, cells


def _lines(rows: Sequence[tuple[int, list[str]]], parts: Sequence[Part]) -> Iterator[Line]:
    """A cell of the group that is empty goes on with the group above, as merged cells do."""
    group, has_groups = "", Part.GROUP in parts
    for n, cells in rows:
        said = dict(zip(parts, cells, strict=False))
        name, number = said.get(Part.NAME, ""), said.get(Part.NUMBER, "")
        is_heading = not name if has_groups else bool(HEADING.fullmatch(number)) or not said.get(Part.MOST)
        group = (said.get(Part.GROUP) or group) if has_groups else (name if is_heading else group)
        if is_heading:
            yield _heading(n, group, said)
        elif not _is_total(name):
            yield _criterion(n, group, name, said)


def _is_total(name: str) -> bool:
    return fold(name).startswith(("tong cong", "tong diem", "cong", "total"))


def _heading(n: int, group: str, said: dict[Part, str]) -> Line:
    line = Line(n, group[:300], written=group)
    if not group:
        line.errors.append(_("Enter the heading, or the criterion."))
    line.ceiling = _number(line, said.get(Part.MOST, ""))
    return line


def _criterion(n: int, group: str, name: str, said: dict[Part, str]) -> Line:
    line = Line(n, group[:300], written=name)
    if not group:
        line.errors.append(_("No heading stands above this criterion."))
    most = _number(line, said.get(Part.MOST, ""))
    if most is None and not line.errors:
        line.errors.append(_("Enter the maximum points."))
    target, each = (_number(line, said.get(part, "")) for part in (Part.TARGET, Part.EACH))
    weight = _number(line, said.get(Part.WEIGHT, "")) or Decimal(1)
    line.draft = CriterionDraft(
        name=name,
        way=_way(said.get(Part.WAY, ""), target, most),
        most=abs(most or Decimal(0)),
        weight=weight,
        target=target,
        each=abs(each) if each else None,
        unit=said.get(Part.UNIT, ""),
        evidence=said.get(Part.EVIDENCE, ""),
    )
    if not line.errors:
        line.errors += _faults(line.draft)
    return line


def _number(line: Line, text: str) -> Decimal | None:
    try:
        value = NumberField(required=False, max_digits=14).clean(text)
    except ValidationError:
        line.errors.append(_("“%(text)s” is no number.") % {"text": text[:30]})
        return None
    return value if isinstance(value, Decimal) else None


def _way(text: str, target: Decimal | None, most: Decimal | None) -> str:
    """As the sheet says; a target says it too, and points below nought."""
    folded = fold(text)
    for word, way in WAYS:
        if word in folded:
            return way
    if target is not None:
        return Way.TARGET
    return Way.MINUS if most is not None and most < 0 else Way.TYPED


def _faults(draft: CriterionDraft) -> list[str]:
    """What the rules of a criterion say of it."""
    try:
        Criterion(place=1, **asdict(draft)).full_clean(exclude=["group"])
    except ValidationError as error:
        return [message for messages in error.message_dict.values() for message in messages]
    return []


def _mark_doubles(lines: Sequence[Line], known: Sequence[str]) -> None:
    seen = dict.fromkeys(map(fold, known), 0)
    for line in lines:
        if line.draft is None:
            continue
        first = seen.setdefault(fold(line.draft.name), line.n)
        if first == 0:
            line.errors.append(_("The year has this criterion already."))
        elif first != line.n:
            line.errors.append(_("The same criterion stands in line %(n)s.") % {"n": first})
