"""Refuses what a place may not set, entry by entry, with the provision that says so."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from thidua.law.faults import Fault
from thidua.law.honours import Honour, catalogue
from thidua.law.local.delegation import (
    CRITERIA,
    LEFT_OPEN,
    PROCEDURE,
    conditions_of,
    delegated,
    is_local,
    name_of,
    national_days,
    national_rules,
    open_codes,
)
from thidua.law.local.faults import Faults, join
from thidua.law.local.named import parts_of
from thidua.law.offices import CENTRAL, HIGH, HIGH_LEVELS
from thidua.law.parameters import Dated, has_parameter, parameter

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Scope:
    """For which place and days an instrument speaks, and which honours are its own."""

    number: str
    is_of_commune: bool
    since: date
    until: date | None
    own: Mapping[str, Honour]

    def honour(self, code: str) -> Honour | None:
        return self.own.get(code) or catalogue().get(code)

    def is_own(self, code: str) -> bool:
        found = self.honour(code)
        return found is not None and is_local(found)


def refuse_unknown_honour(row: Row, path: str, scope: Scope, faults: Faults) -> bool:
    if scope.honour(row["honour"]):
        return False
    allowed = "Dùng mã trong danh mục, hoặc khai danh hiệu riêng ở mục honours"
    faults.append(
        Fault(join(path, "honour"), f"Không có danh hiệu, hình thức mang mã «{row['honour']}»", allowed)
    )
    return True


def criterion(row: Row, path: str, scope: Scope, faults: Faults) -> None:
    code, kind = row["honour"], row["kind"]
    if refuse_unknown_honour(row, path, scope, faults):
        return
    if scope.is_of_commune:
        faults.append(
            Fault(path, _not_for_communes(code, scope), "Cấp xã chỉ quy định về Hội đồng và thời hạn")
        )
        return
    found = scope.honour(code)
    if found and kind not in found.recipient:
        allowed = f"Các đối tượng: {', '.join(found.recipient)}"
        faults.append(
            Fault(join(path, "kind"), f"{name_of(code, scope.own)} không dành cho đối tượng này", allowed)
        )
        return
    if row.get("replaces"):
        _replacing(row, path, scope, faults)
    elif row.get("adds"):
        _adding(code, path, scope, faults)
    else:
        _own_rule(row, path, scope, faults)
    _needs_council(code, path, scope, faults)


def _not_for_communes(code: str, scope: Scope) -> str:
    left = delegated(code, scope.since)
    cite = f" ({left.cite.label_vi()})" if left else ""
    return f"Luật giao cấp tỉnh, không giao cấp xã quy định tiêu chuẩn {name_of(code, scope.own)}{cite}"


def _replacing(row: Row, path: str, scope: Scope, faults: Faults) -> None:
    rules = national_rules(row["honour"], row["kind"], scope.since, scope.until)
    named = [c for c in conditions_of(rules) if c.code == row["replaces"]]
    if any(c.kind in LEFT_OPEN for c in named):
        return
    codes = open_codes(rules)
    allowed = (
        f"Được thay: {', '.join(codes)}" if codes else "Danh hiệu này không để điều kiện nào cho địa phương"
    )
    if named:
        cite = named[0].cite.label_vi()
        wrong = f"«{row['replaces']}» do {cite} quy định, luật không giao địa phương quy định khác"
    else:
        wrong = f"Quy định chung không có điều kiện «{row['replaces']}»"
    faults.append(Fault(join(path, "replaces"), wrong, allowed))


def _adding(code: str, path: str, scope: Scope, faults: Faults) -> None:
    if scope.is_own(code) or delegated(code, scope.since):
        return
    wrong = f"Luật không giao địa phương quy định thêm tiêu chuẩn {name_of(code, scope.own)} vào ngày này"
    codes = dict.fromkeys(item.honour for item in CRITERIA if item.spans(scope.since))
    allowed = f"Được quy định thêm: {', '.join(codes) or 'không danh hiệu nào'}"
    faults.append(Fault(join(path, "adds"), wrong, allowed))


def _own_rule(row: Row, path: str, scope: Scope, faults: Faults) -> None:
    rules = national_rules(row["honour"], row["kind"], scope.since, scope.until)
    if scope.is_own(row["honour"]) and not rules:
        return
    codes = ", ".join(open_codes(rules)) or "không có điều kiện nào"
    wrong = f"{name_of(row['honour'], scope.own)} đã có quy tắc chung"
    allowed = f"Ghi replaces (được thay: {codes}) hoặc adds (standards, obstacles)"
    faults.append(Fault(join(path, "replaces"), wrong, allowed))


def _needs_council(code: str, path: str, scope: Scope, faults: Faults) -> None:
    left = delegated(code, scope.since)
    if left and left.by_council and "HĐND" not in scope.number:
        wrong = f"Tiêu chuẩn {name_of(code, scope.own)} do Hội đồng nhân dân cấp tỉnh quy định"
        faults.append(Fault(join(path, "honour"), wrong, f"Cần nghị quyết của HĐND ({left.cite.label_vi()})"))


def value(row: Row, path: str, scope: Scope, faults: Faults) -> None:
    family, named = parts_of(row["name"]) or ("", {})
    if scope.is_of_commune and family not in OF_COMMUNES:
        allowed = f"Cấp xã được quy định: {', '.join(OF_COMMUNES)}"
        faults.append(Fault(join(path, "name"), f"Luật không giao cấp xã quy định «{family}»", allowed))
        return
    code = named.get("honour")
    if code and refuse_unknown_honour({"honour": code}, path, scope, faults):
        return
    check = CHECKS.get(family)
    if check:
        check(row, join(path, "name"), scope, faults)


OF_COMMUNES = ("votes", "councils", "publicity")


def _code(row: Row) -> str:
    found = parts_of(row["name"])
    return found[1]["honour"] if found else ""


def _set_by_law(name: str, scope: Scope) -> Dated | None:
    """A value of national law that stands on a day of the span and isn't left to provinces."""
    if not has_parameter(name) or parameter(name).delegated:
        return None
    known = parameter(name).values
    for n, item in enumerate(known):
        ends = known[n + 1].since if n + 1 < len(known) else None
        overlaps = (scope.until is None or item.since < scope.until) and (ends is None or scope.since < ends)
        if item.value is not None and overlaps:
            return item
    return None


def _votes(row: Row, path: str, scope: Scope, faults: Faults) -> None:
    lower = row.get("levels") and not set(row["levels"]) & HIGH_LEVELS
    fixed = _set_by_law(row["name"], scope)
    if fixed and not (lower and _code(row) in HIGH):
        wrong = f"{fixed.cite.label_vi()} đã quy định {fixed.value}% phiếu đồng ý"
        faults.append(Fault(path, wrong, "Địa phương không quy định khác; xóa dòng này"))


def _quotas(row: Row, path: str, scope: Scope, faults: Faults) -> None:
    found, fixed = scope.honour(_code(row)), _set_by_law(row["name"], scope)
    if found and found.level in CENTRAL:
        wrong = f"{name_of(found.code, scope.own)} do trung ương quyết định"
        faults.append(Fault(path, wrong, "Địa phương không đặt tỷ lệ cho hình thức này"))
    elif fixed and row["value"] > fixed.value:
        wrong = f"{fixed.cite.label_vi()} giới hạn {fixed.value}%"
        faults.append(Fault(path, wrong, f"Chỉ được quy định từ {fixed.value}% trở xuống"))


def _prizes(row: Row, path: str, scope: Scope, faults: Faults) -> None:
    fixed = _set_by_law(row["name"], scope)
    if fixed:
        wrong = f"{fixed.cite.label_vi()} đã quy định {fixed.value} lần mức lương cơ sở"
        faults.append(Fault(path, wrong, f"Mức thưởng thêm ghi ở topups/{_code(row)}, theo nghị quyết HĐND"))


def _topups(_row: Row, path: str, scope: Scope, faults: Faults) -> None:
    if "HĐND" not in scope.number:
        wrong = "Mức thưởng thêm từ ngân sách do Hội đồng nhân dân quyết định"
        faults.append(Fault(path, wrong, "Cần nghị quyết của HĐND (số có NQ-HĐND)"))


def _publicity(row: Row, path: str, scope: Scope, faults: Faults) -> None:
    found = scope.honour(_code(row))
    if found and found.level in CENTRAL:
        wrong = "Việc công khai do Luật 06/2022/QH15, Điều 84 khoản 5 và khoản 7 quy định"
        faults.append(Fault(path, wrong, "Địa phương không quy định khác"))


def _sets(row: Row, path: str, scope: Scope, faults: Faults) -> None:
    found = scope.honour(_code(row))
    if found and found.level in CENTRAL:
        wrong = "Hồ sơ gửi trung ương có 01 bộ bản chính (Luật 06/2022/QH15, Điều 84 khoản 4)"
        faults.append(Fault(path, wrong, "Chỉ quy định số bộ cho hình thức do tỉnh, xã quyết định"))


CHECKS: dict[str, Callable[[Row, str, Scope, Faults], None]] = {
    "votes": _votes,
    "quotas": _quotas,
    "prizes": _prizes,
    "topups": _topups,
    "topups_vnd": _topups,
    "publicity": _publicity,
    "sets": _sets,
}


def deadline(row: Row, path: str, scope: Scope, faults: Faults) -> None:
    for n, code in enumerate(row["honours"]):
        place = f"{path}.honours[{n}]"
        found = scope.honour(code)
        if found is None:
            faults.append(Fault(place, f"Không có danh hiệu, hình thức mang mã «{code}»"))
        elif found.level in CENTRAL:
            wrong = f"Thời hạn của {name_of(code, scope.own)} do Chính phủ, Bộ Nội vụ quy định"
            faults.append(Fault(place, wrong, "Chỉ quy định cho hình thức do tỉnh, xã quyết định"))
        else:
            _no_longer_than_national(row, code, path, scope, faults)
    if scope.is_of_commune and row.get("levels") != ["xa"]:
        faults.append(
            Fault(join(path, "levels"), "Cấp xã chỉ quy định thời hạn ở cấp mình", "Ghi levels: [xa]")
        )


def _no_longer_than_national(row: Row, code: str, path: str, scope: Scope, faults: Faults) -> None:
    """A province may shorten a term, not lengthen it."""
    for level in row.get("levels", ()):
        fixed = national_days(row["step"], code, level, scope.since)
        if fixed and "days" in row and (row["days"] > fixed[0] or row.get("unit") != fixed[1]):
            wrong = f"Quy định chung là {fixed[0]} ngày{' làm việc' if fixed[1] == 'working_day' else ''}"
            faults.append(Fault(join(path, "days"), wrong, "Địa phương chỉ được rút ngắn"))


def papers(row: Row, path: str, scope: Scope, faults: Faults) -> None:
    code = row["honour"]
    if refuse_unknown_honour(row, path, scope, faults):
        return
    if not (scope.is_own(code) or delegated(code, scope.since, PROCEDURE)) or scope.is_of_commune:
        wrong = f"Hồ sơ của {name_of(code, scope.own)} do Luật 06/2022/QH15, Điều 84 quy định"
        codes = ", ".join(item.honour for item in PROCEDURE)
        faults.append(Fault(join(path, "honour"), wrong, f"Từ 01/07/2025 cấp tỉnh quy định cho: {codes}"))


def decider(row: Row, path: str, scope: Scope, faults: Faults) -> None:
    if refuse_unknown_honour(row, path, scope, faults):
        return
    if not scope.is_own(row["honour"]):
        wrong = f"Thẩm quyền quyết định {name_of(row['honour'], scope.own)} do luật quy định"
        faults.append(
            Fault(join(path, "honour"), wrong, "Chỉ ghi cho danh hiệu, hình thức riêng của địa phương")
        )


def honour(row: Row, path: str, scope: Scope, faults: Faults) -> None:
    code = row["code"]
    if scope.is_of_commune:
        faults.append(Fault(path, "Danh hiệu riêng do cấp tỉnh đặt", "Xóa mục này"))
    if code in catalogue():
        faults.append(Fault(join(path, "code"), f"Mã «{code}» đã có trong danh mục chung", "Chọn mã khác"))
    elif "_" not in code:
        allowed = "Mã riêng có gạch dưới, ví dụ KNC_THU_DO"
        faults.append(Fault(join(path, "code"), f"Mã «{code}» dễ lẫn với mã chung", allowed))
