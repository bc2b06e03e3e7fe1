from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import append_only, tracked
from thidua.modules.accounts.models import User
from thidua.modules.ceremonies.models.ceremony import Ceremony
from thidua.modules.decisions.models import DecisionItem
from thidua.modules.register.models import Entry


class Answer(models.TextChoices):
    OPEN = "open", _("no answer yet")
    COMES = "comes", _("comes")
    SENDS = "sends", _("sends somebody")
    DECLINES = "declines", _("does not come")


@tracked()
class Attendee(models.Model):
    """Who is invited: a recipient of a decision in force, called in the order of the law, or a guest.

    `entry` stands for `item` where another body decided, and the honour is received here.
    """

    ceremony = models.ForeignKey(Ceremony, models.CASCADE, related_name="attendees")
    item = models.ForeignKey(DecisionItem, models.PROTECT, null=True, blank=True, related_name="ceremonies")
    entry = models.ForeignKey(Entry, models.PROTECT, null=True, blank=True, related_name="ceremonies")
    place = models.PositiveIntegerField(_("order"), default=0)
    name = models.CharField(_("name"), max_length=200)
    honorific = models.CharField(_("honorific"), max_length=20, blank=True)
    role = models.CharField(_("post, unit"), max_length=300, blank=True)
    honour = models.CharField(max_length=12, blank=True)
    is_posthumous = models.BooleanField(_("posthumous (truy tặng)"), default=False)
    reading = models.CharField(_("how the name is read"), max_length=200, blank=True)
    code = models.SlugField(max_length=24, unique=True)
    email = models.EmailField(_("e-mail"), blank=True)
    mailed_at = models.DateTimeField(_("invitation sent by e-mail"), null=True, blank=True)
    answered_at = models.DateTimeField(_("answered on the web"), null=True, blank=True)
    answer = models.CharField(_("answer"), max_length=8, choices=Answer, default=Answer.OPEN)
    representative = models.CharField(_("who comes instead"), max_length=120, blank=True)
    needs = models.CharField(_("access needs"), max_length=200, blank=True)
    arrived_at = models.DateTimeField(_("arrived at"), null=True, blank=True)
    is_absent = models.BooleanField(_("absent when called"), default=False)

    class Meta:
        verbose_name = _("invited person")
        constraints = [
            models.UniqueConstraint(
                fields=["ceremony", "item"],
                name="attendee_item_once",
                violation_error_message=_("This recipient is on the list already."),
            ),
            models.UniqueConstraint(
                fields=["ceremony", "entry"],
                name="attendee_entry_once",
                violation_error_message=_("This recipient is on the list already."),
            ),
            models.CheckConstraint(
                name="attendee_of_one_decision",
                condition=Q(item__isnull=True) | Q(entry__isnull=True),
                violation_error_message=_("A recipient stands in one decision."),
            ),
            models.CheckConstraint(
                name="attendee_sends_somebody",
                condition=~Q(answer=Answer.SENDS) | ~Q(representative=""),
                violation_error_message=_("Name who comes instead."),
            ),
        ]
        indexes = [models.Index(fields=["ceremony", "place", "id"], name="attendee_in_order")]

    def __str__(self) -> str:
        return f"{self.honorific} {self.name}".strip()

    @property
    def is_recipient(self) -> bool:
        return self.item_id is not None or self.entry_id is not None

    @property
    def award(self) -> Entry | None:
        """The line of the register, where it has been written."""
        return self.item.entry if self.item else self.entry


class HandoverWay(models.TextChoices):
    AT_CEREMONY = "ceremony", _("at the ceremony")
    REPRESENTATIVE = "instead", _("to who came instead")
    FAMILY = "family", _("to the family (truy tặng)")
    AFTERWARDS = "after", _("afterwards")


@append_only
class Handover(models.Model):
    """The certificate changed hands: on which day, to whom, and that it was signed for."""

    attendee = models.OneToOneField(Attendee, models.PROTECT, related_name="handover")
    way = models.CharField(_("how"), max_length=8, choices=HandoverWay)
    on = models.DateField(_("day"))
    received_by = models.CharField(_("who received it"), max_length=200)
    is_signed = models.BooleanField(_("signed for on the list"), default=False)
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("hand-over of a certificate")
