"""Kinds over who the candidate is and what a collective counts."""

import numpy as np

from thidua.law.conditions.base import Args, Condition, Kind, Outcome, register
from thidua.law.table import Table
from thidua.law.tri import Tri

GROUPS_VI = {
    "official": "cán bộ, công chức",
    "public_employee": "viên chức",
    "worker": "công nhân, người lao động",
    "farmer": "nông dân",
    "armed_forces": "lực lượng vũ trang",
    "entrepreneur": "doanh nhân, doanh nghiệp",
    "citizen": "người dân",
}


def _group(condition: Condition, table: Table) -> Outcome:
    """The candidate belongs to a group; an unknown one does too with `unknown_too`, not with `stated`."""
    args = condition.args
    groups = table.words("group")
    known, member = groups.known, groups.among(args["any_of"])
    if args.get("unknown_too"):
        return Outcome(Tri(member | ~known, known & ~member))
    if args.get("stated"):
        return Outcome(Tri(member, ~member))
    return Outcome(Tri(member, known & ~member))


def _group_sentences(args: Args) -> tuple[str, str]:
    vi = ", ".join(GROUPS_VI[group] for group in args["any_of"])
    en = ", ".join(group.replace("_", " ") for group in args["any_of"])
    return f"Đối tượng: {vi}", f"Candidate is one of: {en}"


def _group_used(_args: Args, table: Table, row: int) -> str | None:
    group = table.rows[row].group
    return GROUPS_VI[group] if group else None


def _share(condition: Condition, table: Table) -> Outcome:
    """A part of the members against a percentage, in whole numbers: never rounded."""
    args = condition.args
    part, part_known = table.number(f"collective.{args['part']}")
    members, members_known = table.number("collective.members")
    known = part_known.yes & members_known.yes & (members > 0)
    above = part * 100 > members * args["percent"]
    enough = above if args.get("more_than") else part * 100 >= members * args["percent"]
    hundredths = np.where(known, part * 10_000 // np.maximum(members, 1), 0)
    return Outcome(Tri(known & enough, known & ~enough), hundredths)


PARTS = {
    "ldtt": ("cá nhân đạt danh hiệu “Lao động tiên tiến”", "members are advanced workers"),
    "cstdcs": ("cá nhân đạt danh hiệu “Chiến sĩ thi đua cơ sở”", "members are base fighters"),
    "warned": ("cá nhân bị kỷ luật từ cảnh cáo trở lên", "members disciplined, a warning or more"),
}


def _share_sentences(args: Args) -> tuple[str, str]:
    vi, en = PARTS[args["part"]]
    word_vi, word_en = ("trên", "more than") if args.get("more_than") else ("ít nhất", "at least")
    return f"Có {word_vi} {args['percent']}% {vi}", f"{word_en} {args['percent']} % of {en}"


def _share_used(args: Args, table: Table, row: int) -> str | None:
    counts = table.rows[row].record.collective
    part = getattr(counts, args["part"])
    if part is None or counts.members is None:
        return None
    return f"{part} trên {counts.members} người"


def _members(condition: Condition, table: Table) -> Outcome:
    """How many members: at least, or at most."""
    args = condition.args
    count, known = table.number(f"collective.{args['part']}")
    least, most = args.get("at_least", 0), args.get("at_most")
    right = (count >= least) & (True if most is None else count <= most)
    return Outcome(Tri(known.yes & right, known.yes & ~right), np.where(known.yes, count, 0))


def _members_sentences(args: Args) -> tuple[str, str]:
    vi, en = PARTS[args["part"]]
    if args.get("at_most") == 0:
        return f"Không có {vi}", f"No {en}"
    return f"Có từ {args['at_least']:02d} {vi}", f"At least {args['at_least']}: {en}"


def _members_used(args: Args, table: Table, row: int) -> str | None:
    count = getattr(table.rows[row].record.collective, args["part"])
    return None if count is None else f"{count} người"


def _age(condition: Condition, table: Table) -> Outcome:
    """The collective has existed for so many years."""
    founded, known = table.number("collective.founded")
    years = np.where(known.yes, table.base - founded, 0)
    enough = years >= condition.args["at_least"]
    return Outcome(Tri(known.yes & enough, known.yes & ~enough), years)


def _age_sentences(args: Args) -> tuple[str, str]:
    years = args["at_least"]
    return f"Xây dựng, phát triển từ {years} năm trở lên", f"In existence for {years} years"


def _truth(condition: Condition, table: Table) -> Outcome:
    """A statement about the collective or the candidate is true (or false, with `is: false`)."""
    args = condition.args
    name = args["of"]
    stated = table.truth(name if name == "training" else f"collective.{name}")
    if args.get("presumed"):
        stated = Tri(~stated.no, stated.no) if args.get("want", True) else Tri(stated.yes, ~stated.yes)
    return Outcome(stated if args.get("want", True) else ~stated)


def _said(args: Args) -> tuple[str, str]:
    return args["vi"], args["en"]


def _of_collective(_args: Args) -> tuple[str, ...]:
    return ("collective",)


register(Kind("group", _group, _group_sentences, _group_used, lambda _args: ("group",)))
register(Kind("share", _share, _share_sentences, _share_used, _of_collective))
register(Kind("members", _members, _members_sentences, _members_used, _of_collective))
register(Kind("age", _age, _age_sentences, needs=_of_collective))
register(
    Kind(
        "truth",
        _truth,
        _said,
        needs=lambda args: ("training",) if args["of"] == "training" else ("collective",),
    )
)
