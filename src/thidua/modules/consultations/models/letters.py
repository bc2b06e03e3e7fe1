from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import tracked
from thidua.modules.accounts.models import User
from thidua.modules.dossiers.models import Candidate, Dossier
from thidua.modules.files.models import StoredFile
from thidua.modules.organisations.models import Organisation


class ConsultationState(models.TextChoices):
    DRAFT = "draft", _("being prepared")
    ASKED = "asked", _("waiting for the answer")
    ANSWERED = "answered", _("answered")
    CANCELLED = "cancelled", _("cancelled")


class Opinion(models.TextChoices):
    AGREES = "agrees", _("agrees")
    AGREES_IN_PART = "in_part", _("agrees with remarks")
    DISAGREES = "disagrees", _("does not agree")
    NO_COMMENT = "no_comment", _("no comment")


@tracked()
class Consultation(models.Model):
    """A body is asked by công văn about a dossier; it answers here or by paper, with number and day."""

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="consultations")
    candidate = models.ForeignKey(
        Candidate, models.PROTECT, null=True, blank=True, related_name="consultations"
    )
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("asking body")
    )
    body = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("body asked")
    )
    body_name = models.CharField(_("body asked, as addressed"), max_length=200)
    question = models.TextField(_("what is asked"))
    state = models.CharField(
        max_length=10, choices=ConsultationState, default=ConsultationState.DRAFT, editable=False
    )
    letter_number = models.CharField(_("number of our letter"), max_length=60, blank=True)
    asked_on = models.DateField(_("asked on"), null=True, blank=True)
    due_on = models.DateField(_("answer due on"), null=True, blank=True)
    reply_number = models.CharField(_("number of the reply"), max_length=60, blank=True)
    replied_on = models.DateField(_("replied on"), null=True, blank=True)
    opinion = models.CharField(_("opinion"), max_length=10, choices=Opinion, blank=True)
    reply = models.TextField(_("content of the reply"), blank=True)
    reply_file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("consultation")
        indexes = [
            models.Index(
                fields=["due_on", "id"],
                condition=Q(state=ConsultationState.ASKED),
                name="consultation_waiting",
            )
        ]
        constraints = [
            models.CheckConstraint(
                name="consultation_answer_has_opinion",
                condition=~Q(state=ConsultationState.ANSWERED)
                | (~Q(opinion="") & Q(replied_on__isnull=False)),
                violation_error_message=_("An answer needs its day and its opinion."),
            ),
            models.CheckConstraint(
                name="consultation_asked_is_dated",
                condition=~Q(state=ConsultationState.ASKED)
                | (Q(asked_on__isnull=False) & Q(due_on__isnull=False)),
                violation_error_message=_("Enter the day of asking and the day the answer is due."),
            ),
            models.CheckConstraint(
                name="consultation_due_later",
                condition=Q(due_on__isnull=True) | Q(asked_on__isnull=True) | Q(due_on__gte=F("asked_on")),
                violation_error_message=_("The answer cannot be due before it is asked for."),
            ),
        ]
