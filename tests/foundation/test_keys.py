import stat
from datetime import date
from pathlib import Path

import pytest

from thidua.foundation import keys
from thidua.foundation.keys import recovery, ring, rotation, store
from thidua.foundation.keys.ring import KeyRing

ON = date(2026, 11, 23)
LATER = date(2027, 1, 4)


@pytest.fixture
def ours() -> KeyRing:
    return ring.begun(recovery.made()[1], ON)


@pytest.fixture
def path(tmp_path: Path, ours: KeyRing) -> Path:
    path = tmp_path / "keys.json"
    store.write_new(path, ours)
    return path


def test_a_new_ring_has_one_key_per_purpose(ours: KeyRing) -> None:
    assert [key.purpose for key in ours.keys] == list(keys.PURPOSES)
    assert len({key.id for key in ours.keys}) == len({key.secret for key in ours.keys}) == len(keys.PURPOSES)


def test_the_file_gives_back_what_was_written(path: Path, ours: KeyRing) -> None:
    assert store.load(path) == ours
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_key_file_is_never_overwritten(path: Path, ours: KeyRing) -> None:
    with pytest.raises(keys.CannotUseKeys, match="over-writing"):
        store.write_new(path, ring.begun(ours.recovery, LATER))
    assert store.load(path) == ours


def test_a_replaced_file_is_read_again(path: Path, ours: KeyRing) -> None:
    store.load(path)
    renewed = ours.with_new(("field",), LATER)
    store.replace(path, renewed)
    assert store.load(path) == renewed


def test_a_file_others_can_read_is_refused(path: Path) -> None:
    path.chmod(0o640)
    with pytest.raises(keys.CannotUseKeys, match="chmod 600"):
        store.load(path)


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"keys": [{"id": 1}], "recovery": ""}', "not json"])
def test_a_damaged_file_is_refused(path: Path, content: str) -> None:
    path.write_text(content)
    with pytest.raises(keys.CannotUseKeys, match="keys restore"):
        store.load(path)


def test_a_missing_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(keys.CannotUseKeys, match="keys new"):
        store.load(tmp_path / "keys.json")


def test_what_is_sealed_opens_in_its_place_only(ours: KeyRing) -> None:
    sealed = keys.encrypt("field", b"012345678901", place="person.number:17", ring=ours)
    assert keys.decrypt(sealed, place="person.number:17", ring=ours) == b"012345678901"
    with pytest.raises(keys.CannotRead):
        keys.decrypt(sealed, place="person.number:18", ring=ours)


def test_one_word_sealed_twice_differs(ours: KeyRing) -> None:
    assert keys.encrypt("field", b"x", place="a", ring=ours) != keys.encrypt(
        "field", b"x", place="a", ring=ours
    )


@pytest.mark.parametrize("position", [0, 1, 5, 17, -1])
def test_a_changed_byte_is_noticed(ours: KeyRing, position: int) -> None:
    sealed = bytearray(keys.encrypt("ballot", b"Nguyen", place="a", ring=ours))
    sealed[position] ^= 1
    with pytest.raises(keys.CannotRead):
        keys.decrypt(bytes(sealed), place="a", ring=ours)


@pytest.mark.parametrize("sealed", [b"", b"\x01", b"\x01" + b"0" * 10])
def test_too_few_bytes_are_refused(ours: KeyRing, sealed: bytes) -> None:
    with pytest.raises(keys.CannotRead):
        keys.decrypt(sealed, place="a", ring=ours)


def test_after_a_rotation_old_words_open_and_new_ones_have_the_new_key(ours: KeyRing) -> None:
    old = keys.encrypt("field", b"x", place="a", ring=ours)
    renewed = ours.with_new(("field",), LATER)
    new = keys.encrypt("field", b"x", place="a", ring=renewed)
    assert keys.decrypt(old, place="a", ring=renewed) == keys.decrypt(new, place="a", ring=renewed) == b"x"
    assert [keys.is_current(each, ring=renewed) for each in (old, new)] == [False, True]


def test_a_hash_is_found_under_old_and_new_keys(ours: KeyRing) -> None:
    old = keys.keyed_hash("search", b"012345678901", ring=ours)
    renewed = ours.with_new(("search",), LATER)
    new = keys.keyed_hash("search", b"012345678901", ring=renewed)
    assert keys.hashes("search", b"012345678901", ring=renewed) == [new, old]


def test_a_key_of_another_installation_is_named(ours: KeyRing) -> None:
    foreign = ring.begun(ours.recovery, ON)
    sealed = keys.encrypt("field", b"x", place="a", ring=foreign)
    with pytest.raises(keys.CannotRead, match=foreign.current("field").id):
        keys.decrypt(sealed, place="a", ring=ours)


def test_secrets_do_not_show(ours: KeyRing) -> None:
    assert "secret" not in repr(ours)


def test_the_printed_words_open_the_sealed_copy() -> None:
    words, public = recovery.made()
    ours = ring.begun(public, ON)
    assert recovery.open_sealed(recovery.seal(ours), words.lower().replace("-", " ")) == ours


@pytest.mark.parametrize("words", ["", "ABCD", "?!", None])
def test_other_words_do_not_open_it(ours: KeyRing, words: str | None) -> None:
    """None: the words of another installation."""
    with pytest.raises(keys.CannotUseKeys, match="does not open"):
        recovery.open_sealed(recovery.seal(ours), recovery.made()[0] if words is None else words)


def test_a_rotation_goes_on_until_nothing_older_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rotation, "_reseals", {})
    waiting = list(range(7))

    @rotation.on_rotation("numbers")
    def reseal(batch: int) -> int:
        done = waiting[:batch]
        del waiting[:batch]
        return len(done)

    assert list(rotation.rotate(batch=3)) == [("numbers", 3), ("numbers", 3), ("numbers", 1)]
    assert waiting == []
