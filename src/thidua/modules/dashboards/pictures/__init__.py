"""All pictures, in the order of the screen. A new one is a question, a drawing, and a line here."""

from thidua.modules.dashboards.pictures.awards import BY_GROUP, BY_UNIT, WOMEN
from thidua.modules.dashboards.pictures.movement import CAMPAIGNS, MODELS
from thidua.modules.dashboards.pictures.parts import Facts, Picture, Scope
from thidua.modules.dashboards.pictures.proposals import DIRECT, PLACES, TIMELY

TABLE: dict[str, Picture] = {
    one.code: one for one in (PLACES, TIMELY, DIRECT, WOMEN, BY_GROUP, BY_UNIT, CAMPAIGNS, MODELS)
}

__all__ = ["TABLE", "Facts", "Picture", "Scope"]
