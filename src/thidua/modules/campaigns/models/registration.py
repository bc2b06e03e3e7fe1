from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import tracked
from thidua.modules.accounts.models import User
from thidua.modules.campaigns.models.campaign import Campaign
from thidua.modules.files.models import StoredFile
from thidua.modules.organisations.models import Organisation
from thidua.modules.people.models import Collective, Person


class RegistrationState(models.TextChoices):
    DRAFT = "draft", _("not sent")
    SENT = "sent", _("waiting for approval")
    REFUSED = "refused", _("registration refused")
    APPROVED = "approved", _("registration approved")


@tracked()
class Registration(models.Model):
    """A unit registers for a campaign: who takes part, what it pledges; the launching body approves."""

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="registrations")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="registrations", verbose_name=_("unit")
    )
    pledge = models.TextField(_("pledge"), blank=True)
    pledged_on = models.DateField(_("pledge signed on"), null=True, blank=True)
    pledged_with = models.CharField(_("signed with"), max_length=300, blank=True)
    pledge_file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    pledge_link = models.URLField(_("link to the pledge"), max_length=500, blank=True)
    state = models.CharField(
        max_length=10, choices=RegistrationState, default=RegistrationState.DRAFT, editable=False
    )
    reason = models.TextField(_("reason of the answer"), blank=True)
    sent_on = models.DateField(_("sent on"), null=True, blank=True)
    answered_on = models.DateField(_("answered on"), null=True, blank=True)
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        verbose_name = _("registration for a campaign")
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "organisation"],
                name="registration_once",
                violation_error_message=_("The unit has registered for this campaign already."),
            ),
            models.CheckConstraint(
                name="registration_sent_is_dated",
                condition=Q(state="draft") | Q(sent_on__isnull=False),
                violation_error_message=_("A registration that was sent has its day."),
            ),
            models.CheckConstraint(
                name="registration_refused_with_a_reason",
                condition=~Q(state="refused") | ~Q(reason=""),
                violation_error_message=_("Say why the registration is refused."),
            ),
        ]
        indexes = [models.Index(fields=["organisation", "state"], name="registration_of_unit")]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.campaign}"

    @property
    def launching_id(self) -> int:
        """The organisation that answers it."""
        return self.campaign.organisation_id


@tracked()
class Participant(models.Model):
    """Somebody of the unit who takes part: his own target, and the honours that are aimed at."""

    registration = models.ForeignKey(Registration, models.CASCADE, related_name="participants")
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    collective = models.ForeignKey(Collective, models.PROTECT, null=True, blank=True, related_name="+")
    target = models.CharField(_("own target"), max_length=500, blank=True)
    honours = ArrayField(models.CharField(max_length=20), default=list, blank=True)

    class Meta:
        verbose_name = _("participant of a campaign")
        constraints = [
            models.CheckConstraint(
                name="participant_is_one",
                condition=Q(person__isnull=False, collective__isnull=True)
                | Q(person__isnull=True, collective__isnull=False),
                violation_error_message=_("Choose a person or a collective."),
            ),
            models.UniqueConstraint(fields=["registration", "person"], name="participant_person_once"),
            models.UniqueConstraint(
                fields=["registration", "collective"], name="participant_collective_once"
            ),
        ]

    def __str__(self) -> str:
        return str(self.person or self.collective)
