"""Collections of local rules: those shipped with the package, and a check that none contradict."""

from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from itertools import combinations
from pathlib import Path

from thidua.law.faults import Fault
from thidua.law.local.faults import CannotReadLocalRules, Faults
from thidua.law.local.reading import faults_of, read_content, read_local_rules
from thidua.law.local.rules import LocalRules

SHIPPED = "local_rules"


@cache
def shipped_texts() -> dict[str, str]:
    """The files in the package, by name."""
    folder = files("thidua.law").joinpath(SHIPPED)
    found = sorted(item.name for item in folder.iterdir() if item.name.endswith(".yaml"))
    return {name: folder.joinpath(name).read_text(encoding="utf-8") for name in found}


@cache
def shipped() -> tuple[LocalRules, ...]:
    read = tuple(read_local_rules(text, name) for name, text in shipped_texts().items())
    refuse_overlaps(read)
    return read


def load_local_rules(paths: Iterable[Path]) -> tuple[LocalRules, ...]:
    """Files from a folder of one's own."""
    read = tuple(read_local_file(path) for path in paths)
    refuse_overlaps(read)
    return read


def read_local_file(path: Path) -> LocalRules:
    try:
        text = path.read_text(encoding="utf-8")
    except OSError:
        raise CannotReadLocalRules(str(path), [Fault("", "Không mở được tệp")]) from None
    except UnicodeDecodeError:
        raise CannotReadLocalRules(str(path), [Fault("", "Tệp không phải văn bản UTF-8")]) from None
    return read_local_rules(text, str(path))


def check_local(content: object) -> tuple[Fault, ...]:
    """What is wrong in the data of a file, or between it and the shipped rules of its place."""
    faults = faults_of(content)
    if faults:
        return tuple(faults)
    rules = read_content(content, "")
    others = (other for other in shipped() if other.digest != rules.digest)
    return tuple(fault for other in others for fault in overlaps(rules, other))


def refuse_overlaps(shelf: Sequence[LocalRules]) -> None:
    """No point may be settled twice for the same place and day."""
    for first, second in combinations(shelf, 2):
        faults = overlaps(second, first)
        if faults:
            raise CannotReadLocalRules(second.file, faults)


def overlaps(rules: LocalRules, other: LocalRules) -> Faults:
    """The points of `rules` that `other` settles on the same days."""
    if rules.place != other.place or not rules.overlaps(other.since, other.until):
        return []
    taken = {entry.slot for entry in other.entries()}
    until = f" đến trước {other.until:%d/%m/%Y}" if other.until else ""
    wrong = f"Văn bản {other.number} đã quy định từ {other.since:%d/%m/%Y}{until}"
    allowed = "Ghi ngày hết hiệu lực cho văn bản cũ, hoặc bỏ mục này"
    return [Fault(path_of(entry.slot), wrong, allowed) for entry in rules.entries() if entry.slot in taken]


def path_of(slot: tuple[str, ...]) -> str:
    return f"{slot[0]} ({', '.join(part for part in slot[1:] if part and part != 'None')})"
