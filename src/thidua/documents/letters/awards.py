"""Quyết định khen thưởng."""

from dataclasses import dataclass

from thidua.documents.letters.parts import Letterhead, Nominee, Recipients, Signature

AS_LAST_ARTICLE = Recipients(copies=("Như Điều 3",))


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardGroup:
    """Those who get one honour. `honour` as in the sentence: "Giấy khen", "danh hiệu “…”"."""

    honour: str
    nominees: tuple[Nominee, ...]
    merit: str = ""
    """Goes on from the names: "đã có thành tích xuất sắc trong …"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Decided in the name of `authority`: the head's post, or the body's name (App. III, note 6).

    Up to three names for one honour stand in the first article, more in an annex. `verb` is "Tặng",
    "Truy tặng" or another that fits before the honour; `money` says who pays the prizes and from
    what; `executors` who carries it out. `grounds` with or without "Căn cứ" and closing marks;
    "Như Điều …" among the recipients becomes the number of the last article.
    """

    head: Letterhead
    authority: str
    subject: str
    grounds: tuple[str, ...]
    proposer: str
    groups: tuple[AwardGroup, ...]
    executors: str
    signature: Signature
    verb: str = "Tặng"
    money: str = ""
    articles: tuple[str, ...] = ()
    """Further articles, between the money and the last one."""
    recipients: Recipients = AS_LAST_ARTICLE
