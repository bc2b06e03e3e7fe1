"""Lists of initiatives and research topics, with their authors."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.kernel.text import fold
from thidua.modules.intake.api import (
    CannotRead,
    CannotTakeBack,
    Column,
    Judge,
    Kind,
    Line,
    Match,
    Named,
    Setting,
    Verdict,
    take_back,
    words,
    year,
)
from thidua.modules.organisations.models import Organisation
from thidua.modules.people import policy
from thidua.modules.people.actions.initiatives import record_initiative
from thidua.modules.people.drafts import Author, InitiativeDraft
from thidua.modules.people.kinds import InitiativeKind, Scope
from thidua.modules.people.lists.finding import Finder
from thidua.modules.people.lists.likeness import Asked
from thidua.modules.people.lists.reading import Reader
from thidua.modules.people.lists.twice import Twice
from thidua.modules.people.lists.units import UNIT, Units
from thidua.modules.people.models import Initiative, InitiativeAuthor

TITLE, SHORT, LONG = 300, 40, 120
AUTHOR = re.compile(r"(.+?)(?:\s*\(?(\d{1,3})\s*%\)?)?")
KINDS = Named("Loại", {"Sáng kiến": InitiativeKind.INITIATIVE, "Đề tài": InitiativeKind.TOPIC})
SCOPES = Named(
    "Phạm vi",
    {
        "Cơ sở": Scope.BASE,
        "Huyện": Scope.DISTRICT,
        "Tỉnh": Scope.PROVINCE,
        "Thành phố": Scope.PROVINCE,
        "Bộ": Scope.MINISTRY,
        "Toàn quốc": Scope.NATION,
    },
)
COLUMNS = (
    Column(
        "title",
        ("Tên sáng kiến", "sáng kiến", "tên đề tài", "tên sáng kiến, đề tài"),
        "Dạy toán bằng trò chơi",
        is_required=True,
    ),
    Column(
        "authors",
        ("Tác giả", "họ và tên tác giả", "tác giả, đồng tác giả", "họ và tên"),
        "Nguyễn Thị Mẫu 60%; Trần Văn Ví 40%",
        is_required=True,
    ),
    UNIT,
    Column("year", ("Năm công nhận", "năm"), "2025", is_required=True),
    Column("kind", ("Loại", "sáng kiến hay đề tài"), "Sáng kiến"),
    Column("scope", ("Phạm vi", "phạm vi ảnh hưởng", "cấp công nhận"), "Cơ sở"),
    Column("code", ("Mã số", "số hiệu"), ""),
    Column("by", ("Cơ quan công nhận", "nơi công nhận", "đơn vị công nhận"), "UBND phường"),
    Column(
        "paper", ("Số giấy chứng nhận", "quyết định công nhận", "số, ngày quyết định"), "12/GCN-SK 20/5/2025"
    ),
)


class Listed(NamedTuple):
    draft: InitiativeDraft
    organisation: Organisation

    @property
    def key(self) -> tuple[int, int, str]:
        return (self.organisation.pk, self.draft.year, fold(self.draft.title))


def judge(setting: Setting) -> Judge:
    units, twice, finder = Units(setting), Twice(), Finder(setting.actor)

    def look(lines: Sequence[Line]) -> list[Verdict]:
        readers = [Reader() for _line in lines]
        homes = [
            reader.read(units.called, line.text("unit")) for reader, line in zip(readers, lines, strict=True)
        ]
        finder.prepare([Asked("", home.pk) for home in homes if home])
        verdicts = [
            _verdict(line, reader, home, finder, setting)
            for line, reader, home in zip(lines, readers, homes, strict=True)
        ]
        for line, verdict in zip(lines, verdicts, strict=True):
            if verdict.value:
                twice.mark(line, verdict, [verdict.value.key])
        _match([verdict for verdict in verdicts if not verdict.errors])
        return verdicts

    return look


def _verdict(
    line: Line, reader: Reader, home: Organisation | None, finder: Finder, setting: Setting
) -> Verdict:
    title = reader.read(words, line.text("title"), TITLE, "Tên sáng kiến") or ""
    when = reader.read(year, line.text("year"), last=setting.on.year)
    authors = reader.read(_authors, line.text("authors"), home, finder) if home else ()
    draft = InitiativeDraft(
        title=title,
        year=when or 0,
        kind=reader.read(KINDS.value, line.text("kind")) or InitiativeKind.INITIATIVE,
        scope=reader.read(SCOPES.value, line.text("scope")) or Scope.BASE,
        code=reader.read(words, line.text("code"), SHORT, "Mã số") or "",
        recognised_by=reader.read(words, line.text("by"), LONG, "Cơ quan công nhận") or "",
        certificate=reader.read(words, line.text("paper"), LONG, "Số giấy chứng nhận") or "",
        authors=tuple(authors or ()),
    )
    reader.require(title and when and authors, _("Title, author and year of recognition are needed."))
    if home is None or reader.errors:
        return Verdict(errors=reader.errors)
    return Verdict(Listed(draft, home))


def _authors(text: str, home: Organisation, finder: Finder) -> list[Author]:
    """Nguyễn Thị Mẫu 60%; Trần Văn Ví 40%: without shares, equal ones."""
    parts = [part.strip() for part in re.split(r"[;\n]", text) if part.strip()]
    found = []
    for part in parts:
        match = AUTHOR.fullmatch(part)
        assert match is not None  # the pattern takes any text
        person = finder.person(Asked(match[1].strip(), home.pk))
        found.append(Author(person.pk, int(match[2]) if match[2] else 100 // len(parts)))
    if any(not 1 <= author.share <= 100 for author in found) or sum(author.share for author in found) > 100:
        raise CannotRead(_("The authors' shares are more than 100 % together."))
    return found


def _match(verdicts: Sequence[Verdict]) -> None:
    units = {verdict.value.organisation.pk for verdict in verdicts}
    years = {verdict.value.draft.year for verdict in verdicts}
    rows = Initiative.objects.filter(organisation__in=units, year__in=years)
    there = {(row.organisation_id, row.year, fold(row.title)): row for row in rows}
    for verdict in verdicts:
        if row := there.get(verdict.value.key):
            verdict.match = Match(row.pk, row.title)


def enter(setting: Setting, values: Sequence[Listed]) -> list[int]:
    return [
        record_initiative(
            organisation=one.organisation, draft=one.draft, actor=setting.actor, on=setting.on
        ).pk
        for one in values
    ]


def undo(setting: Setting, ids: Sequence[int]) -> None:
    """What has served somebody's honour stays."""
    del setting
    used = (
        InitiativeAuthor.objects.filter(initiative__in=ids).exclude(used_for="").select_related("initiative")
    )
    if found := used.first():
        told = {"title": found.initiative.title}
        raise CannotTakeBack(_("“%(title)s” has served an honour, so this list cannot be taken back.") % told)
    take_back(Initiative, ids, made_with=(InitiativeAuthor,))


INITIATIVES = Kind(
    code="sang-kien",
    label=gettext_lazy("Initiatives"),
    note=gettext_lazy(
        "Title, author (who must be in the records), year of recognition; the paper that recognised it."
    ),
    columns=COLUMNS,
    may=policy.may_edit,
    judge=judge,
    enter=enter,
    undo=undo,
    after="initiatives_list",
)
