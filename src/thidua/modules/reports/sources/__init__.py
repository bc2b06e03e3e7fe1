from thidua.modules.reports.sources.awards import AWARDS
from thidua.modules.reports.sources.campaigns import CAMPAIGNS
from thidua.modules.reports.sources.parts import Dimension, Line, Scope, Source
from thidua.modules.reports.sources.staff import STAFF

SOURCES: dict[str, Source] = {one.code: one for one in (AWARDS, CAMPAIGNS, STAFF)}

__all__ = ["SOURCES", "Dimension", "Line", "Scope", "Source"]
