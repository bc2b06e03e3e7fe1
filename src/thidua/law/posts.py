"""Posts by rank, as decrees list them for long service: how an officer's own words are read."""

import re

from thidua.kernel.text import fold

Ranks = tuple[tuple[re.Pattern[str], int | None], ...]


def _compiled(*rows: tuple[str, int | None]) -> Ranks:
    return tuple((re.compile(pattern), rank) for pattern, rank in rows)


# Unions and associations: their heads in a province are heads of "đoàn thể", elsewhere below it no class lists them;
# not to be taken for the chairs of committees, whose words they share.
UNION = r"\b(hoi(?! dong)|lien doan|lien hiep|cong doan)\b"


def _unions(head: int, deputy: int | None) -> tuple[tuple[str, int | None], ...]:
    return (
        (rf"\bchu tich\b.*({UNION}.*\b(viet nam|trung uong)\b|\blien minh\b|\bhiep hoi\b)", None),
        (rf"\bpho chu tich\b.*{UNION}|\bpho bi thu (tinh|thanh|huyen|quan) doan\b", deputy),
        (rf"\bchu tich\b.*{UNION}.*\b(tinh|thanh pho)\b|\bbi thu (tinh|thanh) doan\b", head),
        (rf"\bchu tich\b.*{UNION}|\bbi thu (huyen|quan|xa|phuong) doan\b", 0),
    )


# Rank 1 is the highest. The first pattern that is found tells the rank; 0: a post that no class lists;
# None: one whose equal isn't known. By the list of decree 65/2014, and by that of decrees 98/2023 and 152/2025,
# where directors-general stand beside the standing members of a province and heads of department beside directors.
LISTS: dict[str, Ranks] = {
    "65": _compiled(
        *_unions(head=4, deputy=0),
        (r"\bpho (truong )?phong\b|\btruong phong\b|\bpho giam doc\b|\bpho truong ban\b(?!.*trung uong)", 0),
        (r"\bpho (chu tich|bi thu)\b.*\b(xa|phuong|thi tran|huyen|quan|thi xa)\b", 0),
        (r"\b(chu tich|bi thu)\b.*(\b(phuong|thi tran)\b|(?<!thi )\bxa\b)", 0),
        (r"\bpho vu truong\b|\bgiam doc so\b|\btruong (ban|nganh|doan the)\b(?!.*trung uong)", 4),
        (r"\bpho chu tich\b.*\b(mat tran|mttq)\b.*\b(tinh|thanh pho)\b", 4),
        (r"\b(chu tich|bi thu)\b.*\b(huyen|quan|thi xa|thi uy)\b", 4),
        (r"\bpho truong doan dai bieu quoc hoi\b|\bthuong vu (tinh|thanh) uy\b|\bvu truong\b", 3),
        (r"\bchu tich\b.*\b(mat tran|mttq)\b.*\b(tinh|thanh pho)\b", 3),
        (r"\bpho chu tich\b.*\b(tinh|thanh pho)\b", 3),
        (r"\bthu truong bo\b|\bthu truong\b(?! co quan| don vi)|\bpho bi thu (tinh|thanh) uy\b", 2),
        (r"\bpho truong ban\b.*\btrung uong\b|\bchu tich\b.*\b(tinh|thanh pho)\b", 2),
        (r"\bbo truong\b|\bbi thu (tinh|thanh) uy\b|\btruong ban\b.*\btrung uong\b", 1),
    ),
    "98": _compiled(
        *_unions(head=5, deputy=None),
        (r"\bpho (truong )?phong\b|\btruong phong\b", 0),
        (r"\bpho chu tich\b.*\b(xa|phuong|thi tran|huyen|quan|thi xa)\b", 0),
        (r"\b(pho bi thu|chu tich|bi thu)\b.*(\b(phuong|thi tran)\b|(?<!thi )\bxa\b)", 0),
        (r"\b(pho bi thu|chu tich)\b.*\b(huyen|quan|thi xa|thi uy)\b", None),
        (r"\bpho (vu|cuc) truong\b|\bpho giam doc so\b|\bpho truong ban\b(?!.*trung uong)", 6),
        (r"\bpho giam doc\b|\bpho chu tich\b.*\b(mat tran|mttq)\b", None),
        (r"\bpho tong cuc truong\b", 4),
        (r"\btong cuc truong\b", 3),
        (r"\bbi thu\b.*\b(huyen|quan|thi xa|thi uy)\b", 5),
        (r"\b(vu|cuc) truong\b|\bgiam doc so\b|\btruong (ban|nganh|doan the)\b(?!.*trung uong)", 5),
        (r"\bpho truong doan dai bieu quoc hoi\b|\bthuong vu (tinh|thanh) uy\b", 3),
        (r"\bchu tich\b.*\b(mat tran|mttq)\b.*\b(tinh|thanh pho)\b", 3),
        (r"\bpho chu tich\b.*\b(tinh|thanh pho)\b", 3),
        (r"\bthu truong bo\b|\bthu truong\b(?! co quan| don vi)|\bpho bi thu (tinh|thanh) uy\b", 2),
        (r"\bpho truong ban\b.*\btrung uong\b|\bchu tich\b.*\b(tinh|thanh pho)\b", 2),
        (r"\bbo truong\b|\bbi thu (tinh|thanh) uy\b|\btruong ban\b.*\btrung uong\b", 1),
    ),
}
ACTING = re.compile(r"\b(quyen|q|phu trach|giao quyen|xu ly)\b")


def rank_of(post: str, listed: str = "65") -> int | None:
    """The rank of a post written in words or as a code ("giam_doc_so"); None when it isn't told."""
    words = fold(post.replace("_", " ").replace(".", " "))
    if ACTING.search(words):
        return None
    return next((rank for pattern, rank in LISTS[listed] if pattern.search(words)), None)
