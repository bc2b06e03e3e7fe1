"""A province's worth of fictitious rows, written by SQL: the same rows for the same size."""

from thidua.site.bench.load.loading import load
from thidua.site.bench.load.size import Size

__all__ = ["Size", "load"]
