"""What suggestions offer to other pages."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from thidua.modules.privacy.api import Section, Told, section
from thidua.modules.suggestions.models import SetAside, Suggestion


def person_data(ids: list[int]) -> Iterator[Section]:
    """What the last look through the records said of somebody, and that he was not proposed in a year."""
    honour = Told(_("Form of commendation"), lambda row: row.honour_name)
    current = Suggestion.objects.filter(person__in=ids, run__is_current=True).select_related("reason")
    why = Told(_("Reason"), lambda row: row.reason.sentence if row.reason else "")
    kind = Told(_("What is suggested"), lambda row: row.get_kind_display())
    yield from section(_("Suggestions of commendation"), current.order_by("pk"), kind, honour, "year", why)
    aside = SetAside.objects.filter(person__in=ids).order_by("pk")
    yield from section(_("Not proposed this time"), aside, "year", "reason")
