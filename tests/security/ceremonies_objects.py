"""Things of ceremonies that the matrix is tried on, each in the state in which the step is possible."""

from datetime import date
from typing import Any

from thidua.modules.ceremonies.models import Attendee, Ceremony, ProgrammePart
from thidua.modules.organisations.models import Organisation

Arguments = dict[str, Any]


class CeremoniesObjects:
    school: Organisation
    ward: Organisation

    def _ceremony(self, state: str) -> Ceremony:
        """The ward's, with recipients, guests and everything in order."""
        row = Ceremony.objects.filter(organisation=self.ward, attendees__item__isnull=False).latest("pk")
        Ceremony.objects.filter(pk=row.pk).update(state=state)
        return row

    def ceremony(self) -> Arguments:
        return {"pk": self._ceremony("draft").pk}

    def invited_ceremony(self) -> Arguments:
        return {"pk": self._ceremony("invited").pk}

    def held_ceremony(self) -> Arguments:
        return {"pk": self._ceremony("held").pk}

    def ceremony_step(self) -> Arguments:
        return self.ceremony() | {"name": "cancel"}

    def ceremony_paper(self) -> Arguments:
        return self.invited_ceremony() | {"name": "kich-ban", "form": "docx"}

    def ceremony_part(self) -> Arguments:
        return {"pk": ProgrammePart.objects.filter(ceremony=self._ceremony("draft")).earliest("pk").pk}

    def invitation(self) -> Arguments:
        """Of a day to come: afterwards no answer is taken."""
        ceremony = self._ceremony("invited")
        Ceremony.objects.filter(pk=ceremony.pk).update(on=date.max)
        return {"code": Attendee.objects.filter(ceremony=ceremony).earliest("pk").code}

    def attendee(self) -> Arguments:
        """Not handed over yet."""
        rows = Attendee.objects.filter(ceremony=self._ceremony("invited"), handover__isnull=True)
        return {"pk": rows.filter(item__isnull=False).earliest("place").pk}
