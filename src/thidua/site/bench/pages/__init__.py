"""Every screen of the site, found by following its addresses and links, timed as one account sees it."""

from thidua.site.bench.pages.measure import Row, measure_all
from thidua.site.bench.pages.report import report

__all__ = ["Row", "measure_all", "report"]
