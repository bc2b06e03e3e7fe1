"""Tips and exemplars of a school below a ward."""

from datetime import date
from io import BytesIO

from PIL import Image

from conftest import NOW, TODAY
from factories.dossiers import Place
from thidua.modules.exemplars.actions import exemplars, telling, triage
from thidua.modules.exemplars.drafts import Photo, TipDraft
from thidua.modules.exemplars.models import Exemplar, Tip

DEED = "Nhặt được ví có 12 triệu đồng, tìm trả người mất"


def _png() -> bytes:
    drawn = BytesIO()
    Image.new("RGB", (8, 8), "white").save(drawn, "png")
    return drawn.getvalue()


PNG = _png()
PHOTO = Photo(name="anh.png", content=PNG)


def draft(**fields: object) -> TipDraft:
    values = {"deed": DEED, "place": "Chợ Hôm", "deed_on": date(2026, 11, 20), "who": "Trần Thị Bích Hà"}
    return TipDraft(**(values | fields))


def tip(at: Place, photo: Photo | None = None, **fields: object) -> Tip:
    return telling.tell(organisation=at.school, draft=draft(**fields), photo=photo, actor=at.officer, now=NOW)


def exemplar(at: Place, **fields: object) -> Exemplar:
    return triage.accept(
        tip=tip(at, **fields), name="Trần Thị Bích Hà", kind="person", actor=at.officer, on=TODAY, now=NOW
    )


def verified(at: Place, **fields: object) -> Exemplar:
    row = exemplar(at, **fields)
    visited(at, row)
    return exemplars.move(exemplar=row, step="verify", actor=at.officer, on=TODAY, now=NOW)


def visited(at: Place, row: Exemplar) -> None:
    exemplars.visit(
        exemplar=row,
        visited_on=TODAY,
        by_whom="Lê Quang Huy",
        note="Người mất ví xác nhận đã nhận lại đủ tiền.",
        actor=at.officer,
        on=TODAY,
        now=NOW,
    )
