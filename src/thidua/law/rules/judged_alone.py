"""Honours whose standards people weigh: the article is named, and what a record can show is compared."""

from thidua.law.conditions import Condition
from thidua.law.honours import catalogue
from thidua.law.rules.build import AMENDED_LAW, LAW_2003, LAW_2022, Rule, judged
from thidua.law.rules.ladder import base_award
from thidua.law.rules.obstacles import FORMS

A, B = "15/2003/QH11", "06/2022/QH15"
HONOURS = ("HCSV", "HCHCM", "HCDDK", "HCDC", "BMVNAH", "AHLLVT", "AHLD", "NGND", "NGUT")
BOTH = ("HCSV", "HCHCM", "AHLLVT", "AHLD")
# An award that must have been given before, since June 2014: where it stands in either law.
BEFORE = {
    ("NGND", "individual"): ("award:NGUT", f"{A} 62.2", f"{B} 64.2"),
    ("HCSV", "collective"): ("award:HCHCM", f"{A} 34.3", f"{B} 34"),
}


def weighed(cite: str) -> Condition:
    vi, en = "Đạt tiêu chuẩn nêu tại điều luật (hội đồng xem xét)", "Meets the article (people weigh it)"
    return judged("article", cite, None, vi, en)


def rules(honour: str, kind: str) -> list[Rule]:
    old, new = (weighed(f"{law} {at}") for law, at in zip((A, B), catalogue()[honour].articles, strict=True))
    before = BEFORE.get((honour, kind))
    if before is None:
        return [
            Rule(honour, kind, LAW_2003, LAW_2022, (old,), FORMS),
            Rule(honour, kind, LAW_2022, None, (new,), FORMS),
        ]
    base, in_old, in_new = before
    return [
        Rule(honour, kind, LAW_2003, AMENDED_LAW, (old,), FORMS),
        Rule(honour, kind, AMENDED_LAW, LAW_2022, (base_award(in_old, base), old), FORMS),
        Rule(honour, kind, LAW_2022, None, (base_award(in_new, base), new), FORMS),
    ]


RULES = (
    *(rule for honour in HONOURS for rule in rules(honour, "individual")),
    *(rule for honour in BOTH for rule in rules(honour, "collective")),
)
