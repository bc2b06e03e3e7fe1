"""For how long candidates are shown: by the law, by a rule of the place, or by the body's own wish."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thidua import law
from thidua.kernel.days import WorkingCalendar
from thidua.modules.rulebook import api as rulebook


@dataclass(frozen=True, slots=True)
class Duty:
    """So many days before the council, and the article that says so."""

    n: int
    unit: str
    cite: str
    is_certain: bool

    @property
    def days(self) -> str:
        if self.unit == "working_day":
            return ngettext("%(n)s working day", "%(n)s working days", self.n) % {"n": self.n}
        return ngettext("%(n)s day", "%(n)s days", self.n) % {"n": self.n}

    def last_day(self, opens_on: date, calendar: WorkingCalendar) -> date:
        """The day of showing itself is not counted."""
        if self.unit == "working_day":
            return calendar.add(opens_on, self.n)
        return opens_on + timedelta(days=self.n)


def duty_of(book: law.Book, honour: str, on: date) -> Duty | None:
    """None where neither the law nor a rule of the place asks for it before the council of who proposes.

    Nationally for what the State President gives (Law 06/2022/QH15 Art 84.5; NĐ 98/2023 Art 46; NĐ 152/2025 Art 44.2).
    """
    if rulebook.find_honour(honour) is None:
        return None
    found = law.publication(book, honour, "province", on)
    if found is None and book.local_value(f"publicity/village-{honour}", on):
        found = law.publication(book, honour, "village", on)
    if found is None:
        return None
    return Duty(found.n, found.unit, found.cite.label_vi(), found.confidence is law.Confidence.TEXT)


def longest(duties: list[Duty]) -> Duty | None:
    """The one that keeps the council waiting longest."""
    return max(duties, key=lambda one: (one.n, one.unit == "working_day"), default=None)


def in_words(duty: Duty) -> str:
    words = _("%(days)s before the council (%(cite)s)")
    if not duty.is_certain:
        words = _("%(days)s before the council (%(cite)s; to be checked in the original text)")
    return words % {"days": duty.days, "cite": duty.cite}
