"""What an outside system may be let do."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Scope(models.TextChoices):
    REGISTER = "register", _("read the register of commendations")
    DECISIONS = "decisions", _("read decisions in force")
    CAMPAIGNS = "campaigns", _("read campaigns that were launched")
    PROPOSE = "propose", _("send in draft dossiers")
