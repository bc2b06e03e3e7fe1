from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import tracked
from thidua.modules.accounts.models import User
from thidua.modules.newsroom.models import Article
from thidua.modules.organisations.models import Organisation


class CeremonyState(models.TextChoices):
    DRAFT = "draft", _("in preparation")
    CLEARED = "cleared", _("safety signed off")
    INVITED = "invited", _("invitations sent")
    HELD = "held", _("held")
    CLOSED = "closed", _("closed")
    CANCELLED = "cancelled", _("cancelled")


class CeremonyKind(models.TextChoices):
    CONFER = "confer", _("conferring (trao tặng)")
    RECEIVE = "receive", _("receiving from above (đón nhận)")


@tracked()
class Ceremony(models.Model):
    """Honours are conferred on a day: within another meeting, or alone with a reason (NĐ 98/2023, Art 25)."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="ceremonies")
    kind = models.CharField(_("kind"), max_length=8, choices=CeremonyKind, default=CeremonyKind.CONFER)
    title = models.CharField(_("occasion"), max_length=200)
    on = models.DateField(_("day"))
    starts_at = models.TimeField(_("begins at"))
    venue = models.CharField(_("place"), max_length=200)
    capacity = models.PositiveIntegerField(_("seats"))
    seats_per_row = models.PositiveSmallIntegerField(_("seats in a row"), default=12)
    presenter = models.CharField(_("who confers"), max_length=200)
    authorised_by = models.CharField(_("authorised by"), max_length=200, blank=True)
    combined_with = models.CharField(_("held within"), max_length=200, blank=True)
    alone_reason = models.CharField(_("why it is held alone"), max_length=300, blank=True)
    planned_cost = models.PositiveBigIntegerField(_("planned cost, đồng"), default=0)
    cost_norm = models.PositiveBigIntegerField(_("norm, đồng"), null=True, blank=True)
    cost_reason = models.CharField(_("why it is above the norm"), max_length=300, blank=True)
    actual_cost = models.PositiveBigIntegerField(_("actual cost, đồng"), null=True, blank=True)
    article = models.ForeignKey(Article, models.SET_NULL, null=True, blank=True, related_name="+")
    state = models.CharField(
        max_length=10, choices=CeremonyState, default=CeremonyState.DRAFT, editable=False
    )
    last_remark = models.CharField(_("why it went back or was cancelled"), max_length=300, blank=True)
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        verbose_name = _("award ceremony")
        constraints = [
            models.CheckConstraint(
                name="ceremony_combined_or_reasoned",
                condition=~Q(combined_with="") | ~Q(alone_reason=""),
                violation_error_message=_("Name the meeting it is held within, or say why it is held alone."),
            ),
            models.CheckConstraint(
                name="ceremony_closed_is_counted",
                condition=~Q(state=CeremonyState.CLOSED) | Q(actual_cost__isnull=False),
                violation_error_message=_("Enter what it cost before it is closed."),
            ),
            models.CheckConstraint(
                name="ceremony_has_seats",
                condition=Q(capacity__gt=0),
                violation_error_message=_("Enter how many people the place holds."),
            ),
            models.CheckConstraint(
                name="ceremony_rows_have_seats",
                condition=Q(seats_per_row__gt=0),
                violation_error_message=_("Enter how many seats a row has."),
            ),
        ]
        indexes = [models.Index(fields=["organisation", "-on", "-id"], name="ceremony_of_body")]

    def __str__(self) -> str:
        return self.title


@tracked()
class ProgrammePart(models.Model):
    """A line of the run-sheet: what, how many minutes, who leads it."""

    ceremony = models.ForeignKey(Ceremony, models.CASCADE, related_name="parts")
    place = models.PositiveSmallIntegerField()
    label = models.CharField(_("what happens"), max_length=200)
    minutes = models.PositiveSmallIntegerField(_("minutes"))
    leads = models.CharField(_("who leads it"), max_length=120, blank=True)
    confers = models.BooleanField(_("the honours are conferred here"), default=False)

    class Meta:
        verbose_name = _("part of the programme")
        constraints = [
            models.CheckConstraint(
                name="programme_part_takes_time",
                condition=Q(minutes__gt=0),
                violation_error_message=_("Each part takes at least a minute."),
            )
        ]


class CheckKind(models.TextChoices):
    SAFETY = "safety", _("safety")
    RITE = "rite", _("rite")


@tracked()
class CeremonyCheck(models.Model):
    """Something that must be right before people come: safe, or solemn; with who answers for it."""

    ceremony = models.ForeignKey(Ceremony, models.CASCADE, related_name="checks")
    kind = models.CharField(max_length=6, choices=CheckKind)
    place = models.PositiveSmallIntegerField()
    label = models.CharField(_("what is checked"), max_length=200)
    responsible = models.CharField(_("who answers for it"), max_length=120, blank=True)
    note = models.CharField(_("note"), max_length=200, blank=True)
    is_done = models.BooleanField(_("it is in order"), default=False)

    class Meta:
        verbose_name = _("check before a ceremony")
        constraints = [
            models.CheckConstraint(
                name="ceremony_check_answered_for",
                condition=Q(is_done=False) | ~Q(responsible=""),
                violation_error_message=_("Name who answers for it before it is in order."),
            )
        ]
