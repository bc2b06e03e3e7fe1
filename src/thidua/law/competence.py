"""Who sets criteria, forms blocks, recognises effect, pays, revokes, strips."""

from datetime import date
from typing import Any

from thidua.law.authority import Authority
from thidua.law.cite import Cite, Confidence
from thidua.law.files import load
from thidua.law.honours import honour as find
from thidua.law.instruments import regime, standing
from thidua.law.offices import CENTRAL

LAW_2022 = "06/2022/QH15"


def competent(act: str, honour: str, on: date, at: str | None = None) -> tuple[Authority, ...] | None:
    """The offices competent for an act on a day; None where the loaded law doesn't say."""
    if act in STATED:
        return STATED[act](honour, on)
    row = load("competence.yaml").get(act, {}).get(honour, {})
    if regime(on) == "A":
        row = row.get("before", {})
    if "who" not in row or regime(on) == "-":
        return None
    how = Confidence(row.get("confidence", "text"))
    cites = standing(map(Cite.parse, row.get("cites", [row["cite"]] if "cite" in row else [])), on)
    return tuple(Authority(code, cites, how) for code in _offices(row, at))


def _office(code: str, cite: str, how: Confidence = Confidence.TEXT) -> Authority:
    return Authority(code, (Cite.parse(cite),), how)


def _before(code: str, on: date, *cites: str) -> Authority:
    """By the law of 2003 and the decree of the day, neither of which names the office in so many words."""
    return Authority(code, standing(map(Cite.parse, cites), on), Confidence.UNVERIFIED)


def _offices(row: dict[str, Any], at: str | None) -> list[str]:
    who: list[str] = row["who"]
    if at is None or who == ["decider"]:
        return who
    instead = row.get("at", {}).get(at, at)
    return [code for code in who if code == instead]


def _pay(honour: str, on: date) -> tuple[Authority, ...] | None:
    """The decider from its own fund; for central awards the body that proposed."""
    code = "proposer" if find(honour).level in CENTRAL else "decider"
    if regime(on) in "BCD":
        return (_office(code, f"{LAW_2022} 11.4"),)
    return (_before(code, on, "91/2017/NĐ-CP 67", "15/2003/QH11 94"),)


def _revoke(_honour: str, on: date) -> tuple[Authority, ...] | None:
    if regime(on) in "BCD":
        return (_office("decider", f"{LAW_2022} 93.8"),)
    return (_before("decider", on, "91/2017/NĐ-CP 78", "15/2003/QH11 96.1"),)


def _strip(honour: str, on: date) -> tuple[Authority, ...] | None:
    if find(honour).nature != "honorary":
        return None
    cite = f"{LAW_2022} 93.7" if regime(on) in "BCD" else "15/2003/QH11 97.2"
    return (_office("ctn", cite),)


STATED = {"pay": _pay, "revoke": _revoke, "strip": _strip}
