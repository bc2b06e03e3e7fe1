"""The lists of this module as tables."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from thidua.foundation.tables import Cell, Column, Table, day, number, text
from thidua.modules.replication.changes import change_of
from thidua.modules.replication.models import Adoption

MODELS = Table(
    "models",
    _("Models and their spread"),
    (
        Column(
            "ten",
            _("Model"),
            (
                Cell(_("Model"), "name", width=40),
                Cell(_("What is new"), "novelty", width=60),
                Cell(_("Solutions"), "solutions", width=60),
                Cell(_("Conditions for doing it elsewhere"), "conditions", width=40),
                number(_("Cost in đồng"), "cost"),
            ),
        ),
        Column(
            "don_vi",
            _("Unit that began it"),
            (
                Cell(_("Unit that began it"), "organisation.name", width=36),
                Cell(_("Field of the model"), "field.name", width=30),
                day(_("shared with the whole province on"), "shared_on"),
            ),
        ),
        Column("diem", _("Pilot units"), (number(_("Pilot units"), "n_pilots"),)),
        Column("ap_dung", _("Units that apply it"), (number(_("Units that apply it"), "n_adopters"),)),
        Column(
            "ket_qua", _("With an effect measured"), (number(_("With an effect measured"), "n_measured"),)
        ),
        Column("ngay", _("Entered on"), (day(_("Entered on"), "entered_on"),)),
        text("trang_thai", _("State"), "get_state_display"),
    ),
)


def _effects(adoption: Adoption) -> str:
    changes: Any = (change_of(measure) for measure in adoption.measures.all())
    return "; ".join(
        f"{one.measure.name}: {one.before} → {one.after or '?'} {one.measure.unit}" for one in changes
    )


def _teacher(adoption: Adoption) -> str:
    """Who learnt from nobody else learnt from the unit that began it."""
    return (adoption.learnt_from or adoption.model.organisation).name


ADOPTIONS = Table(
    "adoptions",
    _("Units that apply models"),
    (
        text("mo_hinh", _("Model"), "model.name", 40),
        text("don_vi", _("Unit that applies it"), "organisation.name", 36),
        Column("tu_ngay", _("Applied since"), (day(_("Applied since"), "since"),)),
        text("hoc_tu", _("Learnt from"), _teacher, 36),
        text("ket_qua", _("Indicators before and after"), _effects, 60),
        text("trang_thai", _("State"), "get_state_display"),
    ),
)
