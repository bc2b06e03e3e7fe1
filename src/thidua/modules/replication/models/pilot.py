from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import tracked
from thidua.modules.accounts.models import User
from thidua.modules.organisations.models import Organisation, ends_after_it_begins
from thidua.modules.replication.models.practice import PracticeModel


class PilotState(models.TextChoices):
    RUNNING = "running", _("pilot under way")
    CONCLUDED = "concluded", _("pilot concluded")
    DROPPED = "dropped", _("pilot given up")


@tracked()
class Pilot(models.Model):
    """A unit that tries a model out, from one day to another, and what came of it."""

    model = models.ForeignKey(PracticeModel, models.CASCADE, related_name="pilots")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("pilot unit")
    )
    since = models.DateField(_("pilot since"))
    until = models.DateField(_("pilot until"))
    state = models.CharField(max_length=10, choices=PilotState, default=PilotState.RUNNING, editable=False)
    conclusion = models.TextField(_("conclusion of the pilot"), blank=True)
    ended_on = models.DateField(_("ended on"), null=True, blank=True)
    chosen_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    chosen_at = models.DateTimeField()

    class Meta:
        verbose_name = _("pilot")
        constraints = [
            ends_after_it_begins("pilot_ends_later"),
            models.UniqueConstraint(
                fields=["model", "organisation"],
                condition=Q(state="running"),
                name="pilot_one_at_a_time",
                violation_error_message=_("This unit is piloting the model already."),
            ),
            models.CheckConstraint(
                name="pilot_ended_with_a_word",
                condition=Q(state="running") | (~Q(conclusion="") & Q(ended_on__isnull=False)),
                violation_error_message=_("Say what came of the pilot."),
            ),
        ]
        indexes = [models.Index(fields=["organisation", "state"], name="pilot_of_unit")]

    def __str__(self) -> str:
        return f"{self.model} – {self.organisation}"
