"""Which template draws a paper: the body's own, else that of the nearest body above it."""

from collections.abc import Callable
from datetime import date

from thidua.documents.letters import Letter
from thidua.documents.templating import REPLACEABLE, CannotFill, fill
from thidua.kernel.days import civil_day
from thidua.modules.files.api import path_of
from thidua.modules.organisations.api import in_force
from thidua.modules.organisations.models import Closure, Organisation
from thidua.modules.papers.models import Paper, PaperTemplate


def template_for(kind: str, organisation_id: int | None, on: date) -> PaperTemplate | None:
    above = Closure.objects.filter(in_force(on), descendant=organisation_id)
    near = dict(above.order_by("-depth").values_list("ancestor", "depth"))
    found = PaperTemplate.objects.filter(in_force(on), kind=kind, organisation__in=near)
    rows = list(found.select_related("organisation", "file"))
    return min(rows, key=lambda row: near[row.organisation_id]) if rows else None


def own_word(
    kind: str, letter: Letter, organisation: Organisation, on: date
) -> tuple[PaperTemplate | None, Callable[[], bytes] | None]:
    """The template in force and the Word document by it; the built-in layout (None) where it does not fit the letter."""
    template = template_for(kind, organisation.pk, on) if kind in REPLACEABLE else None
    if template is None:
        return None, None
    try:
        drawn = fill(path_of(template.file.sha256).read_bytes(), kind, letter)
    except (CannotFill, OSError):
        return None, None
    return template, lambda: drawn


def passed_over(paper: Paper) -> PaperTemplate | None:
    """The template of the day on which the built-in layout drew the paper all the same."""
    if paper.template_id or not paper.docx_id or paper.kind not in REPLACEABLE:
        return None
    return template_for(paper.kind, paper.organisation_id, civil_day(paper.drawn_at))
