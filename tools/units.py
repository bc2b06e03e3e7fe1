"""Rewrite the lists of administrative units from an unpacked release of the package vietnamadminunits.

    python tools/units.py FOLDER    FOLDER holds dataset.db and converter_2025.json

What exists comes from the table `admin_units`, what existed on 30/6/2025 and what became of it from
`admin_units_legacy` and the converter. The former district of Hai Bà Trưng is kept by hand.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import sqlite3
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

UNITS = Path(__file__).resolve().parent.parent / "src/thidua/modules/organisations/units"
SOURCE = "# Source: vietnamadminunits 1.0.4, MIT licence: see NOTICE.\n"
NEW = "2025-07-01"
# The first day these lists vouch for; an older province carries it too.
OLDEST = "2004-01-01"
# Made a centrally-run city on this day (Nghị quyết số 175/2024/QH15).
HUE, HUE_SINCE = "46", "2025-01-01"

Rows = list[tuple[str, ...]]
Converter = dict[str, Any]


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        print(__doc__)
        return 2
    folder = Path(arguments[0])
    with sqlite3.connect(folder / "dataset.db") as database:
        converter = json.loads((folder / "converter_2025.json").read_text(encoding="utf-8"))
        write("provinces.csv", "code,name,since", provinces(database, converter))
        write("communes.csv", "code,name,parent", communes(database))
        write("former_provinces.csv", "code,name,successor", former_provinces(database, converter))
        write("former_districts.csv", "code,name,province", former_districts(database))
        pack("former_communes.csv.gz", "code,name,district,successors", former_communes(database, converter))
    return 0


def provinces(database: sqlite3.Connection, converter: Converter) -> Rows:
    rows = database.execute("SELECT DISTINCT provinceCode, province, provinceKey FROM admin_units ORDER BY 1")
    unchanged = {key for key, old in converter["DICT_PROVINCE"].items() if len(old) == 1}
    return [(code, name, since(code, is_unchanged=key in unchanged)) for code, name, key in rows]


def since(code: str, *, is_unchanged: bool) -> str:
    if code == HUE:
        return HUE_SINCE
    return OLDEST if is_unchanged else NEW


def communes(database: sqlite3.Connection) -> Rows:
    return database.execute("SELECT wardCode, ward, provinceCode FROM admin_units ORDER BY 1").fetchall()


def former_provinces(database: sqlite3.Connection, converter: Converter) -> Rows:
    new_codes = dict(
        database.execute("SELECT DISTINCT provinceKey, provinceCode FROM admin_units").fetchall()
    )
    successor = {old: new_codes[new] for new, olds in converter["DICT_PROVINCE"].items() for old in olds}
    rows = database.execute(
        "SELECT DISTINCT provinceCode, province, provinceKey FROM admin_units_legacy ORDER BY 1"
    )
    return [(code, name, successor[key]) for code, name, key in rows]


def former_districts(database: sqlite3.Connection) -> Rows:
    query = "SELECT DISTINCT districtCode, district, provinceCode FROM admin_units_legacy ORDER BY 1"
    return database.execute(query).fetchall()


def former_communes(database: sqlite3.Connection, converter: Converter) -> Rows:
    """Five island districts had no communes: they are left out here."""
    heirs = successors(database, converter)
    rows = database.execute(
        "SELECT wardCode, ward, districtCode, provinceKey || '_' || districtKey || '_' || wardKey "
        "FROM admin_units_legacy WHERE wardCode IS NOT NULL ORDER BY 1"
    )
    keepers = kept_by_hand()
    return [
        (code, name, district, " ".join(keeper_first(heirs[key], keepers.get(code))))
        for code, name, district, key in rows
    ]


def successors(database: sqlite3.Connection, converter: Converter) -> dict[str, list[str]]:
    """Codes of the successors by the key of the former commune, the package's default first."""
    codes = {
        (province, ward): code
        for province, ward, code in database.execute("SELECT provinceKey, wardKey, wardCode FROM admin_units")
    }
    found: dict[str, list[str]] = {}
    for province, wards in converter["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        found |= {old: [codes[province, new]] for new, olds in wards.items() for old in olds}
    for province, wards in converter["DICT_PROVINCE_WARD_DIVIDED"].items():
        for old, parts in wards.items():
            default_first = sorted(parts, key=lambda part: not part["isDefaultNewWard"])
            found[old] = [codes[province, part["newWardKey"]] for part in default_first]
    return found


def kept_by_hand() -> dict[str, str]:
    """The keepers of the books that the former district of Hai Bà Trưng names, by the old code."""
    lines = (UNITS / "hai_ba_trung_changes.csv").read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader(line for line in lines if not line.startswith("#"))
    return {
        row["predecessor"][:5]: row["successor"]
        for row in rows
        if row["on"] == NEW and row["is_keeper"] == "1"
    }


def keeper_first(codes: list[str], keeper: str | None) -> list[str]:
    return sorted(codes, key=lambda code: code != keeper) if keeper else codes


def as_csv(header: str, rows: Iterable[tuple[str, ...]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([header.split(","), *rows])
    return SOURCE + text.getvalue()


def write(name: str, header: str, rows: Rows) -> None:
    (UNITS / name).write_text(as_csv(header, rows), encoding="utf-8")


def pack(name: str, header: str, rows: Rows) -> None:
    (UNITS / name).write_bytes(gzip.compress(as_csv(header, rows).encode(), mtime=0))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
