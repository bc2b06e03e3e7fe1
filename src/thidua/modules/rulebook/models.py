import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import tracked
from thidua.modules.accounts.models import User
from thidua.modules.organisations.models import Organisation, ends_after_it_begins

# What a rule says never changes once it is in force: dossiers have been compared with it.
FIXED = ("organisation_id", "place", "number", "name", "since", "text", "digest", "checked_on", "is_example")
FIXED_ONCE_IN_FORCE = f"""
    IF TG_OP = 'DELETE' THEN
        IF OLD.state <> 'draft' THEN
            RAISE EXCEPTION 'A local rule that has been in force is kept.';
        END IF;
        RETURN OLD;
    END IF;
    IF OLD.state <> 'draft' AND (
        NEW.state = 'draft' OR {" OR ".join(f"NEW.{name} IS DISTINCT FROM OLD.{name}" for name in FIXED)}
    ) THEN
        RAISE EXCEPTION 'A local rule that has been in force is not rewritten.';
    END IF;
    RETURN NEW;
"""


class RuleState(models.TextChoices):
    DRAFT = "draft", _("draft")
    IN_FORCE = "in_force", _("in force")
    ENDED = "ended", _("ended")


@tracked()
class LocalRule(models.Model):
    """An instrument of a province or commune as a local rule file; a draft may still have faults."""

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("issued by")
    )
    place = models.CharField(max_length=120)
    number = models.CharField(_("number"), max_length=60, blank=True)
    name = models.CharField(_("title"), max_length=300, blank=True)
    since = models.DateField(_("since"), null=True)
    until = models.DateField(_("until"), null=True)
    text = models.TextField()
    digest = models.CharField(max_length=64, blank=True)
    checked_on = models.DateField(_("compared with the text on"), null=True)
    is_example = models.BooleanField(default=False)
    state = models.CharField(_("state"), max_length=10, choices=RuleState, default=RuleState.DRAFT)
    entered_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    entered_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("local rule")
        constraints = [
            ends_after_it_begins("local_rule_ends_later"),
            models.CheckConstraint(
                name="local_rule_in_force_is_complete",
                condition=Q(state=RuleState.DRAFT)
                | (Q(since__isnull=False, confirmed_at__isnull=False) & ~Q(digest="") & ~Q(number="")),
                violation_error_message=_("Only a rule without faults comes into force."),
            ),
            models.CheckConstraint(
                name="local_rule_ended_has_a_day",
                condition=~Q(state=RuleState.ENDED) | Q(until__isnull=False),
                violation_error_message=_("A rule that has ended has its last day."),
            ),
            models.UniqueConstraint(
                fields=["organisation", "number"],
                condition=~Q(state=RuleState.DRAFT),
                name="local_rule_number_once",
                violation_error_message=_("This instrument is in force already."),
            ),
        ]
        indexes = [models.Index(fields=["organisation", "since"], name="local_rule_of_place")]
        triggers = [
            pgtrigger.Trigger(
                name="fixed_once_in_force",
                level=pgtrigger.Row,
                when=pgtrigger.Before,
                operation=pgtrigger.Update | pgtrigger.Delete,
                func=FIXED_ONCE_IN_FORCE,
            )
        ]

    def __str__(self) -> str:
        return self.number or self.name or str(_("draft without a number"))
