"""How NĐ 30/2020 writes days, numbers and hours; how a sentence counts people and money."""

from collections.abc import Iterable
from datetime import date, datetime

from thidua.documents.letters import Nominee, NomineeKind
from thidua.kernel.days import VIETNAM

COUNTED = {
    NomineeKind.INDIVIDUAL: "cá nhân",
    NomineeKind.COLLECTIVE: "tập thể",
    NomineeKind.HOUSEHOLD: "hộ gia đình",
}
COMMON_HONORIFICS = frozenset({"ông", "bà", "anh", "chị", "cụ", "cháu", "em", "đồng chí"})


def legal_day(day: date) -> str:
    """Days under 10 and the months 1 and 2 take a leading zero, no other (App. I, II.4b)."""
    month = f"{day.month:02}" if day.month <= 2 else str(day.month)
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def open_day(day: date | None) -> str:
    return legal_day(day) if day else "ngày      tháng      năm      "


def document_number(number: int | str | None, symbol: str) -> str:
    """12, "QĐ-UBND" → "12/QĐ-UBND"; under 10 with a leading zero (App. I, II.3c)."""
    shown = f"{number:02}" if isinstance(number, int) else (number or "      ")
    return f"{shown}/{symbol}" if symbol else shown


def clock_time(instant: datetime | date) -> str:
    """An instant with a time zone is shown in Vietnamese time: "08 giờ 30 phút"; a day alone leaves room to write."""
    if not isinstance(instant, datetime):
        return f"      giờ      phút, {legal_day(instant)}"
    local = instant.astimezone(VIETNAM) if instant.tzinfo else instant
    return f"{local:%H} giờ {local:%M} phút, {legal_day(local.date())}"


def counted(nominees: Iterable[Nominee]) -> str:
    """As in "12 cá nhân, 03 tập thể": under 10 with a leading zero."""
    listed = [nominee.kind for nominee in nominees]
    kinds = [(kind, listed.count(kind)) for kind in COUNTED]
    return ", ".join(f"{n:02} {COUNTED[kind]}" for kind, n in kinds if n)


def kinds(nominees: Iterable[Nominee]) -> str:
    """As in "tập thể, cá nhân": only those there are, in the order of papers."""
    found = {nominee.kind for nominee in nominees}
    order = (NomineeKind.COLLECTIVE, NomineeKind.INDIVIDUAL, NomineeKind.HOUSEHOLD)
    return ", ".join(COUNTED[kind] for kind in order if kind in found)


def deed(words: str) -> str:
    """As certificates and decisions say it: “đã có thành tích …”; what begins with “đã” already stays."""
    if not words or words.casefold().startswith("đã "):
        return words
    return f"đã có thành tích {words[:1].lower()}{words[1:]}"


def within_sentence(honorific: str) -> str:
    """As in "ông" for "Ông"; ranks and other forms of address stay as written."""
    return honorific.lower() if honorific.lower() in COMMON_HONORIFICS else honorific


def share(part: int, whole: int) -> str:
    """As in "93,33%"; empty of nobody. Two places, so that no council's 79,99% becomes 80%."""
    if whole == 0:
        return ""
    hundredths = (part * 20_000 + whole) // (2 * whole)
    shown = f"{hundredths // 100},{hundredths % 100:02}".rstrip("0").rstrip(",")
    return f"{shown}%"


def capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
