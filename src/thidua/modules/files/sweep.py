"""Files on disk that no row names: left behind by transactions that failed."""

from datetime import datetime, timedelta
from pathlib import Path

from thidua.modules.files import content as disk
from thidua.modules.files.models import StoredFile

GRACE = timedelta(days=1)
AT_ONCE = 1_000


def sweep_orphans(now: datetime) -> int:
    """Remove what has lain a day without a row; gives how many."""
    limit = (now - GRACE).timestamp()
    old = list(disk.older_than(limit))
    batches = (old[start : start + AT_ONCE] for start in range(0, len(old), AT_ONCE))
    return sum(_sweep(batch, limit) for batch in batches)


def _sweep(batch: list[Path], limit: float) -> int:
    known = set(
        StoredFile.objects.filter(sha256__in=[path.name for path in batch]).values_list("sha256", flat=True)
    )
    # Asked again: a file that was stored anew in between has become young.
    orphans = [path for path in batch if path.name not in known and path.stat().st_mtime < limit]
    for path in orphans:
        path.unlink(missing_ok=True)
    return len(orphans)
