"""What the system knows of a campaign over a period, as the sentences that a report begins with.

A report is a Vietnamese paper whatever the language of the screen, so its sentences are Vietnamese here.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Q, QuerySet

from thidua.modules.campaigns.api import series_of
from thidua.modules.campaigns.models import Campaign, CampaignState, CampaignUnit
from thidua.modules.exemplars.models import Exemplar, ExemplarState
from thidua.modules.organisations.models import Organisation
from thidua.modules.register.models import Act, Entry, Ground
from thidua.modules.replication.api import with_numbers, written
from thidua.modules.replication.models import Lesson, ModelState, PracticeModel
from thidua.modules.rulebook import api as rulebook

LIVED = (
    ExemplarState.VERIFIED,
    ExemplarState.NURTURED,
    ExemplarState.COMMENDED,
    ExemplarState.PUBLICISED,
    ExemplarState.REPLICATED,
)
MOST_NAMED = 20
HEADINGS = {
    "situation": "I. TÌNH HÌNH TỔ CHỨC, TRIỂN KHAI PHONG TRÀO",
    "results": "II. KẾT QUẢ THỰC HIỆN",
    "models": "III. MÔ HÌNH, CÁCH LÀM HAY",
    "exemplars": "IV. ĐIỂN HÌNH TIÊN TIẾN",
    "awards": "V. CÔNG TÁC KHEN THƯỞNG",
    "limits": "VI. TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN",
    "tasks": "VII. PHƯƠNG HƯỚNG, NHIỆM VỤ THỜI GIAN TỚI",
}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A campaign from one day to the day before another."""

    campaign: Campaign
    since: date
    until: date

    @property
    def last(self) -> date:
        return self.until - timedelta(days=1)


def units_of(campaign: Campaign) -> QuerySet[Organisation]:
    """Those that take part, and the one that launched it."""
    reached = CampaignUnit.objects.filter(campaign=campaign, stood_aside_on=None).values("organisation")
    return Organisation.objects.filter(Q(pk__in=reached) | Q(pk=campaign.organisation_id))


def exemplars_of(stretch: Stretch) -> QuerySet[Exemplar]:
    rows = Exemplar.objects.filter(
        organisation__in=units_of(stretch.campaign),
        found_on__gte=stretch.since,
        found_on__lt=stretch.until,
        state__in=LIVED,
    )
    return rows.select_related("organisation").order_by("found_on", "pk")


def drawn_up(stretch: Stretch) -> dict[str, str]:
    """The text under each heading; what only people can judge stays empty."""
    known: dict[str, Callable[[Stretch], list[str]]] = {
        "situation": _situation,
        "results": _results,
        "models": _models,
        "exemplars": _exemplars,
        "awards": _awards,
    }
    return {code: "\n".join(known[code](stretch)) if code in known else "" for code in HEADINGS}


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else "…"


def _situation(stretch: Stretch) -> list[str]:
    campaign = stretch.campaign
    reached = CampaignUnit.objects.filter(campaign=campaign)
    n, n_aside = reached.count(), reached.exclude(stood_aside_on=None).count()
    plans = Campaign.objects.filter(above=campaign, launched_on__isnull=False)
    lines = [
        f"Phong trào “{campaign.name}” do {campaign.launching_body} phát động ngày {_day(campaign.launched_on)}."
    ]
    if aim := str(campaign.parts.get("aim", "")).strip():
        lines.append(f"Mục tiêu: {aim}")
    if n:
        lines.append(f"Phong trào đã đến {n} đơn vị; {plans.count()} đơn vị đã phát động kế hoạch riêng.")
    if n_aside:
        lines.append(f"{n_aside} đơn vị không tham gia và đã nêu lý do.")
    return lines


def _results(stretch: Stretch) -> list[str]:
    lines = []
    for series in series_of(stretch.campaign, stretch.last):
        one = series.indicator
        words = [f"{one.name}:"]
        if one.baseline is not None:
            words.append(f"từ {written(one.baseline)}")
        words.append(
            f"đạt {written(series.last)} {one.unit}" if series.last is not None else "chưa có số liệu báo cáo"
        )
        if one.target is not None:
            words.append(f"(mục tiêu {written(one.target)} {one.unit})")
        lines.append(" ".join(words) + ".")
    return lines


def _models(stretch: Stretch) -> list[str]:
    campaign = stretch.campaign
    rows = PracticeModel.objects.filter(Q(campaign=campaign) | Q(campaign__above=campaign))
    rows = rows.filter(entered_on__lt=stretch.until).exclude(state=ModelState.DRAFT)
    known: QuerySet[Any] = with_numbers(rows.select_related("organisation")).order_by("entered_on", "pk")
    lines = [
        f"{row.name} ({row.organisation.name}): {row.novelty} Làm điểm tại {row.n_pilots} đơn vị,"
        f" {row.n_adopters} đơn vị đang áp dụng, {row.n_measured} đơn vị đã đo kết quả."
        for row in known
    ]
    lessons = Lesson.objects.filter(Q(pilot__model__in=rows) | Q(adoption__model__in=rows))
    lines += [f"Bài học ({one.for_whom}): {one.text}" for one in lessons.order_by("noted_on", "pk")]
    return lines


def _exemplars(stretch: Stretch) -> list[str]:
    found = list(exemplars_of(stretch))
    if not found:
        return []
    lines = [f"Trong kỳ đã phát hiện, xác minh {len(found)} điển hình."]
    lines += [f"{row.name} ({row.organisation.name}): {row.deed}" for row in found[:MOST_NAMED]]
    return lines


def _awards(stretch: Stretch) -> list[str]:
    rows = Entry.objects.filter(
        act=Act.GRANT,
        ground=Ground.MOVEMENT,
        organisation__in=units_of(stretch.campaign),
        decided_on__gte=stretch.since,
        decided_on__lt=stretch.until,
    )
    return _counted(rows.values_list("honour", flat=True))


def _counted(codes: Iterable[str]) -> list[str]:
    counts = Counter(codes)
    return [
        f"{rulebook.honour(code).name_vi}: {n}."
        for code, n in sorted(counts.items(), key=lambda pair: rulebook.honour(pair[0]).rank)
    ]


def is_over(campaign: Campaign) -> bool:
    return campaign.state == CampaignState.ENDED
