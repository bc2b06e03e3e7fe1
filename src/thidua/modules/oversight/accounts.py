"""The fund of a body in a period, as an inspection asks for it: settlement by year, book, lists paid, advances."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from django.db.models import Sum

from thidua.documents.spreadsheet import ColumnKind, SheetColumn
from thidua.modules.fund.api import year_table
from thidua.modules.fund.models import Advance, Fund, PayRow, Voucher

if TYPE_CHECKING:
    from thidua.modules.oversight.gathering import Asked

Sheet = tuple[str, Sequence[SheetColumn], Iterable[tuple[Any, ...]]]
BODY = "fund__organisation"
YEARS = (
    "Nguồn",
    "Dư đầu năm",
    "Được cấp",
    "Đã chi",
    "Dư cuối năm",
    "Đã dành cho danh sách",
    "Tạm ứng",
    "Còn lại",
)


def _text(title: str, width: float = 36) -> SheetColumn:
    return SheetColumn(title, ColumnKind.TEXT, width)


def _money(title: str) -> SheetColumn:
    return SheetColumn(title, ColumnKind.NUMBER, 18)


def _day(title: str) -> SheetColumn:
    return SheetColumn(title, ColumnKind.DAY, 13)


BOOK = (
    _text("Cơ quan"),
    _day("Ngày"),
    _text("Loại"),
    _text("Nguồn"),
    _money("Số tiền, đồng"),
    _text("Số chứng từ"),
    _text("Căn cứ", 60),
)
PAID = (
    _text("Cơ quan"),
    _day("Ngày chi"),
    _text("Số chứng từ"),
    _text("Người nhận"),
    _text("Đơn vị"),
    _text("Khen thưởng"),
    _money("Tiền thưởng, đồng"),
    _text("Cách tính", 60),
)
ADVANCES = (
    _text("Cơ quan"),
    _day("Ngày đề nghị"),
    _text("Nội dung", 60),
    _text("Người nhận tạm ứng"),
    _money("Số tiền, đồng"),
    _money("Thực chi, đồng"),
    _day("Hạn thanh toán"),
    _day("Ngày thanh toán"),
    _text("Trạng thái"),
)


def sheets(asked: "Asked") -> Iterator[Sheet]:
    """Name of the file, columns, rows; every sheet is there, an empty one too."""
    funds = Fund.objects.filter(organisation__in=asked.units)
    for year in range(asked.since.year, asked.last.year + 1):
        yield f"tong-hop-nam-{year}", [_text(YEARS[0]), *map(_money, YEARS[1:])], _year(funds, year)
    vouchers = Voucher.objects.filter(asked.within("on"), fund__in=funds).select_related(BODY)
    yield "so-quy", BOOK, _lines(vouchers, "on", _book)
    paid = PayRow.objects.filter(asked.within("pay_list__paid_on"), pay_list__fund__in=funds)
    yield (
        "danh-sach-chi-thuong",
        PAID,
        _lines(paid.select_related(f"pay_list__{BODY}"), "pay_list__paid_on", _paid),
    )
    advances = Advance.objects.filter(asked.within("asked_on"), fund__in=funds).select_related(BODY)
    spent = advances.annotate(spent=Sum("rows__amount"))
    yield "tam-ung", ADVANCES, _lines(spent, "asked_on", _advance)


def _year(funds: Any, year: int) -> Iterator[tuple[Any, ...]]:
    for row in year_table(funds, year):
        name = str(row.name)
        yield name, row.opening, row.given, row.paid, row.closing, row.kept, row.out, row.free


def _lines(rows: Any, order: str, of: Callable[[Any], tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    return (of(row) for row in rows.order_by(order, "pk").iterator(chunk_size=2_000))


def _book(row: Voucher) -> tuple[Any, ...]:
    return (
        row.fund.organisation.name,
        row.on,
        str(row.get_kind_display()),
        str(row.get_source_display()),
        row.amount,
        row.number,
        row.basis,
    )


def _paid(row: PayRow) -> tuple[Any, ...]:
    paid = row.pay_list
    body = paid.fund.organisation.name
    return body, paid.paid_on, paid.number, row.name, row.unit_name, row.award, row.amount, row.basis


def _advance(row: Any) -> tuple[Any, ...]:
    state, body = str(row.get_state_display()), row.fund.organisation.name
    return (
        body,
        row.asked_on,
        row.purpose,
        row.receiver,
        row.amount,
        row.spent,
        row.due_on,
        row.settled_on,
        state,
    )
