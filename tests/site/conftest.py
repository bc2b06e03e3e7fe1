import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from thidua.site.installation import Installation, command, opened
from thidua.site.keyfile import make_if_missing
from thidua.site.postgres import cluster as clusters
from thidua.site.postgres import running
from thidua.site.postgres.launch import open_folder


@contextmanager
def temporary_home() -> Iterator[Path]:
    """Where PostgreSQL's own account can go; pytest's folders are closed to it when root tests."""
    home = Path(tempfile.mkdtemp(prefix="thidua-test-"))
    home.chmod(0o711 if os.geteuid() == 0 else 0o700)
    open_folder(home / "demo")
    yield home
    cluster = clusters.at(home / "demo" / "cluster")
    if cluster.data.exists():
        running.stop(cluster)
    shutil.rmtree(home)


@pytest.fixture
def home() -> Iterator[Path]:
    with temporary_home() as path:
        yield path


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with temporary_home() as home:
        yield home / "demo"


@pytest.fixture(scope="session")
def installation() -> Iterator[Installation]:
    """Tables and keys, no people."""
    with temporary_home() as home, opened(home / "demo", durable=False) as found:
        make_if_missing(found.folder / "keys.json")
        subprocess.run(command("migrate", "--verbosity", "0"), env=found.environment(), check=True)
        yield found
