"""Files to print: asked for on screen, drawn by a job, at most a thousand pages each, in the decision's order."""

from collections.abc import Callable, Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from thidua.documents.fitting import CannotPlace, fitted
from thidua.documents.letters import BlankPage
from thidua.documents.pdf.certificate import CannotFit, certificates_pdf
from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.modules.certificates import blanks, letters, policy
from thidua.modules.certificates.models import (
    Batch,
    BlankLayout,
    Certificate,
    CertificateState,
    Printer,
    PrintFile,
    PrintState,
)
from thidua.modules.certificates.queries import in_order
from thidua.modules.decisions.api import number_of
from thidua.modules.organisations.api import Actor, system
from thidua.modules.papers import api as papers
from thidua.modules.papers.models import Paper

PAGES = 1_000
Clock = Callable[[], datetime]


class CannotPrint(Cannot):
    """There is nothing to print."""


def printable(batch: Batch, actor: Actor) -> list[Certificate]:
    rows = in_order(batch, actor)
    return list(rows.filter(state__in=(CertificateState.RELEASED, CertificateState.HANDED_OVER)))


@action
def ask_for_print(
    *,
    batch: Batch,
    actor: Actor,
    now: datetime,
    on_blanks: bool = False,
    printer: Printer | None = None,
) -> list[PrintFile]:
    """The parts that the job draws; asking again while they wait asks for nothing more."""
    require(policy.may_print(actor, batch))
    rows = printable(batch, actor)
    n = len(rows)
    if n == 0:
        raise CannotPrint(_("There is no certificate to print in this batch."))
    if on_blanks:
        layouts_for(batch, rows)
    waiting = list(batch.print_files.filter(state=PrintState.WAITING))
    if waiting:
        return waiting
    return [
        PrintFile.objects.create(
            batch=batch,
            part=part,
            n_pages=min(PAGES, n - start),
            on_blanks=on_blanks,
            printer=printer,
            asked_by_id=actor.user_id,
            asked_at=now,
            moved_at=now,
        )
        for part, start in enumerate(range(0, n, PAGES), 1)
    ]


def perform(file: PrintFile, clock: Clock) -> None:
    """Draw one part; a job that runs twice finds it drawn."""
    actor = system(clock().date())
    try:
        draw(file=file, actor=actor, now=clock())
    except Cannot as refusal:
        fail(file=file, problem=str(refusal), actor=actor, now=clock())
    except Exception:
        fail(file=file, problem=_("A fault of the system; the log says more."), actor=actor, now=clock())
        raise


@action
def draw(*, file: PrintFile, actor: Actor, now: datetime) -> None:
    rows_of_files = PrintFile.objects.select_related("printer")
    row = rows_of_files.select_for_update(of=("self",)).get(pk=file.pk)
    if row.state != PrintState.WAITING:
        return
    batch = Batch.objects.select_related("decision", "organisation").get(pk=row.batch_id)
    start = (row.part - 1) * PAGES
    rows = printable(batch, actor)[start : start + PAGES]
    if not rows:
        raise CannotPrint(_("There is no certificate to print in this batch."))
    row.paper = (
        _on_blanks(row, batch, rows, actor, now) if row.on_blanks else _whole(row, batch, rows, actor, now)
    )
    row.state, row.n_pages, row.moved_at = PrintState.DONE, len(rows), now
    row.save(update_fields=["paper", "state", "n_pages", "moved_at"])


def _whole(file: PrintFile, batch: Batch, rows: Sequence[Certificate], actor: Actor, now: datetime) -> Paper:
    try:
        return papers.draw_certificates(
            letters=letters.letters(rows),
            subject=f"certificate_batch:{batch.pk}:{file.part}",
            title=f"Giấy khen, bằng chứng nhận theo Quyết định số {number_of(batch.decision)}, tệp {file.part}",
            organisation=batch.organisation,
            actor=actor,
            now=now,
        )
    except CannotFit as refusal:
        raise CannotPrint(_named(rows, refusal)) from refusal


def layouts_for(batch: Batch, rows: Sequence[Certificate]) -> dict[str, BlankLayout]:
    """The layout of each honour's blank; every honour of the batch needs one."""
    kept = {one.honour: one for one in BlankLayout.objects.filter(organisation=batch.organisation)}
    lacking = {row.award for row in rows if row.entry.honour not in kept}
    if lacking:
        raise CannotPrint(
            _("There is no layout of a blank for: %(awards)s. Make it first.")
            % {"awards": ", ".join(sorted(lacking))}
        )
    return kept


def _on_blanks(
    file: PrintFile, batch: Batch, rows: Sequence[Certificate], actor: Actor, now: datetime
) -> Paper:
    kept = layouts_for(batch, rows)
    written = zip(rows, letters.letters(rows), strict=True)
    pages = [blanks.page(letter, kept[row.entry.honour], file.printer) for row, letter in written]
    for row, one in zip(rows, pages, strict=True):
        _refuse_unfit(row, one)
    return papers.draw_on_blanks(
        pages=pages,
        subject=f"certificate_blanks:{batch.pk}:{file.part}",
        title=f"In trên phôi theo Quyết định số {number_of(batch.decision)}, tệp {file.part}",
        organisation=batch.organisation,
        actor=actor,
        now=now,
    )


def _refuse_unfit(row: Certificate, page: BlankPage) -> None:
    try:
        for text in page.texts:
            fitted(text)
    except CannotPlace as refusal:
        raise CannotPrint(f"{row.place}. {row}: {refusal}") from refusal


def _named(rows: Sequence[Certificate], refusal: CannotFit) -> str:
    """Whose certificate it is that does not fit."""
    for row, letter in zip(rows, letters.letters(rows), strict=True):
        try:
            certificates_pdf([letter])
        except CannotFit as found:
            return f"{row.place}. {row}: {found}"
    return str(refusal)


@action
def fail(*, file: PrintFile, problem: str, actor: Actor, now: datetime) -> None:
    row = PrintFile.objects.select_for_update(of=("self",)).get(pk=file.pk)
    if row.state == PrintState.WAITING:
        row.state, row.problem, row.moved_at = PrintState.FAILED, problem[:300], now
        row.save(update_fields=["state", "problem", "moved_at"])
