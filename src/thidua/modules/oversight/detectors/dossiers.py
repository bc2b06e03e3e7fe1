"""Signs on the way of a dossier: late, stuck at a desk, sent back again and again, one achievement used twice."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Count, DateField, DurationField, ExpressionWrapper, F, Max, Q, Value
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thidua.modules.appraisal.models import Appraisal, AppraisalState
from thidua.modules.decisions.api import timed
from thidua.modules.dossiers.api import live_candidates
from thidua.modules.dossiers.models import CandidateState, Dossier, DossierState, Flag, ReportPrint
from thidua.modules.exemplars.models import Exemplar
from thidua.modules.oversight.detectors.parts import Scope, Sign, detector
from thidua.modules.people.models import Initiative


def _page(pk: int) -> str:
    return reverse("dossiers_show", args=[pk])


def _called(code: str) -> str:
    """By its number: a title may hold a person's name."""
    return f"Hồ sơ {code}"


@detector(
    title=_("Late from deed to decision"),
    why=_("A commendation is timely, above all of a deed that just happened."),
    basis="Luật 06/2022/QH15, Điều 5.2.a (khen thưởng kịp thời); Kế hoạch 163/KH-UBND",
    measured=_("days from the deed to the decision, or to today"),
    threshold=30,
    threshold_label=_("more than so many days"),
    owner="desk",
)
def late_decision(scope: Scope, threshold: int) -> Iterator[Sign]:
    sent = live_candidates().filter(
        dossier__organisation__in=scope.units, dossier__sent_on__gte=scope.year_ago
    )
    rows: Any = timed(sent.exclude(state=CandidateState.NOT_GRANTED)).filter(deed__isnull=False)
    took = ExpressionWrapper(Coalesce("decision", Value(scope.on, DateField())) - F("deed"), DurationField())
    late = (
        rows.order_by().values("dossier", "dossier__organisation", "dossier__code").annotate(most=Max(took))
    )
    for row in late.order_by("dossier"):
        if row["most"].days > threshold:
            pk = row["dossier"]
            unit = row["dossier__organisation"]
            label = _called(row["dossier__code"])
            yield Sign(unit, f"dossier:{pk}", label, _page(pk), row["most"].days)


@detector(
    title=_("Deadline passed at a desk"),
    why=_("A dossier is examined within the days that the rule allows."),
    basis="Thời hạn theo thủ tục ghi trong từng hồ sơ; Luật 06/2022/QH15, Điều 5.2.a",
    measured=_("days past the deadline"),
    threshold=1,
    threshold_label=_("at least so many days past the deadline"),
    owner="desk",
)
def overdue_desk(scope: Scope, threshold: int) -> Iterator[Sign]:
    rows = Appraisal.objects.filter(
        organisation=scope.body, state=AppraisalState.OPEN, due_on__lte=scope.ago(threshold)
    )
    for row in rows.select_related("dossier").order_by("pk"):
        assert row.due_on is not None  # filtered by it
        label, n_days = _called(row.dossier.code), (scope.on - row.due_on).days
        yield Sign(scope.body.pk, f"dossier:{row.dossier_id}", label, _page(row.dossier_id), n_days)


@detector(
    title=_("Sent back again and again for the same cause"),
    why=_("The third return for one cause shows that the request was not clear, or the guidance lacks."),
    basis="Kế hoạch 163/KH-UBND (nâng cao chất lượng xét khen thưởng); Luật 06/2022/QH15, Điều 83.6",
    measured=_("returns for the same cause"),
    threshold=3,
    threshold_label=_("at least so many returns"),
    owner="desk",
)
def returned_again(scope: Scope, threshold: int) -> Iterator[Sign]:
    flags = Flag.objects.filter(dossier__organisation__in=scope.units, raised_at__date__gte=scope.year_ago)
    rows = flags.order_by().values("dossier", "dossier__organisation", "dossier__code", "field")
    counted = rows.annotate(n=Count("raised_at", distinct=True)).filter(n__gte=threshold)
    for row in counted.order_by("dossier", "field"):
        pk, unit = row["dossier"], row["dossier__organisation"]
        subject = f"dossier:{pk}:{row['field']}"
        yield Sign(unit, subject, _called(row["dossier__code"]), _page(pk), row["n"])


ALIVE = ~Q(state__in=[DossierState.WITHDRAWN, DossierState.REFUSED])


@detector(
    title=_("One initiative used twice"),
    why=_("One achievement is not rewarded several times; an initiative counts once."),
    basis="Luật 06/2022/QH15, Điều 5.2.c; Công văn 5007/BNV-TĐKT (2023), mục III.5.c (theo nguồn thứ cấp)",
    measured=_("files rest on it"),
    threshold=2,
    threshold_label=_("at least so many files"),
    owner="unit",
)
def initiative_twice(scope: Scope, threshold: int) -> Iterator[Sign]:
    rows = live_candidates().filter(initiatives__organisation__in=scope.units, person__isnull=False)
    pairs = rows.order_by().values("initiatives", "person").annotate(n=Count("dossier", distinct=True))
    most: dict[int, int] = {}
    for row in pairs.filter(n__gte=threshold):
        most[row["initiatives"]] = max(row["n"], most.get(row["initiatives"], 0))
    for one in Initiative.objects.filter(pk__in=most).order_by("pk"):
        url = reverse("initiatives_show", args=[one.pk])
        yield Sign(one.organisation_id, f"initiative:{one.pk}", one.title, url, most[one.pk])


@detector(
    title=_("One deed proposed twice"),
    why=_("One achievement is not rewarded by several forms, nor several times."),
    basis="Luật 06/2022/QH15, Điều 5.2.c",
    measured=_("files about the same deed"),
    threshold=2,
    threshold_label=_("at least so many files"),
    owner="unit",
)
def deed_twice(scope: Scope, threshold: int) -> Iterator[Sign]:
    sent = Dossier.objects.filter(ALIVE, exemplar__organisation__in=scope.units, sent_on__isnull=False)
    rows = sent.order_by().values("exemplar").annotate(n=Count("pk")).filter(n__gte=threshold)
    counts = {row["exemplar"]: row["n"] for row in rows}
    for one in Exemplar.objects.filter(pk__in=counts).order_by("pk"):
        url = reverse("exemplars_show", args=[one.pk])
        label = f"Việc ngày {one.deed_on:%d/%m/%Y}, {one.deed_place}"
        yield Sign(one.organisation_id, f"exemplar:{one.pk}", label, url, counts[one.pk])


@detector(
    title=_("Copied reports"),
    why=_(
        "A report that says the same as others says little of the person; names and numbers are not compared."
    ),
    basis="Kế hoạch 163/KH-UBND (nâng cao chất lượng xét khen thưởng); Luật 06/2022/QH15, Điều 83.6",
    measured=_("reports of the dossier with passages like those of others"),
    threshold=1,
    threshold_label=_("at least so many reports"),
    owner="unit",
)
def copied_reports(scope: Scope, threshold: int) -> Iterator[Sign]:
    prints = ReportPrint.objects.filter(
        n_alike__gt=0,
        report__candidate__dossier__organisation__in=scope.units,
        report__candidate__dossier__sent_on__gte=scope.year_ago,
    )
    path = "report__candidate__dossier"
    rows = prints.order_by().values(path, f"{path}__organisation", f"{path}__code").annotate(n=Count("pk"))
    for row in rows.filter(n__gte=threshold).order_by(path):
        pk = row[path]
        yield Sign(
            row[f"{path}__organisation"], f"dossier:{pk}", _called(row[f"{path}__code"]), _page(pk), row["n"]
        )
