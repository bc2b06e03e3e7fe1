"""A request of somebody of the school that the matrix is tried on."""

from datetime import UTC, date, datetime
from typing import Any

from thidua.foundation.audit import acting
from thidua.modules.organisations.models import Organisation
from thidua.modules.people.models import Person
from thidua.modules.privacy.models import DataRequest

Arguments = dict[str, Any]


class PrivacyObjects:
    school: Organisation

    def data_request(self) -> Arguments:
        person = Person.objects.filter(organisation=self.school).order_by("pk").first()
        with acting(None, action="test"):
            row = DataRequest.objects.create(
                person=person,
                organisation=self.school,
                code="DLCN-2026-999",
                kind="copy",
                way="direct",
                asked_by="Nguyễn Thị Mẫu",
                is_proven=True,
                text="Đề nghị cung cấp bản sao.",
                received_on=date(2026, 3, 2),
                made_at=datetime(2026, 3, 2, tzinfo=UTC),
            )
        return {"pk": row.pk}

    def data_request_answer(self) -> Arguments:
        return self.data_request() | {"name": "answer"}
