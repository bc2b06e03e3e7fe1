import socket
import sys
from pathlib import Path

import pytest

from thidua.site.cli import chromium, main
from thidua.site.demonstration import tables_state


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A machine without a database of its own."""
    for name in ("DATABASE_URL", "DATABASE_OWNER_URL", "THIDUA_KEYS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("THIDUA_HOME", str(tmp_path))
    return tmp_path


@pytest.mark.usefixtures("bare")
def test_an_unknown_command_names_a_near_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctr"]) == 1
    assert capsys.readouterr().err.splitlines() == [
        "Không có lệnh “doctr”. Có thể ý bạn là: doctor",
        "There is no command “doctr”. Perhaps: doctor",
    ]


@pytest.mark.usefixtures("bare")
def test_a_server_needs_its_database(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve"]) == 1
    assert "Set DATABASE_URL (PostgreSQL 15 or newer)" in capsys.readouterr().err


@pytest.mark.usefixtures("bare")
def test_a_port_in_use_is_told_with_another(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert main(["demo", "--port", str(port)]) == 1
    assert f"Cannot use port {port}" in capsys.readouterr().err


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize("port", ["70000", "-1"])
def test_a_port_that_is_none_is_told(capsys: pytest.CaptureFixture[str], port: str) -> None:
    assert main(["demo", f"--port={port}"]) == 1
    assert f"Cannot use port {port}" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["demo", "--port", "x"], ["keys"], ["keys", "turn"], ["doctor", "x"]])
def test_bad_arguments_end_with_the_usage(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(words)
    assert end.value.code == 2
    assert "usage: thidua" in capsys.readouterr().err


def test_keys_are_made_once_checked_and_restored(
    bare: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["keys", "check"]) == 1
    assert main(["keys", "new"]) == 0
    words = capsys.readouterr().out.splitlines()[3].strip()
    path = bare / "demo" / "keys.json"
    content = path.read_text()
    assert words not in content
    assert main(["keys", "new"]) == 1
    assert main(["keys", "check"]) == 0

    path.unlink()
    monkeypatch.setattr("getpass.getpass", lambda _prompt: words)
    assert main(["keys", "restore", str(path.with_name("keys.json.recovery"))]) == 0
    assert path.read_text() == content


@pytest.mark.usefixtures("bare")
def test_a_missing_copy_and_an_unknown_kind_are_told(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    main(["keys", "new"])
    assert main(["keys", "rotate", "door"]) == 1
    assert main(["keys", "restore", str(tmp_path / "none")]) == 1
    assert "There is no kind of key door" in capsys.readouterr().err


def test_a_browser_that_must_be_there_is_missed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("THIDUA_CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", "/nonexistent")
    monkeypatch.setenv("THIDUA_REQUIRE_BROWSER", "1")
    monkeypatch.setattr(chromium, "USUAL", ())
    assert main(["test"]) == 1
    assert "No Chromium was found" in capsys.readouterr().err


def test_the_state_of_the_tables_is_the_same_twice() -> None:
    assert tables_state() == tables_state()
    assert len(tables_state()) == 64


def test_nothing_of_django_is_read_by_the_launcher() -> None:
    """A start that finds everything ready must be quick: the parent leaves Django to its children."""
    import subprocess

    script = (
        "import sys, thidua.site.cli.demo; print(any(name.split('.')[0] == 'django' for name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    assert done.stdout == "False\n"
