"""What `thidua doctor` asks about the history: is it being sealed, and does the noted head still stand?

The whole walk is `thidua audit verify`.
"""

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.foundation.checks import Problem, register
from thidua.foundation.history import outside
from thidua.foundation.models import HistoryLink

PATIENCE = timedelta(days=1)


@register("history chain")
def history_chain() -> Iterator[Problem]:
    newest = HistoryLink.objects.aggregate(at=Max("sealed_at"))["at"]
    if newest and timezone.now() - newest > PATIENCE:
        yield Problem(
            _("The history was sealed last on %(day)s.") % {"day": f"{newest:%d/%m/%Y}"},
            _("Start the worker: ./thidua worker"),
        )
    noted = outside.read()
    if noted and not HistoryLink.objects.filter(place=noted[0], hash=noted[1]).exists():
        yield Problem(
            _("The history does not hold link %(place)d, noted outside the database.") % {"place": noted[0]},
            _("Run ./thidua audit verify, and compare with the last backup."),
        )
