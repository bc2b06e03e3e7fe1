"""Which other reports are like one: in the archive of what was sent, and in the same dossier."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection, transaction

from thidua.modules.dossiers.copies.prints import bands_of, likeness, print_of
from thidua.modules.dossiers.copies.words import keys, shingles_of
from thidua.modules.dossiers.models import AchievementReport, Candidate, ReportPrint

# From this likeness on passages are shown; below it, set phrases of all reports meet.
LIKE = 0.3
MOST = 5
# In fewer words there are only set phrases.
LEAST_WORDS = 40


@dataclass(frozen=True, slots=True)
class Alike:
    """Another report; `shared` are the shingles that both have."""

    candidate_id: int
    organisation_id: int
    shared: frozenset[int]


def whole(sections: dict[str, str]) -> str:
    return "\n\n".join(text for text in sections.values() if text)


def shingles_in(sections: dict[str, str]) -> list[int]:
    """None of a text that is too short to be compared."""
    found = keys(whole(sections))
    return shingles_of(found) if len(found) >= LEAST_WORDS else []


def alike(candidate: Candidate, sections: dict[str, str]) -> list[Alike]:
    """The likest first, at most five; seven statements, however large the archive."""
    mine = shingles_in(sections)
    if not mine:
        return []
    near = _near(candidate, print_of(mine))
    return [one for one in (_shared(report, frozenset(mine)) for report in near) if one.shared]


def _near(candidate: Candidate, made: bytes) -> list[AchievementReport]:
    kept = _sharing_a_band(candidate, made)
    ranked = sorted(((likeness(made, bytes(row.made)), row.report_id) for row in kept), reverse=True)
    ids = [pk for likely, pk in ranked[:MOST] if likely >= LIKE]
    reports = AchievementReport.objects.select_related("candidate__dossier")
    rows = reports.in_bulk(ids)
    beside = reports.filter(candidate__dossier=candidate.dossier_id).exclude(candidate=candidate)
    # Asked for by itself: of one statement for both the planner makes a walk through all reports.
    others = [row for row in beside if row.pk not in rows]
    likest = [rows[pk] for pk in ids if pk in rows]
    return [row for row in [*likest, *others] if _is_near(row, made)]


def _sharing_a_band(candidate: Candidate, made: bytes) -> list[ReportPrint]:
    """By the index alone: the planner takes bands for common and would compare each row's with each of these."""
    rows = ReportPrint.objects.filter(bands__overlap=bands_of(made)).exclude(report__candidate=candidate)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        found = list(rows)
        cursor.execute("SET LOCAL enable_seqscan TO DEFAULT")
    return found


def _is_near(report: AchievementReport, made: bytes) -> bool:
    found = shingles_in(report.sections)
    return bool(found) and likeness(made, print_of(found)) >= LIKE


def _shared(report: AchievementReport, mine: frozenset[int]) -> Alike:
    organisation = report.candidate.dossier.organisation_id
    return Alike(report.candidate_id, organisation, mine & frozenset(shingles_in(report.sections)))


def archive(reports: Iterable[AchievementReport]) -> int:
    """Keep the prints of reports that were sent, and how many were like each at that moment."""
    rows = []
    for report in reports:
        if found := shingles_in(report.sections):
            made = print_of(found)
            n_alike = len(alike(report.candidate, report.sections))
            rows.append(ReportPrint(report=report, made=made, bands=bands_of(made), n_alike=n_alike))
    ReportPrint.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["report"], update_fields=["made", "bands", "n_alike"]
    )
    return len(rows)
