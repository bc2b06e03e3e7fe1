"""At which of the law's levels an organisation stands."""

from thidua.modules.organisations.models import Kind, Organisation

LEVELS = {
    Kind.PROVINCE: "tinh",
    Kind.DISTRICT: "huyen",
    Kind.COMMUNE: "xa",
    Kind.DEPARTMENT: "so",
    Kind.ENTERPRISE: "doanh_nghiep",
}


def level_of(organisation: Organisation) -> str:
    """The law's code of an organisation's level; any other body is a unit with legal personality."""
    return LEVELS.get(Kind(organisation.kind), "don_vi")
