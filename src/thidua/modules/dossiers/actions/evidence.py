"""Papers of the file: uploaded, or given as links."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean
from thidua.modules.dossiers.actions.lock import locked
from thidua.modules.dossiers.models import Candidate, Dossier, Evidence
from thidua.modules.dossiers.policy import may_edit
from thidua.modules.files.api import store
from thidua.modules.files.models import StoredFile
from thidua.modules.organisations.api import Actor

MOST_PAPERS = 500


class CannotAttach(Cannot):
    """The paper cannot be attached as it is."""


def subject_of(dossier: Dossier) -> str:
    """How files and papers name this dossier."""
    return f"dossier:{dossier.pk}"


@action
def attach(
    *,
    dossier: Dossier,
    code: str,
    label: str,
    actor: Actor,
    now: datetime,
    candidate: Candidate | None = None,
    content: bytes | None = None,
    name: str = "",
    link: str = "",
) -> Evidence:
    """Attach a file (its bytes and name) or a link, to a candidate or to the whole file."""
    held = locked(dossier)
    require(may_edit(actor, held))
    if (content is None) == (not link):
        raise CannotAttach(_("Attach a file or give a link, not both."), field="file")
    if candidate is not None and candidate.dossier_id != held.pk:
        raise CannotAttach(_("This candidate is not in the dossier."), field="candidate")
    if held.evidence.count() >= MOST_PAPERS:
        raise CannotAttach(_("A dossier holds at most %(n)s papers.") % {"n": MOST_PAPERS}, field="file")
    return Evidence.objects.create(
        dossier=held,
        candidate=candidate,
        code=code,
        label=clean(label)[:200] or clean(name)[:200] or link[:200],
        file=_stored(held, content, name, actor, now) if content is not None else None,
        link=_web_address(link) if link else "",
    )


def _web_address(link: str) -> str:
    try:
        URLValidator(schemes=["http", "https"])(link)
    except ValidationError as error:
        raise CannotAttach(
            _("Give the whole address of the page, for example https://…"), field="link"
        ) from error
    return link


def _stored(dossier: Dossier, content: bytes, name: str, actor: Actor, now: datetime) -> StoredFile:
    return store(
        content=content,
        name=name,
        organisation=dossier.organisation,
        subject=subject_of(dossier),
        actor=actor,
        now=now,
    )


@action
def detach(*, evidence: Evidence, actor: Actor) -> None:
    """Take a paper out of the file; the stored bytes stay with their own record."""
    held = locked(evidence.dossier)
    require(may_edit(actor, held))
    evidence.delete()


@action
def sign_outside(*, dossier: Dossier, content: bytes, name: str, actor: Actor, now: datetime) -> Dossier:
    """Keep the submittal that was signed on paper (or by a state signature) outside the system."""
    held = locked(dossier)
    require(may_edit(actor, held))
    held.signed_file = _stored(held, content, name, actor, now)
    held.changed_at = now
    held.save(update_fields=["signed_file", "changed_at"])
    return held
