"""One line of a list of candidates."""

import re
from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _

from thidua.kernel.text import clean
from thidua.modules.dossiers.actions.candidates import refuse_wrong_kind
from thidua.modules.dossiers.actions.feat import BASIS
from thidua.modules.dossiers.drafts import CandidateLine, DossierDraft, Recipient, title_for
from thidua.modules.dossiers.lists.columns import LINES, PROCEDURES
from thidua.modules.dossiers.lists.files import File, Files
from thidua.modules.dossiers.models import Procedure
from thidua.modules.dossiers.queries.offered import honours_on
from thidua.modules.dossiers.queries.records import KINDS as OF_KIND
from thidua.modules.intake.api import CannotRead, Setting, Verdict, day, words
from thidua.modules.organisations.models import Organisation, Period, YearKind
from thidua.modules.people.api import KINDS, Addressed, Asked, Finder, Meant, Periods, meant
from thidua.modules.register.api import GROUNDS, Honours
from thidua.modules.register.models import Ground, Line
from thidua.modules.rulebook import api as rulebook

ACHIEVEMENT, PLACE, BASIS_LENGTH = 500, 200, 300
BETWEEN = re.compile(r"[;+\n]")
OPEN_TO_ALL = (YearKind.STAGE, YearKind.CAMPAIGN)


class Listed(NamedTuple):
    """A line that can be entered, and the dossier that it belongs to."""

    file: File
    line: CandidateLine

    @property
    def when(self) -> int | date | None:
        """What tells two proposals of one honour apart: the period, or the day of the deed."""
        period = self.file.draft.period
        return period.pk if period else self.file.draft.deed_on


class Reading:
    """What all lines of a list are read with."""

    def __init__(self, setting: Setting) -> None:
        self.on = setting.on
        self.finder = Finder(setting.actor, below=True, households=True)
        self.periods = Periods(setting.on, beside=OPEN_TO_ALL)
        self.honours, self.files = Honours(), Files(setting.on)
        self._offered: dict[tuple[int, str], frozenset[str]] = {}

    def require_offered(self, code: str, organisation: Organisation, line: str) -> None:
        """Raises CannotRead for an honour that the unit's own screen would not offer on this day."""
        key = (organisation.pk, line)
        if key not in self._offered:
            self._offered[key] = frozenset(one.code for one in honours_on(organisation.pk, line, self.on))
        if code not in self._offered[key]:
            told = {"honour": rulebook.honour(code).name_vi}
            raise CannotRead(_("“%(honour)s” is not open to proposals of this unit on this day.") % told)


class LineReader:
    """Each wrong cell adds a sentence, and the rest is read all the same."""

    def __init__(self, one: Addressed, by: Reading) -> None:
        self._one, self._by, self._reader = one, by, one.reader

    def verdict(self) -> Verdict:
        home, reader = self._one.home, self._reader
        if home is None:
            return Verdict(errors=reader.errors)
        draft = self._draft(home)
        honours = reader.read(self._honours, home, draft.line) or ()
        who = reader.read(self._who, honours)
        for code in honours if who else ():
            reader.read(refuse_wrong_kind, who.kind if who else "", code)
        achievement = reader.read(words, self._text("achievement"), ACHIEVEMENT, "Thành tích tóm tắt") or ""
        file = None if reader.errors else reader.read(self._by.files.of, home, draft)
        if reader.errors or file is None or who is None:
            return Verdict(errors=reader.errors)
        recipient = Recipient(kind=who.kind, pk=who.row.pk)
        line = CandidateLine(recipient=recipient, honours=tuple(honours), achievement=achievement)
        return Verdict(Listed(file, line), match=who.doubt, note=draft.title)

    def _text(self, name: str) -> str:
        return self._one.line.text(name)

    def _draft(self, home: Organisation) -> DossierDraft:
        read = self._reader.read
        ground = read(GROUNDS.value, self._text("ground")) or Ground.MERIT
        is_sudden = ground == Ground.SUDDEN
        period = None if is_sudden else self._period(home)
        procedure = read(PROCEDURES.value, self._text("procedure")) or Procedure.NORMAL
        basis = read(words, self._text("basis"), BASIS_LENGTH, "Lý do theo thủ tục đơn giản") or ""
        is_simple = procedure == Procedure.SIMPLIFIED
        return DossierDraft(
            title=title_for(home, period),
            period=period,
            ground=ground,
            line=read(LINES.value, self._text("line")) or Line.STATE,
            procedure=procedure,
            simplified_basis=(basis or (BASIS if is_sudden else "")) if is_simple else "",
            deed_on=read(day, self._text("deed_on"), last=self._by.on) if is_sudden else None,
            deed_place=self._words("deed_place", "Nơi lập thành tích") if is_sudden else "",
            confirmed_by=self._words("confirmed_by", "Người xác nhận") if is_sudden else "",
        )

    def _words(self, name: str, title: str) -> str:
        return self._reader.read(words, self._text(name), PLACE, title) or ""

    def _period(self, home: Organisation) -> Period | None:
        return self._reader.read(self._by.periods.called, self._text("period"), home)

    def _honours(self, home: Organisation, line: str) -> list[str]:
        parts = [part for text in BETWEEN.split(self._text("honours")) if (part := clean(text))]
        if not parts:
            raise CannotRead(_("Enter the honour that is proposed."))
        codes = list(dict.fromkeys(self._by.honours.code(part) for part in parts))
        for code in codes:
            self._by.require_offered(code, home, line)
        return codes

    def _who(self, honours: list[str]) -> Meant | None:
        if self._one.asked is None:
            return None
        kind = KINDS.value(self._text("kind")) or self._kind_by(honours, self._one.asked)
        return meant(self._one.asked, self._by.finder, kind)

    def _kind_by(self, honours: list[str], asked: Asked) -> str:
        """Where only somebody of another kind is called so, the honour is what is wrong, not the name."""
        kind, finder = _only_kind(honours), self._by.finder
        called = {"person": finder.has_person(asked), "collective": finder.has_collective(asked)}
        others = [other for other, is_called in called.items() if is_called]
        return others[0] if others and called.get(kind) is False else kind


def _only_kind(honours: list[str]) -> str:
    """The kind of recipient that the honours say by themselves: Gia đình văn hóa goes to households."""
    open_to = [set(rulebook.honour(code).recipient) for code in honours]
    able = [kind for kind, word in OF_KIND.items() if open_to and all(word in one for one in open_to)]
    return able[0] if len(able) == 1 else ""
