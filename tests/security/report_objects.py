"""Reports, kept tables and forms asked for, that the matrix is tried on."""

from datetime import date
from typing import Any

from django.utils import timezone

from thidua.modules.accounts.models import User
from thidua.modules.organisations.models import Organisation
from thidua.modules.people.models import Person
from thidua.modules.reports.models import DueForm, OwnForm, Report, ReportState, SavedTable, Staff

Arguments = dict[str, Any]


class ReportObjects:
    ward: Organisation
    school: Organisation

    def sent_report(self) -> Arguments:
        return {"pk": Report.objects.filter(organisation=self.ward, state=ReportState.SENT).earliest("pk").pk}

    def draft_report(self) -> Arguments:
        return {
            "pk": Report.objects.filter(organisation=self.ward, state=ReportState.DRAFT).earliest("pk").pk
        }

    def report_step(self) -> Arguments:
        """What the leader decides on."""
        found = self.draft_report()
        Report.objects.filter(**found).update(state=ReportState.AT_LEADER)
        return found | {"name": "send"}

    def staff(self) -> Arguments:
        """Somebody of the school."""
        who = Person.objects.filter(organisation=self.school).earliest("pk")
        row = Staff.objects.create(
            organisation=self.school, person=who, education="master", since=date(2020, 1, 1)
        )
        return {"pk": row.pk}

    def own_form(self) -> Arguments:
        row = OwnForm.objects.create(
            organisation=self.ward, code="B9", title="Biểu riêng", basis="CV", since=date(2026, 1, 1),
            definition={"source": "awards", "rows": "unit", "bands": []}, made_at=timezone.now(),
        )  # fmt: skip
        return {"pk": row.pk}

    def due_form(self) -> Arguments:
        row = DueForm.objects.create(
            organisation=self.ward,
            form="DK01",
            cadence="month",
            n_days=5,
            basis="CV",
            made_at=timezone.now(),
        )
        return {"pk": row.pk}

    def kept_table(self) -> Arguments:
        """The desk's own."""
        desk = User.objects.get(username="chuyenvien")
        return {"pk": SavedTable.objects.filter(organisation=self.ward, made_by=desk).earliest("pk").pk}
