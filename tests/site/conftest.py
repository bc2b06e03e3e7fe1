import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from thidua.site.postgres import cluster as clusters
from thidua.site.postgres import running
from thidua.site.postgres.launch import open_folder


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """Where PostgreSQL's own account can go; pytest's folders are closed to it when root tests."""
    home = Path(tempfile.mkdtemp(prefix="thidua-test-"))
    home.chmod(0o711 if os.geteuid() == 0 else 0o700)
    open_folder(home / "demo")
    yield home / "demo"
    cluster = clusters.at(home / "demo" / "cluster")
    if cluster.data.exists():
        running.stop(cluster)
    shutil.rmtree(home)
