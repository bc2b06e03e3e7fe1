"""What the choices of the entry forms are called."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from thidua import law
from thidua.law.columns import GRADES
from thidua.law.local import KIND_LABELS
from thidua.law.names import INITIATIVES, SCOPES, named
from thidua.modules.rulebook.words import KINDS, LEVELS, NATURES, OFFICES, Words, name_of

Choices = list[tuple[Any, Any]]
GROUPS: Words = {
    "official": _("Officials"),
    "public_employee": _("Public employees"),
    "worker": _("Workers"),
    "farmer": _("Farmers"),
    "armed_forces": _("Armed forces"),
    "entrepreneur": _("Business people, enterprises"),
    "citizen": _("Citizens"),
}
GROUNDS: Words = {
    "results": _("Yearly results"),
    "movement": _("Movement"),
    "sudden": _("Sudden feat"),
    "contribution": _("Contribution"),
    "work": _("Labour and production"),
    "career": _("Long service"),
    "years": _("Years of service"),
}
SCOPE_NAMES: Words = {
    "base": _("the base"),
    "district": _("the district"),
    "province": _("the province"),
    "ministry": _("the ministry"),
    "nation": _("the nation"),
}
DISCIPLINE: Words = {
    "reprimand": _("reprimand"),
    "warning": _("warning"),
    "pay_cut": _("cut in pay"),
    "demotion": _("demotion"),
    "removal": _("removal from office"),
    "dismissal": _("dismissal"),
}
OPTIONS: Words = {
    **GROUPS,
    **SCOPE_NAMES,
    **DISCIPLINE,
    **{code: name for code, name in OFFICES.items() if code not in SCOPE_NAMES},
    "dang_uy": _("Party committee"),
    "doan_the": _("Fatherland Front, unions, associations"),
    "latest": _("with the last closed year"),
    "asked": _("with the year proposed"),
    "any": _("in any year"),
    "ldtt": _("those with Lao động tiên tiến"),
    "cstdcs": _("those with Chiến sĩ thi đua cơ sở"),
    "warned": _("those disciplined, a warning or more"),
    "all_completed": _("all members completed their tasks"),
    "gets_flags": _("the collective may be given flags"),
    "leads_block": _("leads its cluster or block"),
    "dissolved": _("ended after re-organisation"),
    "training": _("helped to train colleagues"),
    "leader": _("leading"),
    "outstanding": _("outstanding"),
    "took_part": _("took part"),
    "interim": _("interim review"),
    "final": _("final review"),
    "crime": _("prosecuted for a crime"),
    "military_duty": _("military duty evaded"),
    "tax_duty": _("tax duty evaded"),
    "child_marriage": _("child marriage"),
    "public_order": _("public disorder"),
    "gambling": _("gambling"),
    "social_evil": _("social evils"),
    "fire_safety": _("fire safety violated"),
    "domestic_violence": _("domestic violence"),
}
CONFIDENCES: Words = {
    "text": _("read in full"),
    "secondary": _("from a secondary source"),
    "unverified": _("not verified yet"),
}


def language() -> int:
    """The place of the reader's language in pairs of words."""
    return 1 if get_language() == "en" else 0


def kinds_of_condition() -> Choices:
    return [(kind, labels[language()]) for kind, labels in KIND_LABELS.items()]


def options(codes: Iterable[str]) -> Choices:
    return [(code, OPTIONS.get(code, code)) for code in codes]


def levels(codes: Iterable[str]) -> Choices:
    return [(code, LEVELS.get(code, OPTIONS.get(code, code))) for code in codes]


def kinds() -> Choices:
    return list(KINDS.items())


def honours(book: law.Book) -> Choices:
    """By nature; a place's own beside those of the law."""
    known = book.honours.values()
    return [
        (label, [(each.code, name_of(each)) for each in known if each.nature == nature])
        for nature, label in NATURES.items()
    ]


def series(book: law.Book) -> Choices:
    """Every yearly fact a condition may look at."""
    spoken = language()
    given = [each for each in book.honours.values() if each.nature != "honorary"]
    titles = [(f"title:{each.code}", name_of(each)) for each in given if each.nature == "title"]
    forms = [(f"award:{each.code}", name_of(each)) for each in given if each.nature == "form"]
    facts = [f"initiative:{scope}:{kind}" for scope in SCOPES for kind in INITIATIVES if scope != "ministry"]
    return [
        (_("Yearly result"), [(f"grade:{grade}", named(f"grade:{grade}", spoken)) for grade in GRADES]),
        (_("Emulation titles"), titles),
        (_("Forms of commendation"), forms),
        (_("Initiatives and topics"), [(fact, named(fact, spoken)) for fact in facts]),
    ]


def merits(book: law.Book) -> Choices:
    """What opens or closes the years that count."""
    return [
        group for group in series(book) if group[1] and str(group[1][0][0]).startswith(("title:", "award:"))
    ]
