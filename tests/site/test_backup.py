"""A drill: what was saved stands again on an empty database, row for row and file for file; a bad backup changes nothing."""

import hashlib
import os
import shutil
from datetime import datetime
from pathlib import Path

import psycopg
import pytest
from django.db import connection, connections
from psycopg import sql

from sample_ward import copy, drop, maintenance, switched
from thidua.foundation.audit import acting
from thidua.foundation.keys import recovery, ring
from thidua.foundation.keys.errors import CannotRead
from thidua.kernel.days import VIETNAM
from thidua.modules.files.models import StoredFile
from thidua.modules.organisations.models import Organisation
from thidua.site.backup import CannotBackUp, CannotRestore, restore, save
from thidua.site.backup.restoring import sealed_keys
from thidua.site.backup.scheduled import NIGHTLY, beyond
from thidua.site.backup.sealed import CannotOpen
from thidua.site.bench.load import Size, load

NOW = datetime(2026, 11, 23, 1, 10, tzinfo=VIETNAM)
EVERYTHING = frozenset({"foundation.0001_ground"})


def address(name):
    known = connection.settings_dict
    return psycopg.conninfo.make_conninfo(
        host=known["HOST"],
        port=known["PORT"] or 5432,
        user=known["USER"],
        password=known["PASSWORD"],
        dbname=name,
    )


def rows_of(url):
    """A digest of each table over its sorted rows, and where its sequences stand."""
    with psycopg.connect(url) as driver:
        tables = [
            name for (name,) in driver.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        ]
        found = {}
        for table in tables:
            query = sql.SQL(
                "SELECT count(*), md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))) FROM {} t"
            )
            found[table] = driver.execute(query.format(sql.Identifier(table))).fetchone()
        sequences = driver.execute(
            "SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = 'public'"
        )
        return found | dict(sequences.fetchall())


def triggers_of(url):
    with psycopg.connect(url) as driver:
        asked = "SELECT tgrelid::regclass::text, tgname, tgenabled FROM pg_trigger WHERE NOT tgisinternal"
        return set(driver.execute(asked).fetchall())


def files_of(folder):
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def migrations_of(url):
    with psycopg.connect(url) as driver:
        rows = driver.execute("SELECT app || '.' || name FROM django_migrations").fetchall()
    return frozenset(name for (name,) in rows)


@pytest.fixture(scope="module")
def keys():
    words, public = recovery.made()
    return words, ring.begun(public, NOW.date())


@pytest.fixture
def empty(ward_database):
    """A database without a table, beside the loaded one."""
    name = f"{ward_database}_again"
    drop(name)
    with maintenance() as driver:
        driver.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    yield address(name)
    drop(name)


@pytest.fixture
def store(ward_database, settings, tmp_path):
    """The demonstration's files, in a folder of the test's own."""
    folder = tmp_path / "files"
    with psycopg.connect(address(ward_database)) as driver:
        for (digest,) in driver.execute("SELECT DISTINCT sha256 FROM files_storedfile"):
            source = Path(settings.FILES_PATH) / digest[:2] / digest
            target = folder / digest[:2] / digest
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, target)
    return folder


@pytest.fixture
def saved(ward_database, store, keys, tmp_path):
    return save(url=address(ward_database), files=store, ring=keys[1], target=tmp_path, now=NOW)


def again(saved, url, keys, tmp_path, *, like="", known=EVERYTHING, overwrite=False):
    files, known = tmp_path / "again", migrations_of(address(like)) if like else known
    done = restore(path=saved.path, url=url, files=files, ring=keys[1], known=known, overwrite=overwrite)
    return files, done


def test_everything_stands_again(ward_database, saved, store, empty, keys, tmp_path):  # noqa: PLR0917
    source = address(ward_database)
    files, done = again(saved, empty, keys, tmp_path, like=ward_database)
    assert done.n_files == saved.n_files == len(files_of(store)) > 0
    assert rows_of(empty) == rows_of(source)
    assert triggers_of(empty) == triggers_of(source)
    assert files_of(files) == files_of(store)


def empty_out(url):
    """The tables stay, what is in them goes: quicker than making them."""
    with psycopg.connect(url) as driver:
        asked = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename !~ '^django_'"
        tables = [sql.Identifier(name) for (name,) in driver.execute(asked)]
        for table in tables:
            driver.execute(sql.SQL("ALTER TABLE {} DISABLE TRIGGER USER").format(table))
        driver.execute(sql.SQL("TRUNCATE {}").format(sql.SQL(", ").join(tables)))
        for table in tables:
            driver.execute(sql.SQL("ALTER TABLE {} ENABLE TRIGGER USER").format(table))


@pytest.fixture
def full_book(ward_database):
    """The name of a database with 100,000 entries of a province's register, and everything beside them."""
    name = f"{ward_database}_full"
    connections.close_all()
    copy(ward_database, name)
    empty_out(address(name))
    with switched(name):
        load(Size(entries=100_000, people=30_000), NOW)
    yield name
    drop(name)


def keep(folder, content):
    """A stored file as the files module keeps it."""
    digest = hashlib.sha256(content).hexdigest()
    (folder / digest[:2]).mkdir(parents=True)
    (folder / digest[:2] / digest).write_bytes(content)
    with acting(None, action="test"):
        StoredFile.objects.create(
            sha256=digest,
            name="Quyết định.pdf",
            media_type="application/pdf",
            size=len(content),
            organisation=Organisation.objects.first(),
            subject="decision:1",
            uploaded_at=NOW,
        )


@pytest.mark.slow
def test_a_hundred_thousand_entries_stand_again_with_the_recovery_key_alone(
    full_book, empty, keys, tmp_path, django_db_blocker
):
    """Digests over sorted rows, by the code of this test and not by that of the backup."""
    with django_db_blocker.unblock():
        words, own = keys
        source, files = address(full_book), tmp_path / "files"
        with switched(full_book):
            keep(files, b"%PDF-1.7 signed")
        saved = save(url=source, files=files, ring=own, target=tmp_path, now=NOW)
        found = recovery.open_sealed(sealed_keys(saved.path), words)
        known = migrations_of(source)
        restore(
            path=saved.path, url=empty, files=tmp_path / "again", ring=found, known=known, overwrite=False
        )
        rows = rows_of(empty)
        assert rows["register_entry"][0] >= 100_000
        assert rows == rows_of(source)
        assert triggers_of(empty) == triggers_of(source)
        assert files_of(tmp_path / "again") == files_of(files) != {}


def test_nothing_is_replaced_unasked_and_all_of_it_when_asked(ward_database, saved, empty, keys, tmp_path):
    with psycopg.connect(empty, autocommit=True) as driver:
        driver.execute("CREATE TABLE other (n int)")
    with pytest.raises(CannotRestore, match="holds data"):
        again(saved, empty, keys, tmp_path, like=ward_database)
    again(saved, empty, keys, tmp_path, like=ward_database, overwrite=True)
    assert rows_of(empty) == rows_of(address(ward_database))


@pytest.mark.parametrize("harm", ["changed", "cut", "longer", "swapped", "foreign"])
def test_a_bad_file_changes_nothing(saved, empty, keys, tmp_path, harm):
    content = saved.path.read_bytes()
    middle = len(content) // 2
    bad = {
        "changed": content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :],
        "cut": content[:-100],
        "longer": content + b"more",
        "swapped": content[: middle - 50] + content[middle:] + content[middle - 50 : middle],
        "foreign": b"PK\x03\x04 something else",
    }[harm]
    saved.path.write_bytes(bad)
    with pytest.raises(CannotOpen):
        again(saved, empty, keys, tmp_path, known=EVERYTHING)
    assert rows_of(empty) == {}
    assert not (tmp_path / "again").exists()


def test_of_a_newer_version_it_is_refused(saved, empty, keys, tmp_path):
    with pytest.raises(CannotRestore, match="newer version"):
        again(saved, empty, keys, tmp_path, known=EVERYTHING)
    assert rows_of(empty) == {}


def test_without_its_key_it_stays_closed(saved, empty, tmp_path):
    other = "", ring.begun(recovery.made()[1], NOW.date())
    with pytest.raises(CannotRead):
        again(saved, empty, other, tmp_path, known=EVERYTHING)


def test_the_recovery_key_opens_the_keys_in_it(saved, keys):
    words, kept = keys
    assert recovery.open_sealed(sealed_keys(saved.path), words) == kept


def test_a_backup_never_writes_over_another(ward_database, saved, store, keys):
    with pytest.raises(CannotBackUp, match="already"):
        save(url=address(ward_database), files=store, ring=keys[1], target=saved.path, now=NOW)


def test_it_is_sealed_private_and_whole(saved):
    assert b"PGDMP" not in saved.path.read_bytes()
    if os.name != "nt":
        assert saved.path.stat().st_mode & 0o077 == 0


def test_a_missing_file_is_named(ward_database, store, keys, tmp_path):
    gone = next(path for path in store.rglob("*") if path.is_file())
    gone.unlink()
    made = save(url=address(ward_database), files=store, ring=keys[1], target=tmp_path / "b.thidua", now=NOW)
    assert made.missing == (gone.name,)


def test_a_database_that_is_not_there_leaves_no_half_file(store, keys, tmp_path):
    with pytest.raises(CannotBackUp, match="Cannot reach"):
        save(
            url=address("no_such_database"), files=store, ring=keys[1], target=tmp_path / "x.thidua", now=NOW
        )
    assert list(tmp_path.glob("*x.thidua*")) == []


def test_only_older_nights_are_taken_away(tmp_path):
    nights = [tmp_path / f"{NIGHTLY}2026112{n}-011000.thidua" for n in range(4)]
    for path in [*nights, tmp_path / "thidua-20251231-235959.thidua"]:
        path.touch()
    assert beyond(tmp_path, 3) == nights[:1]
    assert beyond(tmp_path, 9) == []
