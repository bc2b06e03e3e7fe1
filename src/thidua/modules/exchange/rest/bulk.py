"""The whole register at once, as Parquet: for who counts, not for who looks one award up."""

import tempfile
from collections.abc import Iterator
from typing import Any

from django.http import FileResponse
from django.http.response import HttpResponseBase
from ninja import Query, Router

from thidua.foundation.paging import every_page
from thidua.modules.exchange.kinds import Scope
from thidua.modules.exchange.rest import shapes
from thidua.modules.exchange.rest.gate import AccessToken, count
from thidua.modules.exchange.rest.paged import only_known
from thidua.modules.exchange.rest.problems import Refusal
from thidua.modules.exchange.rest.reading import NEWEST, awards_asked, shown_award

router = Router()
PARQUET = "application/vnd.apache.parquet"
AT_ONCE = 5_000
NO_LIBRARY = 501
NUMBERS = ("id", "number_in_book", "year")
FACTS = ("is_revoked", "is_checked")
WORDS = (
    *(
        "body_code",
        "body",
        "honour",
        "honour_name",
        "recipient",
        "name",
        "post",
        "unit_code",
        "unit",
        "unit_name",
    ),
    *("level", "decision", "decided_by", "signer", "ground", "line", "achievement", "period"),
)
FILE = {"schema": {"type": "string", "format": "binary"}}


@router.get(
    "/awards.parquet",
    url_name="api_awards_parquet",
    auth=AccessToken(Scope.REGISTER),
    summary="Sổ khen thưởng, cả tệp",
    openapi_extra={"responses": {200: {"description": "Tệp Parquet", "content": {PARQUET: FILE}}}},
)
def awards_parquet(request: Any, asked: Query[shapes.AwardsWanted]) -> HttpResponseBase:
    """Như danh sách sổ khen thưởng, tất cả các dòng trong một tệp Parquet."""
    only_known(request, asked)
    count(request, "api_bulk", str(request.token.pk))
    file = tempfile.TemporaryFile()  # noqa: SIM115 -- the response closes it
    try:
        _write(file, every_page(awards_asked(request, asked), order=NEWEST, size=AT_ONCE))
    except BaseException:
        file.close()
        raise
    file.seek(0)
    name = f"so-khen-thuong-{request.today:%Y-%m-%d}.parquet"
    return FileResponse(file, as_attachment=True, filename=name, content_type=PARQUET)


def _write(file: Any, pages: Iterator[list[Any]]) -> None:
    """A group of rows for each page: however long the book is, one page of it is in memory."""
    try:
        import pyarrow as pa  # noqa: PLC0415 -- an extra: thidua[sweep]
        from pyarrow import parquet  # noqa: PLC0415
    except ImportError:
        raise Refusal(NO_LIBRARY) from None
    schema = pa.schema(
        [(name, pa.int64()) for name in NUMBERS]
        + [(name, pa.string()) for name in WORDS]
        + [("decided_on", pa.date32()), ("entered_at", pa.timestamp("us", tz="UTC"))]
        + [(name, pa.bool_()) for name in FACTS]
    )
    with parquet.ParquetWriter(file, schema, compression="zstd") as writer:
        for rows in pages:
            writer.write_table(pa.Table.from_pylist([_flat(row) for row in rows], schema=schema))


def _flat(row: Any) -> dict[str, Any]:
    shown = shown_award(row)
    body, unit = shown["body"], shown["unit"]
    return shown | {
        "body_code": body["code"],
        "body": body["name"],
        "unit_code": unit["code"],
        "unit": unit["name"],
    }
