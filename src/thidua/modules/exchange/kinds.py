"""What an outside system may be let do."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Scope(models.TextChoices):
    REGISTER = "register", _("read the register of commendations")
    DECISIONS = "decisions", _("read decisions in force")
    CAMPAIGNS = "campaigns", _("read campaigns that were launched")
    PROPOSE = "propose", _("send in draft dossiers")


class Happening(models.TextChoices):
    IN_FORCE = "decision.in_force", _("a decision comes into force")
    REVOKED = "award.revoked", _("an award is revoked")
    LAUNCHED = "campaign.launched", _("a campaign is launched")


# What a token must be able to read to be told of it.
NEEDS = {
    Happening.IN_FORCE: Scope.DECISIONS,
    Happening.REVOKED: Scope.REGISTER,
    Happening.LAUNCHED: Scope.CAMPAIGNS,
}


class DispatchState(models.TextChoices):
    WAITING = "waiting", _("waits to be told")
    DELIVERED = "delivered", _("told")
    FAILED = "failed", _("could not be told")
