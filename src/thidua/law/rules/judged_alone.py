"""Honours whose standards only people can weigh: the article is named, the answer stays unknown."""

from thidua.law.honours import catalogue
from thidua.law.rules.build import LAW_2003, LAW_2022, Rule, judged
from thidua.law.rules.obstacles import FORMS

A, B = "15/2003/QH11", "06/2022/QH15"
HONOURS = ("HCSV", "HCHCM", "HCDDK", "HCDC", "BMVNAH", "AHLLVT", "AHLD", "NGND", "NGUT")
BOTH = ("HCSV", "HCHCM", "AHLLVT", "AHLD")


def rules(honour: str, kind: str) -> list[Rule]:
    old, new = catalogue()[honour].articles
    vi, en = "Đạt tiêu chuẩn nêu tại điều luật (hội đồng xem xét)", "Meets the article (people weigh it)"
    return [
        Rule(honour, kind, LAW_2003, LAW_2022, (judged("article", f"{A} {old}", None, vi, en),), FORMS),
        Rule(honour, kind, LAW_2022, None, (judged("article", f"{B} {new}", None, vi, en),), FORMS),
    ]


RULES = (
    *(rule for honour in HONOURS for rule in rules(honour, "individual")),
    *(rule for honour in BOTH for rule in rules(honour, "collective")),
)
