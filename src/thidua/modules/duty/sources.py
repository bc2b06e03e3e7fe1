"""What counts for a month, where it is kept, and by which day."""

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from thidua.modules.dossiers.models import Dossier, DossierState
from thidua.modules.exemplars.models import Exemplar, ExemplarState, Milestone, Tip, TipState
from thidua.modules.register.models import Act, Entry, Ground

# The yearly round of titles goes upward without anybody having been discovered.
DISCOVERED = Q(ground__in=[Ground.SUDDEN, Ground.MOVEMENT]) | Q(ground=Ground.MERIT, period=None)


def awards(units: list[int]) -> QuerySet[Entry]:
    """In the units' own books, by the day of the decision; what was revoked counts no more."""
    revoked = Exists(Entry.objects.filter(refers_to=OuterRef("pk"), act=Act.REVOKE))
    return Entry.objects.filter(~revoked, chain__body__in=units, act=Act.GRANT)


def praised(units: list[int]) -> QuerySet[Milestone]:
    """Exemplars whose commendation the unit noted itself; a dossier's decision is noted by the system."""
    return Milestone.objects.filter(
        exemplar__organisation__in=units, step=ExemplarState.COMMENDED, made_by__isnull=False
    )


def proposals(units: list[int]) -> QuerySet[Dossier]:
    """Sent to another body in the month, and not taken back."""
    rows = Dossier.objects.filter(DISCOVERED, organisation__in=units, sent_on__isnull=False)
    return rows.exclude(state=DossierState.WITHDRAWN).exclude(receiver=F("organisation"))


def tips(units: list[int]) -> QuerySet[Tip]:
    return Tip.objects.filter(organisation__in=units, state__in=[TipState.NEW, TipState.ACCEPTED])


def found(units: list[int]) -> QuerySet[Exemplar]:
    """Exemplars that nobody told of: the unit found them itself."""
    return Exemplar.objects.filter(organisation__in=units, tips=None)
