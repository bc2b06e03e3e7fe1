"""Starts and stops a cluster, whatever the last start left behind."""

from __future__ import annotations

import time
from collections.abc import Callable

from thidua.site.postgres import making, processes
from thidua.site.postgres.cluster import CannotLaunch, Cluster
from thidua.site.postgres.passwords import SUPERUSER, Passwords, address
from thidua.site.postgres.reach import Answer, answer
from thidua.site.postgres.room import require_room, told_of_full_disk

PATIENCE = 60.0
LONG_LOG = 10 * 1024 * 1024
ENOUGH_TO_START = 50 * 1024 * 1024


def start(cluster: Cluster, passwords: Passwords) -> None:
    """Adopts a living server (its launcher may have been killed); else clears after the dead and starts one."""
    url = address(cluster, passwords, SUPERUSER, "postgres")
    if _is_adopted(cluster, url):
        return
    _clear_after_death(cluster)
    require_room(cluster.folder, ENOUGH_TO_START)
    making.configure(cluster)
    _turn_log(cluster)
    _start_until(cluster, time.monotonic() + PATIENCE)
    _require_answer(cluster, url)


def stop(cluster: Cluster) -> None:
    # Asked of a dead one, pg_ctl would wait for a zombie to go.
    if _lives(cluster):
        cluster.run("pg_ctl", "stop", "--pgdata", str(cluster.data), "--mode", "fast", "--wait")


def _is_adopted(cluster: Cluster, url: str) -> bool:
    if not _lives(cluster):
        return False
    if _until(lambda: answer(url) is not Answer.BUSY or not _lives(cluster)) and answer(url) is Answer.READY:
        return True
    stop(cluster)
    return False


def _lives(cluster: Cluster) -> bool:
    if processes.can_tell():
        return processes.postmaster(cluster) is not None
    return cluster.run("pg_ctl", "status", "--pgdata", str(cluster.data)).returncode == 0


def _clear_after_death(cluster: Cluster) -> None:
    """The pid file blocks a start while its number is a zombie's or a stranger's.

    It guards against orphaned back ends too, so it goes only after the last of them.
    """
    if not processes.can_tell():
        return
    if not _until(lambda: not processes.living(cluster)):
        raise CannotLaunch(
            f"Tiến trình PostgreSQL cũ vẫn còn chạy: {processes.living(cluster)}. Hãy dừng chúng rồi chạy lại.",
            f"Old processes of PostgreSQL still run: {processes.living(cluster)}. Stop them and run again.",
        )
    (cluster.data / "postmaster.pid").unlink(missing_ok=True)
    for lock in cluster.sockets.glob(".s.PGSQL.*"):
        lock.unlink()


def _turn_log(cluster: Cluster) -> None:
    if cluster.log.exists() and cluster.log.stat().st_size > LONG_LOG:
        cluster.log.replace(cluster.log.with_suffix(".log.old"))


def _start_until(cluster: Cluster, end: float) -> None:
    while True:
        done = cluster.run(
            "pg_ctl", "start", "--pgdata", str(cluster.data), "--log", str(cluster.log), "--wait"
        )
        if done.returncode == 0:
            return
        if not _is_passing(cluster) or time.monotonic() > end:
            raise _refused(cluster, done.stdout)
        time.sleep(0.2)


def _is_passing(cluster: Cluster) -> bool:
    said = _last_lines(cluster)
    return "lock file" in said or "shared memory block is still in use" in said


def _refused(cluster: Cluster, output: str) -> CannotLaunch:
    said = _last_lines(cluster)
    told_of_full_disk(said, cluster.folder)
    return CannotLaunch(
        f"PostgreSQL không khởi động được. Nhật ký {cluster.log}:\n{said or output}",
        "PostgreSQL did not start; the end of its log is above.",
    )


def _last_lines(cluster: Cluster, lines: int = 12) -> str:
    try:
        return "\n".join(cluster.log.read_text(encoding="utf-8", errors="replace").splitlines()[-lines:])
    except OSError:
        return ""


def _require_answer(cluster: Cluster, url: str) -> None:
    if not _until(lambda: answer(url) is not Answer.BUSY) or answer(url) is Answer.REFUSED:
        stop(cluster)
        raise CannotLaunch(
            f"PostgreSQL trong {cluster.folder} đang chạy nhưng không nhận mật khẩu đã lưu. "
            "Hãy khôi phục tệp mật khẩu, hoặc tạo lại dữ liệu trình diễn: ./thidua demo --reset",
            f"PostgreSQL in {cluster.folder} runs but refuses the kept passwords. "
            "Restore their file, or make the demonstration anew: ./thidua demo --reset",
        )


def _until(holds: Callable[[], bool], seconds: float = PATIENCE) -> bool:
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(0.1)
    return True
