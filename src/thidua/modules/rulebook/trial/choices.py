"""The closed lists of the trial form; values are the law's own codes."""

from collections.abc import Mapping, Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from thidua import law

Choices = Sequence[tuple[str, str | Promise]]
NOTHING = ("", "—")

GRADES: Choices = [
    NOTHING,
    ("excellent", _("HTXSNV")),
    ("good", _("HTTNV")),
    ("completed", _("HTNV")),
    ("failed", _("KHTNV")),
]
GROUPS: Choices = [
    ("", _("not stated")),
    ("official", _("officials, civil servants")),
    ("public_employee", _("public employees")),
    ("worker", _("workers")),
    ("farmer", _("farmers")),
    ("armed_forces", _("armed forces")),
    ("entrepreneur", _("entrepreneurs, enterprises")),
    ("citizen", _("citizens")),
]
POSITIONS: Choices = [
    ("", _("not stated")),
    ("direct_worker", _("direct worker")),
    ("manager", _("manager")),
    ("leader", _("leader")),
]
SEXES: Choices = [("", _("not stated")), ("female", _("female")), ("male", _("male"))]
SCOPES: Choices = [
    NOTHING,
    ("base", _("base")),
    ("province", _("ministry, province")),
    ("nation", _("nation")),
]
BYS: Choices = [
    ("results", _("yearly results")),
    ("movement", _("movement, campaign")),
    ("sudden", _("sudden feat")),
    ("contribution", _("contribution, donation")),
    ("work", _("direct work and production")),
    ("career", _("long service in leadership")),
    ("", _("every ground")),
]
AWARD_GROUNDS: Choices = [
    (value, label) for value, label in BYS if value in ("results", "movement", "sudden")
]
DISCIPLINES: Choices = [
    NOTHING,
    ("reprimand", _("reprimand")),
    ("warning", _("warning")),
    ("pay_cut", _("pay cut")),
    ("demotion", _("demotion")),
    ("removal", _("removal from post")),
    ("dismissal", _("dismissal")),
]
LEAVES: Choices = [
    NOTHING,
    ("maternity", _("maternity")),
    ("sick", _("sickness")),
    ("injury", _("injury in a brave act")),
    ("study", _("study, training")),
    ("unpaid", _("unpaid leave")),
    ("other", _("other leave")),
]
PENDING: Choices = [
    ("", _("nothing")),
    ("discipline", _("discipline, not settled")),
    ("investigation", _("investigation")),
    ("inspection", _("inspection")),
    ("complaint", _("complaint, denunciation")),
]
VIOLATIONS: Choices = [
    NOTHING,
    ("crime", _("crime")),
    ("military_duty", _("military duty")),
    ("tax_duty", _("tax duty")),
    ("child_marriage", _("child marriage")),
    ("public_order", _("public order")),
    ("gambling", _("gambling")),
    ("social_evil", _("social evil")),
    ("fire_safety", _("fire safety")),
    ("domestic_violence", _("domestic violence")),
]
MOVEMENT_LEVELS: Choices = [
    ("", _("none")),
    ("xa", _("commune")),
    ("tinh", _("province")),
    ("bo", _("ministry")),
    ("ttg", _("Prime Minister")),
]
MOVEMENT_RESULTS: Choices = [
    ("outstanding", _("outstanding")),
    ("leader", _("leading")),
    ("took_part", _("took part")),
]
YES_NO: Choices = [("", _("not stated")), ("yes", _("yes")), ("no", _("no"))]
FINED: Choices = [("", _("fined or not: not stated")), ("yes", _("fined")), ("no", _("not fined"))]
STAGES: Choices = [("final", _("final review")), ("interim", _("interim review"))]
# Titles that one ticks in a year, and awards that one chooses, for each kind of recipient.
TITLES: Mapping[str, tuple[str, ...]] = {
    "individual": ("LDTT", "CSTDCS", "CSTDCT", "CSTDTQ"),
    "collective": ("TTLDTT", "TTLDXS", "CO_TINH", "CO_CP"),
    "household": ("GDVH",),
}
AWARDS: Mapping[str, tuple[str, ...]] = {
    "individual": ("GK", "BK_TINH", "BK_TTG", "HCLD3", "HCLD2", "HCLD1", "HCDL3", "HCDL2"),
    "collective": ("GK", "BK_TINH", "BK_TTG", "HCLD3", "HCLD2", "HCLD1", "HCDL3", "HCDL2"),
    "household": ("GK", "BK_TINH", "BK_TTG"),
}
USED_FOR = ("CSTDCS", "CSTDCT", "CSTDTQ", "BK_TINH", "BK_TTG")


def honours(codes: Sequence[str], first: tuple[str, str | Promise] = NOTHING) -> Choices:
    return [first, *((code, law.honour(code).short_vi) for code in codes)]
