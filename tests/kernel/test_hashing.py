from datetime import date

from thidua.kernel.hashing import canonical, link, sha256


def test_one_content_has_one_form():
    assert canonical({"b": "ố", "a": date(2026, 1, 2)}) == '{"a":"2026-01-02","b":"ố"}'.encode()


def test_a_link_covers_what_came_before():
    assert link("0" * 64, {"a": 1}) == sha256(b"0" * 64 + b'\n{"a":1}')
    assert link("1" * 64, {"a": 1}) != link("0" * 64, {"a": 1})
