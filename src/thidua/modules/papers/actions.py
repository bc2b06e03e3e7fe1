from datetime import date, datetime

from django.db import connection
from django.utils.translation import gettext as _

from thidua.documents import draw_docx, draw_pdf
from thidua.documents.letters import Letter
from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean
from thidua.modules.files.api import store
from thidua.modules.files.models import StoredFile
from thidua.modules.organisations.api import Actor
from thidua.modules.organisations.models import Organisation
from thidua.modules.papers.models import Capacity, NumberSeries, Paper, PaperKind, SigningAuthority
from thidua.modules.papers.policy import may_keep_signers
from thidua.modules.papers.record import as_json

WITH_OWN_POST = frozenset(
    {Capacity.FOR_HEAD, Capacity.ON_BEHALF, Capacity.BY_ORDER, Capacity.BY_AUTHORISATION}
)


class CannotName(Cannot):
    """The authority to sign is not complete, or contradicts another."""


@action
def draw(
    *,
    kind: str,
    letter: Letter,
    subject: str,
    title: str,
    organisation: Organisation,
    actor: Actor,
    now: datetime,
) -> Paper:
    """Draw PDF and Word document once and keep them; an unchanged letter gives the paper that is there.

    `subject` names the row the paper is about: "dossier:12". Who may draw is the caller's policy.
    """
    _wait_for_turn(f"{subject}/{kind}")
    content = as_json(letter)
    newest = Paper.objects.filter(subject=subject, kind=kind).order_by("-version").first()
    if newest is not None and newest.letter == content:
        return newest

    def stored(drawn: bytes, ending: str) -> StoredFile:
        return store(
            content=drawn,
            name=f"{title[:150]}.{ending}",
            organisation=organisation,
            subject=f"paper:{subject}",
            actor=actor,
            now=now,
        )

    return Paper.objects.create(
        kind=PaperKind(kind),
        subject=subject,
        title=clean(title)[:300],
        version=newest.version + 1 if newest else 1,
        organisation=organisation,
        letter=content,
        pdf=stored(draw_pdf(letter), "pdf"),
        docx=stored(draw_docx(letter), "docx"),
        drawn_by_id=actor.user_id,
        drawn_at=now,
    )


def _wait_for_turn(name: str) -> None:
    """Two who draw the same paper at once go one after the other, to the end of the transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [f"papers/{name}"])


@action
def next_number(*, organisation: Organisation, kind: str, year: int, actor: Actor) -> int:  # noqa: ARG001 -- recorded by @action
    """The next number of a body's series, without gaps: a transaction that fails gives it back."""
    NumberSeries.objects.get_or_create(organisation=organisation, kind=kind, year=year)
    series = NumberSeries.objects.select_for_update().get(organisation=organisation, kind=kind, year=year)
    series.last += 1
    series.save(update_fields=["last"])
    return series.last


@action
def name_signer(*, authority: SigningAuthority, actor: Actor) -> SigningAuthority:
    """Enter (or correct) who may sign for a body, in which capacity, from one day to another."""
    require(may_keep_signers(actor, authority.organisation))
    authority.name, authority.head_post = clean(authority.name), clean(authority.head_post)
    authority.own_post = clean(authority.own_post)
    if authority.capacity in WITH_OWN_POST and not authority.own_post:
        raise CannotName(_("Enter the signer's own post: it stands below the head's."), field="own_post")
    authority.full_clean()
    authority.save()
    return authority


@action
def end_signer(*, authority: SigningAuthority, until: date, actor: Actor) -> None:
    """The authority no longer holds from this day on."""
    require(may_keep_signers(actor, authority.organisation))
    if until <= authority.since:
        raise CannotName(_("The last day must come after the first."), field="until")
    authority.until = until
    authority.save(update_fields=["until"])
