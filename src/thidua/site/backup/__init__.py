"""A whole installation in one sealed file, and back from it: docs/decisions/backup.md."""

from thidua.site.backup.restoring import CannotRestore, Restored, restore
from thidua.site.backup.saving import CannotBackUp, Saved, save

__all__ = ["CannotBackUp", "CannotRestore", "Restored", "Saved", "restore", "save"]
