from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from thidua.foundation.audit import tracked
from thidua.modules.accounts.models import User
from thidua.modules.organisations.models import Organisation
from thidua.modules.people.kinds import Nature, Position, StatusGroup
from thidua.modules.people.models import Collective, Person, exactly_one_recipient
from thidua.modules.rulebook import api as rulebook
from thidua.modules.suggestions.kinds import Rank, RunState, SuggestionKind

OPEN = (RunState.WAITING, RunState.RUNNING)


@tracked(exclude=["n_people", "n_done", "moved_at"])
class Run(models.Model):
    """One look through everybody's record of a body, on a day; the newest finished one is the list that is read."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    on = models.DateField(_("by the law of"))
    state = models.CharField(max_length=8, choices=RunState, default=RunState.WAITING, editable=False)
    is_current = models.BooleanField(default=False, editable=False)
    book = models.CharField(max_length=64, blank=True)
    package = models.CharField(max_length=20, blank=True)
    n_people = models.PositiveIntegerField(_("records to look through"), default=0)
    n_done = models.PositiveIntegerField(_("looked through"), default=0)
    problem = models.CharField(_("why it stopped"), max_length=300, blank=True)
    asked_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField()
    moved_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("look through the records")
        constraints = [
            models.UniqueConstraint(
                fields=["organisation"], condition=Q(state__in=OPEN), name="suggestion_run_one_open"
            ),
            models.UniqueConstraint(
                fields=["organisation"], condition=Q(is_current=True), name="suggestion_run_one_current"
            ),
        ]
        indexes = [models.Index(fields=["organisation", "-id"], name="suggestion_run_newest")]

    @property
    def is_open(self) -> bool:
        return self.state in OPEN


class Reason(models.Model):
    """What lines of a run rest on: one condition with its article, as the book of that day worded it."""

    run = models.ForeignKey(Run, models.CASCADE, related_name="reasons")
    sentence_vi = models.TextField()
    sentence_en = models.TextField()
    cite_vi = models.CharField(max_length=200)
    cite_en = models.CharField(max_length=200)

    class Meta:
        verbose_name = _("reason of a suggestion")

    @property
    def sentence(self) -> str:
        return self.sentence_en if get_language() == "en" else self.sentence_vi

    @property
    def cite(self) -> str:
        return self.cite_en if get_language() == "en" else self.cite_vi


class Suggestion(models.Model):
    """One recipient and one honour worth looking at; without an honour, somebody forgotten.

    Made anew by each run, so no history is kept; who and where are copied, so that a list needs no other table.
    """

    run = models.ForeignKey(Run, models.CASCADE, related_name="suggestions", db_index=False)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, null=True, related_name="+")
    collective = models.ForeignKey(Collective, models.CASCADE, null=True, related_name="+")
    kind = models.CharField(max_length=10, choices=SuggestionKind)
    honour = models.CharField(_("honour"), max_length=12, blank=True)
    by = models.CharField(max_length=14, blank=True)
    year = models.PositiveSmallIntegerField(_("year"))
    reason = models.ForeignKey(Reason, models.CASCADE, null=True, related_name="+")
    name = models.CharField(max_length=200)
    post = models.CharField(max_length=120, blank=True)
    position = models.CharField(max_length=15, choices=Position, blank=True)
    status_group = models.CharField(max_length=20, choices=StatusGroup, blank=True)
    natures = ArrayField(models.CharField(max_length=20, choices=Nature), default=list)
    unit_sort = models.TextField(db_collation="C")
    rank = models.PositiveSmallIntegerField(choices=Rank)
    sort = models.TextField(db_collation="C")
    honour_rank = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name = _("suggestion")
        constraints = [exactly_one_recipient("suggestion_of_one", "person", "collective")]
        indexes = [
            models.Index(
                fields=["run", "unit_sort", "rank", "sort", "honour_rank", "id"], name="suggestion_in_order"
            ),
            models.Index(fields=["run", "kind"], name="suggestion_of_kind"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def honour_name(self) -> str:
        """As the law names it."""
        return rulebook.honour(self.honour).name_vi if self.honour else ""


@tracked()
class SetAside(models.Model):
    """An officer's word that somebody is not proposed this year, and why: it hides the suggestion, and is kept."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, null=True, blank=True, related_name="+")
    collective = models.ForeignKey(Collective, models.CASCADE, null=True, blank=True, related_name="+")
    honour = models.CharField(_("honour"), max_length=12, blank=True)
    year = models.PositiveSmallIntegerField(_("year"))
    reason = models.CharField(_("reason"), max_length=300)
    said_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    said_on = models.DateField()

    class Meta:
        verbose_name = _("not proposed this time")
        constraints = [
            exactly_one_recipient("set_aside_of_one", "person", "collective"),
            models.UniqueConstraint(fields=["person", "honour", "year"], name="set_aside_person_once"),
            models.UniqueConstraint(
                fields=["collective", "honour", "year"], name="set_aside_collective_once"
            ),
            models.CheckConstraint(
                name="set_aside_has_a_reason",
                condition=~Q(reason=""),
                violation_error_message=_("Say why not this time."),
            ),
        ]


@tracked()
class ExportPermit(models.Model):
    """A body lets its officers take the list out as a file; without one nobody may."""

    organisation = models.OneToOneField(Organisation, models.PROTECT, related_name="+")
    basis = models.CharField(_("for what purpose, by which paper"), max_length=200)
    given_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    given_on = models.DateField()

    class Meta:
        verbose_name = _("permission to take suggestions out")
        constraints = [
            models.CheckConstraint(
                name="export_permit_says_why",
                condition=~Q(basis=""),
                violation_error_message=_("Say for what purpose the list may be taken out."),
            )
        ]
