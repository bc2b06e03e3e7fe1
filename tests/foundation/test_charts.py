"""The table behind a picture says all that the picture shows."""

from dataclasses import replace
from decimal import Decimal

import pytest
from django.template import Context, Template
from django.utils import translation

from thidua.foundation.charts import Chart, Kind, Line, Row, Tone

CHART = Chart(
    kind=Kind.BARS,
    words="Hai đơn vị",
    head="Đơn vị",
    lines=(Line("Lao động", Tone.GOLD), Line("Lãnh đạo", Tone.GREY)),
    rows=(Row("Trường A <1>", (1234, None), url="/a/"), Row("Trường B", (Decimal("0.50"), 2))),
)


@pytest.fixture
def drawn():
    def draw(chart: Chart) -> str:
        with translation.override("vi"):
            return Template("{% load l10n %}{% chart picture %}").render(Context({"picture": chart}))

    return draw


def test_each_value_is_written_for_people_and_for_the_picture(drawn):
    page = drawn(CHART)
    assert '<td class="num" data-value="1234">1.234</td>' in page
    assert '<td class="num" data-value="0.50">0,5</td>' in page
    assert '<td class="num">—</td>' in page
    assert '<a href="/a/">Trường A &lt;1&gt;</a>' in page
    assert 'data-tone="grey">Lãnh đạo</th>' in page


def test_a_target_stands_in_picture_and_table(drawn):
    page = drawn(replace(CHART, target=Decimal("60.0")))
    assert 'data-target="60.0"' in page
    assert "<tfoot>" in page
    assert "<tfoot>" not in drawn(CHART)


def test_without_a_figure_there_is_no_empty_frame(drawn):
    page = drawn(replace(CHART, rows=(Row("Trường A", (None, None)),)))
    assert "<canvas" not in page
