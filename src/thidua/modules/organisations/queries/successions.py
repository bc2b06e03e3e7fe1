"""What became of organisations, and whose awards count as whose."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from thidua.modules.organisations.models import Organisation, SuccessionLink


@dataclass(frozen=True, slots=True)
class Ancestor:
    """A former organisation whose life this one continues; its awards count up to the day `until`."""

    organisation_id: int
    name: str
    until: date
    is_kept: bool


def awards_follow(organisation_id: int) -> list[Ancestor]:
    """All predecessors, of predecessors too: "awards of this unit" are its own and theirs, nearest first.

    `is_kept` says whether this organisation keeps the books by an unbroken line of keepers; a part
    that came from a divided unit is shown with its past, but its collective awards stay with the keeper.
    """
    found: dict[int, Ancestor] = {}
    level = {organisation_id: True}
    while level:
        links = SuccessionLink.objects.filter(successor__in=level).select_related("predecessor", "succession")
        beyond: dict[int, bool] = {}
        for link in links.order_by("-succession__on", "predecessor__sort"):
            former = link.predecessor
            kept = level[link.successor_id] and link.is_keeper
            known = found.get(former.pk)
            if former.pk != organisation_id and (known is None or kept > known.is_kept):
                found[former.pk] = Ancestor(former.pk, former.name, link.succession.on, kept)
                beyond[former.pk] = kept
        level = beyond
    return list(found.values())


def predecessors_of(organisation: Organisation) -> QuerySet[SuccessionLink]:
    links = organisation.predecessor_links.select_related("predecessor", "succession")
    return links.order_by("-succession__on", "predecessor__sort")


def successors_of(organisation: Organisation) -> QuerySet[SuccessionLink]:
    links = organisation.successor_links.select_related("successor", "succession")
    return links.order_by("succession__on", "-is_keeper", "successor__sort")
