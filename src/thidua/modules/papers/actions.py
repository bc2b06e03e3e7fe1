from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import connection
from django.utils.translation import gettext as _

from thidua.documents import draw_blanks, draw_docx, draw_pdf, draw_print_file
from thidua.documents.letters import BlankPage, CertificateOfMerit, Letter
from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.days import civil_day
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean
from thidua.modules.files.api import store
from thidua.modules.files.models import StoredFile
from thidua.modules.organisations.api import Actor
from thidua.modules.organisations.models import Organisation
from thidua.modules.papers.models import (
    Capacity,
    NumberSeries,
    Paper,
    PaperKind,
    PaperTemplate,
    SigningAuthority,
)
from thidua.modules.papers.policy import may_keep_signers
from thidua.modules.papers.record import as_json
from thidua.modules.papers.templates_in_force import own_word

WITH_OWN_POST = frozenset(
    {Capacity.FOR_HEAD, Capacity.ON_BEHALF, Capacity.BY_ORDER, Capacity.BY_AUTHORISATION}
)
Draw = Callable[[], bytes]


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
    desk = Desk(kind, subject, title, organisation, actor, now)
    template, word = own_word(kind, letter, organisation, civil_day(now))
    return desk.keep(as_json(letter), lambda: draw_pdf(letter), word or (lambda: draw_docx(letter)), template)


@action
def draw_certificates(
    *,
    letters: Sequence[CertificateOfMerit],
    subject: str,
    title: str,
    organisation: Organisation,
    actor: Actor,
    now: datetime,
) -> Paper:
    """Many certificates as one file to print (PDF only), kept like any paper."""
    desk = Desk(PaperKind.CERTIFICATE, subject, title, organisation, actor, now)
    content = {"letter": "CertificateOfMerit", "many": [as_json(letter) for letter in letters]}
    return desk.keep(content, lambda: draw_print_file(letters))


@action
def draw_on_blanks(
    *,
    pages: Sequence[BlankPage],
    subject: str,
    title: str,
    organisation: Organisation,
    actor: Actor,
    now: datetime,
) -> Paper:
    """The texts of many certificates at their places on pre-printed blanks, as one file to print."""
    desk = Desk(PaperKind.CERTIFICATE, subject, title, organisation, actor, now)
    content = {"letter": "BlankPage", "many": [as_json(page) for page in pages]}
    return desk.keep(content, lambda: draw_blanks(pages))


@dataclass(frozen=True, slots=True)
class Desk:
    """Where one paper is kept: under which subject, for whom, by whom, when."""

    kind: str
    subject: str
    title: str
    organisation: Organisation
    actor: Actor
    now: datetime

    def keep(
        self,
        content: dict[str, Any],
        pdf: Draw,
        docx: Draw | None = None,
        template: PaperTemplate | None = None,
    ) -> Paper:
        """The newest version when it says the same by the same template; else a new one."""
        wait_for_turn(f"{self.subject}/{self.kind}")
        newest = Paper.objects.filter(subject=self.subject, kind=self.kind).order_by("-version").first()
        template_id = template.pk if template else None
        if newest is not None and newest.letter == content and newest.template_id == template_id:
            return newest
        return Paper.objects.create(
            kind=PaperKind(self.kind),
            subject=self.subject,
            title=clean(self.title)[:300],
            version=newest.version + 1 if newest else 1,
            organisation=self.organisation,
            letter=content,
            pdf=self._stored(pdf(), "pdf"),
            docx=self._stored(docx(), "docx") if docx else None,
            template=template,
            drawn_by_id=self.actor.user_id,
            drawn_at=self.now,
        )

    def _stored(self, drawn: bytes, ending: str) -> StoredFile:
        return store(
            content=drawn,
            name=f"{self.title[:150]}.{ending}".replace("/", "-"),
            organisation=self.organisation,
            subject=f"paper:{self.subject}",
            actor=self.actor,
            now=self.now,
        )


def wait_for_turn(name: str) -> None:
    """Two who draw the same paper at once go one after the other, to the end of the transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [f"papers/{name}"])


@action
def next_number(*, organisation: Organisation, kind: str, year: int, actor: Actor) -> int:
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
