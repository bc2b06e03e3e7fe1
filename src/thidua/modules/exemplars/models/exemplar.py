from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import append_only, tracked
from thidua.modules.accounts.models import User
from thidua.modules.organisations.models import Organisation
from thidua.modules.people.kinds import Nature, StatusGroup
from thidua.modules.people.models import Collective, Household, Person


class ExemplarState(models.TextChoices):
    FOUND = "found", _("found")
    VERIFIED = "verified", _("verified")
    NURTURED = "nurtured", _("being nurtured")
    COMMENDED = "commended", _("commended")
    PUBLICISED = "publicised", _("publicised")
    REPLICATED = "replicated", _("replicated")
    SET_ASIDE = "set_aside", _("set aside")


class ExemplarKind(models.TextChoices):
    PERSON = "person", _("person")
    COLLECTIVE = "collective", _("collective")
    HOUSEHOLD = "household", _("household")


class Consent(models.TextChoices):
    NOT_ASKED = "not_asked", _("not asked yet")
    GIVEN = "given", _("agrees to publication")
    REFUSED = "refused", _("does not agree to publication")


@tracked()
class Exemplar(models.Model):
    """An advanced exemplar or a good deed, from discovery to replication; in the records or by name only."""

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="exemplars", verbose_name=_("unit")
    )
    kind = models.CharField(
        _("person, collective or household"), max_length=10, choices=ExemplarKind, default=ExemplarKind.PERSON
    )
    name = models.CharField(_("name"), max_length=200)
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    collective = models.ForeignKey(Collective, models.PROTECT, null=True, blank=True, related_name="+")
    household = models.ForeignKey(Household, models.PROTECT, null=True, blank=True, related_name="+")
    status_group = models.CharField(_("status group"), max_length=20, choices=StatusGroup, blank=True)
    natures = ArrayField(
        models.CharField(max_length=20, choices=Nature),
        default=list,
        blank=True,
        verbose_name=_("nature of work"),
    )
    deed = models.TextField(_("deed or achievement"))
    deed_on = models.DateField(_("day it was done"))
    deed_place = models.CharField(_("place it was done"), max_length=200)
    confirmed_by = models.CharField(_("who knows or confirms it"), max_length=200, blank=True)
    mentor = models.CharField(_("mentor (person or unit)"), max_length=200, blank=True)
    plan = models.TextField(_("plan of nurturing"), blank=True)
    consent = models.CharField(_("consent"), max_length=10, choices=Consent, default=Consent.NOT_ASKED)
    consent_on = models.DateField(_("answered on"), null=True, blank=True)
    consent_note = models.CharField(_("how it was answered"), max_length=200, blank=True)
    state = models.CharField(
        max_length=12, choices=ExemplarState, default=ExemplarState.FOUND, editable=False
    )
    found_on = models.DateField(_("found on"))
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=0, editable=False)
    search = models.TextField(editable=False)

    class Meta:
        verbose_name = _("exemplar")
        constraints = [
            models.CheckConstraint(
                name="exemplar_of_its_kind",
                condition=(Q(person__isnull=True) | Q(kind=ExemplarKind.PERSON))
                & (Q(collective__isnull=True) | Q(kind=ExemplarKind.COLLECTIVE))
                & (Q(household__isnull=True) | Q(kind=ExemplarKind.HOUSEHOLD)),
                violation_error_message=_("The record chosen is of another kind than the exemplar."),
            ),
            models.CheckConstraint(
                name="exemplar_consent_is_dated",
                condition=Q(consent=Consent.NOT_ASKED) | Q(consent_on__isnull=False),
                violation_error_message=_("Enter the day on which the person answered."),
            ),
            models.CheckConstraint(
                name="exemplar_publicised_with_consent",
                condition=~Q(state__in=["publicised", "replicated"]) | Q(consent=Consent.GIVEN),
                violation_error_message=_("Nobody is publicised without having agreed."),
            ),
            models.CheckConstraint(
                name="exemplar_found_after_deed",
                condition=Q(found_on__gte=F("deed_on")),
                violation_error_message=_("A deed cannot be found before it was done."),
            ),
        ]
        indexes = [
            GinIndex(OpClass(F("search"), name="gin_trgm_ops"), name="exemplar_search"),
            models.Index(fields=["organisation", "state"], name="exemplar_of_unit"),
            models.Index(fields=["-found_on", "-id"], name="exemplar_newest"),
        ]

    def __str__(self) -> str:
        return self.name


@tracked()
class Visit(models.Model):
    """Somebody went there, or asked those who know, and wrote down what is so."""

    exemplar = models.ForeignKey(Exemplar, models.CASCADE, related_name="visits")
    on = models.DateField(_("visited on"))
    by_whom = models.CharField(_("who verified"), max_length=200)
    note = models.TextField(_("what was found"))
    noted_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    noted_at = models.DateTimeField()

    class Meta:
        verbose_name = _("verification visit")


@append_only
class Milestone(models.Model):
    """A step of an exemplar's life, on its day, with what was said of it."""

    exemplar = models.ForeignKey(Exemplar, models.PROTECT, related_name="milestones")
    step = models.CharField(max_length=12)
    on = models.DateField()
    note = models.TextField(blank=True)
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("milestone of an exemplar")
