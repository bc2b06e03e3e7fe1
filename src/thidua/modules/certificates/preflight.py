"""Soát trước khi in: decision, register, certificate and the person's own name, compared field by field."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.documents.measure import width_of
from thidua.kernel.text import clean
from thidua.modules.certificates.models import Certificate
from thidua.modules.certificates.standing import Standing, Stands, standings
from thidua.modules.certificates.wording import proposed
from thidua.modules.dossiers.models import Candidate

# Two lines of 225 mm at the smallest letters that a certificate takes, less what breaking at words costs.
WIDE = 225 / 25.4 * 72
FITS = {
    "name": (16, True, 1.9),
    "award": (20, True, 1.9),
    "description": (12, False, 1.9),
    "merit": (12, False, 4.0),
}
NOT_IN_A_NAME = re.compile(r"[^\w\s.,'’()/–-]|_")
DIGIT = re.compile(r"\d")


class Remedy(StrEnum):
    WORD = "word"
    RECORD = "record"
    CORRECT = "correct"
    TAKE_OUT = "take_out"


LABELS: dict[str, str | Promise] = {
    "honorific": gettext_lazy("honorific"),
    "name": gettext_lazy("name"),
    "description": gettext_lazy("post, unit or address"),
    "merit": gettext_lazy("text of the merit"),
    "award": gettext_lazy("name of the award"),
    "register": gettext_lazy("register"),
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One row: what is written where, and what to do. `is_kept`: somebody said why it stays."""

    certificate: Certificate
    field: str
    printed: str
    other: str
    where: str
    what_to_do: str
    remedy: Remedy = Remedy.WORD

    @property
    def label(self) -> str | Promise:
        return LABELS[self.field]

    @property
    def is_kept(self) -> bool:
        return bool(self.certificate.kept_reason) and self.remedy != Remedy.TAKE_OUT

    @property
    def blocks(self) -> bool:
        return not self.is_kept


def differences(certificates: Sequence[Certificate]) -> list[Difference]:
    """In the order of the decision. The rows come with item, candidate, entry and recipient."""
    stands = standings(certificate.entry for certificate in certificates)
    twice = _twice(certificates)
    return [
        found
        for certificate in certificates
        for found in _compared(certificate, stands[certificate.entry_id], twice)
    ]


def _compared(certificate: Certificate, stands: Stands, twice: set[tuple[str, str]]) -> Iterator[Difference]:
    if stands.standing == Standing.REVOKED:
        yield _revoked(certificate, stands)
        return
    yield from _with_register(certificate, stands)
    yield from _with_record(certificate)
    yield from _by_itself(certificate)
    if _who(certificate) in twice:
        yield Difference(
            certificate, "name", str(certificate), "", _("this batch"),
            _("The same name stands here twice for the same honour: see whether they are two people."),
        )  # fmt: skip


def _revoked(certificate: Certificate, stands: Stands) -> Difference:
    assert stands.by is not None  # revoked by an act
    return Difference(
        certificate,
        "register",
        str(certificate),
        _("revoked by decision %(number)s") % {"number": stands.by.decision_number},
        _("register"),
        _("The award is revoked: take the certificate out of the batch."),
        Remedy.TAKE_OUT,
    )


def _with_register(certificate: Certificate, stands: Stands) -> Iterator[Difference]:
    """What decision and register say, as it would be worded today."""
    said = proposed(certificate.item, stands.entry).as_fields()
    candidate = certificate.item.granted
    for field in ("honorific", "name", "description", "award"):
        printed = getattr(certificate, field)
        if printed != said[field]:
            yield Difference(
                certificate, field, printed, said[field], _where(stands),
                _("Take the words of the register, or say why they are left."),
            )  # fmt: skip
    if stands.standing == Standing.REAL and candidate.name != stands.entry.name:
        yield Difference(
            certificate, "name", certificate.name, candidate.name, _("decision"),
            _("Decision and register differ: correct the entry by a decision."), Remedy.CORRECT,
        )  # fmt: skip


def _where(stands: Stands) -> str:
    if stands.by is None:
        return _("decision and register")
    return _("register, corrected by decision %(number)s") % {"number": stands.by.decision_number}


def record_name(candidate: Candidate) -> str:
    """The name in the record today; the spelling that an identity card was compared with."""
    if candidate.person is not None:
        return candidate.person.name
    if candidate.collective is not None:
        return candidate.collective.name
    return candidate.household.head_name if candidate.household else ""


def _with_record(certificate: Certificate) -> Iterator[Difference]:
    kept = record_name(certificate.item.granted)
    if kept and kept.casefold() not in certificate.name.casefold():
        yield Difference(
            certificate, "name", certificate.name, kept, _("the record of the person or collective"),
            _("Compare with the identity card: correct the record, or the entry by a decision."), Remedy.RECORD,
        )  # fmt: skip


def _by_itself(certificate: Certificate) -> Iterator[Difference]:
    """Signs of a slip that need no second source."""
    name, is_person = certificate.name, certificate.item.granted.person_id is not None
    if name != clean(name) or NOT_IN_A_NAME.search(name) or (is_person and DIGIT.search(name)):
        yield Difference(
            certificate, "name", name, "", _("spelling"),
            _("There is a sign in the name that does not belong there: type it anew."),
        )  # fmt: skip
    if is_person and not certificate.honorific:
        yield Difference(
            certificate, "honorific", "", "", _("certificate"), _("Say how the recipient is addressed (Ông, Bà…).")
        )  # fmt: skip
    for field, (points, bold, n_lines) in FITS.items():
        words = f"{certificate.honorific} {name}" if field == "name" else getattr(certificate, field)
        if field == "award":
            words = words.upper()
        if width_of(words, points, bold=bold) > n_lines * WIDE:
            yield Difference(
                certificate, field, words, "", _("certificate"), _("This is too long for its place: shorten it.")
            )  # fmt: skip


def _who(certificate: Certificate) -> tuple[str, str]:
    return certificate.award, f"{certificate.name}/{certificate.description}".casefold()


def _twice(certificates: Iterable[Certificate]) -> set[tuple[str, str]]:
    return {who for who, n in Counter(_who(one) for one in certificates).items() if n > 1}
