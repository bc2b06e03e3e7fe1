"""An installation as it should be, and one that somebody has meddled with."""

import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from thidua.foundation.grants import append_only_tables
from thidua.site.installation import Installation, command

pytestmark = pytest.mark.slow


def examine(installation: Installation, **settings: str) -> tuple[int, str]:
    environment = {**installation.environment(), "LANGUAGE": "en", **settings}
    done = subprocess.run(command("doctor"), env=environment, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


@contextmanager
def meddled(installation: Installation, deeds: Mapping[str, str]) -> Iterator[None]:
    """Each deed with what undoes it."""
    with psycopg.connect(installation.server.owner_url, autocommit=True) as connection:
        try:
            for deed in deeds:
                connection.execute(deed)
            yield
        finally:
            for undoing in deeds.values():
                connection.execute(undoing)


def test_a_new_installation_is_well(installation: Installation) -> None:
    code, said = examine(installation)
    assert "✗" not in said
    assert code == 0


def test_it_is_well_after_a_rotation_of_its_keys(installation: Installation) -> None:
    before = (installation.folder / "keys.json").read_text()
    done = subprocess.run(
        command("keys", "rotate"), env=installation.environment(), check=True, capture_output=True, text=True
    )
    assert done.stdout.splitlines()[-1].endswith("Nothing is sealed with an older key any more.")
    assert (installation.folder / "keys.json").read_text() != before
    assert examine(installation)[0] == 0


def test_each_meddling_is_found(installation: Installation) -> None:
    table = append_only_tables()[0]
    deeds = {
        f"GRANT UPDATE ON {table} TO thidua_app": f"REVOKE UPDATE ON {table} FROM thidua_app",
        "REVOKE SELECT ON foundation_receipt FROM thidua_app": "GRANT SELECT ON foundation_receipt TO thidua_app",
        "ALTER TABLE people_person DISABLE TRIGGER USER": "ALTER TABLE people_person ENABLE TRIGGER USER",
        "UPDATE django_migrations SET app = 'hidden' WHERE app = 'foundation'": (
            "UPDATE django_migrations SET app = 'foundation' WHERE app = 'hidden'"
        ),
    }
    with meddled(installation, deeds):
        code, said = examine(installation, BASE_URL="http://ward.gov.vn", EMAIL_URL="smtp://127.0.0.1:1")
    assert code == 1
    names = (
        f"UPDATE {table}",
        "foundation_receipt",
        "people_person.",
        "foundation.0001",
        "http://ward.gov.vn",
        "refused",
    )
    assert [name for name in names if name not in said] == []


def test_the_owner_is_not_to_run_it(installation: Installation) -> None:
    code, said = examine(installation, DATABASE_URL=installation.server.owner_url)
    assert code == 1
    assert "thidua_owner" in said


def test_what_cannot_be_asked_is_told_and_not_thrown(installation: Installation, tmp_path: Path) -> None:
    absent = installation.server.application_url.replace("/thidua?", "/nothing?")
    code, said = examine(installation, DATABASE_URL=absent, THIDUA_KEYS=str(tmp_path / "none.json"))
    assert code == 1
    assert [name for name in ("nothing", "none.json", "keys new") if name not in said] == []
    assert "Traceback" not in said
