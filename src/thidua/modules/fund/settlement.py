"""What an advance comes to: spent, handed back, or paid on top. Plain sums, no writing."""

from dataclasses import dataclass

from thidua.modules.fund.models import Advance


@dataclass(frozen=True, slots=True)
class Settlement:
    """`back`: what the payment list of the advance keeps again, because nobody signed it yet."""

    advanced: int
    spent: int
    back: int

    @property
    def usable(self) -> int:
        return self.advanced - self.back

    @property
    def covered(self) -> int:
        return min(self.spent, self.usable)

    @property
    def left(self) -> int:
        return max(self.usable - self.spent, 0)

    @property
    def lacking(self) -> int:
        return max(self.spent - self.usable, 0)


def settlement_of(advance: Advance) -> Settlement:
    rows = list(advance.rows.all())
    signed = any(row.pay_list_id for row in rows)
    back = advance.pay_list.total if advance.pay_list and not signed else 0
    return Settlement(advance.amount, sum(row.amount for row in rows), back)
