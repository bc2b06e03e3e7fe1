"""The law's whole answers, kept at the steps that rest on them."""

import json
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

import thidua
from thidua.modules.dossiers.models import Dossier, Verdict
from thidua.modules.dossiers.queries.comparison import Compared, compare


def store_verdicts(dossier: Dossier, *, step: str, on: date, now: datetime) -> None:
    """One row for each candidate; added, never changed."""
    comparison = compare(dossier, on=on)
    Verdict.objects.bulk_create(_row(row, step, comparison.on, now) for row in comparison)


def _row(row: Compared, step: str, judged_on: date, now: datetime) -> Verdict:
    return Verdict(
        candidate=row.candidate,
        step=step,
        answer=row.verdict.value,
        judged_on=judged_on,
        question=_question(row),
        content=row.answer.to_dict() if row.answer else {"refusal": row.refusal},
        book=row.answer.book_digest if row.answer else "",
        package=thidua.__version__,
        stored_at=now,
    )


def _question(row: Compared) -> dict[str, Any]:
    """Enough to ask again years later: the record as given, and what it was asked with."""
    if row.question is None:
        return {"honour": row.candidate.honour, "record": plain(row.record)}
    asked = {key: value for key, value in asdict(row.question).items() if key != "record"}
    return plain(asked | {"provisional": sorted(row.question.provisional), "record": row.record})


def plain(content: dict[str, Any]) -> dict[str, Any]:
    """As JSON reads it back: days as text."""
    read: dict[str, Any] = json.loads(json.dumps(content, default=str))
    return read
