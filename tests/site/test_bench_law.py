"""`bench law` on few people: the planted answers are found, a wrong one is noticed, the engines agree with plain loops."""

import pytest

pytest.importorskip("pyarrow")

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua.site.bench.law import beside, dense, planted, share
from thidua.site.bench.law.everybody import sweep
from thidua.site.bench.law.growing import _shifted
from thidua.site.bench.law.running import everybody
from thidua.site.bench.law.writing import write

PEOPLE = 32_000


def quiet(_text: str) -> None:
    pass


@pytest.fixture(scope="module")
def crowd(tmp_path_factory):
    folder = tmp_path_factory.mktemp("crowd")
    write(folder / str(PEOPLE), PEOPLE, quiet)
    return folder


def test_the_sweep_finds_what_was_planted_and_says_how_many_rows_it_read(crowd):
    lines = list(everybody(crowd, PEOPLE, quiet))
    rows = sum(pq.read_metadata(path).num_rows for path in (crowd / str(PEOPLE)).glob("*.parquet"))
    assert f"{rows:,} rows" in lines[0]
    expected = sum(len(planted.which(person).answers) for person in range(999, PEOPLE, 1000))
    assert lines[-1] == f"planted answers found: {expected}"


def test_a_planted_answer_that_is_not_found_is_an_error(crowd, tmp_path):
    out = tmp_path / "list.parquet"
    sweep(crowd / str(PEOPLE), out)
    table = pq.read_table(out)
    wanted = planted.which(999).answers
    assert wanted
    pq.write_table(table.filter(pa.compute.not_equal(table["person"], 999)), out)
    with pytest.raises(AssertionError, match="planted answers are wrong"):
        planted.verify(str(out), PEOPLE)


def test_the_same_seed_makes_the_same_rows(crowd, tmp_path):
    write(tmp_path / "again", PEOPLE, quiet)
    first, second = (pq.read_table(f / "titles.parquet") for f in (crowd / str(PEOPLE), tmp_path / "again"))
    assert first.equals(second)


GIVEN = beside.facts(400, seed=7)


@pytest.mark.parametrize("facts", [GIVEN, beside.scattered(GIVEN, seed=7)], ids=["in_order", "scattered"])
def test_the_dense_rules_agree_with_a_plain_loop(facts):
    answers, _ = beside.ours(facts)
    base, province = facts["CSTDCS"], facts["CSTDCT"]
    assert answers["two_in_a_row"].tolist() == [all(held[-2:]) for held in base.T]
    assert answers["three_in_a_row"].tolist() == [all(held[-3:]) for held in base.T]
    assert answers["two_steps"].tolist() == [bool(held[-1] and held[-4]) for held in province.T]
    chosen = best_of_each(facts["unit"], facts["score"], facts["LDTT"][-1], 15)
    assert answers["within_share"].tolist() == chosen


def best_of_each(units, scores, is_among, percent):
    chosen = [False] * len(units)
    for unit in set(units):
        members = [person for person, own in enumerate(units) if own == unit and is_among[person]]
        members.sort(key=lambda person: -scores[person])
        for person in members[: len(members) * percent // 100]:
            chosen[person] = True
    return chosen


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 2**32), is_in_order=st.booleans(), percent=st.sampled_from([0, 15, 50, 100]))
def test_units_of_any_size_choose_their_best_and_of_equals_the_first(seed, is_in_order, percent):
    random = np.random.default_rng(seed)
    sizes = random.choice([1, 2, 3, 7, 8, 9, 40, 700], random.integers(1, 9))
    units = np.repeat(random.permutation(len(sizes)), sizes)
    units = np.sort(units) if is_in_order else random.permutation(units)
    scores = random.integers(0, 30, len(units)).astype(np.float32)
    is_among = random.random(len(units)) < 0.7
    found = share.within_share(units, scores, is_among, percent)
    assert found.tolist() == best_of_each(units.tolist(), scores.tolist(), is_among, percent)


def test_each_condition_is_timed_once():
    rows = [line.split(" | ")[0:3] for line in list(dense.measure(300, seed=7))[4:]]
    assert len(rows) > 40
    assert len({tuple(row) for row in rows}) == len(rows)


def test_people_are_shifted_and_nothing_else():
    rows = pa.table({"person": [0, 4], "year": [2024, 2025]})
    assert _shifted(rows, 10).to_pydict() == {"person": [10, 14], "year": [2024, 2025]}
