from thidua.modules.fund.models.advance import OUT, OVER, Advance, AdvanceRow, AdvanceState
from thidua.modules.fund.models.ledger import Account, Fund, Line, MoneySource, Voucher, VoucherKind
from thidua.modules.fund.models.payment import PayList, PayRow, PayState, Way

__all__ = [
    "OUT",
    "OVER",
    "Account",
    "Advance",
    "AdvanceRow",
    "AdvanceState",
    "Fund",
    "Line",
    "MoneySource",
    "PayList",
    "PayRow",
    "PayState",
    "Voucher",
    "VoucherKind",
    "Way",
]
