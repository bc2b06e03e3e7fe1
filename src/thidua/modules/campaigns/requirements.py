"""What of the law's list a campaign has, what it lacks, and on which step of the wizard it is entered."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from thidua import law
from thidua.modules.campaigns.models import Campaign

# Requirements that are columns or rows; everything else is words in `Campaign.parts`.
ENTERED_ELSEWHERE = {"scope": "general", "time": "general", "plan": "general", "targets": "indicators"}
CONTENT = ("aim", "subjects", "content", "criteria", "slogan")
HELPS: dict[str, str | Promise] = {
    "aim": _("What is to be different at the end, and why now."),
    "subjects": _("Which units and which people take part."),
    "content": _("What people actually do in this campaign."),
    "criteria": _("By what it is judged who did well."),
    "slogan": _("The words it is known by."),
    "measures": _("How it is organised: who does what, with what means."),
    "carrying_out": _("How it is launched, and the stages until the end."),
    "inspection": _("Who looks when at how it goes; whom units report to."),
    "publicity": _("How exemplars are found, nurtured, made known, and by whom they are followed."),
    "reviews": _("When interim and final reviews are held."),
    "rewards": _("Which titles and forms, how many, from which money."),
}


@dataclass(frozen=True, slots=True)
class Part:
    """One requirement of the law as a campaign meets it."""

    requirement: law.Requirement
    step: str
    text: str
    is_met: bool

    @property
    def code(self) -> str:
        return self.requirement.code

    @property
    def label(self) -> str:
        return label_of(self.requirement)

    @property
    def cite(self) -> str:
        cite = self.requirement.cite
        return cite.label_en() if get_language() == "en" else cite.label_vi()


def label_of(requirement: law.Requirement) -> str:
    return requirement.label_en if get_language() == "en" else requirement.label_vi


def step_of(code: str) -> str:
    return ENTERED_ELSEWHERE.get(code) or ("content" if code in CONTENT else "measures")


def parts_of(campaign: Campaign, on: date) -> list[Part]:
    """By the law of the day of launch; before it, of the day given."""
    asked = law.launch_requirements(campaign.launched_on or on)
    return [
        Part(one, step_of(one.code), campaign.parts.get(one.code, ""), _is_met(campaign, one.code))
        for one in asked
    ]


def missing(campaign: Campaign, on: date) -> list[Part]:
    return [part for part in parts_of(campaign, on) if not part.is_met]


def _is_met(campaign: Campaign, code: str) -> bool:
    if code == "scope":
        return bool(campaign.scope)
    if code == "time":
        return campaign.until is not None
    if code == "plan":
        return has_plan_paper(campaign)
    if code == "targets":
        return campaign.indicators.filter(target__isnull=False).exists()
    return bool(campaign.parts.get(code, "").strip())


def has_plan_paper(campaign: Campaign) -> bool:
    """The paper itself as a file or link, or at least its number and day."""
    return bool(campaign.plan_file_id or campaign.plan_link or (campaign.plan_number and campaign.plan_on))


def in_words(parts: Iterable[Part]) -> str:
    return "; ".join(f"{part.label} ({part.cite})" for part in parts)
