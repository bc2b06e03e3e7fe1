"""The lists of this module as tables."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thidua.foundation.tables import Cell, Column, Table, day, number, text
from thidua.foundation.templatetags.ui import last_day
from thidua.modules.campaigns.models import Campaign, Reading
from thidua.modules.campaigns.periods import label
from thidua.modules.campaigns.queries.rollup import Branch, Rollup


def _last_day(row: Campaign) -> date | None:
    return last_day(row.until)


CAMPAIGNS = Table(
    "campaigns",
    _("Campaigns"),
    (
        Column(
            "ten",
            _("Campaign"),
            (
                Cell(_("Campaign"), "name", width=60),
                Cell(_("Field of work"), "field.name", width=36),
                Cell(_("Form"), "get_kind_display"),
                Cell(_("Scope"), "get_scope_display", width=28),
            ),
        ),
        Column(
            "don_vi",
            _("Launching body"),
            (
                Cell(_("Launching body"), "launching_body", width=36),
                Cell(_("Number of the plan"), "plan_number"),
                day(_("Day of the plan"), "plan_on"),
            ),
        ),
        Column(
            "ngay",
            _("From – to"),
            (
                day(_("First day"), "since"),
                day(_("Last day"), _last_day),
                day(_("Launched on"), "launched_on"),
            ),
        ),
        Column(
            "so_don_vi",
            _("Units with a plan"),
            (number(_("Units reached"), "n_units"), number(_("Units with a plan"), "n_plans")),
        ),
        text("trang_thai", _("State"), "get_state_display"),
    ),
)
REGISTRATIONS = Table(
    "registrations",
    _("Registrations"),
    (
        Column("don_vi", _("Unit"), (Cell(_("Unit"), "organisation.name", width=36),)),
        Column(
            "phong_trao",
            _("Campaign"),
            (
                Cell(_("Campaign"), "campaign.name", width=50),
                Cell(_("Launching body"), "campaign.launching_body", width=36),
            ),
        ),
        Column(
            "tham_gia",
            _("Who takes part"),
            (number(_("Persons"), "n_people"), number(_("Collectives"), "n_collectives")),
        ),
        Column("giao_uoc", _("Pledge signed on"), (day(_("Pledge signed on"), "pledged_on"),)),
        Column(
            "trang_thai",
            _("State"),
            (
                Cell(_("State"), "get_state_display"),
                day(_("Sent on"), "sent_on"),
                day(_("Answered on"), "answered_on"),
                Cell(_("Reason"), "reason", width=40),
            ),
        ),
    ),
)


def _period(row: Reading) -> str:
    return label(row.report.period, row.report.campaign.cadence)


def _entered_for(row: Reading) -> str:
    return "x" if row.report.entered_for else ""


def _figure(row: Reading) -> float:
    return float(row.value)


FIGURES = Table(
    "campaign_figures",
    _("Figures of a campaign"),
    (
        Column(
            "don_vi",
            _("Unit"),
            (
                Cell(_("Unit"), "report.organisation.name", width=36),
                Cell(_("Launching body"), "report.campaign.launching_body", width=36),
            ),
        ),
        Column(
            "chi_tieu",
            _("Indicator"),
            (Cell(_("Indicator"), "indicator.name", width=44), Cell(_("Unit of measure"), "indicator.unit")),
        ),
        text("ky", _("Month or quarter"), _period),
        Column("so_lieu", _("Value reached"), (number(_("Value reached"), _figure),)),
        Column(
            "bao_cao",
            _("reported on"),
            (
                day(_("reported on"), "report.reported_on"),
                Cell(_("what was done"), "report.note", width=50),
                Cell(_("entered for the unit"), _entered_for, width=18),
            ),
        ),
    ),
)


def rollup_table(found: Rollup) -> Table:
    """A row for each branch: where each indicator stands there, and who below it has not reported."""
    figures = tuple(
        Column(f"chi_tieu_{n}", head, (number(head, _nth(n)),))
        for n, head in enumerate(f"{one.name} ({one.unit})" for one in found.indicators)
    )
    return Table(
        "campaign_rollup",
        _("Added up by unit"),
        (
            text("don_vi", _("Unit"), "organisation.name", 40),
            *figures,
            text("bao_cao", _("Reported"), _reported, 16),
            Column(
                "cap_duoi",
                _("Below it"),
                (
                    number(_("Reported below it"), "n_reported"),
                    number(_("Asked below it"), lambda branch: len(branch.asked)),
                    Cell(
                        _("Not reported yet"),
                        lambda branch: "; ".join(one.name for one in branch.silent),
                        width=60,
                    ),
                ),
            ),
        ),
    )


def _nth(n: int) -> Callable[[Branch], Decimal | None]:
    return lambda branch: branch.values[n]


def _reported(branch: Branch) -> str:
    return gettext("has reported") if branch.has_reported else gettext("has not reported")
