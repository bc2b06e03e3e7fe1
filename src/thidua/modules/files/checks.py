"""What `thidua doctor` asks about files."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from thidua.foundation.checks import Problem, register
from thidua.modules.files.content import path_of
from thidua.modules.files.models import StoredFile


@register("files on disk")
def files_on_disk() -> Iterator[Problem]:
    """Every row's content is there, in its full size."""
    for stored in StoredFile.objects.order_by("pk").iterator():
        path = path_of(stored.sha256)
        if not path.exists() or path.stat().st_size != stored.size:
            yield Problem(
                _("The content of the file “%(name)s” (number %(id)s) is missing or cut short.")
                % {"name": stored.name, "id": stored.pk},
                _("Restore %(path)s from the backup of the files.") % {"path": path},
            )
