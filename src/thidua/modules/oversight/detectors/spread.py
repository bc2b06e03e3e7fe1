"""Signs in what should spread: models that nobody took up."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thidua.modules.oversight.detectors.parts import Scope, Sign, detector
from thidua.modules.replication.models import ModelState, PracticeModel


@detector(
    title=_("Model never replicated"),
    why=_("A model that was found worth replicating is taken up elsewhere, or one says why not."),
    basis="Kế hoạch 163/KH-UBND (rút kinh nghiệm, nhân rộng mô hình mới); Luật 06/2022/QH15, Điều 13.1, Điều 17",
    measured=_("days in the catalogue without another unit that applies it"),
    threshold=180,
    threshold_label=_("at least so many days"),
    owner="unit",
)
def lonely_model(scope: Scope, threshold: int) -> Iterator[Sign]:
    rows = PracticeModel.objects.filter(
        organisation__in=scope.units,
        state=ModelState.CATALOGUE,
        reviewed_on__lte=scope.ago(threshold),
        adoptions=None,
    )
    for row in rows.order_by("pk"):
        assert row.reviewed_on is not None  # filtered by it
        n_days = (scope.on - row.reviewed_on).days
        yield Sign(
            row.organisation_id,
            f"model:{row.pk}",
            row.name,
            reverse("models_show", args=[row.pk]),
            n_days,
        )
