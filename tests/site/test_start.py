"""The script in the root: what it installs, when it does not, and what it says when it cannot."""

import errno
import importlib.util
import os
import re
import shutil
import sys
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = ("requirements-install.lock", "requirements.lock", "requirements-dev.lock")


@pytest.fixture
def start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script, as if it lay in a clone of its own."""
    for name in ("thidua", "pyproject.toml", *LOCKS):
        shutil.copy(ROOT / name, tmp_path)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    loader = SourceFileLoader("start", str(tmp_path / "thidua"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("start", loader))
    loader.exec_module(module)
    return module


def pretend_installed(start: ModuleType, lock: str) -> None:
    start.PYTHON.parent.mkdir(parents=True, exist_ok=True)
    start.PYTHON.touch()
    path = start.ROOT / lock
    start.stamp_path(path).write_text(start.stamp(path))


def test_nothing_is_installed_in_a_new_clone(start: ModuleType) -> None:
    assert start.is_installed(start.ROOT / "requirements.lock") is False


def test_what_is_installed_for_developers_runs_too_but_not_the_other_way(start: ModuleType) -> None:
    run, develop = start.ROOT / "requirements.lock", start.ROOT / "requirements-dev.lock"
    pretend_installed(start, run.name)
    assert [start.is_installed(run), start.is_installed(develop)] == [True, False]
    start.stamp_path(run).unlink()
    pretend_installed(start, develop.name)
    assert [start.is_installed(run), start.is_installed(develop)] == [True, True]


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-install.lock", "pyproject.toml"])
def test_a_change_of_what_is_needed_installs_again(start: ModuleType, name: str) -> None:
    pretend_installed(start, "requirements.lock")
    with (start.ROOT / name).open("a") as file:
        file.write("\n")
    assert start.is_installed(start.ROOT / "requirements.lock") is False


def test_a_clone_that_was_moved_installs_again(start: ModuleType, tmp_path: Path) -> None:
    pretend_installed(start, "requirements.lock")
    before = start.stamp(start.ROOT / "requirements.lock")
    start.ROOT = tmp_path / "elsewhere"
    shutil.copytree(tmp_path, start.ROOT)
    assert start.stamp(start.ROOT / "requirements.lock") != before


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("error: failed to write: No space left on device (os error 28)", errno.ENOSPC),
        ("error: [Errno 13] Permission denied: '/srv/x'", errno.EACCES),
    ],
)
def test_known_troubles_are_known(start: ModuleType, said: str, number: int) -> None:
    with pytest.raises(OSError, match=os.strerror(number)) as trouble:
        start.raise_if_known(said)
    assert trouble.value.errno == number


def test_a_missing_network_is_told(start: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        start.raise_if_known("NewConnectionError: Temporary failure in name resolution")
    assert "no network, or a proxy is needed" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "sign"),
    [
        (OSError(errno.ENOSPC, "full"), "too little room"),
        (PermissionError(errno.EACCES, "denied", "/srv/thidua"), "No permission to write /srv/thidua"),
        (OSError(errno.EIO, "input/output error"), "input/output error"),
    ],
)
def test_each_trouble_has_a_remedy_in_two_languages(start: ModuleType, error: OSError, sign: str) -> None:
    vietnamese, english = start.reason(error)
    assert sign in english
    assert vietnamese != english


@pytest.mark.parametrize("version", [(3, 9, 18), (3, 10, 1), (3, 14, 0)])
def test_another_python_is_refused_with_the_fitting_ones(
    start: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    version: tuple[int, ...],
) -> None:
    monkeypatch.setattr(sys, "version_info", version)
    monkeypatch.setenv("PATH", os.devnull)
    with pytest.raises(SystemExit):
        start.require_python(["demo"])
    assert f"this is {'.'.join(map(str, version))}" in capsys.readouterr().err


def test_what_pip_was_told_is_told_to_uv(start: ModuleType) -> None:
    listed = (
        ":env:.find-links='/srv/wheels'\n"
        "global.cert='/etc/ssl/ward.pem'\n"
        "global.find-links='/srv/old'\n"
        "global.index-url='https://mirror.ward.gov.vn/simple'\n"
        "global.timeout='60'\n"
    )
    told = start.told_to_uv(listed)
    assert {name: told[name] for name in ("UV_DEFAULT_INDEX", "UV_FIND_LINKS", "SSL_CERT_FILE")} == {
        "UV_DEFAULT_INDEX": "https://mirror.ward.gov.vn/simple",
        "UV_FIND_LINKS": "/srv/wheels",
        "SSL_CERT_FILE": "/etc/ssl/ward.pem",
    }
    assert "60" not in told.values()


def pinned(name: str) -> dict[str, set[str]]:
    """Versions by package; one package may have two, for different Pythons."""
    found: dict[str, set[str]] = {}
    for package, version in re.findall(r"^([\w.-]+)==(\S+)", (ROOT / name).read_text(), re.MULTILINE):
        found.setdefault(package, set()).add(version)
    return found


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_holds_each_file_to_its_hash_and_names_no_host(name: str) -> None:
    text = (ROOT / name).read_text()
    entries = re.split(r"^(?=[\w.-]+==)", text, flags=re.MULTILINE)
    assert [entry for entry in entries if entry.strip() and "--hash=sha256:" not in entry] == []
    assert re.findall(r"https?:|\.org|\.com", text) == []


def test_the_locks_agree() -> None:
    run, develop, tools = (
        pinned("requirements.lock"),
        pinned("requirements-dev.lock"),
        pinned("requirements-install.lock"),
    )
    assert {name: develop.get(name) for name in run} == run
    assert [name for name in tools if name in develop and develop[name] != tools[name]] == []
    assert {"uv", "hatchling", "editables"} <= set(tools)
