"""The payment list for treasury, bank or cashier, and the book of the fund."""

from django.utils.translation import gettext_lazy as _

from thidua.foundation.tables import Cell, Column, Table, day, number, text

PAYMENTS = Table(
    "fund_payments",
    _("Payment list"),
    (
        Column(
            "ten",
            _("Recipient"),
            (
                number(_("In the list"), "place"),
                Cell(_("Recipient"), "name", width=32),
                Cell(_("Unit"), "unit_name", width=32),
            ),
        ),
        text("khen", _("Award"), "award", 32),
        Column(
            "tien",
            _("Prize, đồng"),
            (number(_("Prize, đồng"), "amount"), Cell(_("How it is computed"), "basis", width=48)),
        ),
        Column(
            "cach",
            _("Way of payment"),
            (
                Cell(_("Way of payment"), "get_way_display", width=24),
                Cell(_("Who receives it (heir, representative)"), "receiver", width=28),
                Cell(_("Bank"), "bank", width=24),
                Cell(_("Account number"), "account", width=22),
                Cell(_("Signature"), lambda _row: "", width=20),
            ),
        ),
    ),
)
LEDGER = Table(
    "fund_ledger",
    _("Book of the fund"),
    (
        Column("ngay", _("Day"), (day(_("Day"), "on"), number(_("Year"), "fund.year"))),
        text("loai", _("Kind of movement"), "get_kind_display", 22),
        text("nguon", _("Source of the money"), "get_source_display", 30),
        Column("tien", _("Amount, đồng"), (number(_("Amount, đồng"), "amount"),)),
        Column(
            "can_cu",
            _("By what"),
            (Cell(_("Number of the document"), "number"), Cell(_("By what"), "basis", width=60)),
        ),
    ),
)
ADVANCES = Table(
    "fund_advances",
    _("Advances"),
    (
        Column(
            "noi_dung",
            _("Purpose of the advance"),
            (
                Cell(_("Purpose of the advance"), "purpose", width=48),
                Cell(_("Who receives the advance"), "receiver", width=28),
            ),
        ),
        text("nguon", _("Source of the money"), "get_source_display", 30),
        Column(
            "tien",
            _("Amount, đồng"),
            (number(_("Amount, đồng"), "amount"), number(_("Really paid, đồng"), "spent")),
        ),
        Column(
            "han",
            _("Advance to be settled by"),
            (
                day(_("Advance asked on"), "asked_on"),
                Cell(_("Number of the payment voucher"), "number"),
                day(_("Paid out on"), "paid_on"),
                day(_("Advance to be settled by"), "due_on"),
                day(_("Settled on"), "settled_on"),
                Cell(_("Number of the receipt or voucher"), "settled_number"),
            ),
        ),
        text("trang_thai", _("State"), "get_state_display", 26),
    ),
)
YEARLY = Table(
    "fund_year",
    _("Income and expenditure of the fund"),
    (
        text("nguon", _("Source of the money"), "name", 36),
        Column("dau_ky", _("Opening balance"), (number(_("Opening balance"), "opening"),)),
        Column("thu", _("Given in the year"), (number(_("Given in the year"), "given"),)),
        Column("chi", _("Paid in the year"), (number(_("Paid in the year"), "paid"),)),
        Column("cuoi_ky", _("Closing balance"), (number(_("Closing balance"), "closing"),)),
        Column("danh", _("Kept for what is approved"), (number(_("Kept for what is approved"), "kept"),)),
        Column("tam_ung", _("Advances not settled"), (number(_("Advances not settled"), "out"),)),
        Column("con", _("Still free"), (number(_("Still free"), "free"),)),
    ),
)
FORECAST = Table(
    "fund_forecast",
    _("Forecast of prizes"),
    (
        Column("khen", _("Award"), (Cell(_("Award"), "name", width=36), Cell(_("Recipient"), "kind_name", width=18))),
        Column("nam_truoc", _("Last year"), (number(_("Last year"), "last_year"),)),
        Column("nam_nay", _("This year so far"), (number(_("This year so far"), "this_year"),)),
        Column("ho_so", _("In open dossiers"), (number(_("In open dossiers"), "open"),)),
        Column("du_kien", _("Expected"), (number(_("Expected"), "n"),)),
        Column(
            "muc", _("Prize, đồng"),
            (number(_("Prize, đồng"), "each"), Cell(_("How it is computed"), "basis", width=60)),
        ),
        Column("tien", _("Amount, đồng"), (number(_("Amount, đồng"), "amount"),)),
    ),
)  # fmt: skip
