"""What was measured and what was learnt, in a pilot or by a unit that applies the model."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import tracked
from thidua.modules.accounts.models import User
from thidua.modules.replication.models.adoption import Adoption
from thidua.modules.replication.models.pilot import Pilot

ONE_PLACE = Q(pilot__isnull=False, adoption__isnull=True) | Q(pilot__isnull=True, adoption__isnull=False)


class Aim(models.TextChoices):
    MORE = "more", _("the more the better")
    LESS = "less", _("the less the better")


@tracked()
class Measure(models.Model):
    """One indicator before and after, each value with its day, who measured it and where it is written."""

    pilot = models.ForeignKey(Pilot, models.CASCADE, null=True, blank=True, related_name="measures")
    adoption = models.ForeignKey(Adoption, models.CASCADE, null=True, blank=True, related_name="measures")
    name = models.CharField(_("what is measured"), max_length=200)
    unit = models.CharField(_("unit of measurement"), max_length=40)
    aim = models.CharField(_("what is better"), max_length=4, choices=Aim, default=Aim.MORE)
    before = models.DecimalField(_("value before"), max_digits=16, decimal_places=2)
    before_on = models.DateField(_("measured before on"))
    before_by = models.CharField(_("who measured it before"), max_length=200)
    before_source = models.CharField(_("source of the value before"), max_length=200)
    after = models.DecimalField(_("value after"), null=True, blank=True, max_digits=16, decimal_places=2)
    after_on = models.DateField(_("measured after on"), null=True, blank=True)
    after_by = models.CharField(_("who measured it after"), max_length=200, blank=True)
    after_source = models.CharField(_("source of the value after"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("indicator before and after")
        constraints = [
            models.CheckConstraint(name="measure_in_one_place", condition=ONE_PLACE),
            models.CheckConstraint(
                name="measure_after_is_whole",
                condition=Q(after__isnull=True, after_on__isnull=True, after_by="", after_source="")
                | (
                    Q(after__isnull=False, after_on__gte=F("before_on"))
                    & ~Q(after_by="")
                    & ~Q(after_source="")
                ),
                violation_error_message=_(
                    "The value after has its day (not before the first), who measured it, and its source."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class LessonKind(models.TextChoices):
    WORKED = "worked", _("what worked")
    DID_NOT = "did_not", _("what did not work")


@tracked()
class Lesson(models.Model):
    """What worked or did not, and for whom it is useful to know."""

    pilot = models.ForeignKey(Pilot, models.CASCADE, null=True, blank=True, related_name="lessons")
    adoption = models.ForeignKey(Adoption, models.CASCADE, null=True, blank=True, related_name="lessons")
    kind = models.CharField(_("kind of lesson"), max_length=8, choices=LessonKind)
    text = models.TextField(_("the lesson"))
    for_whom = models.CharField(_("for whom"), max_length=200)
    noted_on = models.DateField(_("noted on"))
    noted_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("lesson")
        constraints = [models.CheckConstraint(name="lesson_in_one_place", condition=ONE_PLACE)]

    def __str__(self) -> str:
        return self.text
