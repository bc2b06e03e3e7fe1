"""Photos that show a child and serve nothing are deleted; the sweep of files then removes their bytes."""

from datetime import date, timedelta

from django.db.models import Q, QuerySet

from thidua.foundation.actions import action
from thidua.modules.exemplars.models import ExemplarState, Tip, TipState
from thidua.modules.organisations.api import Actor

UNUSED_AFTER = timedelta(days=90)
# What is waiting to be verified, or has been shown to people with consent, is in use; a referred tip is evidence.
IN_USE = Q(state=TipState.REFERRED) | Q(
    exemplar__state__in=[ExemplarState.PUBLICISED, ExemplarState.REPLICATED]
)


def unused_photos(on: date) -> QuerySet[Tip]:
    rows = Tip.objects.filter(shows_child=True, photo__isnull=False, told_on__lte=on - UNUSED_AFTER)
    return rows.exclude(IN_USE)


@action
def forget_unused_photos(*, actor: Actor, on: date) -> int:
    """Ninety days after it was told; gives how many were deleted."""
    old = list(unused_photos(on).select_for_update(of=("self",)).select_related("photo"))
    for tip in old:
        photo, tip.photo, tip.shows_child = tip.photo, None, False
        tip.save(update_fields=["photo", "shows_child"])
        assert photo is not None  # filtered above
        photo.delete()
    return len(old)
