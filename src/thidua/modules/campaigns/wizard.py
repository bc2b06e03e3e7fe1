"""The steps in which a campaign is prepared: their order, their names in the address, what they lack."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from thidua.modules.campaigns.requirements import Part


@dataclass(frozen=True, slots=True)
class WizardStep:
    """`code` is how the law's requirements name it (see requirements.step_of), `slug` how the address does."""

    code: str
    slug: str
    label: str | Promise


STEPS = (
    WizardStep("general", "chung", _("General")),
    WizardStep("units", "don-vi", _("Units")),
    WizardStep("content", "noi-dung", _("Aim and content")),
    WizardStep("measures", "to-chuc", _("Measures and carrying out")),
    WizardStep("indicators", "chi-tieu", _("Indicators")),
    WizardStep("launch", "phat-dong", _("Look over and launch")),
)
BY_SLUG = {step.slug: step for step in STEPS}
SLUGS = {step.code: step.slug for step in STEPS}


def after(step: WizardStep) -> WizardStep:
    place = STEPS.index(step)
    return STEPS[min(place + 1, len(STEPS) - 1)]


def marks(here: WizardStep, parts: Iterable[Part]) -> list[tuple[WizardStep, bool, int]]:
    """Each step: is it this one, how many requirements of the law it still lacks."""
    lacking = [part.step for part in parts if not part.is_met]
    return [(step, step == here, lacking.count(step.code)) for step in STEPS]
