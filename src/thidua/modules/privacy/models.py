from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import tracked
from thidua.modules.accounts.models import User
from thidua.modules.organisations.models import Organisation
from thidua.modules.people.models import Person


class RequestKind(models.TextChoices):
    COPY = "copy", _("a copy of the data")
    CORRECTION = "correction", _("a correction")
    ERASURE = "erasure", _("erasure, or an end to the use")


class RequestWay(models.TextChoices):
    DIRECT = "direct", _("in person")
    POST = "post", _("by letter")
    ONLINE = "online", _("by e-mail")


class RequestState(models.TextChoices):
    RECEIVED = "received", _("request received")
    ANSWERED = "answered", _("request answered")
    REFUSED = "refused", _("request refused")


@tracked()
class DataRequest(models.Model):
    """What somebody asks about his own data (Law 91/2025/QH15), and what was answered.

    Nobody's deadline is guessed: `due_on` is entered with the provision that sets it.
    """

    person = models.ForeignKey(
        Person, models.PROTECT, related_name="data_requests", verbose_name=_("whose data")
    )
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("unit that answers")
    )
    code = models.CharField(_("number of the request"), max_length=40)
    kind = models.CharField(_("what is requested"), max_length=10, choices=RequestKind)
    way = models.CharField(_("how it was asked"), max_length=8, choices=RequestWay)
    asked_by = models.CharField(_("who asks"), max_length=160)
    is_proven = models.BooleanField(
        _("who asks has proved to be that person, or to act for him"), default=False
    )
    text = models.TextField(_("what exactly is asked"), max_length=2_000)
    received_on = models.DateField(_("requested on"))
    due_on = models.DateField(_("to be answered by"), null=True, blank=True)
    due_basis = models.CharField(_("provision that sets the day"), max_length=200, blank=True)
    state = models.CharField(
        max_length=10, choices=RequestState, default=RequestState.RECEIVED, editable=False
    )
    answer = models.TextField(_("answer"), max_length=4_000, blank=True)
    answered_on = models.DateField(_("answered on"), null=True, blank=True)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("request about personal data")
        constraints = [
            models.UniqueConstraint(fields=["organisation", "code"], name="data_request_code_once"),
            models.CheckConstraint(
                name="data_request_answered_says_what",
                condition=Q(state=RequestState.RECEIVED) | (~Q(answer="") & Q(answered_on__isnull=False)),
                violation_error_message=_("Write down what was answered."),
            ),
            models.CheckConstraint(
                name="data_request_deadline_has_its_provision",
                condition=Q(due_on__isnull=True) | ~Q(due_basis=""),
                violation_error_message=_("Name the provision that sets the deadline."),
            ),
            models.CheckConstraint(
                name="data_request_answered_after_asked",
                condition=Q(answered_on__isnull=True) | Q(answered_on__gte=F("received_on")),
                violation_error_message=_("It cannot be answered before it was asked."),
            ),
        ]
        indexes = [models.Index(fields=["-received_on", "-id"], name="data_request_newest")]

    def __str__(self) -> str:
        return self.code
