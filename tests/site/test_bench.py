"""The measuring commands on tiny numbers: what they time and say, never how long it took."""

from datetime import date

import pytest

from thidua.modules.dossiers.models import Dossier
from thidua.modules.oversight.detectors import TABLE
from thidua.modules.register.models import Entry
from thidua.site.bench.board import board
from thidua.site.bench.check import check
from thidua.site.bench.intake import intake_of_people
from thidua.site.bench.load import Size, load
from thidua.site.bench.oversight import oversight
from thidua.site.bench.pages import lists, measure_all, report, screens
from thidua.site.bench.pages.measure import Row
from thidua.site.bench.pages.reading import read
from thidua.site.bench.sheets import sheets
from thidua.site.bench.suggestions import suggestions
from thidua.site.bench.timing import Times
from thidua.site.cli import bench
from thidua.site.places import checkout

SIZE = Size(entries=400, people=200)


@pytest.mark.slow
def test_each_list_of_the_site_is_timed_and_none_fails(db, now, settings):
    settings.DEMONSTRATION = True
    load(SIZE, now)
    rows = list(measure_all("bench-province", n=1, try_filters=False))
    wanted = {name for name in screens.names() if screens.is_list(name)}
    assert wanted - {row.screen for row in rows} == set()
    assert [(row.screen, row.what, row.status) for row in rows if row.status != 200] == []


def test_the_same_size_gives_the_same_rows(db, now):
    load(SIZE, now)
    assert Entry.objects.count() == 402
    assert Dossier.objects.count() == 30
    first = Entry.objects.order_by("id").values_list("honour", "year", "place").first()
    assert (
        first
        == Entry.objects.filter(year=2006, place=1).order_by("id").values_list("honour", "year", "place")[0]
    )


def test_a_page_says_its_filters_and_where_its_pager_leads():
    page = read(
        """<form class="filters" data-filters><input name="ngay" class="form-control day"><input name="q"><select name="honour"><option value="">–</option>
        <option value="GK">GK</option></select></form><form><input name="other"></form>
        <a rel="next" href="?q=an&amp;trang=abc">›</a><a href="/ho-so/7/">7</a>
        <a href="?xuat=xlsx" download>Excel</a>"""
    )
    assert (page.words, page.choices, page.next, page.previous) == (["q"], {"honour": ["GK"]}, "abc", "")
    assert page.links == ["?q=an&trang=abc", "/ho-so/7/"]


def test_the_last_page_is_asked_for_by_a_key_beyond_all_rows():
    token = lists._token([0, 2026, "2026-01-05", "an"])
    assert lists._values(lists._extreme(token, high=True)) == [1, 32_000, "9999-12-31", "\U0010ffff"]
    assert lists._values(lists._extreme(token, high=False)) == [1, -1, "0001-01-01", ""]


def test_the_report_counts_what_is_too_slow():
    quick, slow = Times((5.0, 7.0, 6.0)), Times((150.0, 400.0, 90.0))
    rows = [
        Row("a_list", "first page", "/a/", 200, quick, 4, 2_048),
        Row("b", "page", "/b/", 500, slow, 9, 0),
    ]
    assert list(report(rows)) == [
        "| screen | page | best ms | median ms | p95 ms | queries | kB |",
        "|---|---|---:|---:|---:|---:|---:|",
        "| a_list | first page | 5 | 6 | 7 | 4 | 2 |",
        "| b | page (status 500) | 90 | 150 | 400 | 9 | 0 |",
        "",
        "2 pages: 1 above 100 ms at the median, 1 above 300 ms at p95, 1 failed.",
    ]


def test_the_law_is_timed_on_every_case_about_an_honour(db):
    lines = list(check(checkout() / "tests" / "law" / "cases.yaml", date(2026, 11, 23)))
    assert lines[0] == "| what | median ms | p95 ms | slowest ms | n |"
    assert lines[2].startswith("| one candidate with explanation (")
    assert len(lines) == 5


@pytest.mark.parametrize("words", [["pages", "--entries", "10"], ["everything"], []])
def test_a_bad_argument_is_refused(words, capsys):
    with pytest.raises(SystemExit) as refused:
        bench._parse(words)
    assert refused.value.code == 2
    assert "thidua bench" in capsys.readouterr().err


def test_the_board_is_timed_with_all_its_units(db, now, settings):
    settings.DEMONSTRATION = True
    load(SIZE, now)
    lines = list(board("bench-province"))
    assert lines[2].startswith("| a board of 16 units × 12 months, ")
    assert len(lines) == 3


def test_a_look_through_the_records_is_timed_for_every_body_with_a_desk(db, now):
    load(SIZE, now)
    _heads, _rule, *lines = suggestions()
    assert [line.count("|") for line in lines] == [7, 7]
    assert "| failed |" not in "".join(lines)


def test_every_detector_is_timed(db, now):
    load(SIZE, now)
    lines = list(oversight())
    assert [line.count("|") for line in lines] == [4] * (len(TABLE) + 3)
    assert lines[2].startswith("| silent_campaign | ")


def test_lists_into_excel_are_timed_as_a_user_takes_them(db, now, settings):
    settings.DEMONSTRATION = True
    load(SIZE, now)
    _heads, _rule, *lines = sheets("bench-province")
    assert [line.count("|") for line in lines] == [8] * 9
    assert [line.split(" | ")[1] for line in lines] == ["200"] * 3 + ["400"] * 3 + ["40"] * 3


def test_a_list_out_of_excel_is_timed_from_the_file_to_the_records_and_back(db, now, settings):
    settings.DEMONSTRATION = True
    load(SIZE, now)
    *steps, _empty, counted = intake_of_people(30)
    assert [line.count("|") for line in steps] == [8] * 5
    assert counted.endswith("new 30, entered 30")
