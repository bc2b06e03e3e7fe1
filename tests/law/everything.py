"""Records with every kind of fact, from a seed: lists that are missing, keys left out, doubtful items."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Any, get_args, get_type_hints

from law.strategies import AWARDS, FIRST, GRADES, LAST, SCOPES, TITLES
from thidua.law import facts

Facts = dict[str, Any]
LAUNCHERS = ("tinh", "bo", "ttg", "ctn", "xa", "huyen")


def day(random: Random) -> date:
    return date(2010, 1, 1) + timedelta(days=random.randint(0, 6000))


def some_of(random: Random, chance: float, **keys: Callable[[], Any]) -> Facts:
    return {name: make() for name, make in keys.items() if random.random() < chance}


def literal(random: Random, kind: type, name: str) -> Any:
    hint = get_type_hints(kind)[name]
    choices = [word for word in _words(hint) if word is not None]
    return random.choice(choices)


def _words(hint: Any) -> tuple[Any, ...]:
    found: list[Any] = []
    for part in get_args(hint):
        found += [part] if isinstance(part, str) else list(_words(part))
    return tuple(found)


def title(random: Random) -> Facts:
    return {"honour": random.choice(TITLES), "year": random.randint(FIRST, LAST + 1)}


def award(random: Random) -> Facts:
    item = {"honour": random.choice(AWARDS)}
    item |= some_of(random, 0.7, year=lambda: random.randint(FIRST, LAST + 1), on=lambda: day(random))
    if random.random() < 0.4:
        last = random.randint(FIRST, LAST)
        item["for_years"] = [last - random.randint(0, 3), last]
    return item | some_of(random, 0.5, by=lambda: random.choice(("results", "movement", "sudden")))


def initiative(random: Random) -> Facts:
    item: Facts = {"year": random.randint(FIRST, LAST), "scope": random.choice(SCOPES)}
    item |= some_of(random, 0.5, kind=lambda: random.choice(("initiative", "topic")))
    return item | some_of(random, 0.3, used_for=lambda: random.choice(("CSTDCS", "CSTDCT", "BK_TINH")))


def leave(random: Random) -> Facts:
    return {"kind": literal(random, facts.Leave, "kind")} | some_of(
        random,
        0.6,
        year=lambda: random.randint(LAST - 1, LAST),
        days=lambda: random.randint(0, 60),
        months=lambda: random.randint(0, 18),
        result=lambda: literal(random, facts.Leave, "result"),
        rules_obeyed=lambda: random.random() < 0.7,
    )


def spell(random: Random) -> Facts:
    return {"place": random.choice(("same", "other"))} | some_of(
        random,
        0.5,
        since=lambda: day(random),
        until=lambda: day(random),
        months=lambda: random.randint(0, 240),
        status=lambda: literal(random, facts.Work, "status"),
        hardship=lambda: random.random() < 0.5,
    )


def discipline(random: Random) -> Facts:
    kind = literal(random, facts.Discipline, "kind")
    return {"kind": kind} | some_of(random, 0.7, on=lambda: day(random), until=lambda: day(random))


def pending(random: Random) -> Facts:
    item = {"kind": literal(random, facts.Pending, "kind"), "since": day(random)}
    return item | some_of(random, 0.5, until=lambda: day(random), cleared=lambda: random.random() < 0.5)


def violation(random: Random) -> Facts:
    item = {"kind": literal(random, facts.Violation, "kind"), "year": random.randint(LAST - 1, LAST)}
    return item | some_of(random, 0.6, fined=lambda: random.random() < 0.5)


def movement(random: Random) -> Facts:
    return {
        "launched_by": random.choice(LAUNCHERS),
        "years": random.randint(1, 6),
        "result": literal(random, facts.Movement, "result"),
        "stage": literal(random, facts.Movement, "stage"),
    }


def model(random: Random) -> Facts:
    item = {"years": random.randint(1, 6), "scope": random.choice(SCOPES)}
    truth = lambda: random.random() < 0.8  # noqa: E731
    return item | some_of(random, 0.7, helps_households=truth, creates_jobs=truth)


def post(random: Random) -> Facts:
    item = {"post": random.choice(("chairman", "head", "member"))}
    return item | some_of(random, 0.6, since=lambda: day(random), months=lambda: random.randint(1, 99))


def collective(random: Random) -> Facts:
    members = random.randint(3, 40)
    return some_of(
        random,
        0.85,
        members=lambda: members,
        ldtt=lambda: random.randint(members // 2, members),
        cstdcs=lambda: random.randint(0, 2),
        warned=lambda: random.randint(0, 1),
        all_completed=lambda: random.random() < 0.7,
        founded=lambda: random.randint(1985, 2020),
        gets_flags=lambda: random.random() < 0.7,
        leads_block=lambda: random.random() < 0.5,
        dissolved=lambda: random.random() < 0.1,
    )


def grades(random: Random) -> list[Facts]:
    years = random.sample(range(FIRST, LAST + 1), random.randint(0, 14))
    return [{"year": each, "grade": random.choice(GRADES)} for each in sorted(years)]


MANY: tuple[tuple[str, Callable[[Random], Facts], int], ...] = (
    ("titles", title, 24),
    ("awards", award, 5),
    ("initiatives", initiative, 8),
    ("leave", leave, 3),
    ("work", spell, 3),
    ("discipline", discipline, 1),
    ("pending", pending, 1),
    ("violations", violation, 1),
    ("movements", movement, 2),
    ("models", model, 1),
    ("posts", post, 2),
)


def any_record(random: Random) -> Facts:
    """Most lists are there; one item in ten has not been compared with its source."""
    record: Facts = {}
    for name, make, most in MANY:
        if random.random() < 0.8:
            record[name] = [make(random) for _ in range(random.randint(0, most))]
    if random.random() < 0.85:
        record["grades"] = grades(random)
    for name in ("titles", "awards", "grades", "initiatives"):
        record |= (
            {name: [_perhaps_unchecked(random, item) for item in record[name]]} if name in record else {}
        )
    if random.random() < 0.6:
        record["collective"] = collective(random)
    return record | some_of(
        random, 0.6, training=lambda: random.random() < 0.6, registered=lambda: random.random() < 0.8
    )


def _perhaps_unchecked(random: Random, item: Facts) -> Facts:
    return item | {"checked": False} if random.random() < 0.1 else item
