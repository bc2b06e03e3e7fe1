"""In force: each recipient becomes an entry of the register, dossiers are decided, units are told."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy

from thidua.documents.wording import document_number
from thidua.foundation import events
from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.modules.decisions import policy
from thidua.modules.decisions.actions.drafting import held
from thidua.modules.decisions.awards import award, basis_of
from thidua.modules.decisions.models import Decision, DecisionItem, DecisionKind
from thidua.modules.decisions.queries import items_of
from thidua.modules.decisions.states import WORKFLOW
from thidua.modules.dossiers import api as dossiers
from thidua.modules.dossiers.models import Candidate, CandidateState, Dossier, DossierState
from thidua.modules.notices.api import News, tell_roles
from thidua.modules.organisations.api import Actor, Role
from thidua.modules.organisations.models import Organisation
from thidua.modules.people.models import InitiativeAuthor
from thidua.modules.register import api as register
from thidua.modules.register.models import Act, Entry

DECIDED_FROM = (DossierState.APPRAISED, DossierState.VOTED, DossierState.FORWARDED)
OPEN = (CandidateState.AGREED, CandidateState.PASSED)
HEARERS = (Role.UNIT_OFFICER, Role.UNIT_HEAD)


@action
def put_in_force(*, decision: Decision, actor: Actor, on: date, now: datetime) -> Decision:
    """Everything that a signed and numbered decision brings about, in one transaction."""
    row = held(decision)
    require(policy.may_move(actor, row, "enforce"))
    row.in_force_on = row.signed_on
    row.save(update_fields=["in_force_on"])
    WORKFLOW.move(row, "enforce")
    items = items_of(row)
    if row.kind == DecisionKind.GRANT:
        _confer(row, items, actor, on, now)
    else:
        _amend(row, items, actor, now)
    _tell(row, items, actor, on, now)
    events.publish("decisions.in_force", row.pk, actor=actor.user_id, on=on.isoformat())
    return row


def _confer(decision: Decision, items: Sequence[DecisionItem], actor: Actor, on: date, now: datetime) -> None:
    files = hold_dossiers(item.granted for item in items)
    entries = register.enter(
        body=decision.organisation,
        basis=basis_of(decision),
        awards=[award(item.granted) for item in items],
        actor=actor,
        now=now,
    )
    for item, entry in zip(items, entries, strict=True):
        item.entry = entry
        dossiers.set_candidate_state(candidate=item.granted, state=CandidateState.GRANTED, actor=actor)
        use_initiatives(item.granted)
    DecisionItem.objects.bulk_update(items, ["entry"])
    close_decided(files, actor, on, now)


def hold_dossiers(candidates: Iterable[Candidate]) -> list[Dossier]:
    """The dossiers concerned, locked in the order of their ids, before any candidate."""
    ids = {candidate.dossier_id for candidate in candidates}
    return list(Dossier.objects.select_for_update(of=("self",)).filter(pk__in=ids).order_by("pk"))


def use_initiatives(candidate: Candidate) -> None:
    """The person's initiatives that served this honour serve no other."""
    if candidate.person_id is None:
        return
    year = candidate.dossier.period.year if candidate.dossier.period else None
    used = InitiativeAuthor.objects.filter(
        initiative__in=candidate.initiatives.all(), person=candidate.person_id, used_for=""
    )
    for author in used:
        author.used_for, author.used_in_year = candidate.honour, year
        author.save(update_fields=["used_for", "used_in_year"])


def free_initiatives(entry: Entry) -> None:
    """With an annulled decision the use of its initiatives falls away: as if it had not been made.

    A use that an award still in force made stays. Whether the initiative itself was false is its own matter:
    it is then corrected or taken back where it was recognised.
    """
    proposed = _proposed(entry)
    if proposed is None:
        return
    authors = InitiativeAuthor.objects.filter(
        initiative__in=proposed.initiatives.all(), person=proposed.person_id, used_for=entry.honour
    )
    for author in authors:
        author.used_for, author.used_in_year = _other_use(author, proposed)
        author.save(update_fields=["used_for", "used_in_year"])


def _proposed(entry: Entry) -> Candidate | None:
    """The candidate whom the entry is about: by the decision made here, else as the higher level decided."""
    granted = Candidate.objects.filter(person__isnull=False, state=CandidateState.GRANTED)
    found = granted.filter(decision_items__entry=entry).first()
    by_others = granted.filter(person=entry.person_id, honour=entry.honour, decision_items__isnull=True)
    return found or by_others.order_by("-pk").first()


def _other_use(author: InitiativeAuthor, revoked: Candidate) -> tuple[str, int | None]:
    """The newest other award of the person that rests on the initiative and stands."""
    others = Candidate.objects.filter(
        initiatives=author.initiative_id, person=author.person_id, state=CandidateState.GRANTED
    ).exclude(pk=revoked.pk)
    gone = Entry.objects.filter(act=Act.REVOKE, refers_to=OuterRef("decision_items__entry"))
    other = others.exclude(Exists(gone)).select_related("dossier__period").order_by("-pk").first()
    if other is None:
        return "", None
    return other.honour, other.dossier.period.year if other.dossier.period else None


def close_decided(files: Iterable[Dossier], actor: Actor, on: date, now: datetime) -> None:
    """A dossier of which nobody waits any longer is decided."""
    for dossier in files:
        waits = dossier.candidates.filter(state__in=OPEN).exists()
        if dossier.state in DECIDED_FROM and not waits:
            dossiers.move(dossier=dossier, step="decide", actor=actor, on=on, now=now)


def _amend(decision: Decision, items: Sequence[DecisionItem], actor: Actor, now: datetime) -> None:
    """A revocation or correction writes a new entry about each one concerned."""
    basis = basis_of(decision)
    for item in sorted(items, key=lambda one: one.refers_to_id or 0):
        if decision.kind == DecisionKind.REVOKE:
            note = f"{item.get_ground_display()}. {item.reason}"
            item.entry = register.revoke(
                entry=item.amended, basis=basis, note=note[:300], actor=actor, now=now
            )
            free_initiatives(item.amended)
        else:
            item.entry = register.correct(
                entry=item.amended, basis=basis, changes=item.correction, actor=actor, now=now
            )
    DecisionItem.objects.bulk_update(items, ["entry"])


NEWS = {
    DecisionKind.GRANT: gettext_lazy(
        "Decision {number} on commendation is in force. It concerns people of your unit."
    ),
    DecisionKind.REVOKE: gettext_lazy("Decision {number} revokes a commendation of your unit."),
    DecisionKind.CORRECT: gettext_lazy("Decision {number} corrects a commendation of your unit."),
}


def _tell(decision: Decision, items: Sequence[DecisionItem], actor: Actor, on: date, now: datetime) -> None:
    """The officers and the head of each unit concerned hear of it once."""
    number = document_number(decision.number, decision.symbol)
    news = News(
        text=format_lazy(NEWS[DecisionKind(decision.kind)], number=number),
        url=reverse("decisions_show", args=[decision.pk]),
        effect=f"decisions.in_force/{decision.pk}",
    )
    for unit in _units(items):
        tell_roles(actor=actor, now=now, news=news, organisation=unit, roles=HEARERS, on=on)


def _units(items: Iterable[DecisionItem]) -> list[Organisation]:
    ids = {
        item.candidate.dossier.organisation_id if item.candidate else item.amended.organisation_id
        for item in items
    }
    return list(Organisation.objects.filter(pk__in=ids).order_by("pk"))
