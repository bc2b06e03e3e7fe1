"""The closed lists of suggestions."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RunState(models.TextChoices):
    WAITING = "waiting", _("waiting to begin")
    RUNNING = "running", _("looking through the records")
    DONE = "done", _("finished")
    STOPPED = "stopped", _("stopped")
    FAILED = "failed", _("could not be finished")


class SuggestionKind(models.TextChoices):
    QUALIFIES = "qualifies", _("meets the standard for consideration")
    ONE_STEP = "one_step", _("one step away")
    FORGOTTEN = "forgotten", _("nothing in five years")


class Rank(models.IntegerChoices):
    """Who stands first in a unit; never a score."""

    DIRECT_WORKER = 0, _("direct worker")
    OTHER_PERSON = 1, _("manager or leader")
    COLLECTIVE = 2, _("collective")
