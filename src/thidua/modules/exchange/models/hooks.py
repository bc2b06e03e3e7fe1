from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import tracked
from thidua.modules.accounts.models import User
from thidua.modules.exchange.kinds import DispatchState, Happening
from thidua.modules.exchange.models.tokens import Token


@tracked(exclude=["secret_sealed", "n_failures"])
class Subscription(models.Model):
    """An address of an outside system that is told of what happens, within the reach of its token.

    `n_failures` counts tries that failed one after the other; too many switch it off.
    """

    token = models.ForeignKey(Token, models.PROTECT, related_name="subscriptions")
    address = models.URLField(_("address that is told"), max_length=400)
    happenings = ArrayField(models.CharField(max_length=20, choices=Happening), verbose_name=_("of what"))
    secret_sealed = models.BinaryField(null=True, editable=False)
    n_failures = models.PositiveSmallIntegerField(default=0, editable=False)
    is_on = models.BooleanField(_("switched on"), default=True)
    off_reason = models.CharField(_("why it is switched off"), max_length=300, blank=True)
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("subscription of an outside system")
        constraints = [
            models.CheckConstraint(
                name="subscription_to_something",
                condition=Q(happenings__len__gt=0),
                violation_error_message=_("Choose at least one thing to be told of."),
            ),
            models.UniqueConstraint(
                fields=["token", "address"],
                name="subscription_address_once",
                violation_error_message=_("This address is told already."),
            ),
        ]

    def __str__(self) -> str:
        return self.address

    @property
    def event_names(self) -> list[str]:
        return [str(Happening(one).label) for one in self.happenings]


class Dispatch(models.Model):
    """One thing that a subscription is told: tried again with growing pauses, kept with what was answered."""

    subscription = models.ForeignKey(Subscription, models.CASCADE, related_name="dispatches", db_index=False)
    event = models.CharField(max_length=20, choices=Happening)
    key = models.UUIDField()
    path = models.CharField(max_length=100)
    made_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=DispatchState, default=DispatchState.WAITING)
    n_tries = models.PositiveSmallIntegerField(default=0)
    next_at = models.DateTimeField()
    tried_at = models.DateTimeField(null=True)
    status = models.PositiveSmallIntegerField(null=True)
    error = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name = _("news told to an outside system")
        constraints = [
            models.UniqueConstraint(
                fields=["subscription", "key"],
                name="dispatch_once",
                violation_error_message=_("This was told already."),
            )
        ]
        indexes = [
            models.Index(fields=["subscription", "-id"], name="dispatch_of_subscription"),
            models.Index(fields=["next_at"], condition=Q(state="waiting"), name="dispatch_due"),
        ]
