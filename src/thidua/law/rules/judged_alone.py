"""Honours whose standards people weigh: the article is named, and what a record can show is compared."""

from thidua.law.conditions import Condition
from thidua.law.honours import catalogue
from thidua.law.rules.build import AMENDED_LAW, LAW_2003, LAW_2022, Rule, all_of, c, judged, one_of
from thidua.law.rules.ladder import base_award
from thidua.law.rules.obstacles import FORMS

A, B = "15/2003/QH11", "06/2022/QH15"
HONOURS = ("HCSV", "HCHCM", "HCDDK", "HCDC", "BMVNAH", "AHLLVT", "AHLD", "NGND", "NGUT")
BOTH = ("HCSV", "HCHCM", "AHLLVT", "AHLD")


def weighed(cite: str) -> Condition:
    vi, en = "Đạt tiêu chuẩn nêu tại điều luật (hội đồng xem xét)", "Meets the article (people weigh it)"
    return judged("article", cite, None, vi, en)


def taught(cite: str, years: int, hardship_factor: int | None) -> Condition:
    """The least time that both kinds of teachers need: those who manage need five years more in the sector."""
    return c(
        "taught", "service", cite, months=years * 12, below=None, hardship_factor=hardship_factor,
        vi=f"Thời gian trực tiếp nuôi dạy, giảng dạy từ {years} năm trở lên (cán bộ quản lý công tác trong ngành "
        f"từ {years + 5} năm, trong đó trực tiếp giảng dạy từ {years - 5} năm)",
        en=f"{years} years of teaching (managers: {years + 5} in the sector, {years - 5} of them teaching)",
    )  # fmt: skip


def lower_order(cite: str, independence: str) -> Condition:
    """The Independence Order of the first class, the same order once before, or its equal in the armed forces."""
    return one_of(
        "lower_order", cite,
        base_award(cite, f"award:{independence}"),
        base_award(cite, "award:HCHCM"),
        all_of(
            "in_the_armed_forces", cite,
            c("armed", "group", cite, any_of=("armed_forces",), unknown_too=True),
            judged(
                "feats_order", cite, None, "Đã được tặng Huân chương Quân công hạng Nhất",
                "Holds the Feats of Arms Order, first class",
            ),
            vi="Lực lượng vũ trang", en="Armed forces",
        ),
        vi="Đã được tặng một trong các huân chương sau", en="One of these orders was given",
    )  # fmt: skip


# What a record can show of an honour, from each law on.
SHOWN: dict[tuple[str, str], tuple[tuple[Condition, ...], ...]] = {
    ("NGND", "individual"): (
        (taught(f"{A} 62.2.c", 20, None),),
        (base_award(f"{A} 62.2", "award:NGUT"), taught(f"{A} 62.2.c", 20, None)),
        (base_award(f"{B} 64.2", "award:NGUT"), taught(f"{B} 64.2.c", 20, 2)),
    ),
    ("NGUT", "individual"): (
        (taught(f"{A} 62.3.c", 15, None),),
        (taught(f"{A} 62.3.c", 15, None),),
        (taught(f"{B} 64.3.c", 15, 2),),
    ),
    ("HCSV", "collective"): (
        (),
        (base_award(f"{A} 34.3", "award:HCHCM"),),
        (base_award(f"{B} 34", "award:HCHCM"),),
    ),
    ("HCHCM", "collective"): (
        (),
        (lower_order(f"{A} 35", "HCDL1"),),
        (lower_order(f"{B} 35", "HCDL1"),),
    ),
}
NOTHING: tuple[tuple[Condition, ...], ...] = ((), (), ())
SPANS = ((LAW_2003, AMENDED_LAW), (AMENDED_LAW, LAW_2022), (LAW_2022, None))


def rules(honour: str, kind: str) -> list[Rule]:
    old, new = (weighed(f"{law} {at}") for law, at in zip((A, B), catalogue()[honour].articles, strict=True))
    return [
        Rule(honour, kind, since, until, (*shown, new if since == LAW_2022 else old), FORMS)
        for (since, until), shown in zip(SPANS, SHOWN.get((honour, kind), NOTHING), strict=True)
    ]


RULES = (
    *(rule for honour in HONOURS for rule in rules(honour, "individual")),
    *(rule for honour in BOTH for rule in rules(honour, "collective")),
)
