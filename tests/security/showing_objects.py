"""Candidates shown to the public, and remarks on them, that the matrix is tried on."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from thidua.kernel.days import civil_day
from thidua.modules.consultations.models import Remark, RemarkKind, RemarkState, Showing, ShowingState
from thidua.modules.organisations.models import Organisation

Arguments = dict[str, Any]


class ShowingObjects:
    ward: Organisation

    def _showing(self, *, is_over: bool = False) -> Showing:
        row = Showing.objects.filter(organisation=self.ward, state=ShowingState.OPEN).earliest("pk")
        today = civil_day(timezone.now())
        row.opens_on = today - timedelta(days=20)
        row.ends_on = today - timedelta(days=1) if is_over else today
        row.save()
        return row

    def showing(self) -> Arguments:
        return {"pk": self._showing().pk}

    def showing_over(self) -> Arguments:
        row = self._showing(is_over=True)
        row.remarks.update(state=RemarkState.CONCLUDED, outcome="support", note="Ủng hộ")
        return {"pk": row.pk}

    def public_showing(self) -> Arguments:
        return {"code": self._showing().code}

    def remark(self) -> Arguments:
        return {"pk": Remark.objects.filter(showing=self._showing()).earliest("pk").pk}

    def remark_step(self) -> Arguments:
        return self.remark() | {"slug": "xac-minh"}

    def complaint_on_shown(self) -> Arguments:
        found = self.remark()
        Remark.objects.filter(**found).update(kind=RemarkKind.COMPLAINT, state=RemarkState.REFERRED)
        return found
