"""The sections of an achievement report, by kind of recipient and ground (sample forms of NĐ 152/2025/NĐ-CP).

The order and the headings follow the forms for merit; a sudden feat has a short report of its own.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from thidua.modules.dossiers.models import Candidate
from thidua.modules.register.models import Ground


@dataclass(frozen=True, slots=True)
class Section:
    """One heading of the report; `help` says what belongs under it."""

    code: str
    label: str | Promise
    help: str | Promise


BACKGROUND = Section(
    "background",
    _("I. Background"),
    _("Date of birth, sex, native place, place of residence, unit, post, qualifications."),
)
TASKS = Section(
    "tasks",
    _("II.1. Powers, tasks or duties assigned"),
    _("What the person was charged with in the period."),
)
RESULTS = Section(
    "results",
    _("II.2. Achievements"),
    _(
        "Results by figures against the tasks and against the year before; measures taken, initiatives and their effect."
    ),
)
CONDUCT = Section(
    "conduct",
    _("II.3. Party and State policies, conduct"),
    _(
        "Observing policies and law, moral quality, care for colleagues' lives, taking part in campaigns and in Party and union work."
    ),
)
HONOURS = Section(
    "honours",
    _("III. Commendations received"),
    _("Titles and forms with the number and day of each decision and who made it."),
)
ABOUT_COLLECTIVE = Section(
    "background",
    _("I. The unit"),
    _("Seat, organisation, numbers of staff, facilities, main tasks."),
)
COLLECTIVE_TASKS = Section("tasks", _("II.1. Tasks assigned"), _("Plans and targets of the period."))
COLLECTIVE_CONDUCT = Section(
    "conduct",
    _("II.3. Party and State policies, unions"),
    _("Observing policies and law, solidarity, Party and union organisations, charity."),
)
HOUSEHOLD = Section(
    "background", _("I. The household"), _("Head of the household, address, number of members, occupation.")
)
DEED = Section("results", _("The deed"), _("Where, when, what was done, at what risk, with what effect."))
WHO = Section("background", _("Who did it"), _("Name, year of birth, unit or address."))

INDIVIDUAL = (BACKGROUND, TASKS, RESULTS, CONDUCT, HONOURS)
COLLECTIVE = (ABOUT_COLLECTIVE, COLLECTIVE_TASKS, RESULTS, COLLECTIVE_CONDUCT, HONOURS)
OF_HOUSEHOLD = (HOUSEHOLD, RESULTS, HONOURS)
SUDDEN = (WHO, DEED)


def sections_for(candidate: Candidate) -> tuple[Section, ...]:
    if candidate.dossier.ground == Ground.SUDDEN:
        return SUDDEN
    if candidate.collective_id:
        return COLLECTIVE
    return OF_HOUSEHOLD if candidate.household_id else INDIVIDUAL
