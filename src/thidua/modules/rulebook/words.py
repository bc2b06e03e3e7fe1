"""What the law's codes are called on screen, in the language of the reader."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from thidua import law

Words = Mapping[str, str | Promise]

NATURES: Words = {
    "title": _("Emulation titles"),
    "form": _("Forms of commendation"),
    "honorary": _("State honorary titles"),
}
KINDS: Words = {
    "individual": _("Individual"),
    "collective": _("Collective"),
    "household": _("Household"),
}
# In addresses kinds stand as an officer would write them.
SLUGS = {"individual": "ca-nhan", "collective": "tap-the", "household": "ho-gia-dinh"}
LEVELS: Words = {
    "xa": _("Commune, ward, special zone"),
    "huyen": _("District"),
    "so": _("Department of a province"),
    "don_vi": _("Unit with legal personality"),
    "doanh_nghiep": _("Enterprise, cooperative"),
    "tinh": _("Province"),
    "bo": _("Ministry, central body"),
}
OFFICES: Words = {
    "xa": _("Chairperson of the commune People's Committee"),
    "huyen": _("Chairperson of the district People's Committee"),
    "so": _("Director of the department"),
    "don_vi": _("Head of the unit with legal personality"),
    "doanh_nghiep": _("Head of the enterprise or cooperative"),
    "giam_doc": _("Director of the enterprise or cooperative"),
    "chu_tich_hdqt": _("Chairperson of the board or members' council"),
    "tinh": _("Chairperson of the provincial People's Committee"),
    "bo": _("Minister, head of the central body"),
    "ttg": _("Prime Minister"),
    "chinh_phu": _("Government"),
    "ctn": _("State President"),
    "hdnd_tinh": _("Provincial People's Council"),
    "decider": _("Whoever decides the award, from the fund of that level"),
    "proposer": _("The body that proposed the award, from its own fund"),
}
PAPERS: Words = {
    "to_trinh": _("Submittal of the proposal"),
    "van_ban_de_nghi": _("Written proposal"),
    "bao_cao": _("Achievement report"),
    "bien_ban": _("Minutes of the review"),
    "chung_nhan": _("Certificate of the initiative, topic or achievement"),
    "y_kien": _("Opinion of the bodies concerned"),
    "ket_qua_phieu": _("Result of the council's vote"),
    "de_nghi_hoi_dong": _("Proposal of the emulation council"),
    "bang_tong_hop": _("Summary of the opinions collected"),
    "danh_sach": _("List of the proposed"),
    "don": _("Application"),
}
SECTIONS: Words = {
    "standards": _("Conditions"),
    "obstacles": _("What stands in the way"),
    "votes": _("Council's vote"),
    "authority": _("Who decides, who proposes"),
    "prize": _("Prize"),
    "papers": _("Papers of the dossier"),
    "terms": _("Terms"),
    "publicity": _("Publication"),
    "quota": _("Shares, quotas"),
    "local": _("Settled by the place"),
    "instruments": _("Instruments"),
}
STEPS: Words = {
    "submit": _("Submit the proposal"),
    "submit_event": _("Submit a proposal for an event"),
    "appraise": _("Appraise the dossier"),
    "decide": _("Decide the award"),
    "forward_reissue": _("Forward a reissue"),
    "return_reissue": _("Return a reissue"),
    "submit_strip": _("Submit a revocation"),
    "recover": _("Recover the object"),
}
UNITS: Words = {"day": _("%(n)s days"), "working_day": _("%(n)s working days")}
REGIMES: Words = {
    "A": _("Law 15/2003/QH11 as amended in 2013"),
    "B": _("Law 06/2022/QH15, Decree 98/2023/NĐ-CP"),
    "C": _("Law 06/2022/QH15, Decrees 152/2025/NĐ-CP and 129/2025/NĐ-CP"),
    "D": _("Law 06/2022/QH15 amended by Law 06/2026/QH16 (text not at hand)"),
    "-": _("before 1 June 2014"),
}
# Places whose own rules ship with the program; a new one without a name here shows its code.
PLACES: Words = {
    "ha-noi": "Hà Nội",
    "bac-ninh": "Bắc Ninh",
    "ba-ria-vung-tau": "Bà Rịa - Vũng Tàu",
    "ninh-thuan": "Ninh Thuận",
    "thua-thien-hue": "Thừa Thiên Huế",
}
CONFIDENCES: Words = {
    "text": _("read in full"),
    "secondary": _("from a secondary source, check the original text"),
    "unverified": _("unverified, check the original text"),
}
# Short forms for tables; the signs stand for themselves where colour is not seen.
CONFIDENCES_SHORT: Words = {
    "text": _("read in full"),
    "secondary": _("secondary source"),
    "unverified": _("unverified"),
}
CONFIDENCE_SIGNS = {"text": "●", "secondary": "◐", "unverified": "○"}


def places() -> list[tuple[str, str | Promise]]:
    """National rules first, then the places with rules of their own."""
    ruled = sorted({rules.place for rules in law.national_book().shelf})
    return [("", _("the nation only")), *((place, place_name(place)) for place in ruled)]


def place_name(place: str | None) -> str:
    return str(PLACES.get(place, place)) if place else ""


def name_of(honour: law.Honour) -> str:
    return honour.name_en if get_language() == "en" else honour.name_vi


def cite_label(cite: law.Cite) -> str:
    return cite.label_en() if get_language() == "en" else cite.label_vi()


def cites_label(cites: Iterable[law.Cite]) -> str:
    """Provisions with each instrument named once: "Luật 06/2022/QH15, Điều 80 khoản 2, Điều 83 khoản 1"."""
    places: dict[str, list[str]] = {}
    for cite in cites:
        place = cite_label(cite).removeprefix(cite.full_name).removeprefix(", ")
        places.setdefault(cite.full_name, []).append(place)
    return "; ".join(", ".join([name, *filter(None, found)]) for name, found in places.items())


def day_label(day: date | None) -> str:
    return date_format(day, "SHORT_DATE_FORMAT") if day else "—"


def joined(words: Words, codes: list[str]) -> str:
    return ", ".join(str(words.get(code, code)) for code in codes)
