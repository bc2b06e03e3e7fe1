"""One total against the norm and against last time: economical, without a form for each bunch of flowers."""

from dataclasses import dataclass

from thidua.modules.ceremonies.models import Ceremony, CeremonyState
from thidua.modules.ceremonies.queries import recipients_of


@dataclass(frozen=True, slots=True)
class Cost:
    planned: int
    norm: int | None
    last: int | None
    last_title: str
    n_recipients: int

    @property
    def each(self) -> int | None:
        return self.each_of(self.planned)

    def each_of(self, total: int | None) -> int | None:
        return total // self.n_recipients if total is not None and self.n_recipients else None

    @property
    def is_above(self) -> bool:
        return self.norm is not None and self.planned > self.norm


def cost_of(ceremony: Ceremony) -> Cost:
    before = (
        Ceremony.objects.filter(
            organisation=ceremony.organisation_id,
            on__lt=ceremony.on,
            state=CeremonyState.CLOSED,
        )
        .order_by("-on", "-id")
        .first()
    )
    return Cost(
        planned=ceremony.planned_cost,
        norm=ceremony.cost_norm,
        last=before.actual_cost if before else None,
        last_title=before.title if before else "",
        n_recipients=recipients_of(ceremony).count(),
    )


def reason_lacks(ceremony: Ceremony) -> bool:
    above = ceremony.cost_norm is not None and ceremony.planned_cost > ceremony.cost_norm
    return above and not ceremony.cost_reason
