"""Members who, by the local rule, do not vote on an item: the candidate himself, or whose unit is the candidate."""

from collections import defaultdict

from thidua.kernel.text import fold
from thidua.modules.councils.models import AgendaItem, Member, Sitting


def proposed(sitting: Sitting) -> dict[int, list[Member]]:
    """By item, the members to whom the rule would apply; the secretary confirms."""
    members = [row.member for row in sitting.attendance.select_related("member__user")]
    by_name: dict[str, list[Member]] = defaultdict(list)
    by_unit: dict[int, list[Member]] = defaultdict(list)
    for member in members:
        by_name[fold(member.name)].append(member)
        if member.unit_id:
            by_unit[member.unit_id].append(member)
    items = sitting.items.select_related("candidate__person", "candidate__collective")
    found = {item.pk: _concerned(item, by_name, by_unit) for item in items}
    return {item: who for item, who in found.items() if who}


def _concerned(
    item: AgendaItem, by_name: dict[str, list[Member]], by_unit: dict[int, list[Member]]
) -> list[Member]:
    candidate = item.candidate
    if candidate.person:
        return by_name[fold(candidate.person.name)]
    if candidate.collective:
        return by_unit[candidate.collective.organisation_id]
    return []
