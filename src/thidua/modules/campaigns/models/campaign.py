from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import append_only, tracked
from thidua.modules.accounts.models import User
from thidua.modules.campaigns.models.field import Field
from thidua.modules.files.models import StoredFile
from thidua.modules.organisations.models import Organisation


class CampaignState(models.TextChoices):
    DRAFT = "draft", _("being prepared")
    LAUNCHED = "launched", _("launched")
    ENDED = "ended", _("brought to an end")
    CALLED_OFF = "called_off", _("called off")


class CampaignKind(models.TextChoices):
    """06/2022/QH15 article 16.1."""

    REGULAR = "regular", _("regular")
    THEMATIC = "thematic", _("thematic")


class CampaignScope(models.TextChoices):
    """06/2022/QH15 article 16.2."""

    NATION = "nation", _("nationwide")
    LOCAL = "local", _("ministry, sector, organisation or locality")
    CLUSTER = "cluster", _("cluster or block")
    UNIT = "unit", _("agency, organisation or unit")


class Cadence(models.TextChoices):
    MONTH = "month", _("every month")
    QUARTER = "quarter", _("every quarter")


class Reach(models.TextChoices):
    ALL = "all", _("all units directly below")
    CHOSEN = "chosen", _("only the units chosen")


@tracked()
class Campaign(models.Model):
    """An emulation campaign of an organisation: its own, or its own plan for one launched `above`.

    `parts` holds what the law asks for in words, by the code of the requirement; `until` is the day
    after the last.
    """

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="campaigns", verbose_name=_("unit")
    )
    above = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="plans")
    field = models.ForeignKey(
        Field, models.PROTECT, related_name="campaigns", verbose_name=_("field of work")
    )
    name = models.CharField(_("name of the campaign"), max_length=300)
    kind = models.CharField(_("form"), max_length=10, choices=CampaignKind, default=CampaignKind.THEMATIC)
    scope = models.CharField(_("scope"), max_length=10, choices=CampaignScope, default=CampaignScope.LOCAL)
    since = models.DateField(_("first day"))
    until = models.DateField(_("day after the last"), null=True, blank=True)
    launching_body = models.CharField(_("launching body"), max_length=200)
    cadence = models.CharField(_("units report"), max_length=8, choices=Cadence, default=Cadence.MONTH)
    plan_number = models.CharField(_("number of the plan"), max_length=60, blank=True)
    plan_on = models.DateField(_("day of the plan"), null=True, blank=True)
    plan_file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    plan_link = models.URLField(_("link to the plan"), max_length=500, blank=True)
    parts = models.JSONField(default=dict, blank=True)
    reach = models.CharField(_("reaches"), max_length=8, choices=Reach, default=Reach.ALL)
    state = models.CharField(
        max_length=10, choices=CampaignState, default=CampaignState.DRAFT, editable=False
    )
    launched_on = models.DateField(_("launched on"), null=True, blank=True)
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=0, editable=False)
    search = models.TextField(editable=False)

    class Meta:
        verbose_name = _("campaign")
        constraints = [
            models.CheckConstraint(
                name="campaign_ends_after_it_begins",
                condition=Q(until__isnull=True) | Q(until__gt=F("since")),
                violation_error_message=_("The last day cannot lie before the first."),
            ),
            models.CheckConstraint(
                name="campaign_launched_is_dated",
                condition=Q(state__in=["draft", "called_off"])
                | Q(launched_on__isnull=False, until__isnull=False),
                violation_error_message=_(
                    "A campaign that is launched has its day of launch and its last day."
                ),
            ),
            models.UniqueConstraint(
                fields=["organisation", "above"],
                condition=Q(above__isnull=False) & ~Q(state="called_off"),
                name="campaign_one_plan_of_a_unit",
                violation_error_message=_("The unit already has its own plan for this campaign."),
            ),
        ]
        indexes = [
            GinIndex(OpClass(F("search"), name="gin_trgm_ops"), name="campaign_search"),
            models.Index(fields=["organisation", "state"], name="campaign_of_unit"),
            models.Index(fields=["-since", "-id"], name="campaign_newest"),
        ]

    def __str__(self) -> str:
        return self.name


@tracked()
class CampaignUnit(models.Model):
    """A unit that a campaign reaches; it may stand aside and say why: nobody is forced to take part."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="units")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("unit"))
    stood_aside_on = models.DateField(_("stood aside on"), null=True, blank=True)
    reason = models.CharField(_("why it stands aside"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("unit that a campaign reaches")
        constraints = [
            models.UniqueConstraint(fields=["campaign", "organisation"], name="campaign_unit_once"),
            models.CheckConstraint(
                name="campaign_unit_stands_aside_with_a_reason",
                condition=Q(stood_aside_on__isnull=True) | ~Q(reason=""),
                violation_error_message=_("Say why the unit does not take part."),
            ),
        ]


@append_only
class CampaignStep(models.Model):
    """A step of a campaign's life, on its day, with what was said of it."""

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="steps")
    step = models.CharField(max_length=10)
    on = models.DateField()
    note = models.TextField(blank=True)
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("step of a campaign")
