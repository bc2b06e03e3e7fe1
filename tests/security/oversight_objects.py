"""Things of oversight that the matrix is tried on, each in the state in which the step is possible."""

from typing import Any

from thidua.modules.dossiers.models import Dossier
from thidua.modules.organisations.models import Organisation
from thidua.modules.oversight.models import (
    Complaint,
    Inspection,
    InspectionFinding,
    InspectionItem,
    InspectionPlan,
    RemedyPlan,
    Sampled,
    Shortcoming,
    Signal,
)

Arguments = dict[str, Any]


class OversightObjects:
    school: Organisation
    ward: Organisation

    def _signal(self, state: str, **fields: Any) -> Signal:
        """One about the school; a step that the unit takes comes after it was asked."""
        row = Signal.objects.filter(body=self.ward).earliest("pk")
        named = {"organisation": self.school, "state": state, "gone_on": None, "asked_on": None}
        for name, value in (named | fields).items():
            setattr(row, name, value)
        row.save()
        return row

    def signal(self) -> Arguments:
        return {"pk": self._signal("new").pk}

    def asked_signal(self) -> Arguments:
        row = self._signal("asked")
        row.asked_on = row.found_on
        row.save()
        return {"pk": row.pk}

    def signal_step(self) -> Arguments:
        return self.signal() | {"name": "ask"}

    def signal_for_leader(self) -> Arguments:
        return {"pk": self._signal("with_leader").pk}

    def detector(self) -> Arguments:
        return {"code": "silent_campaign"}

    def shortcoming(self) -> Arguments:
        """Entered by hand, to be remedied by the school."""
        return {"pk": self._shortcoming().pk}

    def _shortcoming(self) -> Shortcoming:
        return Shortcoming.objects.filter(signal=None, owner=self.school, state="open").earliest("pk")

    def shortcoming_step(self) -> Arguments:
        return self.shortcoming() | {"name": "report"}

    def remedy_proof(self) -> Arguments:
        made = self._shortcoming().proofs.create(label="Biên bản", link="https://example.vn/bb")
        return {"pk": made.pk}

    def remedy_plan(self) -> Arguments:
        return {"pk": RemedyPlan.objects.filter(organisation=self.ward).earliest("pk").pk}

    def planned_shortcoming(self) -> Arguments:
        return {"pk": Shortcoming.objects.exclude(plan=None).earliest("pk").pk}

    def _inspection(self, state: str) -> Inspection:
        """Of the school by the ward."""
        row = Inspection.objects.filter(body=self.ward, organisation=self.school).earliest("pk")
        row.state = state
        row.save()
        return row

    def concluded_inspection(self) -> Arguments:
        return {"pk": self._inspection("concluded").pk}

    def planned_inspection(self) -> Arguments:
        return {"pk": self._inspection("planned").pk}

    def inspection_step(self) -> Arguments:
        return self.planned_inspection() | {"name": "call_off"}

    def running_inspection(self) -> Arguments:
        return {"pk": self._inspection("running").pk}

    def inspection_item(self) -> Arguments:
        return {"pk": InspectionItem.objects.filter(inspection=self._inspection("running")).earliest("pk").pk}

    def sampled(self) -> Arguments:
        return {"pk": Sampled.objects.filter(inspection=self._inspection("running")).earliest("pk").pk}

    def inspection_finding(self) -> Arguments:
        rows = InspectionFinding.objects.filter(inspection=self._inspection("running"))
        return {"pk": rows.earliest("pk").pk}

    def year_plan(self) -> Arguments:
        return {"pk": InspectionPlan.objects.filter(organisation=self.ward).earliest("pk").pk}

    def _letter(self, state: str) -> Complaint:
        """One of the ward's that the deputy is accused in."""
        row = Complaint.objects.filter(organisation=self.ward, accepted_on__isnull=False).earliest("pk")
        row.state = state
        row.save()
        return row

    def accepted_letter(self) -> Arguments:
        return {"pk": self._letter("accepted").pk}

    def sorted_letter(self) -> Arguments:
        return {"pk": self._letter("sorted").pk}

    def letter_step(self) -> Arguments:
        return self.sorted_letter() | {"name": "decline"}

    def letter_target(self) -> Arguments:
        return {"pk": self._letter("sorted").targets.earliest("pk").pk}

    def concerned(self) -> Arguments:
        person = self._letter("sorted").targets.exclude(person=None).earliest("pk").person
        return {"ai": f"ca-nhan:{person.pk if person else 0}"}

    def received_pack(self) -> Arguments:
        """A dossier that the ward received from the school."""
        rows = Dossier.objects.filter(receiver=self.ward, sent_on__isnull=False)
        return {"pk": rows.filter(organisation=self.school).earliest("pk").pk}
