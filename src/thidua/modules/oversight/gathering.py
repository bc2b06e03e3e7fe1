"""All records of a body in a period as one ZIP, in the outline an inspection asks for."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from io import BytesIO
from typing import Any, BinaryIO

from django.db.models import Q

from thidua import law
from thidua.documents.spreadsheet import ColumnKind, SheetColumn, write_xlsx
from thidua.kernel.hashing import sha256
from thidua.kernel.text import fold
from thidua.modules.campaigns.models import Campaign
from thidua.modules.decisions.models import Decision, DecisionState
from thidua.modules.dossiers.models import Dossier, Evidence
from thidua.modules.files.api import path_of
from thidua.modules.files.models import StoredFile
from thidua.modules.organisations.api import in_force
from thidua.modules.organisations.models import Closure, Organisation
from thidua.modules.oversight import accounts
from thidua.modules.papers.models import Paper
from thidua.modules.register.models import Entry

OUTLINE = {
    "plans": "1. Kế hoạch, phong trào thi đua",
    "dossiers": "2. Hồ sơ đề nghị khen thưởng",
    "decisions": "3. Quyết định khen thưởng",
    "register": "4. Sổ khen thưởng",
    "fund": "5. Quỹ khen thưởng",
}
INDEX = "0. Mục lục.xlsx"
HEADS = (SheetColumn("Tệp", ColumnKind.TEXT, 80), SheetColumn("Mã kiểm tra (sha256)", ColumnKind.TEXT, 70))
REGISTER = (
    SheetColumn("Số", ColumnKind.NUMBER, 8),
    SheetColumn("Họ tên, tập thể", ColumnKind.TEXT, 36),
    SheetColumn("Đơn vị", ColumnKind.TEXT, 40),
    SheetColumn("Hình thức, danh hiệu", ColumnKind.TEXT, 36),
    SheetColumn("Quyết định", ColumnKind.TEXT, 24),
    SheetColumn("Ngày", ColumnKind.DAY, 13),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose records of which days; `until` is the day after the last."""

    organisation: Organisation
    since: date
    until: date
    on: date

    @property
    def last(self) -> date:
        return self.until - timedelta(days=1)

    @property
    def units(self) -> Any:
        below = Closure.objects.filter(in_force(self.on), ancestor=self.organisation)
        return below.values("descendant")

    def within(self, day: str) -> Q:
        return Q(**{f"{day}__gte": self.since, f"{day}__lt": self.until})


def gather(asked: Asked, target: BinaryIO) -> int:
    """Write the ZIP; gives how many files it holds. One file in memory at a time."""
    index: list[tuple[str, str]] = []
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in _contents(asked):
            archive.writestr(name, content)
            index.append((name, sha256(content)))
        archive.writestr(INDEX, _sheet(HEADS, index, "Mục lục"))
    return len(index)


def _contents(asked: Asked) -> Iterator[tuple[str, bytes]]:
    taken: set[str] = set()
    for folder, stored in _files(asked):
        path = path_of(stored.sha256)
        if path.exists():
            yield free_name(f"{folder}/{plain_name(stored.name)}", taken), path.read_bytes()
    yield f"{OUTLINE['register']}/so-khen-thuong.xlsx", _sheet(REGISTER, _entries(asked), "Sổ khen thưởng")
    yield f"{OUTLINE['plans']}/danh-muc-phong-trao.xlsx", _campaigns(asked)
    for name, heads, rows in accounts.sheets(asked):
        yield f"{OUTLINE['fund']}/{name}.xlsx", _sheet(heads, rows, name)


def plain_name(name: str) -> str:
    """Safe on any system, still readable."""
    kept = "".join(one if one.isalnum() or one in " .-_()," else "-" for one in name)
    return kept.strip(". ")[:120] or "tep"


def free_name(name: str, taken: set[str]) -> str:
    stem, dot, ending = name.rpartition(".")
    found, n = name, 2
    while fold(found) in taken:
        found, n = f"{stem} ({n}){dot}{ending}", n + 1
    taken.add(fold(found))
    return found


def _files(asked: Asked) -> Iterator[tuple[str, StoredFile]]:
    launched = Campaign.objects.filter(asked.within("launched_on"), organisation__in=asked.units)
    for campaign in launched.filter(plan_file__isnull=False).select_related("plan_file").order_by("pk"):
        assert campaign.plan_file is not None  # filtered by it
        yield OUTLINE["plans"], campaign.plan_file
    yield from _of_dossiers(asked)
    yield from _of_decisions(asked)


def _of_dossiers(asked: Asked) -> Iterator[tuple[str, StoredFile]]:
    sent = Dossier.objects.filter(asked.within("sent_on"), organisation__in=asked.units)
    for dossier in sent.select_related("signed_file").order_by("sent_on", "pk"):
        folder = f"{OUTLINE['dossiers']}/{plain_name(dossier.code)}"
        if dossier.signed_file:
            yield folder, dossier.signed_file
        for evidence in Evidence.objects.filter(dossier=dossier, file__isnull=False).select_related("file"):
            assert evidence.file is not None  # filtered by it
            yield folder, evidence.file
        subject = f"dossier:{dossier.pk}"
        yield from ((folder, paper.pdf) for paper in newest_papers(subject))


def _of_decisions(asked: Asked) -> Iterator[tuple[str, StoredFile]]:
    rows = Decision.objects.filter(
        asked.within("signed_on"), organisation__in=asked.units, state=DecisionState.IN_FORCE
    )
    for decision in rows.select_related("signed_file").order_by("signed_on", "pk"):
        folder = f"{OUTLINE['decisions']}/{plain_name(f'{decision.number}-{decision.symbol}')}"
        if decision.signed_file:
            yield folder, decision.signed_file
        yield from ((folder, paper.pdf) for paper in newest_papers(f"decision:{decision.pk}"))


def newest_papers(subject: str) -> list[Paper]:
    """The newest version of each paper about the thing and its parts."""
    rows = Paper.objects.filter(Q(subject=subject) | Q(subject__startswith=f"{subject}/"))
    newest = rows.order_by("subject", "kind", "-version").distinct("subject", "kind")
    return list(newest.select_related("pdf"))


def _entries(asked: Asked) -> Iterator[tuple[Any, ...]]:
    rows = Entry.objects.filter(asked.within("decided_on"), organisation__in=asked.units)
    for row in rows.order_by("decided_on", "pk").iterator(chunk_size=2_000):
        name = law.honour(row.honour).name_vi
        yield row.place, row.name, row.unit_name, name, row.decision_number, row.decided_on


def _campaigns(asked: Asked) -> bytes:
    heads = (
        SheetColumn("Phong trào", ColumnKind.TEXT, 60),
        SheetColumn("Đơn vị", ColumnKind.TEXT, 40),
        SheetColumn("Phát động", ColumnKind.DAY, 13),
        SheetColumn("Kế hoạch", ColumnKind.TEXT, 24),
    )
    rows = Campaign.objects.filter(asked.within("launched_on"), organisation__in=asked.units)
    lines = [
        (row.name, row.organisation.name, row.launched_on, row.plan_number)
        for row in rows.select_related("organisation").order_by("launched_on", "pk")
    ]
    return _sheet(heads, lines, "Phong trào thi đua")


def _sheet(heads: Any, rows: Any, name: str) -> bytes:
    drawn = BytesIO()
    write_xlsx(heads, rows, drawn, name=name)
    return drawn.getvalue()
