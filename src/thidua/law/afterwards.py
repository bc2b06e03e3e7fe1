"""After an award, and several at once: revoke, strip, propose together, use an initiative again."""

from datetime import date

from thidua.law.cite import Cite
from thidua.law.columns import LOWER_TITLES
from thidua.law.honours import honour as find
from thidua.law.instruments import regime, standing
from thidua.law.verdict import Verdict

Settled = tuple[Verdict, tuple[Cite, ...]]
FRAUD = {"false_declaration": "a", "forged_file": "b", "improper_review": "c"}
# What article 96.1 of the law of 2003 calls a false declaration; who reviewed wrongly is punished (96.2), and
# whether the decision falls with it that law doesn't say.
DECLARED = ("false_declaration", "forged_file")
# Stripped only for grave crimes (06/2022/QH15 article 93.4).
PROTECTED = ("AHLLVT", "BMVNAH")
ONCE = (Cite.parse("5007/BNV-TĐKT III.5.c"), Cite.parse("3385/BTĐKT-P.II"))
SAME_MERIT = Cite.parse("06/2022/QH15 5.2.c")


def _cites(*texts: str) -> tuple[Cite, ...]:
    return tuple(Cite.parse(text) for text in texts)


def revoked(honour: str, ground: str, on: date, *, in_period: bool | None = None) -> Settled:
    """Is the decision annulled, or a state honorary title stripped?"""
    if ground in ("prison", "life_or_death"):
        return _stripped(honour, ground, on)
    if regime(on) in "A-":
        verdict = Verdict.YES if ground in DECLARED else Verdict.UNKNOWN
        return verdict, standing(_cites("15/2003/QH11 96.1", "91/2017/NĐ-CP 78"), on)
    if ground in FRAUD:
        return Verdict.YES, _cites(f"06/2022/QH15 93.2.{FRAUD[ground]}")
    return _period(in_period), _cites("06/2022/QH15 93.2.d")


def _period(in_period: bool | None) -> Verdict:  # noqa: FBT001
    if in_period is None:
        return Verdict.UNKNOWN
    return Verdict.YES if in_period else Verdict.NO


def _stripped(honour: str, ground: str, on: date) -> Settled:
    if find(honour).nature != "honorary":
        return Verdict.UNKNOWN, _cites("15/2003/QH11 96" if regime(on) in "A-" else "06/2022/QH15 93.2.d")
    if regime(on) in "A-":
        return Verdict.YES, standing(_cites("91/2017/NĐ-CP 79", "15/2003/QH11 97.1"), on)
    if honour in PROTECTED:
        verdict = Verdict.YES if ground == "life_or_death" else Verdict.NO
        return verdict, _cites("06/2022/QH15 93.4")
    return Verdict.YES, _cites("06/2022/QH15 93.3")


def once(on: date) -> Cite:
    """One achievement is rewarded once."""
    return Cite.parse("15/2003/QH11 6.2.b") if regime(on) in "A-" else SAME_MERIT


def together(
    first: str,
    second: str,
    on: date,
    *,
    same_achievement: bool | None = None,
    same_year: bool | None = None,
) -> Settled:
    """May both be proposed at once? One achievement is rewarded once; a title and a form may meet."""
    rule = once(on)
    if same_year and {find(first).level, find(second).level} <= CENTRAL:
        return _two_of_the_centre(first, second, on)
    if second in BUILT_ON.get(first, ()) or first in BUILT_ON.get(second, ()):
        return Verdict.YES, (find(first).cite(on), find(second).cite(on))
    if same_achievement:
        return Verdict.NO, (rule,)
    both = (find(first).cite(on), find(second).cite(on), rule)
    natures = {find(first).nature, find(second).nature}
    if natures == {"title", "form"} or same_achievement is False:
        return Verdict.YES, both
    if natures == {"title"} and frozenset((first, second)) not in ONE_LADDER:
        return Verdict.YES, both
    return Verdict.UNKNOWN, both


# A title whose standard asks for the other: both are given in one sitting.
BUILT_ON = {
    "CSTDCS": ("LDTT", "CSTT"),
    "CSTDCT": ("CSTDCS", "LDTT"),
    "CSTDTQ": ("CSTDCT", "CSTDCS", "LDTT"),
}
# Of these the law nowhere says that the lower is given beside the higher.
ONE_LADDER = {
    frozenset(("TTLDTT", "TTLDXS")),
    frozenset(("DVTT", "DVQT")),
    frozenset(("CO_TINH", "CO_CP")),
    frozenset(("LDTT", "CSTT")),
}
CENTRAL = {"ctn", "chinh_phu", "ttg"}
CIRCULARS = _cites("08/2017/TT-BNV", "12/2019/TT-BNV")


def _two_of_the_centre(first: str, second: str, on: date) -> Settled:
    """Two state-level honours in one year: shut until 2017, two forms until 2023; later not read."""
    if on < date(2017, 10, 1):
        return Verdict.NO, standing(_cites("02/2011/TT-BNV II.2.c", "42/2010/NĐ-CP 53.20"), on)
    if date(2017, 12, 15) <= on < date(2024, 1, 1):
        forms = {find(first).nature, find(second).nature} == {"form"}
        return (Verdict.NO if forms else Verdict.UNKNOWN), standing(CIRCULARS, on)
    return Verdict.UNKNOWN, (once(on),)


def reissued(honour: str, reason: str, on: date, cause: str | None = None) -> Settled:
    """Is a lost or damaged object exchanged or re-issued? Only what the centre gives is on the list."""
    cites = _reissue_cites(reason, on)
    if find(honour).level not in CENTRAL or honour in NEVER_REISSUED:
        return (Verdict.UNKNOWN if regime(on) in "BCD" else Verdict.NO), cites
    if reason == "never_received" or cause is None:
        return Verdict.UNKNOWN, cites
    return (Verdict.YES if cause == "objective" else Verdict.NO), cites


NEVER_REISSUED = ("BGDVV",)


def _reissue_cites(reason: str, on: date) -> tuple[Cite, ...]:
    if on < date(2014, 11, 1):
        return _cites("06/BTĐKT-VP")
    if regime(on) in "BCD":
        return _cites("98/2023/NĐ-CP" if regime(on) == "B" else "152/2025/NĐ-CP 6.1")
    return _cites("85/2014/NĐ-CP 41.1.a" if reason == "damaged" else "85/2014/NĐ-CP 42")


def reused(used_for: str, wanted_for: str) -> Settled:
    """May an initiative serve again? A lower fighter title leaves it to the next one up."""
    if used_for == wanted_for:
        return Verdict.NO, ONCE
    if used_for == "recognition" or used_for in LOWER_TITLES.get(wanted_for, ()):
        return Verdict.YES, ONCE
    return Verdict.NO, ONCE


def tenure(
    months: int,
    *,
    is_woman: bool,
    on: date,
    higher_retirement_age: bool = False,
    position: str | None = None,
) -> tuple[int, Cite]:
    """Months in post for long service: for women in office less three years until 2017, less a third since."""
    in_office = position in (None, "leader", "manager")
    if on < date(2017, 10, 1):
        return (max(months - 36, 0) if is_woman and in_office else months), Cite.parse("65/2014/NĐ-CP 2.3")
    reduced = is_woman and in_office and not higher_retirement_age
    # A third less, rounded up: who lacks a part of a month lacks it.
    return (-(-months * 2 // 3) if reduced else months), Cite.parse(REDUCED_BY_A_THIRD[regime(on)])


REDUCED_BY_A_THIRD = {
    "A": "91/2017/NĐ-CP 3",
    "B": "98/2023/NĐ-CP 4.7",
    "C": "152/2025/NĐ-CP 4.7",
    "D": "152/2025/NĐ-CP 4.7",
}
