"""Who ranked, and what was ranked, in tables that nothing joins: no history, no instants, no sequences."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from thidua.modules.clusters.models.scoring import Scorecard
from thidua.modules.clusters.models.year import ClusterYear


class RankingTurnout(models.Model):
    """That a member has voted. Nothing here says how or when."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    card = models.OneToOneField(Scorecard, models.PROTECT, related_name="turnout")

    class Meta:
        verbose_name = _("turnout of a ranking")


class SealedRanking(models.Model):
    """A ballot on the ranking of a year, encrypted until voting closes."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    year = models.ForeignKey(ClusterYear, models.PROTECT, related_name="+")
    sealed = models.BinaryField()

    class Meta:
        verbose_name = _("sealed ballot of a ranking")


class CastRanking(models.Model):
    """One opened rank of one member; all of a year are written in random order in one transaction."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    card = models.ForeignKey(Scorecard, models.PROTECT, related_name="+")
    rank = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name = _("opened rank")
