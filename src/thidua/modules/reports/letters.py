"""A report as a paper: a table for each band of columns, so that all of it stands upright on A4."""

from datetime import date

from thidua.documents.letters import OversightPaper, PaperPart, PaperTable
from thidua.modules.papers.api import letterhead, signature
from thidua.modules.papers.models import SigningAuthority
from thidua.modules.reports.counting import ALL, Band, Figures
from thidua.modules.reports.models import Report
from thidua.modules.reports.periods import span
from thidua.modules.reports.queries import form_of, now_of, sent_of

FIRST, OTHERS = 34.0, 66.0


def report_letter(report: Report, signer: SigningAuthority | None, on: date) -> OversightPaper:
    figures = sent_of(report) or now_of(report, on)
    form = form_of(report.form)
    parts = [
        PaperPart(heading=f"{n}. {band.title}", table=_table(figures, band))
        for n, band in enumerate(figures.bands, 1)
    ]
    return OversightPaper(
        head=letterhead(report.organisation, on),
        kind="BÁO CÁO",
        about=f"{report.title} – {_span(report)}",
        parts=(
            PaperPart(heading="Biểu", text=f"{form.code} ({form.cite})" if form else report.form),
            *parts,
            PaperPart(heading="Thuyết minh", text=report.note),
        ),
        signature=signature(signer),
    )


def _span(report: Report) -> str:
    found = span(report.span)
    return found.label if found else report.span


def _table(figures: Figures, band: Band) -> PaperTable:
    columns = [(f"{band.code}={value}", words) for value, words in band.columns.items()]
    width = OTHERS / (len(columns) + 1)
    lines = [(row, words) for row, words in figures.rows.items()] + [(ALL, "Tổng số")]
    return PaperTable(
        titles=(figures.head, "Tổng số", *(words for _key, words in columns)),
        widths=(FIRST, *([width] * (len(columns) + 1))),
        rows=tuple(
            (words, str(figures.at(row, ALL)), *(str(figures.at(row, key)) for key, _words in columns))
            for row, words in lines
        ),
    )
