"""A list of the school that the matrix is tried on, approved or not as the step wants it."""

from datetime import UTC, datetime
from typing import Any

from thidua.foundation.audit import acting
from thidua.modules.accounts.models import User
from thidua.modules.intake.models import Intake, IntakeRow
from thidua.modules.intake.sealing import Cells, seal
from thidua.modules.organisations.models import Organisation

Arguments = dict[str, Any]


class IntakeObjects:
    school: Organisation

    def intake_kind(self) -> Arguments:
        return {"code": "ca-nhan"}

    def intake(self) -> Arguments:
        """Read, and waiting for approval: one line is right."""
        with acting(None, action="test"):
            row = Intake.objects.create(
                kind="ca-nhan",
                organisation=self.school,
                file_name="Danh sách.xlsx",
                sha256="0" * 64,
                state="checked",
                header=["Họ và tên"],
                mapping={"name": 0},
                counts={"new": 1},
                brought_by=User.objects.get(username="canbo.truong"),
                brought_at=datetime(2026, 3, 2, tzinfo=UTC),
            )
        cells = seal(row.pk, 2, Cells(["Nguyễn Thị Mẫu"]))
        IntakeRow.objects.create(intake=row, n=2, status="new", sealed=cells)
        return {"pk": row.pk}

    def entered_intake(self) -> Arguments:
        found = self.intake()
        chief = User.objects.get(username="hieutruong")
        Intake.objects.filter(**found).update(
            state="entered", entered_by=chief, entered_at=datetime(2026, 3, 3, tzinfo=UTC)
        )
        return found
