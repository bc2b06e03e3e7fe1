"""An interim review that is being written, and a final one that was issued and led to proposals."""

from datetime import date, timedelta

from thidua.modules.campaigns.models import Campaign, CampaignState
from thidua.modules.reviews import actions
from thidua.modules.reviews.facts import units_of
from thidua.modules.reviews.models import Review
from thidua.site.sample.stage import Stage

LIMITS = (
    "Một số đơn vị báo cáo số liệu chậm; có nơi lấy nguyên chỉ tiêu của phường.\n"
    "Việc phát hiện điển hình là người trực tiếp lao động còn ít."
)
TASKS = "Mỗi đơn vị chọn một cách làm hay trong danh mục mô hình để áp dụng.\nBáo cáo số liệu trước ngày 25 hằng tháng."


def load_reviews(stage: Stage) -> None:
    mine = Campaign.objects.filter(organisation=stage.units["P"]).order_by("launched_on", "pk")
    running = mine.filter(state=CampaignState.LAUNCHED).first()
    ended = mine.filter(state=CampaignState.ENDED).first()
    if running:
        _drawn(stage, running, "interim", stage.ago(0))
    if ended and ended.until:
        review = _drawn(stage, ended, "final", min(ended.until, stage.on))
        _issued(stage, review)


def _drawn(stage: Stage, campaign: Campaign, kind: str, until: date) -> Review:
    return actions.draw_up(
        campaign=campaign,
        kind=kind,
        since=campaign.since,
        until=until,
        actor=stage.actor("chuyenvien"),
        on=stage.on,
        now=stage.at(stage.on),
    )


def _issued(stage: Stage, review: Review) -> None:
    desk = stage.actor("chuyenvien")
    day = min(review.until + timedelta(days=5), stage.on)
    parts = dict(review.parts) | {"limits": LIMITS, "tasks": TASKS}
    held = actions.write(
        review=review, parts=parts, number="57/BC-UBND", issued_on=day, version=0, actor=desk
    )
    units = units_of(held.campaign).exclude(pk=held.organisation_id).order_by("sort")[:2]
    actions.propose(
        review=held,
        exemplars=[],
        units=[unit.pk for unit in units],
        honour="GK",
        actor=desk,
        on=stage.on,
        now=stage.at(stage.on),
    )
    actions.move(review=held, step="issue", actor=desk)
