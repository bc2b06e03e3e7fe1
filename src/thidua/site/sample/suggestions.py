"""A finished look through everybody's record, and two of whom an officer has said: not this time."""

from thidua.modules.suggestions.actions import ask, set_aside
from thidua.modules.suggestions.kinds import SuggestionKind
from thidua.modules.suggestions.models import Suggestion
from thidua.modules.suggestions.running import perform
from thidua.site.sample.stage import Stage

REASONS = (
    "Đơn vị đã thống nhất đề nghị hình thức khác trong năm nay.",
    "Xét cùng đợt tổng kết năm học tới.",
)


def load_suggestions(stage: Stage) -> None:
    now = stage.at(stage.on, 2)
    run = ask(organisation=stage.units["P"], actor=stage.actor("chuyenvien"), on=stage.on, now=now)
    perform(run, lambda: now)
    officer = stage.actor("canbo.truong")
    rows = Suggestion.objects.filter(
        run=run, organisation=officer.organisation, kind=SuggestionKind.QUALIFIES
    )
    for row, reason in zip(rows.order_by("sort", "id"), REASONS, strict=False):
        set_aside(suggestion=row, reason=reason, actor=officer, on=stage.on)
