from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import append_only, tracked
from thidua.modules.accounts.models import User
from thidua.modules.dossiers.models import Dossier
from thidua.modules.exchange.kinds import Scope
from thidua.modules.organisations.models import Organisation


@tracked(exclude=["digest"])
class Token(models.Model):
    """What lets one outside system in: kept as a hash, for one unit and all below it, until a day.

    `last_day` is the last day on which it works; `hint` are its first characters, to tell it from others.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    unit = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("unit whose data it reaches")
    )
    system_name = models.CharField(_("outside system"), max_length=120)
    contact = models.CharField(_("who answers for it there"), max_length=200)
    scopes = ArrayField(models.CharField(max_length=12, choices=Scope), verbose_name=_("what it may do"))
    hint = models.CharField(max_length=12)
    digest = models.CharField(max_length=64, unique=True, editable=False)
    last_day = models.DateField(_("last day"))
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    revoked_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    revoked_at = models.DateTimeField(null=True)
    revoked_reason = models.CharField(_("why it was revoked"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("access token")
        constraints = [
            models.CheckConstraint(
                name="token_may_something",
                condition=Q(scopes__len__gt=0),
                violation_error_message=_("Choose at least one thing that the system may do."),
            ),
            models.CheckConstraint(
                name="token_revoked_with_a_reason",
                condition=Q(revoked_at__isnull=True) | ~Q(revoked_reason=""),
                violation_error_message=_("Say why the token is revoked."),
            ),
        ]
        indexes = [models.Index(fields=["organisation", "-id"], name="token_of_body")]

    def __str__(self) -> str:
        return self.system_name

    @property
    def scope_names(self) -> list[str]:
        return [str(Scope(one).label) for one in self.scopes]


@append_only
class Call(models.Model):
    """One call of an outside system: with which token, what, from where, how it was answered."""

    token = models.ForeignKey(Token, models.PROTECT, related_name="calls", db_index=False)
    at = models.DateTimeField()
    method = models.CharField(max_length=7)
    path = models.CharField(max_length=200)
    question = models.CharField(max_length=300, blank=True)
    status = models.PositiveSmallIntegerField()
    address = models.GenericIPAddressField(null=True)

    class Meta:
        verbose_name = _("call of an outside system")
        indexes = [models.Index(fields=["token", "-id"], name="call_of_token")]


@append_only
class Proposal(models.Model):
    """A draft dossier that a system sent in: the same key of the same token leads to the same dossier."""

    token = models.ForeignKey(Token, models.PROTECT, related_name="proposals")
    key = models.CharField(max_length=80)
    digest = models.CharField(max_length=64)
    dossier = models.OneToOneField(Dossier, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("draft sent in by an outside system")
        constraints = [
            models.UniqueConstraint(
                fields=["token", "key"],
                name="proposal_key_once",
                violation_error_message=_("This key was used before."),
            )
        ]
