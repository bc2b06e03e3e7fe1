"""One line of a list of yearly grades."""

from datetime import date

from django.utils.translation import gettext as _

from thidua.modules.intake.api import CannotRead, Column, Named, Verdict, day, words
from thidua.modules.organisations.models import Period
from thidua.modules.people.drafts import GradeLine, ListedGrade
from thidua.modules.people.kinds import GradeLevel
from thidua.modules.people.levels import WRITTEN
from thidua.modules.people.lists.finding import Finder
from thidua.modules.people.lists.periods import PERIOD, Periods
from thidua.modules.people.lists.recipients import (
    BORN,
    KIND,
    KINDS,
    NAME,
    NUMBER,
    Addressed,
    Meant,
    meant,
)
from thidua.modules.people.lists.units import UNIT

REASON, DECISION = 200, 120
LEVELS = Named("Mức xếp loại", {word: str(level) for word, level in WRITTEN.items()})
COLUMNS = (
    NAME,
    Column(
        "level",
        (
            "Mức xếp loại",
            "xếp loại",
            "xếp loại chất lượng",
            "mức xếp loại chất lượng",
            "kết quả xếp loại",
            "kết quả đánh giá, xếp loại",
            "kết quả đánh giá xếp loại",
            "mức đánh giá",
        ),
        "HTXSNV",
        is_required=True,
    ),
    PERIOD,
    Column(
        "decision",
        ("Số quyết định", "quyết định số", "số qđ", "số, ký hiệu quyết định", "quyết định"),
        "12/QĐ-UBND",
        is_required=True,
    ),
    NUMBER,
    BORN,
    UNIT,
    KIND,
    Column("reason", ("Lý do", "lý do không xếp loại", "ghi chú"), ""),
    Column("decided_on", ("Ngày quyết định", "ngày ký", "ngày qđ", "ngày ban hành"), ""),
    Column("decided_by", ("Cơ quan ban hành", "cấp quyết định", "cơ quan quyết định", "người ký"), ""),
)


class LineReader:
    """Each wrong cell adds a sentence, and the rest is read all the same."""

    def __init__(self, one: Addressed, finder: Finder, periods: Periods, on: date) -> None:
        self._one, self._finder, self._periods, self._on = one, finder, periods, on

    def verdict(self) -> Verdict:
        reader, text = self._one.reader, self._one.line.text
        level = reader.read(LEVELS.value, text("level"))
        reason = reader.read(words, text("reason"), REASON, "Lý do") or ""
        period = self._period()
        decision = reader.read(self._decision, period)
        who = reader.read(self._who)
        reader.require(level, _("Enter the grade."))
        reader.require(decision, _("Enter the number of the decision that signed this grade."))
        reader.require(reason or level != GradeLevel.NOT_GRADED, _("“Not graded” needs a reason."))
        home = self._one.home
        if reader.errors or home is None or period is None or who is None:
            return Verdict(errors=reader.errors)
        line = GradeLine(level or "", reason=reason, **{f"{who.kind}_id": who.row.pk})
        return Verdict(ListedGrade(home, period, decision or "", line), match=who.doubt)

    def _period(self) -> Period | None:
        text, home, reader = self._one.line.text("period"), self._one.home, self._one.reader
        if home is None:
            return None
        return reader.read(self._periods.called, text, home)

    def _who(self) -> Meant | None:
        kind = KINDS.value(self._one.line.text("kind"))
        if kind == "household":
            raise CannotRead(_("Households are not graded by year."))
        return meant(self._one.asked, self._finder, kind) if self._one.asked else None

    def _decision(self, period: Period | None) -> str:
        """Number, day and authority in one text, as the screen of grades keeps it."""
        text = self._one.line.text
        number = text("decision")
        on = day(text("decided_on"), last=self._on)
        if on and period and on < period.since:
            raise CannotRead(_("The decision cannot be older than the period it grades."))
        parts = [
            number,
            f"ngày {on:%d/%m/%Y}" if on else "",
            text("decided_by") and f"của {text('decided_by')}",
        ]
        return words(" ".join(part for part in parts if part), DECISION, "Số quyết định") if number else ""
