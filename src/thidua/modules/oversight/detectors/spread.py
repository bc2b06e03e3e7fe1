"""Signs in what comes after: models that nobody took up, certificates that nobody has."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Max, Min, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thidua.law.cite import Confidence
from thidua.modules.certificates.api import not_handed_over
from thidua.modules.exemplars.models import Consent, Exemplar, ExemplarState
from thidua.modules.fund.api import without_payment
from thidua.modules.organisations.api import system
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


@detector(
    title=_("Certificate never handed over"),
    why=_(
        "Whoever was commended receives the certificate soon; an honour without a certificate is not asked."
    ),
    basis="Luật 06/2022/QH15, Điều 5.2.a (khen thưởng kịp thời), Điều 82.1",
    measured=_("days since the decision, the oldest that waits"),
    threshold=30,
    threshold_label=_("more than so many days"),
    owner="decider",
    confidence=Confidence.TEXT,
)
def kept_certificate(scope: Scope, threshold: int) -> Iterator[Sign]:
    """One sign for each unit and decision."""
    waiting = not_handed_over(system(scope.on)).filter(
        Q(batch__organisation=scope.body) | Q(organisation__in=scope.units)
    )
    late = waiting.filter(entry__decided_on__lt=scope.ago(threshold)).order_by()
    named = ("batch", "organisation", "organisation__name", "entry__decision_number")
    for batch, unit, name, number, day in late.values_list(*named).annotate(first=Min("entry__decided_on")):
        label = f"{name}, Quyết định {number}"
        url = reverse("certificates_batch", args=[batch])
        yield Sign(unit, f"batch:{batch}:{unit}:{number}", label, url, (scope.on - day).days)


@detector(
    title=_("Prize not paid"),
    why=_("The prize goes with the honour; whoever was commended does not wait for it, nor ask after it."),
    basis="Luật 06/2022/QH15, Điều 5.2.a (kịp thời), Điều 11.4 (người ra quyết định chi thưởng từ quỹ do cấp mình quản lý)",
    measured=_("days since the decision came into force"),
    threshold=60,
    threshold_label=_("more than so many days"),
    owner="decider",
    confidence=Confidence.TEXT,
)
def unpaid_prize(scope: Scope, threshold: int) -> Iterator[Sign]:
    """One sign for each decision, of the body that decided."""
    rows = without_payment(scope.body.pk, scope.ago(threshold)).order_by()
    named = ("decision", "decision__number", "decision__symbol", "decision__in_force_on")
    for decision, number, symbol, day in rows.values_list(*named).distinct():
        label = f"Quyết định {number:02}/{symbol}"
        url = reverse("decisions_show", args=[decision])
        yield Sign(scope.body.pk, f"decision:{decision}:prize", label, url, (scope.on - day).days)


@detector(
    title=_("Exemplar never publicised"),
    why=_("Exemplars are told of, so that others may follow; only of those who agreed is it asked."),
    basis="Luật 06/2022/QH15, Điều 13.1, 13.4; Kế hoạch 163/KH-UBND (tuyên truyền, nhân rộng điển hình)",
    measured=_("days since the commendation without an article"),
    threshold=60,
    threshold_label=_("at least so many days"),
    owner="desk",
)
def untold_exemplar(scope: Scope, threshold: int) -> Iterator[Sign]:
    """Commended, agreed to it, and nobody has written of it yet."""
    rows = Exemplar.objects.filter(
        organisation__in=scope.units, state=ExemplarState.COMMENDED, consent=Consent.GIVEN
    )
    since: QuerySet[Any] = rows.annotate(
        since=Max("milestones__on", filter=Q(milestones__step=ExemplarState.COMMENDED))
    )
    for row in since.filter(since__lte=scope.ago(threshold)).order_by("pk"):
        label = f"Việc ngày {row.deed_on:%d/%m/%Y}, {row.deed_place}"
        url = reverse("exemplars_show", args=[row.pk])
        yield Sign(row.organisation_id, f"exemplar:{row.pk}", label, url, (scope.on - row.since).days)
