"""The left menu: the flow of the work in the officer's words, only what his roles use."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from thidua.foundation.paging import Counting
from thidua.foundation.parts import MenuGroup, MenuItem
from thidua.foundation.slots import gather
from thidua.modules.organisations.api import Actor, Role

UNIT = frozenset({Role.UNIT_OFFICER, Role.UNIT_HEAD})
DESK = frozenset({Role.SPECIALIST, Role.LEADER, Role.DEPUTY})
COUNCIL = frozenset(
    {Role.COUNCIL_SECRETARY, Role.COUNCIL_MEMBER, Role.TELLER, Role.SPECIALIST, Role.LEADER, Role.DEPUTY}
)
READS_ALL = frozenset({Role.INSPECTOR, Role.VISITOR})
NEWSROOM = DESK | {Role.EDITOR}
RECORDS = frozenset({Role.CLERK, Role.ACCOUNTANT})
READS_TIPS = UNIT | DESK | READS_ALL | {Role.COMPLAINTS}  # from there a button leads to telling of one
ADMIN = frozenset({Role.ADMINISTRATOR})
EVERYBODY = frozenset(Role)


@dataclass(frozen=True, slots=True)
class Place:
    """One line of the menu: a screen by its url name, and the roles that use it."""

    label: str | Promise
    url_name: str
    roles: frozenset[str]


MENU: tuple[tuple[str | Promise, tuple[Place, ...]], ...] = (
    (
        _("Work"),
        (
            Place(_("Overview"), "home", EVERYBODY),
            Place(
                _("The whole picture"),
                "dashboards_list",
                DESK | READS_ALL | {Role.UNIT_HEAD, Role.COUNCIL_SECRETARY},
            ),
        ),
    ),
    (
        _("Emulation"),
        (
            Place(
                _("Campaigns"),
                "campaigns_list",
                UNIT | DESK | READS_ALL | {Role.COUNCIL_SECRETARY, Role.EDITOR},
            ),
            Place(_("Registrations"), "registrations_list", UNIT | DESK | READS_ALL),
            Place(_("Models and their spread"), "models_list", EVERYBODY - ADMIN),
            Place(_("Reviews of campaigns"), "reviews_list", UNIT | DESK | READS_ALL),
            Place(_("Clusters and blocks"), "clusters_list", UNIT | DESK | READS_ALL | {Role.EDITOR}),
        ),
    ),
    (
        _("Exemplars"),
        (
            Place(_("Tell of a good deed"), "tips_tell", EVERYBODY - READS_TIPS),
            Place(_("Good deeds told"), "tips_list", READS_TIPS),
            Place(_("Exemplars"), "exemplars_list", UNIT | DESK | READS_ALL | {Role.EDITOR}),
            Place(_("Monthly duty"), "duty_list", UNIT | DESK | READS_ALL),
            Place(_("Suggestions of commendation"), "suggestions_list", UNIT | DESK),
        ),
    ),
    (
        _("Commendation"),
        (
            Place(_("Dossiers"), "dossiers_list", UNIT | DESK | READS_ALL | {Role.COUNCIL_SECRETARY}),
            Place(_("Appraisal"), "appraisal_list", DESK),
            Place(_("Opinions"), "consultations_list", DESK | {Role.CONSULTED}),
            Place(_("Submittals"), "submittals_list", DESK),
            Place(_("Councils"), "councils_list", COUNCIL),
            Place(_("Sittings and votes"), "sittings_list", COUNCIL),
            Place(_("Decisions"), "decisions_list", DESK | RECORDS | UNIT | READS_ALL),
            Place(
                _("Certificates"),
                "certificates_list",
                DESK | RECORDS | UNIT | READS_ALL | {Role.COUNCIL_SECRETARY},
            ),
            Place(_("Commendation fund"), "fund_list", DESK | READS_ALL | {Role.ACCOUNTANT}),
            Place(_("Timeliness"), "decisions_timeliness", UNIT | DESK | READS_ALL),
            Place(
                _("Award ceremonies"),
                "ceremonies_list",
                DESK | RECORDS | READS_ALL | {Role.COUNCIL_SECRETARY, Role.EDITOR},
            ),
        ),
    ),
    (
        _("Oversight"),
        (
            Place(_("Reports"), "reports_list", UNIT | DESK | READS_ALL | {Role.COUNCIL_SECRETARY}),
            Place(_("Signs to be reviewed"), "signals_list", UNIT | DESK | READS_ALL),
            Place(_("Shortcomings and remedies"), "shortcomings_list", UNIT | DESK | READS_ALL),
            Place(_("Inspections"), "inspections_list", UNIT | DESK | READS_ALL),
            Place(
                _("Complaints and denunciations"),
                "complaints_list",
                frozenset({Role.COMPLAINTS, Role.LEADER}),
            ),
        ),
    ),
    (
        _("Publicity"),
        (
            Place(_("Articles"), "newsroom_list", NEWSROOM | {Role.INSPECTOR}),
            Place(_("Comments"), "comments_list", NEWSROOM | {Role.INSPECTOR}),
            Place(_("Published decisions"), "newsroom_decisions", NEWSROOM),
        ),
    ),
    (
        _("Look up"),
        (
            Place(_("Standards"), "rulebook_standards", EVERYBODY),
            Place(_("What a record qualifies for"), "rulebook_try", EVERYBODY),
            Place(_("Register of commendations"), "register_list", EVERYBODY - ADMIN),
            Place(_("Persons"), "people_list", UNIT | DESK | READS_ALL),
            Place(_("Collectives"), "collectives_list", UNIT | DESK | READS_ALL),
            Place(_("Households"), "households_list", DESK | UNIT | READS_ALL),
            Place(_("Initiatives"), "initiatives_list", UNIT | DESK | READS_ALL),
            Place(_("Grades"), "grades_list", UNIT | DESK | READS_ALL),
            Place(_("Lists from Excel"), "intake_list", UNIT | {Role.SPECIALIST}),
            Place(_("Organisations"), "organisations_tree", DESK | ADMIN | READS_ALL),
        ),
    ),
    (
        _("Administration"),
        (
            Place(_("Accounts"), "accounts_list", ADMIN),
            Place(_("Roles"), "grants_list", ADMIN),
            Place(_("Signers"), "signers_list", ADMIN | {Role.CLERK}),
            Place(_("Templates of papers"), "papers_templates", ADMIN | {Role.CLERK, Role.SPECIALIST}),
            Place(_("Working days"), "calendar_show", ADMIN),
            Place(_("Evaluation periods"), "periods_list", ADMIN),
            Place(
                _("Local rules"), "rulebook_local_list", ADMIN | {Role.SPECIALIST, Role.LEADER, Role.DEPUTY}
            ),
            Place(_("Outgoing mail"), "mail_list", ADMIN),
            Place(_("Trusted root certificates"), "roots_list", ADMIN),
            Place(_("Outside systems"), "tokens_list", ADMIN),
            Place(_("Exported lists"), "exports_list", ADMIN | {Role.INSPECTOR}),
            Place(
                _("Personal data"), "data_requests_list", DESK - {Role.COUNCIL_SECRETARY} | {Role.INSPECTOR}
            ),
        ),
    ),
)


@lru_cache(maxsize=1_000)
def _counting(actor: Actor) -> Counting:
    """What is counted for an actor on a day; the counting itself is done for each page."""
    return Counting.of(gather("menu.counts", actor, actor.on))


@cache
def _addresses() -> dict[str, str]:
    return {place.url_name: reverse(place.url_name) for _, places in MENU for place in places}


def menu_for(actor: Actor, path: str) -> Iterator[MenuGroup]:
    """The groups that hold at least one place for this actor, with what waits there and where `path` lies."""
    waiting = _counting(actor).counts()
    here = place_of(path)
    for label, places in MENU:
        items = tuple(
            MenuItem(
                str(place.label),
                _addresses()[place.url_name],
                waiting[place.url_name],
                is_here=place.url_name == here,
            )
            for place in places
            if actor.roles & place.roles
        )
        if items:
            yield MenuGroup(str(label), items)


def place_of(path: str) -> str | None:
    """The place whose address begins this path, the longest of several: /guong/gioi-thieu/ is not /guong/."""
    urls = {url: name for name, url in _addresses().items()}
    found = [url for url in urls if path == url or (url != "/" and path.startswith(url))]
    return urls[max(found, key=len)] if found else None
