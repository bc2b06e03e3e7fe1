"""Quyết định khen thưởng with its annex of names."""

import re
from collections.abc import Sequence
from dataclasses import replace

from thidua.documents.compose.parts import annex_head, closed, grounds, head, sheet, signing
from thidua.documents.compose.tables import award_table, post_and_unit, roman
from thidua.documents.letters import AwardGroup, Decision, Nominee, Recipients
from thidua.documents.sheet import Block, Centred, Paragraph, Sheet, Title
from thidua.documents.wording import counted, kinds, within_sentence
from thidua.kernel.money import dong

NAMED_IN_ARTICLE = 3
CONFERRING = frozenset({"tặng", "truy tặng"})
SAME_AS_ARTICLE = re.compile(r"^Như Điều \d+$")


def is_conferred(letter: Decision) -> bool:
    return letter.verb.lower() in CONFERRING


def is_annexed(group: AwardGroup) -> bool:
    return len(group.nominees) > NAMED_IN_ARTICLE


def named(nominee: Nominee) -> str:
    """As a sentence names one: who, what he is, and the prize if there is one."""
    name = f"{within_sentence(nominee.honorific)} {nominee.name}".strip()
    described = ", ".join(part for part in (name, post_and_unit(nominee)) if part)
    return f"{described} (tiền thưởng {dong(nominee.prize)})" if nominee.prize else described


def sentence(letter: Decision, group: AwardGroup) -> str:
    """As in "Tặng Giấy khen cho 12 cá nhân, đã có thành tích … (có danh sách kèm theo)."."""
    if is_annexed(group):
        whom, where = counted(group.nominees), " (có danh sách kèm theo)"
    else:
        whom, where = "; ".join(map(named, group.nominees)), ""
    merit = f", {group.merit.strip().rstrip('.')}" if group.merit else ""
    return f"{letter.verb} {group.honour} cho {whom}{merit}{where}."


def opening(letter: Decision) -> str:
    whom = kinds(nominee for group in letter.groups for nominee in group.nominees)
    if is_conferred(letter):
        return f"Khen thưởng các {whom} sau đây:"
    return f"{letter.verb} danh hiệu thi đua, hình thức khen thưởng đối với các {whom} sau đây:"


def first_article(letter: Decision) -> list[Paragraph]:
    sentences = [sentence(letter, group) for group in letter.groups]
    if len(sentences) == 1:
        return [Paragraph(sentences[0], "Điều 1.")]
    numbered = (Paragraph(f"{n}. {text}") for n, text in enumerate(sentences, 1))
    return [Paragraph(opening(letter), "Điều 1."), *numbered]


def further_articles(letter: Decision) -> list[str]:
    in_force = "Quyết định này có hiệu lực kể từ ngày ký."
    last = f"{letter.executors.strip().rstrip('.')} chịu trách nhiệm thi hành Quyết định này."
    return [text for text in (letter.money, *letter.articles, f"{in_force} {last}") if text]


def articles(letter: Decision) -> list[Paragraph]:
    further = enumerate(further_articles(letter), 2)
    return [*first_article(letter), *(Paragraph(text, f"Điều {n}.") for n, text in further)]


def recipients(letter: Decision) -> Recipients:
    """As in "Như Điều …" means the last article, whatever its number has become."""
    last = f"Như Điều {len(further_articles(letter)) + 1}"
    copies = tuple(SAME_AS_ARTICLE.sub(last, copy) for copy in letter.recipients.copies)
    return replace(letter.recipients, copies=copies)


def annexes(letter: Decision) -> list[Sequence[Block]]:
    """One per honour with many names, each with its own pages (App. I, III.1a and đ)."""
    listed = [group for group in letter.groups if is_annexed(group)]
    labels = [f"Phụ lục {roman(n)}" for n in range(1, len(listed) + 1)]
    labels = labels if len(listed) > 1 else ["Phụ lục"]
    return [_annex(letter, group, label) for group, label in zip(listed, labels, strict=False)]


def _annex(letter: Decision, group: AwardGroup, label: str) -> Sequence[Block]:
    given = "được " if is_conferred(letter) else ""
    title = f"Danh sách {given}{letter.verb.lower()} {group.honour}"
    head = annex_head(letter.head, "Quyết định", title, label=label, issuer=letter.authority)
    return [head, award_table(group.nominees)]


def decision(letter: Decision) -> Sheet:
    body: list[Block] = [
        head(letter.head),
        Title("QUYẾT ĐỊNH", letter.subject),
        Centred(letter.authority.upper()),
        *grounds(letter.grounds, f"Theo đề nghị của {letter.proposer}"),
        Centred("QUYẾT ĐỊNH:"),
        *closed(articles(letter)),
        signing(letter.signature, recipients(letter)),
    ]
    return sheet(letter.head, "Quyết định khen thưởng", body, *annexes(letter))
