"""What the proposals of one file say only when they are read together."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from thidua import law
from thidua.modules.dossiers.models import Candidate
from thidua.modules.rulebook import api as rulebook

V = law.Verdict


@dataclass(frozen=True, slots=True)
class SetFinding:
    """A remark on several candidacies; `verdict` is no where the law forbids, unknown where somebody must look."""

    code: str
    verdict: law.Verdict
    sentence: str
    candidate_ids: tuple[int, ...]


def read_together(
    candidates: Sequence[Candidate], records: Mapping[int, dict[str, Any]]
) -> tuple[SetFinding, ...]:
    return (*_initiatives_twice(candidates), *_fighters_without_lower_title(candidates, records))


def _initiatives_twice(candidates: Sequence[Candidate]) -> Iterator[SetFinding]:
    users: dict[int, list[Candidate]] = defaultdict(list)
    titles: dict[int, str] = {}
    for candidate in candidates:
        for initiative in candidate.initiatives.all():
            users[initiative.pk].append(candidate)
            titles[initiative.pk] = initiative.title
    for pk, rows in users.items():
        if len(rows) > 1:
            yield _twice(titles[pk], rows)


def _twice(title: str, rows: Sequence[Candidate]) -> SetFinding:
    same_person = len({row.person_id for row in rows}) < len(rows)
    names = ", ".join(f"{row.name} ({rulebook.honour(row.honour).short_vi})" for row in rows)
    sentence = (
        _("The initiative “%(title)s” is counted twice for one person: %(names)s. It serves one honour once.")
        if same_person
        else _(
            "The initiative “%(title)s” is counted for several people: %(names)s. Check each author's part."
        )
    )
    return SetFinding(
        "initiative_twice",
        V.NO if same_person else V.UNKNOWN,
        sentence % {"title": title, "names": names},
        tuple(row.pk for row in rows),
    )


def _fighters_without_lower_title(
    candidates: Iterable[Candidate], records: Mapping[int, dict[str, Any]]
) -> Iterator[SetFinding]:
    """CSTDCS builds on LDTT of the same year (Law 06/2022/QH15, Art 23.1): given already, or proposed here."""
    rows = list(candidates)
    proposed = {row.person_id for row in rows if row.honour == "LDTT"}
    for row in rows:
        if row.honour == "CSTDCS" and row.person_id not in proposed and not _holds(records[row.pk], row):
            yield SetFinding(
                "without_ldtt",
                V.UNKNOWN,
                _(
                    "%(name)s is proposed for CSTĐCS without LĐTT of the same year: propose both, or show the decision."
                )
                % {"name": row.name},
                (row.pk,),
            )


def _holds(record: Mapping[str, Any], row: Candidate) -> bool:
    period = row.dossier.period
    titles = record.get("titles") or []
    return any(t["honour"] == "LDTT" and period and t["year"] == period.year for t in titles)
