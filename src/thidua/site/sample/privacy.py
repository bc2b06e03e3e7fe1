"""What people of the demonstration asked about their own data: one copy waits, one correction was answered."""

from datetime import timedelta

from thidua.modules.people.models import Person
from thidua.modules.privacy.actions import RequestDraft, answer, enter
from thidua.site.sample.stage import Stage


def load_requests(stage: Stage) -> None:
    desk = stage.actor("chuyenvien")
    first, second = Person.objects.filter(organisation=stage.units["YT"]).order_by("pk")[:2]
    for person, kind, days, text in (
        (first, "correction", 20, "Ngày sinh trong hồ sơ ghi chưa đúng với căn cước, đề nghị sửa."),
        (second, "copy", 2, "Đề nghị cung cấp toàn bộ dữ liệu cá nhân đang lưu trong hệ thống."),
    ):
        on = stage.on - timedelta(days=days)
        row = enter(
            person=person,
            draft=RequestDraft(
                kind=kind, way="direct", asked_by=person.name, text=text, received_on=on, is_proven=True
            ),
            actor=desk,
            on=on,
            now=stage.at(on, 9),
        )
        if kind == "correction":
            done = on + timedelta(days=1)
            said = "Đã đối chiếu với căn cước và sửa ngày sinh trong hồ sơ cá nhân."
            answer(row=row, step="answer", text=said, actor=desk, on=done)
