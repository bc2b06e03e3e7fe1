"""Puts the administrative units into the database: once, and again without harm."""

from dataclasses import dataclass, field
from datetime import date

from django.db import models

from thidua.foundation.audit import acting
from thidua.kernel.text import fold, sort_key
from thidua.modules.organisations.closure import rebuild_closure
from thidua.modules.organisations.models import (
    Kind,
    Organisation,
    OrganisationPeriod,
    Succession,
    SuccessionLink,
)
from thidua.modules.organisations.units import read

KINDS = {
    read.UnitKind.PROVINCE: Kind.PROVINCE,
    read.UnitKind.CITY: Kind.PROVINCE,
    read.UnitKind.DISTRICT: Kind.DISTRICT,
    read.UnitKind.COMMUNE: Kind.COMMUNE,
    read.UnitKind.WARD: Kind.COMMUNE,
    read.UnitKind.SPECIAL_ZONE: Kind.COMMUNE,
}
CERTAIN = {
    read.Certainty.TEXT: "Đã đọc toàn văn nghị quyết.",
    read.Certainty.SECONDARY: "Theo nguồn thứ cấp, cần kiểm tra văn bản gốc.",
}
KEEPERS = {
    read.KeeperBasis.WHOLE: "Sổ sách theo đơn vị kế thừa duy nhất.",
    read.KeeperBasis.LARGEST_PART: "Sổ sách theo đơn vị nhận phần lớn nhất.",
    read.KeeperBasis.LAW: "Sổ sách theo quy định về lưu trữ.",
    read.KeeperBasis.ASSUMED: "Đơn vị giữ sổ là giả định, cần cơ quan có thẩm quyền xác định.",
}


@dataclass
class Loaded:
    """How many were new."""

    n_units: int = 0
    n_changes: int = 0
    made: list[int] = field(default_factory=list)


def load_units() -> Loaded:
    with acting(None, action="organisations.load_units"):
        loaded = Loaded()
        # Parents first: former units know theirs by its key, and the city stands above the districts.
        for level in _levels([*read.units(), *read.former_units()]):
            _add(level, loaded)
        former = _add_changes(loaded)
        if loaded.made or former:
            rebuild_closure(sorted({*loaded.made, *former}))
        return loaded


def _levels(units: list[read.Unit]) -> list[list[read.Unit]]:
    """Units whose parents are in an earlier list."""
    levels: list[list[read.Unit]] = []
    placed: set[str | None] = {None}
    rest = units
    while rest:
        ready = [unit for unit in rest if unit.parent_code in placed]
        levels.append(ready)
        placed |= {unit.key for unit in ready}
        rest = [unit for unit in rest if unit.key not in placed]
    return levels


def _ids() -> dict[str, int]:
    return dict(Organisation.objects.values_list("code", "id"))


def _add(units: list[read.Unit], loaded: Loaded) -> None:
    known = _ids()
    new = [unit for unit in units if unit.key not in known]
    made = Organisation.objects.bulk_create((_organisation(unit, known) for unit in new), batch_size=2_000)
    OrganisationPeriod.objects.bulk_create(
        (_period(unit, row, known) for unit, row in zip(new, made, strict=True)), batch_size=2_000
    )
    loaded.n_units += len(made)
    loaded.made += [row.pk for row in made]


def _organisation(unit: read.Unit, known: dict[str, int]) -> Organisation:
    return Organisation(
        code=unit.key,
        name=unit.name,
        short_name=unit.short_name,
        kind=KINDS[unit.kind],
        parent_id=known[unit.parent_code] if unit.parent_code else None,
        since=unit.since,
        until=unit.until,
        search=fold(f"{unit.name} {unit.code}"),
        sort=sort_key(unit.short_name),
    )


def _period(unit: read.Unit, row: models.Model, known: dict[str, int]) -> OrganisationPeriod:
    return OrganisationPeriod(
        organisation_id=row.pk,
        name=unit.name,
        kind=KINDS[unit.kind],
        code=unit.code,
        parent_id=known[unit.parent_code] if unit.parent_code else None,
        since=unit.since,
        until=unit.until,
    )


def _add_changes(loaded: Loaded) -> list[int]:
    """Successions not yet recorded; gives the ids of the units that have found a keeper."""
    known = _ids()
    recorded = _recorded()
    former: list[int] = []
    for change in read.changes():
        links = {(known[part.predecessor], known[part.successor]) for part in change.parts}
        if any((change.on, one, other) in recorded for one, other in links):
            continue
        succession = Succession.objects.create(
            kind=change.kind, on=change.on, decision=change.decision[:200], note=_note(change)
        )
        keeper = known[change.keeper]
        SuccessionLink.objects.bulk_create(
            SuccessionLink(
                succession=succession, predecessor_id=one, successor_id=other, is_keeper=other == keeper
            )
            for one, other in sorted(links)
        )
        loaded.n_changes += 1
        former += [one for one, _ in links]
    return former


def _recorded() -> set[tuple[date, int, int]]:
    rows = SuccessionLink.objects.values_list("succession__on", "predecessor", "successor")
    return set(rows)


def _note(change: read.Change) -> str:
    return "\n".join([CERTAIN[change.certainty], KEEPERS[change.keeper_basis], f"Nguồn: {change.source}"])
