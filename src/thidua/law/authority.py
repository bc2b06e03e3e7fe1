"""Who decides, who proposes, who pays, who revokes."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from thidua.law.book import Book, CannotAnswer, before_horizon
from thidua.law.cite import Cite, Confidence
from thidua.law.files import load
from thidua.law.instruments import regime

CENTRAL = ("ttg", "chinh_phu", "ctn")
# The offices above a candidate, the nearest first. A unit or an enterprise belongs to a ministry or a
# province: which one, the level doesn't say, so what they give stays unknown.
CHAINS = {
    "xa": ("xa", "huyen", "tinh", *CENTRAL),
    "huyen": ("huyen", "tinh", *CENTRAL),
    "so": ("so", "tinh", *CENTRAL),
    "tinh": ("tinh", *CENTRAL),
    "bo": ("bo", *CENTRAL),
    "don_vi": ("don_vi", *CENTRAL),
    "doanh_nghiep": ("doanh_nghiep", *CENTRAL),
}
NAMES_VI = {
    "xa": "Chủ tịch Ủy ban nhân dân cấp xã",
    "huyen": "Chủ tịch Ủy ban nhân dân cấp huyện",
    "so": "Giám đốc sở và tương đương",
    "don_vi": "Thủ trưởng đơn vị có tư cách pháp nhân",
    "doanh_nghiep": "Người đứng đầu doanh nghiệp, hợp tác xã",
    "giam_doc": "Tổng giám đốc, Giám đốc doanh nghiệp, hợp tác xã",
    "chu_tich_hdqt": "Chủ tịch Hội đồng quản trị, Hội đồng thành viên",
    "tinh": "Chủ tịch Ủy ban nhân dân cấp tỉnh",
    "bo": "Bộ trưởng, Thủ trưởng Bộ, ban, ngành",
    "ttg": "Thủ tướng Chính phủ",
    "chinh_phu": "Chính phủ",
    "ctn": "Chủ tịch nước",
    "hdnd_tinh": "Hội đồng nhân dân cấp tỉnh",
}


@dataclass(frozen=True, slots=True)
class Authority:
    code: str
    cites: tuple[Cite, ...]
    confidence: Confidence

    @property
    def cite(self) -> Cite:
        return self.cites[0]

    @property
    def name_vi(self) -> str:
        return NAMES_VI[self.code]


@dataclass(frozen=True, slots=True)
class Powers:
    """What the head of an office may give by name in the law."""

    office: str
    honours: tuple[str, ...]
    cites: tuple[Cite, ...]
    confidence: Confidence


def powers(_book: Book, office: str, on: date) -> Powers | None:
    spans = load("authority.yaml").get(office)
    if spans is None:
        return None
    row = _row_on(spans, on)
    cites = tuple(Cite.parse(text) for text in row["cites"])
    return Powers(office, tuple(row["honours"]), cites, Confidence(row["confidence"]))


def _row_on(spans: dict[str, Any], on: date) -> dict[str, Any]:
    started = [day for day in spans if date.fromisoformat(day) <= on]
    if not started:
        raise CannotAnswer(before_horizon(on, date.fromisoformat(min(spans))), field="on")
    row: dict[str, Any] = spans[max(started)]
    return row


def decider(book: Book, honour: str, level: str, on: date) -> Authority | None:
    """The lowest office, at the candidate's level or above, that may give the honour."""
    for office in CHAINS.get(level, ()):
        held = powers(book, office, on)
        if held and honour in held.honours:
            return Authority(office, held.cites, held.confidence)
    return None


def proposer(book: Book, honour: str, level: str, on: date) -> Authority | None:
    """Who sends the proposal to the decider: the province for what the centre gives, else the level."""
    office = decider(book, honour, level, on)
    if office is None:
        return None
    law = _law(on)
    if office.code not in CENTRAL:
        return Authority(level, (Cite.parse(f"{law} 83.1"),), Confidence.TEXT)
    clause = "4" if office.code != "ctn" and law == "06/2022/QH15" else "2"
    ahead = "bo" if level == "bo" else "tinh"
    return Authority(ahead, (Cite.parse(f"{law} 83.{clause}"),), Confidence.TEXT)


def _law(on: date) -> str:
    return "15/2003/QH11" if regime(on) in "A-" else "06/2022/QH15"
