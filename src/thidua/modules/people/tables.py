"""The lists of this module as tables."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from thidua.foundation.tables import Cell, Column, Table, text
from thidua.modules.people import personal_numbers

PEOPLE = Table(
    "people",
    _("Persons"),
    (
        Column(
            "ten",
            _("Full name, post"),
            (
                Cell(_("Full name"), "name", width=28),
                Cell(_("Post"), "post", width=24),
                Cell(_("Personal number (masked)"), personal_numbers.masked, width=16),
            ),
        ),
        text("don_vi", _("Unit"), "organisation.name", 36),
        text("nhom", _("Status group"), "get_status_group_display"),
        text("vi_tri", _("Position"), "get_position_display"),
        Column("nam_sinh", _("Born"), (Cell(_("Born"), lambda row: str(row.birth_year or ""), width=8),)),
    ),
)
COLLECTIVES = Table(
    "collectives",
    _("Collectives"),
    (
        Column(
            "ten",
            _("Name"),
            (Cell(_("Name"), "name", width=40), Cell(_("The whole unit"), "is_whole", width=12)),
        ),
        text("don_vi", _("Unit"), "organisation.name", 36),
        text("nhom", _("Status group"), "get_status_group_display"),
    ),
)
HOUSEHOLDS = Table(
    "households",
    _("Households"),
    (
        text("chu_ho", _("Head of the household"), "head_name", 28),
        text("to_dan_pho", _("Residential group"), "organisation.name", 30),
        text("dia_chi", _("Address"), "address", 40),
    ),
)


def _authors(row: Any) -> str:
    return "; ".join(author.person.name for author in row.authors.all())


def _uses(row: Any) -> str:
    used = (
        f"{one.person.name}: {one.used_for} {one.used_in_year or ''}"
        for one in row.authors.all()
        if one.used_for
    )
    return "; ".join(used)


INITIATIVES = Table(
    "initiatives",
    _("Initiatives"),
    (
        Column(
            "ten",
            _("Title"),
            (
                Cell(_("Title"), "title", width=50),
                Cell(_("Kind"), "get_kind_display"),
                Cell(_("Number of the certificate or topic"), "code"),
            ),
        ),
        Column(
            "tac_gia",
            _("Authors"),
            (Cell(_("Authors"), _authors, width=36), Cell(_("Has served"), _uses, width=30)),
        ),
        text("don_vi", _("Unit"), "organisation.name", 36),
        Column("nam", _("Year"), (Cell(_("Year"), lambda row: str(row.year), width=8),)),
        text("pham_vi", _("Scope of influence"), "get_scope_display", 24),
        text("trang_thai", _("State"), "get_check_state_display"),
    ),
)


def _grade(path: str) -> Any:
    """Of the grade of a line (person, grade), where there is one."""
    read = Cell("", path).reader()
    return lambda line: read(line[1]) or ""


GRADES = Table(
    "grades",
    _("Yearly grades"),
    (
        Column(
            "ten",
            _("Full name, post"),
            (
                Cell(_("Full name"), lambda line: line[0].name, width=28),
                Cell(_("Post"), lambda line: line[0].post, width=24),
            ),
        ),
        Column(
            "muc",
            _("Grade"),
            (
                Cell(_("Grade"), _grade("get_level_display"), width=34),
                Cell(_("Reason, when not graded"), _grade("reason"), width=30),
            ),
        ),
        Column(
            "trang_thai",
            _("State"),
            (
                Cell(_("State"), _grade("get_check_state_display")),
                Cell(_("Decision"), _grade("decision"), width=24),
            ),
        ),
    ),
)
