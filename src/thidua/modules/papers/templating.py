"""Templates of papers: uploaded, put in force from a day, ended."""

from datetime import date, datetime

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from thidua.documents.sentences import Sentence
from thidua.documents.templating import REPLACEABLE, Fault, check
from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean
from thidua.modules.files.api import path_of, store
from thidua.modules.organisations.api import Actor
from thidua.modules.organisations.models import Organisation
from thidua.modules.papers.actions import wait_for_turn
from thidua.modules.papers.jobs import preview
from thidua.modules.papers.models import PaperTemplate, PreviewState
from thidua.modules.papers.policy import may_keep_templates
from thidua.modules.papers.previewing import is_possible


class CannotUse(Cannot):
    """The template is broken, or its days contradict another's."""


class Broken(CannotUse):
    """With every fault and its place."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(_("The template was not taken: see what is wrong, with the place."), field="file")
        self.faults = faults


def said(sentence: Sentence) -> str:
    return sentence.en if get_language() == "en" else sentence.vi


@action
def upload(
    *,
    organisation: Organisation,
    kind: str,
    name: str,
    basis: str,
    content: bytes,
    file_name: str,
    actor: Actor,
    now: datetime,
) -> PaperTemplate:
    """Tried on a sample letter first; kept, and not in force yet."""
    require(may_keep_templates(actor, organisation))
    if kind not in REPLACEABLE:
        raise CannotUse(_("The layout of this kind of paper is not replaced."))
    if faults := check(content, kind):
        raise Broken(faults)
    file = store(
        content=content,
        name=file_name,
        organisation=organisation,
        subject=f"papertemplate:{kind}",
        actor=actor,
        now=now,
    )
    template = PaperTemplate(
        organisation=organisation,
        kind=kind,
        name=clean(name)[:150],
        basis=clean(basis)[:200],
        file=file,
        uploaded_by_id=actor.user_id,
        uploaded_at=now,
    )
    template.full_clean()
    template.save()
    if is_possible():
        ask_for_preview(template=template, actor=actor)
    return template


@action
def ask_for_preview(*, template: PaperTemplate, actor: Actor) -> None:
    """Draw it filled in, or draw it again; while it is being drawn nothing more is asked for."""
    require(may_keep_templates(actor, template.organisation))
    if not is_possible():
        raise CannotUse(_("LibreOffice is not on this server: look at the Word document instead."))
    row = PaperTemplate.objects.select_for_update(of=("self",)).get(pk=template.pk)
    if row.preview_state != PreviewState.WAITING:
        row.preview_state = PreviewState.WAITING
        row.save(update_fields=["preview_state"])
        preview.defer(template_id=row.pk)


@action
def put_in_force(*, template: PaperTemplate, since: date, actor: Actor, on: date) -> None:
    """From a day on; the template before it ends on that day."""
    require(may_keep_templates(actor, template.organisation))
    wait_for_turn(f"template/{template.organisation_id}/{template.kind}")
    template.refresh_from_db(fields=["since", "until"])
    held = PaperTemplate.objects.select_for_update().filter(
        organisation=template.organisation_id, kind=template.kind, since__isnull=False
    )
    rows = list(held)
    if template.since is not None:
        raise CannotUse(_("This template has been put in force already."))
    if since < on:
        raise CannotUse(_("A template is put in force from today or a later day."), field="since")
    if faults := check(path_of(template.file.sha256).read_bytes(), template.kind):
        raise Broken(faults)
    for row in rows:
        if row.until is None or row.until > since:
            _end_before(row, since)
    template.since = since
    template.full_clean()
    template.save(update_fields=["since"])


def _end_before(row: PaperTemplate, since: date) -> None:
    if row.since is None or row.since >= since:
        raise CannotUse(
            _("Another template, “%(name)s”, begins on that day or later: end it first.")
            % {"name": row.name},
            field="since",
        )
    row.until = since
    row.save(update_fields=["until"])


@action
def end(*, template: PaperTemplate, until: date, actor: Actor, on: date) -> None:
    """From this day on the layout of the body above, or the built-in one, is used again."""
    require(may_keep_templates(actor, template.organisation))
    if template.since is None or (template.until is not None and template.until <= on):
        raise CannotUse(_("This template is not in force."))
    if until < on:
        raise CannotUse(_("A template ends today or on a later day."), field="until")
    if until <= template.since:
        # It has not drawn anything yet: it goes back to those that wait.
        template.since = template.until = None
    else:
        template.until = until
    template.save(update_fields=["since", "until"])
