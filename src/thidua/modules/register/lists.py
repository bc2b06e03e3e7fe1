"""Awards of past years out of old lists: in quarantine until approved, then in the book, unchecked until compared."""

from collections.abc import Iterator, Sequence
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.kernel.text import fold
from thidua.law.honours import catalogue
from thidua.modules.intake.api import (
    CannotRead,
    Column,
    Judge,
    Kind,
    Line,
    Match,
    Named,
    Setting,
    Verdict,
    day,
    words,
    year,
)
from thidua.modules.organisations.models import Organisation
from thidua.modules.people.api import UNIT, Asked, Finder, Reader, Twice, Units
from thidua.modules.people.models import Collective, Person
from thidua.modules.register import actions, policy
from thidua.modules.register.lines import Award, Basis, OldAward
from thidua.modules.register.models import Entry, Ground, Source
from thidua.modules.rulebook import api as rulebook

NUMBER, BODY, SIGNER, SHOWN = 60, 200, 160, 60
GROUNDS = Named(
    "Loại hình",
    {
        "Công trạng": Ground.MERIT,
        "Đột xuất": Ground.SUDDEN,
        "Phong trào": Ground.MOVEMENT,
        "Chuyên đề": Ground.MOVEMENT,
        "Cống hiến": Ground.CAREER,
        "Niên hạn": Ground.YEARS,
        "Đối ngoại": Ground.EXTERNAL,
    },
)
SOURCES = Named(
    "Nguồn",
    {
        "Quyết định gốc": Source.ORIGINAL,
        "Ảnh bằng": Source.PHOTO,
        "Danh sách": Source.LIST,
        "Tự khai": Source.DECLARED,
        "Cấp khác quyết định": Source.ELSEWHERE,
    },
)
KINDS = Named("Đối tượng", {"Cá nhân": "person", "Tập thể": "collective"})
COLUMNS = (
    Column(
        "name",
        ("Họ và tên, tên tập thể", "họ và tên", "họ tên", "tên tập thể", "tên", "cá nhân, tập thể"),
        "Nguyễn Thị Mẫu",
        is_required=True,
    ),
    Column("kind", ("Cá nhân hay tập thể", "đối tượng", "loại đối tượng"), "Cá nhân"),
    Column("born", ("Ngày sinh", "năm sinh", "ngày tháng năm sinh"), "22/11/1980"),
    UNIT,
    Column(
        "honour",
        ("Danh hiệu, hình thức", "danh hiệu", "hình thức khen thưởng", "danh hiệu/hình thức khen thưởng"),
        "Chiến sĩ thi đua cơ sở",
        is_required=True,
    ),
    Column("year", ("Năm", "năm khen thưởng", "năm xét"), "2019", is_required=True),
    Column("ground", ("Loại hình", "loại hình khen thưởng"), "Công trạng"),
    Column("decision", ("Số quyết định", "quyết định số", "số qđ"), "1234/QĐ-UBND"),
    Column("decided_on", ("Ngày quyết định", "ngày ký", "ngày qđ"), "15/01/2020"),
    Column(
        "decided_by",
        ("Cấp quyết định", "cơ quan quyết định", "người quyết định", "cơ quan ban hành"),
        "Chủ tịch UBND quận Hai Bà Trưng",
        is_required=True,
    ),
    Column("signer", ("Người ký",), ""),
    Column("achievement", ("Thành tích", "nội dung khen thưởng"), ""),
    Column("source", ("Nguồn", "căn cứ nhập"), "Danh sách"),
)


def judge(setting: Setting) -> Judge:
    units, twice, finder, honours = Units(setting), Twice(), Finder(setting.actor), Honours()

    def look(lines: Sequence[Line]) -> list[Verdict]:
        readers = [Reader() for _line in lines]
        homes = [
            reader.read(units.called, line.text("unit")) for reader, line in zip(readers, lines, strict=True)
        ]
        finder.prepare([Asked("", home.pk) for home in homes if home])
        verdicts = [
            LineReader(line, reader, finder, honours, setting.on).verdict(home)
            for line, reader, home in zip(lines, readers, homes, strict=True)
        ]
        good = [(line, one) for line, one in zip(lines, verdicts, strict=True) if not one.errors]
        for line, verdict in good:
            twice.mark(line, verdict, [_key(verdict.value)])
        _match([verdict for _line, verdict in good if not verdict.errors])
        return verdicts

    return look


class Honours:
    """By code, full name or short name, without diacritics; own honours of places too."""

    def __init__(self) -> None:
        known = [*catalogue().values(), *rulebook.own_honours().values()]
        self._codes = {
            fold(word): one.code for one in known for word in (one.short_vi, one.name_vi, one.code) if word
        }

    def code(self, text: str) -> str:
        found = self._codes.get(fold(text))
        if found is None:
            raise CannotRead(
                _("“%(text)s” is no honour of the catalogue: write its full name as in the law.")
                % {"text": text[:SHOWN]}
            )
        return found


class LineReader:
    """One line of an old list."""

    def __init__(self, line: Line, reader: Reader, finder: Finder, honours: Honours, on: date) -> None:
        self._line, self._reader, self._finder, self._honours, self._on = line, reader, finder, honours, on

    def verdict(self, home: Organisation | None) -> Verdict:
        reader, text = self._reader, self._line.text
        honour = reader.read(self._honours.code, text("honour")) if text("honour") else None
        when = reader.read(year, text("year"), last=self._on.year)
        basis = self._basis()
        recipient: Person | Collective | None = None
        if home and text("name"):
            recipient = reader.read(self._recipient, home)
        reader.require(
            recipient and honour and when and basis.decided_by,
            _("Recipient, honour, year and who decided are needed."),
        )
        if basis.decided_on and when and basis.decided_on.year < when:
            reader.errors.append(_("The decision cannot be older than the year it honours."))
        ground = reader.read(GROUNDS.value, text("ground")) or Ground.MERIT
        source = reader.read(SOURCES.value, text("source")) or Source.LIST
        if reader.errors or recipient is None:
            return Verdict(errors=reader.errors)
        return Verdict(
            OldAward(basis, self._award(recipient, honour or "", when or 0, ground), Source(source))
        )

    def _basis(self) -> Basis:
        reader, text = self._reader, self._line.text
        return Basis(
            decided_by=reader.read(words, text("decided_by"), BODY, "Cấp quyết định") or "",
            decision_number=reader.read(words, text("decision"), NUMBER, "Số quyết định") or "",
            decided_on=reader.read(day, text("decided_on"), last=self._on),
            signer=reader.read(words, text("signer"), SIGNER, "Người ký") or "",
        )

    def _recipient(self, home: Organisation) -> Person | Collective:
        text = self._line.text
        asked = Asked(text("name"), home.pk, text("born"))
        kind = KINDS.value(text("kind"))
        if kind == "collective" or (not kind and self._finder.has_collective(asked)):
            return self._finder.collective(asked)
        return self._finder.person(asked)

    def _award(self, recipient: Person | Collective, honour: str, when: int, ground: str) -> Award:
        person = recipient if isinstance(recipient, Person) else None
        return Award(
            honour=honour,
            name=recipient.name,
            organisation_id=recipient.organisation_id,
            unit_name=recipient.organisation.name,
            year=when,
            ground=ground,
            person_id=person.pk if person else None,
            collective_id=None if person else recipient.pk,
            honorific=person.honorific if person else "",
            achievement=self._line.text("achievement"),
        )


def _key(old: OldAward) -> tuple[object, ...]:
    award = old.award
    return (award.person_id, award.collective_id, award.honour, award.year, old.basis.decision_number)


def _match(verdicts: Sequence[Verdict]) -> None:
    """The same honour of the same year of somebody who has it: by the same decision it is the same award."""
    people = {verdict.value.award.person_id for verdict in verdicts}
    collectives = {verdict.value.award.collective_id for verdict in verdicts}
    years = {verdict.value.award.year for verdict in verdicts}
    rows = Entry.objects.filter(year__in=years, refers_to__isnull=True)
    there: dict[tuple[object, ...], Entry] = {}
    for known in _of(rows, people, collectives):
        there[known.person_id, known.collective_id, known.honour, known.year] = known
    for verdict in verdicts:
        key = _key(verdict.value)
        if row := there.get(key[:4]):
            verdict.match = Match(row.pk, _described(row), _likeness(row, verdict.value))


def _of(rows: QuerySet[Entry], people: set[int | None], collectives: set[int | None]) -> Iterator[Entry]:
    yield from rows.filter(person__in=people - {None})
    yield from rows.filter(collective__in=collectives - {None})


def _likeness(row: Entry, old: OldAward) -> int:
    """A number that is missing on one side contradicts nothing."""
    numbers = {row.decision_number, old.basis.decision_number} - {""}
    return 100 if len(numbers) < 2 else 80


def _described(row: Entry) -> str:
    return f"{row.name}, {row.year}: {row.decision_number or row.decided_by}"


def enter(setting: Setting, values: Sequence[OldAward]) -> list[int]:
    body = setting.actor.organisation
    assert body is not None  # else policy.may_enter_old has refused
    entries = actions.enter_old_list(body=body, awards=values, actor=setting.actor, now=setting.now)
    return [entry.pk for entry in entries]


OLD_AWARDS = Kind(
    code="khen-thuong-cu",
    label=gettext_lazy("Awards of past years"),
    note=gettext_lazy(
        "Recipient (who must be in the records), honour, year, who decided. Once approved they stand in the register for good, as not yet compared."
    ),
    columns=COLUMNS,
    may=policy.may_enter_old,
    judge=judge,
    enter=enter,
    after="register_list",
)


def intake_kinds() -> Iterator[Kind]:
    yield OLD_AWARDS
