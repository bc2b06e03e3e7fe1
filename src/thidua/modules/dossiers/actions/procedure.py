"""The administrative procedure of a dossier, and the papers that the receiving body hands to whoever filed it."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from thidua.documents.letters import Letter
from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean
from thidua.modules.dossiers import notices
from thidua.modules.dossiers.actions.evidence import subject_of
from thidua.modules.dossiers.actions.lock import locked
from thidua.modules.dossiers.drafts import ProcedureDraft
from thidua.modules.dossiers.models import Dossier, DossierProcedure, DossierState
from thidua.modules.dossiers.policy import may_handle
from thidua.modules.organisations.api import Actor
from thidua.modules.papers.api import draw
from thidua.modules.papers.models import Paper, PaperKind


class CannotHandle(Cannot):
    """The procedure is not complete, or there is nothing that the paper could say."""


@action
def state_procedure(*, dossier: Dossier, draft: ProcedureDraft, actor: Actor, on: date) -> DossierProcedure:
    held = locked(dossier)
    require(may_handle(actor, held))
    if draft.taken_on and draft.taken_on > on:
        raise CannotHandle(_("The day taken in cannot be later than today."), field="taken_on")
    if draft.is_public and not (draft.file_code.strip() and draft.taken_on and draft.due_on):
        raise CannotHandle(
            _(
                "A public procedure needs the centre's file code, the day taken in and the day the result is due."
            ),
            field="file_code",
        )
    if draft.taken_on and draft.due_on and draft.due_on < draft.taken_on:
        raise CannotHandle(_("The result cannot be due before the dossier was taken in."), field="due_on")
    row = DossierProcedure.objects.filter(dossier=held).first() or DossierProcedure(dossier=held)
    row.is_public, row.n_days = draft.is_public, draft.n_days
    row.code, row.name, row.file_code = clean(draft.code), clean(draft.name), clean(draft.file_code)
    row.filed_by, row.taken_on, row.due_on = clean(draft.filed_by), draft.taken_on, draft.due_on
    row.save()
    return row


TITLES = {
    PaperKind.INTAKE_RECEIPT: "Giấy tiếp nhận và hẹn trả kết quả",
    PaperKind.RETURN_NOTICE: "Yêu cầu bổ sung hồ sơ",
    PaperKind.REFUSAL_NOTICE: "Từ chối giải quyết hồ sơ",
}


@action
def draw_notice(*, dossier: Dossier, kind: str, actor: Actor, on: date, now: datetime) -> Paper:
    """Receipt with the day of return, request for supplements, or refusal."""
    require(may_handle(actor, dossier))
    letter = _letter(dossier, kind, on)
    return draw(
        kind=kind,
        letter=letter,
        subject=subject_of(dossier),
        title=f"{TITLES[PaperKind(kind)]} {dossier.code}",
        organisation=dossier.receiver,
        actor=actor,
        now=now,
    )


def _letter(dossier: Dossier, kind: str, on: date) -> Letter:
    match kind:
        case PaperKind.INTAKE_RECEIPT:
            handling = DossierProcedure.objects.filter(dossier=dossier, is_public=True).first()
            if handling is None:
                raise CannotHandle(
                    _("A receipt is given in a public procedure: state its file code and days first.")
                )
            return notices.intake_receipt(dossier, handling, on)
        case PaperKind.RETURN_NOTICE:
            if not dossier.flags.filter(cleared_at__isnull=True).exists():
                raise CannotHandle(
                    _("Nothing is to be supplemented: return the dossier with its flagged points first.")
                )
            return notices.return_notice(dossier, on)
        case PaperKind.REFUSAL_NOTICE:
            if dossier.state != DossierState.REFUSED:
                raise CannotHandle(_("The dossier has not been refused."))
            return notices.refusal_notice(dossier, on)
    raise CannotHandle(_("A dossier has no paper of this kind."))
