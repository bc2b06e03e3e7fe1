from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import tracked
from thidua.modules.clusters.models.year import ClusterYear


class Way(models.TextChoices):
    """How a criterion is scored from the one number that a member enters."""

    TARGET = "target", _("a number against its target")
    TYPED = "typed", _("points typed")
    MINUS = "minus", _("points off for each case")
    BONUS = "bonus", _("points added for each case, up to a ceiling")


def points(label: object, **options: object) -> "models.DecimalField":  # type: ignore[type-arg]
    return models.DecimalField(label, max_digits=7, decimal_places=2, **options)  # type: ignore[arg-type]


@tracked()
class CriterionGroup(models.Model):
    """Criteria under one heading of the sheet; with a ceiling, no more than it is counted."""

    year = models.ForeignKey(ClusterYear, models.CASCADE, related_name="groups")
    place = models.PositiveSmallIntegerField(_("order"))
    name = models.CharField(_("heading"), max_length=300)
    ceiling = points(_("counted up to"), null=True, blank=True)

    class Meta:
        verbose_name = _("group of criteria")
        constraints = [
            models.CheckConstraint(
                name="criterion_group_ceiling_above_zero",
                condition=Q(ceiling__isnull=True) | Q(ceiling__gt=0),
                violation_error_message=_("A ceiling is more than 0 points."),
            )
        ]

    def __str__(self) -> str:
        return self.name


@tracked()
class Criterion(models.Model):
    """What is scored: `most` is the maximum (of minus points: the most that is taken off)."""

    group = models.ForeignKey(CriterionGroup, models.CASCADE, related_name="criteria")
    place = models.PositiveSmallIntegerField(_("order"))
    name = models.CharField(_("criterion"), max_length=500)
    way = models.CharField(_("how it is scored"), max_length=6, choices=Way, default=Way.TYPED)
    most = points(_("maximum points"))
    weight = models.DecimalField(_("weight"), max_digits=4, decimal_places=2, default=1)
    target = models.DecimalField(_("target figure"), max_digits=14, decimal_places=2, null=True, blank=True)
    each = points(_("points for each case"), null=True, blank=True)
    unit = models.CharField(_("unit of measure"), max_length=40, blank=True)
    evidence = models.CharField(_("evidence wanted"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("criterion")
        constraints = [
            models.CheckConstraint(
                name="criterion_has_points",
                condition=Q(most__gt=0) & Q(weight__gt=0),
                violation_error_message=_("Maximum points and weight are more than 0."),
            ),
            models.CheckConstraint(
                name="criterion_target_where_compared",
                condition=(Q(way="target") & Q(target__isnull=False, target__gt=0))
                | (~Q(way="target") & Q(target__isnull=True)),
                violation_error_message=_("A number against its target needs the target; others have none."),
            ),
            models.CheckConstraint(
                name="criterion_each_where_counted",
                condition=(Q(way__in=["minus", "bonus"]) & Q(each__isnull=False, each__gt=0))
                | (~Q(way__in=["minus", "bonus"]) & Q(each__isnull=True)),
                violation_error_message=_(
                    "Minus points and bonus need the points for each case; others have none."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.name
