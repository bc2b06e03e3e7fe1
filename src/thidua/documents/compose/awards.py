"""Quyết định khen thưởng with its annex of names."""

from collections.abc import Sequence

from thidua.documents.compose.parts import annex_head, closed, grounds, head, sheet, signing
from thidua.documents.compose.tables import award_table, post_and_unit, roman
from thidua.documents.letters import AwardGroup, Decision, Nominee
from thidua.documents.sheet import Block, Centred, Paragraph, Sheet, Title
from thidua.documents.wording import counted, kinds, within_sentence

NAMED_IN_ARTICLE = 3


def named(nominee: Nominee) -> str:
    name = f"{within_sentence(nominee.honorific)} {nominee.name}".strip()
    described = post_and_unit(nominee)
    return f"{name}, {described}" if described else name


def is_annexed(letter: Decision) -> bool:
    return sum(len(group.nominees) for group in letter.groups) > NAMED_IN_ARTICLE


def sentence(letter: Decision, group: AwardGroup) -> str:
    """As in "Tặng Giấy khen cho 12 cá nhân, đã có thành tích … (có danh sách kèm theo)."."""
    if is_annexed(letter):
        whom, where = counted(group.nominees), " (có danh sách kèm theo)"
    else:
        whom, where = "; ".join(map(named, group.nominees)), ""
    merit = f", {group.merit.strip().rstrip('.')}" if group.merit else ""
    return f"{letter.verb} {group.honour} cho {whom}{merit}{where}."


def first_article(letter: Decision) -> list[Paragraph]:
    sentences = [sentence(letter, group) for group in letter.groups]
    if len(sentences) == 1:
        return [Paragraph(sentences[0], "Điều 1.")]
    whom = kinds(nominee for group in letter.groups for nominee in group.nominees)
    opening = Paragraph(f"Khen thưởng các {whom} sau đây:", "Điều 1.")
    return [opening, *(Paragraph(f"{n}. {text}") for n, text in enumerate(sentences, 1))]


def articles(letter: Decision) -> list[Paragraph]:
    in_force = "Quyết định này có hiệu lực kể từ ngày ký."
    last = f"{letter.executors.strip().rstrip('.')} chịu trách nhiệm thi hành Quyết định này."
    further = [text for text in (letter.money, *letter.articles, f"{in_force} {last}") if text]
    numbered = [Paragraph(text, f"Điều {n}.") for n, text in enumerate(further, 2)]
    return [*first_article(letter), *numbered]


def annexes(letter: Decision) -> list[Sequence[Block]]:
    """One per honour, each with its own numbering of pages (App. I, III.1a and đ)."""
    if not is_annexed(letter):
        return []
    several = len(letter.groups) > 1
    return [
        [
            annex_head(
                letter.head,
                "Quyết định",
                f"Danh sách được {letter.verb.lower()} {group.honour}",
                label=f"Phụ lục {roman(n)}" if several else "Phụ lục",
                issuer=letter.authority,
            ),
            award_table(group.nominees),
        ]
        for n, group in enumerate(letter.groups, 1)
    ]


def decision(letter: Decision) -> Sheet:
    body: list[Block] = [
        head(letter.head),
        Title("QUYẾT ĐỊNH", letter.subject),
        Centred(letter.authority.upper()),
        *grounds(letter.grounds, f"Theo đề nghị của {letter.proposer}"),
        Centred("QUYẾT ĐỊNH:"),
        *closed(articles(letter)),
        signing(letter.signature, letter.recipients),
    ]
    return sheet(letter.head, "Quyết định khen thưởng", body, *annexes(letter))
