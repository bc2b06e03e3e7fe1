from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import append_only, tracked
from thidua.modules.accounts.models import User
from thidua.modules.organisations.models import Organisation
from thidua.modules.people.models.recipients import Person


class TransferState(models.TextChoices):
    ASKED = "asked", _("waiting for the receiving unit")
    ACCEPTED = "accepted", _("accepted")
    DECLINED = "declined", _("declined")


@tracked()
class Transfer(models.Model):
    """A person moves to another unit on a day; the receiving unit accepts, the old one keeps reading its years."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="transfers")
    source = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    target = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    on = models.DateField(_("moves on"))
    post = models.CharField(_("post in the new unit"), max_length=120, blank=True)
    state = models.CharField(max_length=10, choices=TransferState, default=TransferState.ASKED)
    asked_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    note = models.CharField(_("note"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("transfer")
        constraints = [
            models.CheckConstraint(
                name="transfer_goes_elsewhere",
                condition=~Q(source=F("target")),
                violation_error_message=_("Choose another unit than the present one."),
            ),
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(state=TransferState.ASKED),
                name="transfer_one_open",
                violation_error_message=_("A transfer of this person is already waiting."),
            ),
        ]


@tracked()
class PersonMerge(models.Model):
    """Two records of one person joined; what moved is kept so that they can be split again."""

    kept = models.ForeignKey(Person, models.PROTECT, related_name="+")
    merged = models.ForeignKey(Person, models.PROTECT, related_name="+")
    moved = models.JSONField()
    reason = models.CharField(_("reason"), max_length=200)
    merged_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    merged_at = models.DateTimeField()
    split_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("merge of two records")


@append_only
class NumberLookup(models.Model):
    """Somebody looked a person up by the full number; outside his scope he learned only that there is one."""

    number_key = models.CharField(max_length=64)
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    looked_up_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    looked_up_at = models.DateTimeField()
    outcome = models.CharField(max_length=10)

    class Meta:
        verbose_name = _("look-up by number")
        indexes = [models.Index(fields=["looked_up_by", "looked_up_at"], name="number_lookup_of_user")]
