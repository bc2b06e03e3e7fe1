"""Posts by rank, as decrees list them for long service: how an officer's own words are read."""

import re

from thidua.kernel.text import fold

# Rank 1 is the highest. The first pattern that is found tells the rank; 0: a post that no class lists.
PATTERNS = tuple(
    (re.compile(pattern), rank)
    for pattern, rank in (
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
    )
)
ACTING = re.compile(r"\b(quyen|q|phu trach|giao quyen|xu ly)\b")


def rank_of(post: str) -> int | None:
    """The rank of a post written in words or as a code ("giam_doc_so"); None when it isn't told."""
    words = fold(post.replace("_", " ").replace(".", " "))
    if ACTING.search(words):
        return None
    return next((rank for pattern, rank in PATTERNS if pattern.search(words)), None)
