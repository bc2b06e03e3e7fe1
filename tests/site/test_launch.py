import os
import shutil
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from thidua.site.postgres import binaries, making, processes, room
from thidua.site.postgres import cluster as clusters
from thidua.site.postgres.cluster import CannotLaunch, Cluster
from thidua.site.postgres.launch import launched


@pytest.fixture
def cluster(folder: Path) -> Cluster:
    return clusters.at(folder / "cluster")


def one(url: str, query: str) -> object:
    with psycopg.connect(url) as connection:
        return connection.execute(query).fetchone()[0]


def kill(pids: list[int]) -> None:
    for pid in pids:
        os.kill(pid, signal.SIGKILL)


def leave_running(folder: Path) -> int:
    """A launcher killed in the middle: PostgreSQL goes on without it."""
    script = (
        "import os, signal, pathlib\n"
        "from thidua.site.postgres.launch import launched\n"
        f"with launched(pathlib.Path({str(folder)!r})) as server:\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    return subprocess.run([sys.executable, "-c", script], check=False).returncode


def test_two_roles_one_owns_and_one_works(folder: Path) -> None:
    with launched(folder) as server:
        owner = one(
            server.owner_url, "SELECT ARRAY[rolsuper, rolcreatedb] FROM pg_roles WHERE rolname = current_user"
        )
        works = one(
            server.application_url,
            "SELECT ARRAY[rolsuper, rolcreatedb] FROM pg_roles WHERE rolname = current_user",
        )
        assert (owner, works) == ([False, True], [False, False])
        assert one(server.owner_url, "SELECT lower('ĐẶNG')") == "đặng"
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            one(server.application_url, "CREATE TABLE mine (id int)")


def test_only_its_own_people_reach_it(folder: Path, cluster: Cluster) -> None:
    with launched(folder) as server:
        modes = [
            stat.S_IMODE(path.stat().st_mode)
            for path in (cluster.sockets, cluster.data, folder / "passwords.json")
        ]
        assert modes == [0o700, 0o700, 0o600]
        assert one(server.owner_url, "SHOW listen_addresses") == ""
        with pytest.raises(psycopg.OperationalError, match="authentication failed"):
            psycopg.connect(server.owner_url.replace(server.passwords.thidua_owner, "guess"))


def test_the_last_to_go_stops_it(folder: Path, cluster: Cluster) -> None:
    with launched(folder) as first:
        with launched(folder) as second:
            assert second.owner_url == first.owner_url
        assert one(first.owner_url, "SELECT 1") == 1
    assert processes.living(cluster) == []


def test_a_server_left_by_a_killed_launcher_is_adopted(folder: Path, cluster: Cluster) -> None:
    assert leave_running(folder) == -signal.SIGKILL
    left = processes.postmaster(cluster)
    with launched(folder):
        assert processes.postmaster(cluster) == left
    assert processes.living(cluster) == []


def test_rows_outlive_a_kill(folder: Path, cluster: Cluster) -> None:
    with launched(folder) as server, psycopg.connect(server.owner_url) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 1 AS id")
        connection.commit()
        kill(processes.living(cluster))
    with launched(folder) as server:
        assert one(server.owner_url, "SELECT count(*) FROM kept") == 1


@pytest.fixture
def zombie() -> Iterator[int]:
    child = subprocess.Popen(["sleep", "60"])
    child.kill()
    time.sleep(0.1)
    yield child.pid
    child.wait()


@pytest.fixture
def stranger() -> Iterator[int]:
    child = subprocess.Popen(["sleep", "60"])
    yield child.pid
    child.kill()
    child.wait()


@pytest.mark.parametrize("whose", ["zombie", "stranger"])
def test_a_pid_file_that_names_another_is_cleared(
    folder: Path, cluster: Cluster, whose: str, request: pytest.FixtureRequest
) -> None:
    with launched(folder):
        kept = (cluster.data / "postmaster.pid").read_text().split("\n", 1)[1]
    pid_file = cluster.data / "postmaster.pid"
    pid_file.write_text(f"{request.getfixturevalue(whose)}\n{kept}")
    cluster.account.own(pid_file)
    with launched(folder) as server:
        assert one(server.owner_url, "SELECT 1") == 1


def test_a_cluster_half_made_is_made_again(folder: Path, cluster: Cluster) -> None:
    with launched(folder):
        pass
    cluster.data.rename(cluster.data.with_name("data.new"))
    (cluster.data.with_name("data.new") / "PG_VERSION").unlink()
    with launched(folder) as server:
        assert one(server.owner_url, "SELECT 1") == 1
    assert sorted(path.name for path in cluster.folder.glob("data*")) == ["data"]


def test_data_of_another_version_are_left_alone(folder: Path, cluster: Cluster) -> None:
    with launched(folder):
        pass
    version = cluster.data / "PG_VERSION"
    ours = version.read_text()
    version.write_text("12\n")
    with pytest.raises(CannotLaunch, match="PostgreSQL 12"), launched(folder):
        pass
    version.write_text(ours)


def test_lost_passwords_are_told(folder: Path) -> None:
    with launched(folder):
        pass
    kept = folder / "passwords.json"
    right = kept.read_text()
    kept.write_text(right.replace('": "', '": "x'))
    with pytest.raises(CannotLaunch, match="refuses the kept passwords"), launched(folder):
        pass
    kept.write_text(right)


def test_a_disk_too_full_is_told_before_and_after(folder: Path) -> None:
    with pytest.raises(CannotLaunch, match="MB needed"):
        room.require_room(folder, shutil.disk_usage(folder).total)
    with pytest.raises(CannotLaunch, match="MB needed"):
        room.told_of_full_disk("FATAL: could not write: No space left on device", folder)


def test_a_long_path_moves_the_sockets(cluster: Cluster) -> None:
    deep = Cluster(cluster.folder / ("n" * 90), cluster.programs, cluster.account)
    assert len(os.fsencode(deep.sockets / ".s.PGSQL.5432")) <= clusters.SOCKET_PATH_LIMIT
    assert deep.sockets.parent != deep.folder


def test_a_path_with_a_quote_is_written_whole(folder: Path, cluster: Cluster) -> None:
    odd = Cluster(folder / "it's" / "cluster", cluster.programs, cluster.account)
    odd.data.mkdir(parents=True)
    making.configure(odd)
    assert "it''s" in (odd.data / making.CONFIGURATION).read_text()


def as_ordinary_user(folder: Path, uid: int) -> int:
    """In a forked child: everything is imported already, so a Python closed to others runs too."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    try:
        os.setgroups([])
        os.setgid(uid)
        os.setuid(uid)
        with launched(folder) as server:
            owner = server.cluster.data.stat().st_uid
            os._exit(0 if one(server.owner_url, "SELECT 1") == 1 and owner == uid else 2)
    finally:
        os._exit(3)


def is_open_to_all(path: Path) -> bool:
    return all(folder.stat().st_mode & stat.S_IXOTH for folder in (path, *path.parents))


@pytest.mark.skipif(
    os.geteuid() != 0 or not is_open_to_all(binaries.of_wheel().folder),
    reason="an ordinary user runs every test of this file already; root needs a clone that others may read",
)
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_an_ordinary_user_runs_it_himself(folder: Path) -> None:
    nobody = 65534
    own = folder.parent / "ordinary"
    own.mkdir()
    os.chown(own, nobody, nobody)
    assert as_ordinary_user(own / "demo", nobody) == 0
