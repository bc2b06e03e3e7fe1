"""A body's template filled in and drawn as PDF by LibreOffice, where the server has it: asked for on screen, done by a job."""

from collections.abc import Callable
from datetime import datetime

from thidua.documents import office
from thidua.documents.pdf.shown import picture_of
from thidua.documents.templating import CannotFill, fill_sample
from thidua.foundation.actions import action
from thidua.kernel.days import civil_day
from thidua.modules.files.api import path_of, store
from thidua.modules.files.models import StoredFile
from thidua.modules.organisations.api import Actor, system
from thidua.modules.papers.models import PaperTemplate, PreviewState

Clock = Callable[[], datetime]


def is_possible() -> bool:
    return office.program() is not None


def perform(template: PaperTemplate, clock: Clock) -> None:
    """Drawn before the transaction begins: it may take a minute."""
    actor = system(civil_day(clock()))
    try:
        filled = fill_sample(path_of(template.file.sha256).read_bytes(), template.kind)
        drawn = office.pdf_of(filled)
        picture = picture_of(drawn)
    except (office.CannotConvert, CannotFill, OSError, RuntimeError):
        keep(template=template, drawn=None, picture=None, actor=actor, now=clock())
    except Exception:
        # A fault of ours is for the log; the page must not wait for ever.
        keep(template=template, drawn=None, picture=None, actor=actor, now=clock())
        raise
    else:
        keep(template=template, drawn=drawn, picture=picture, actor=actor, now=clock())


@action
def keep(
    *, template: PaperTemplate, drawn: bytes | None, picture: bytes | None, actor: Actor, now: datetime
) -> None:
    row = PaperTemplate.objects.select_for_update(of=("self",)).get(pk=template.pk)
    if drawn is None or picture is None:
        _set(row, PreviewState.FAILED)
        return
    row.preview = _stored(row, drawn, f"mau-{row.pk}.pdf", actor, now)
    row.preview_picture = _stored(row, picture, f"mau-{row.pk}.png", actor, now)
    _set(row, PreviewState.DRAWN, "preview", "preview_picture")


def _set(row: PaperTemplate, state: PreviewState, *others: str) -> None:
    row.preview_state = state
    row.save(update_fields=["preview_state", *others])


def _stored(row: PaperTemplate, content: bytes, name: str, actor: Actor, now: datetime) -> StoredFile:
    subject = f"papertemplate:{row.kind}"
    return store(
        content=content, name=name, organisation=row.organisation, subject=subject, actor=actor, now=now
    )
