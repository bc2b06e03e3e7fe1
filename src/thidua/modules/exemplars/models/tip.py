from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import tracked
from thidua.modules.accounts.models import User
from thidua.modules.exemplars.models.exemplar import Exemplar
from thidua.modules.files.models import StoredFile
from thidua.modules.organisations.models import Organisation


class TipState(models.TextChoices):
    NEW = "new", _("new")
    ACCEPTED = "accepted", _("accepted")
    DUPLICATE = "duplicate", _("the same deed as another")
    REFERRED = "referred", _("passed to the receiver of complaints")
    DECLINED = "declined", _("not an exemplar")


class TipSource(models.TextChoices):
    INSIDE = "inside", _("told by somebody signed in")
    PUBLIC = "public", _("told on the public form")


@tracked()
class TipDoor(models.Model):
    """The address of a unit's public form: nobody guesses its code; a new code closes the old address."""

    organisation = models.OneToOneField(Organisation, models.PROTECT, related_name="+")
    code = models.SlugField(max_length=24, unique=True)
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("address of a unit's public form")


@tracked(exclude=["teller_name", "teller_contact"])
class Tip(models.Model):
    """A good deed as somebody told it. Who told it, and how to reach him, is read at triage only."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="tips")
    source = models.CharField(max_length=8, choices=TipSource)
    deed = models.TextField(_("what was done"))
    place = models.CharField(_("where"), max_length=200)
    deed_on = models.DateField(_("when"))
    who = models.CharField(_("who did it"), max_length=200, blank=True)
    witnesses = models.CharField(_("who knows of it"), max_length=200, blank=True)
    photo = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    shows_child = models.BooleanField(_("the photo shows a child"), default=False)
    teller_name = models.CharField(_("your name"), max_length=120, blank=True)
    teller_contact = models.CharField(_("your telephone or e-mail"), max_length=120, blank=True)
    state = models.CharField(max_length=10, choices=TipState, default=TipState.NEW, editable=False)
    note = models.TextField(_("note of triage"), blank=True)
    same_as = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="doubles")
    exemplar = models.ForeignKey(Exemplar, models.PROTECT, null=True, blank=True, related_name="tips")
    told_on = models.DateField(_("told on"))
    told_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    told_at = models.DateTimeField()
    search = models.TextField(editable=False)

    class Meta:
        verbose_name = _("tip")
        constraints = [
            models.CheckConstraint(
                name="tip_told_after_deed",
                condition=Q(told_on__gte=F("deed_on")),
                violation_error_message=_("The day told cannot lie in the future."),
            ),
            models.CheckConstraint(
                name="tip_double_names_the_other",
                condition=~Q(state=TipState.DUPLICATE) | Q(same_as__isnull=False),
                violation_error_message=_("Choose the tip that tells of the same deed."),
            ),
            models.CheckConstraint(
                name="tip_accepted_has_exemplar",
                condition=~Q(state=TipState.ACCEPTED) | Q(exemplar__isnull=False),
                violation_error_message=_("An accepted tip leads to its exemplar."),
            ),
        ]
        indexes = [
            GinIndex(OpClass(F("search"), name="gin_trgm_ops"), name="tip_search"),
            models.Index(fields=["organisation", "deed_on"], name="tip_of_unit"),
            models.Index(fields=["-told_on", "-id"], name="tip_newest"),
            models.Index(fields=["told_on", "id"], condition=Q(state=TipState.NEW), name="tip_waiting"),
        ]

    def __str__(self) -> str:
        return self.deed[:80]
