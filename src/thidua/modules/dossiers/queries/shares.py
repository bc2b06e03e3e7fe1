"""Shares of a collective from titles that are proposed in the same file: they count provisionally."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, Protocol

from thidua import law
from thidua.modules.dossiers.models import Candidate

V = law.Verdict
COUNTED = {"ldtt": "LDTT", "cstdcs": "CSTDCS"}
PROVISIONAL = "Tỷ lệ được tính tạm theo danh hiệu cá nhân đề nghị cùng hồ sơ."


class Judged(Protocol):
    @property
    def candidate(self) -> Candidate: ...
    @property
    def verdict(self) -> law.Verdict: ...


def counts_here(candidate: Candidate, record: dict[str, Any]) -> bool:
    """The whole unit is proposed, its members are counted, and their titles are not decided yet."""
    body = record.get("collective", {})
    return (
        candidate.collective is not None
        and candidate.collective.is_whole
        and candidate.collective.organisation_id == candidate.dossier.organisation_id
        and "members" in body
        and "ldtt" not in body
    )


def with_counts(
    record: dict[str, Any], judged: Iterable[Judged], among: frozenset[law.Verdict]
) -> dict[str, Any]:
    """The record with the proposals of the file that have one of these answers counted as titles."""
    rows = [row for row in judged if row.verdict in among]
    counts = {name: sum(1 for row in rows if row.candidate.honour == code) for name, code in COUNTED.items()}
    return record | {"collective": record["collective"] | counts}


def decide_by_shares(
    record: dict[str, Any], judged: list[Any], ask: Callable[[dict[str, Any]], law.Answer]
) -> law.Answer:
    """Counted with the sure proposals, and with the doubtful ones too: where both agree, that is the answer."""
    surely = ask(with_counts(record, judged, frozenset({V.YES})))
    at_most = ask(with_counts(record, judged, frozenset({V.YES, V.UNKNOWN})))
    answer = surely if surely.verdict is at_most.verdict else ask(record)
    return replace(answer, warnings=(*answer.warnings, PROVISIONAL))
