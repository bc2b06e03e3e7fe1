"""What lies in a dossier, for the index that is bound with it."""

from collections.abc import Iterable, Iterator
from datetime import date

from thidua.documents.letters import FiledPaper, FileIndex
from thidua.kernel.days import civil_day
from thidua.modules.dossiers.models import Dossier
from thidua.modules.papers.api import letterhead, signature, signers_of
from thidua.modules.papers.models import Paper, PaperKind


def index_letter(dossier: Dossier, drawn: Iterable[Paper], on: date) -> FileIndex:
    """Papers drawn here, the signed submittal, then the evidence in the order of the candidates."""
    return FileIndex(
        head=letterhead(dossier.organisation, on),
        file=dossier.title,
        code=dossier.code,
        papers=(*_drawn(dossier, drawn), *_signed(dossier), *_evidence(dossier)),
        signature=signature(signers_of(dossier.organisation, on).first()),
    )


def _drawn(dossier: Dossier, papers: Iterable[Paper]) -> Iterator[FiledPaper]:
    for paper in papers:
        if paper.kind != PaperKind.FILE_INDEX:
            yield FiledPaper(title=paper.title, of=dossier.organisation.name, day=civil_day(paper.drawn_at))


def _signed(dossier: Dossier) -> Iterator[FiledPaper]:
    if dossier.signed_file:
        yield FiledPaper(title="Tờ trình đã ký", of=dossier.organisation.name)


def _evidence(dossier: Dossier) -> Iterator[FiledPaper]:
    for row in dossier.evidence.select_related("candidate").order_by("candidate__place", "id"):
        yield FiledPaper(
            title=row.label,
            of=row.candidate.name if row.candidate else dossier.organisation.name,
            note="" if row.file_id else "liên kết trên mạng",
        )
