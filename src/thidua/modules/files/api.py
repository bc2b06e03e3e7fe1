"""The door of files: storing them, asking who may read them, reading their bytes."""

from thidua.modules.files.actions import MOST_BYTES, CannotStore, store
from thidua.modules.files.content import path_of
from thidua.modules.files.policy import may_read
from thidua.modules.files.trusting import trust

__all__ = ["MOST_BYTES", "CannotStore", "may_read", "path_of", "store", "trust"]
