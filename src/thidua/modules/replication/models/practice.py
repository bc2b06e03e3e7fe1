from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import append_only, tracked
from thidua.modules.accounts.models import User
from thidua.modules.campaigns.models import Campaign, Field
from thidua.modules.files.models import StoredFile
from thidua.modules.organisations.models import Organisation


class ModelState(models.TextChoices):
    DRAFT = "draft", _("model being written")
    PROPOSED = "proposed", _("model put forward")
    PILOT = "pilot", _("in pilot")
    REVIEWED = "reviewed", _("model reviewed")
    CATALOGUE = "catalogue", _("in the catalogue")
    RETIRED = "retired", _("no longer followed")


class ModelVerdict(models.TextChoices):
    """What the review of the pilot says."""

    WORTH = "worth", _("worth replicating")
    NOT_YET = "not_yet", _("not yet: pilot it further")
    NO = "no", _("not to be replicated")


@tracked()
class PracticeModel(models.Model):
    """A model (mô hình): what is new, how it is done, what it needs; piloted, then offered to all units."""

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("unit that began it")
    )
    name = models.CharField(_("name of the model"), max_length=200)
    field = models.ForeignKey(
        Field, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("field of the model")
    )
    campaign = models.ForeignKey(
        Campaign,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="practice_models",
        verbose_name=_("campaign it belongs to"),
    )
    novelty = models.TextField(_("what is new"), blank=True)
    solutions = models.TextField(_("solutions"), blank=True)
    conditions = models.TextField(_("conditions for doing it elsewhere"), blank=True)
    cost = models.PositiveBigIntegerField(_("cost in đồng"), null=True, blank=True)
    state = models.CharField(max_length=10, choices=ModelState, default=ModelState.DRAFT, editable=False)
    verdict = models.CharField(_("conclusion"), max_length=8, choices=ModelVerdict, blank=True)
    verdict_reason = models.TextField(_("reason of the conclusion"), blank=True)
    reviewed_on = models.DateField(_("reviewed on"), null=True, blank=True)
    entered_on = models.DateField(_("entered on"))
    proposed_on = models.DateField(_("first put forward on"), null=True, blank=True, editable=False)
    shared_on = models.DateField(
        _("shared with the whole province on"), null=True, blank=True, editable=False
    )
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=0, editable=False)
    search = models.TextField(editable=False)

    class Meta:
        verbose_name = _("model")
        constraints = [
            models.CheckConstraint(
                name="model_verdict_has_reason",
                condition=Q(verdict="") | (~Q(verdict_reason="") & Q(reviewed_on__isnull=False)),
                violation_error_message=_("Say why the review comes to this conclusion, and on which day."),
            ),
            models.CheckConstraint(
                name="model_listed_when_worth",
                condition=~Q(state="catalogue") | Q(verdict="worth"),
                violation_error_message=_("Only a model reviewed as worth replicating is in the catalogue."),
            ),
            models.CheckConstraint(
                name="model_reviewed_with_verdict",
                condition=~Q(state="reviewed") | ~Q(verdict=""),
                violation_error_message=_("Say what the review comes to."),
            ),
            models.CheckConstraint(
                name="model_put_forward_has_its_day",
                condition=Q(state__in=["draft", "retired"]) | Q(proposed_on__isnull=False),
                violation_error_message=_("A model that was put forward has the day of it."),
            ),
            models.CheckConstraint(
                name="model_shared_from_the_catalogue",
                condition=Q(shared_on__isnull=True) | Q(state="catalogue"),
                violation_error_message=_("Only a model in the catalogue is shared with the whole province."),
            ),
        ]
        indexes = [
            GinIndex(OpClass(F("search"), name="gin_trgm_ops"), name="practice_model_search"),
            models.Index(fields=["organisation", "state"], name="practice_model_of_unit"),
            models.Index(fields=["-entered_on", "-id"], name="practice_model_newest"),
        ]

    def __str__(self) -> str:
        return self.name


@append_only
class ModelStep(models.Model):
    """A step of a model's life on its day, with what was said of it."""

    model = models.ForeignKey(PracticeModel, models.PROTECT, related_name="steps")
    step = models.CharField(max_length=12)
    on = models.DateField()
    note = models.TextField(blank=True)
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("step of a model")


@tracked()
class ModelProof(models.Model):
    """What shows that a model works: a stored file or a link."""

    model = models.ForeignKey(PracticeModel, models.CASCADE, related_name="proofs")
    label = models.CharField(_("what it is"), max_length=200)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    link = models.URLField(_("link"), blank=True)

    class Meta:
        verbose_name = _("proof of a model")
        constraints = [
            models.CheckConstraint(
                name="model_proof_file_or_link",
                condition=(Q(file__isnull=False) & Q(link="")) | (Q(file__isnull=True) & ~Q(link="")),
                violation_error_message=_("Attach a file or give a link, not both."),
            )
        ]
