"""What is wrong in a local rule, where, and what is allowed there."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from thidua.kernel.errors import Cannot
from thidua.law.faults import Fault


class CannotReadLocalRules(Cannot):
    """A local rule doesn't hold together, or reaches for what the law doesn't leave to a place."""

    def __init__(self, file: str, faults: Sequence[Fault]) -> None:
        self.file = file
        self.faults = tuple(faults)
        super().__init__("\n".join(f"{file}: {fault}" for fault in self.faults), field=self.faults[0].place)


Faults = list[Fault]
Check = Callable[[object, str, Faults], None]


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a group: how its value is checked, whether it must be there."""

    check: Check
    is_required: bool = False


Shape = Mapping[str, Key]


def check_group(value: object, path: str, shape: Shape, faults: Faults) -> bool:
    """Check the keys of a group and their values; False when it isn't a group at all."""
    if not isinstance(value, Mapping):
        faults.append(Fault(path, "Cần một nhóm khóa: giá trị", f"Các khóa: {', '.join(shape)}"))
        return False
    for key in value:
        if key not in shape:
            wrong = f"Không có khóa «{_named(key)}»"
            faults.append(Fault(join(path, _named(key)), wrong, f"Các khóa: {', '.join(shape)}"))
    for name, key in shape.items():
        if value.get(name) is not None:
            key.check(value[name], join(path, name), faults)
        elif key.is_required:
            faults.append(Fault(join(path, name), "Thiếu giá trị này"))
    return True


def _named(key: object) -> str:
    """YAML reads a bare `on` as true."""
    return "on" if key is True else str(key)


def join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def each(check: Check) -> Check:
    """Check every item of a list."""

    def check_list(value: object, path: str, faults: Faults) -> None:
        if not isinstance(value, Sequence) or isinstance(value, str):
            faults.append(Fault(path, "Cần một danh sách"))
            return
        for n, item in enumerate(value):
            check(item, f"{path}[{n}]", faults)

    return check_list


def shaped(shape: Shape) -> Check:
    def check(value: object, path: str, faults: Faults) -> None:
        check_group(value, path, shape, faults)

    return check
