"""The list as screens read it: what an actor sees of it, what was done with each suggestion."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet
from django.http import Http404

from thidua import law
from thidua.modules.dossiers.api import live_candidates
from thidua.modules.dossiers.models import Dossier, DossierState
from thidua.modules.organisations.api import Actor, receivers_of, scope_ids
from thidua.modules.organisations.models import Organisation
from thidua.modules.people.models import Collective, Person
from thidua.modules.register.api import Recipients, records_for
from thidua.modules.register.models import Ground
from thidua.modules.rulebook.api import book
from thidua.modules.suggestions import policy
from thidua.modules.suggestions.models import Run, SetAside, Suggestion

ORDER = ("unit_sort", "rank", "sort", "honour_rank", "id")
KINDS = {"ca-nhan": "person", "tap-the": "collective"}
Filters = Mapping[str, Any]


def visible_to(actor: Actor) -> QuerySet[Suggestion]:
    """A unit's officer sees his own unit, a desk all units below it; nobody else anything."""
    rows = Suggestion.objects.filter(run__is_current=True)
    if actor.is_system:
        return rows
    return rows.filter(organisation__in=scope_ids(actor)) if policy.may_read(actor) else rows.none()


def _about(rows: QuerySet[Any]) -> Q:
    """Rows that name the suggestion's recipient."""
    return Exists(rows.filter(person=OuterRef("person"))) | Exists(
        rows.filter(collective=OuterRef("collective"))
    )


def with_doings(rows: QuerySet[Suggestion]) -> QuerySet[Suggestion]:
    """Say of each whether it is proposed in a dossier, and whether it was set aside."""
    asked = live_candidates().annotate(asked=ExpressionWrapper(OuterRef("honour"), CharField()))
    proposed = asked.filter(Q(asked="") | Q(honour=F("asked")), dossier__period__year=OuterRef("year"))
    aside = SetAside.objects.filter(honour=OuterRef("honour"), year=OuterRef("year"))
    return rows.annotate(is_proposed=_about(proposed), is_aside=_about(aside))


def listed(actor: Actor, filters: Filters) -> QuerySet[Suggestion]:
    """Filters: words, organisation, honour, status_group, nature, position, doing (proposed, aside; else open)."""
    rows = visible_to(actor)
    names = ("organisation", "honour", "status_group", "position")
    rows = rows.filter(**{name: filters[name] for name in names if name in filters})
    if "nature" in filters:
        rows = rows.filter(natures__contains=[filters["nature"]])
    doing = filters.get("doing", "")
    return with_doings(rows).filter(
        **{"is_aside": True} if doing == "aside" else {"is_aside": False, "is_proposed": doing == "proposed"}
    )


def for_list(rows: QuerySet[Suggestion]) -> QuerySet[Suggestion]:
    return rows.select_related("organisation", "reason")


def of_recipient(actor: Actor, kind: str, pk: int) -> list[Suggestion]:
    """All that is suggested for one recipient, the highest honour first."""
    if kind not in KINDS:
        raise Http404
    rows = for_list(with_doings(visible_to(actor).filter(**{KINDS[kind]: pk})))
    return list(rows.select_related("run", "person", "collective").order_by("kind", "honour_rank", "id"))


def asides_of(suggestions: Sequence[Suggestion]) -> dict[tuple[str, int], SetAside]:
    """By honour and year, of one recipient."""
    first = suggestions[0]
    rows = SetAside.objects.filter(person=first.person_id, collective=first.collective_id)
    return {(row.honour, row.year): row for row in rows.select_related("said_by")}


def body_of(actor: Actor) -> Organisation | None:
    """The body whose run an actor reads."""
    if actor.organisation_id is None:
        return None
    return receivers_of(actor.organisation_id, policy.LOOKS, actor.on)


def newest_runs(body: Organisation | None) -> tuple[Run | None, Run | None]:
    """The run whose list is read, and a later one."""
    runs = list(Run.objects.filter(organisation=body).select_related("asked_by").order_by("-pk")[:1])
    current = Run.objects.filter(organisation=body, is_current=True).first()
    newest = runs[0] if runs else None
    return current, newest if newest != current else None


def drafts_of(suggestions: Sequence[Suggestion]) -> dict[tuple[int, int], list[Dossier]]:
    """By unit and year: files being prepared to which a recipient can be added."""
    rows = Dossier.objects.filter(
        organisation__in={row.organisation_id for row in suggestions},
        period__year__in={row.year for row in suggestions},
        period__kind=F("organisation__year_kind"),
        ground=Ground.MERIT,
        state=DossierState.DRAFT,
    )
    found: dict[tuple[int, int], list[Dossier]] = {}
    for row in rows.select_related("period").order_by("-changed_at", "-pk"):
        assert row.period is not None  # filtered by it
        found.setdefault((row.organisation_id, row.period.year), []).append(row)
    return found


def answer_now(suggestion: Suggestion) -> law.Answer:
    """The law of the run's day, asked again of the record as it is known now."""
    run, person = suggestion.run, suggestion.person
    question = law.Question(
        honour=suggestion.honour,
        kind="individual" if person else "collective",
        record=law.Record.from_dict(_record(suggestion)),
        on=run.on,
        year=suggestion.year,
        by=suggestion.by or None,  # type: ignore[arg-type]
        group=_recipient(suggestion).status_group or None,  # type: ignore[arg-type]
        position=(person.position or None) if person else None,  # type: ignore[arg-type]
        sex=(person.sex or None) if person else None,  # type: ignore[arg-type]
    )
    return law.decide(book(run.organisation_id, run.on), question)


def _recipient(suggestion: Suggestion) -> Person | Collective:
    found = suggestion.person or suggestion.collective
    assert found is not None  # one of the two, by a constraint
    return found


def _record(suggestion: Suggestion) -> dict[str, Any]:
    pk = _recipient(suggestion).pk
    wanted = Recipients(persons=[pk]) if suggestion.person_id else Recipients(collectives=[pk])
    [record] = records_for(wanted, on=suggestion.run.on, year=suggestion.year).values()
    return record
