"""Whose points count, in words."""

from django.utils.translation import gettext as _

from thidua.modules.clusters.tally import Source


def source_in_words(source: Source) -> str:
    return {
        Source.NONE: _("not scored yet"),
        Source.OWN: _("own points"),
        Source.CHECKED: _("cross-check"),
        Source.SETTLED: _("summary of the head"),
    }[source]
