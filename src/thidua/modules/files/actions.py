from datetime import datetime

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from thidua.documents.recognise import FileType, Refused, recognise
from thidua.documents.signatures import may_be_signed
from thidua.foundation.actions import action
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean
from thidua.modules.files import content as disk
from thidua.modules.files.jobs import read
from thidua.modules.files.models import SignatureReading, StoredFile
from thidua.modules.organisations.api import Actor
from thidua.modules.organisations.models import Organisation

MOST_BYTES = 20 * 1024 * 1024
PDF = "application/pdf"
PATH_SIGNS = str.maketrans({"/": "-", "\\": "-", '"': "”"})


class CannotStore(Cannot):
    """The file is not taken; the sentence says what to do about it."""


@action
def store(
    *, content: bytes, name: str, organisation: Organisation, subject: str, actor: Actor, now: datetime
) -> StoredFile:
    """Keep a file of real, agreeing type. `subject` names the row it belongs to: "dossier:12".

    The bytes are on disk before the row commits; a transaction that fails leaves an orphan to be swept.
    """
    found = _recognised(content, name)
    stored = StoredFile.objects.create(
        sha256=disk.write(content),
        name=_file_name(name),
        media_type=found.media_type,
        size=len(content),
        organisation=organisation,
        subject=subject,
        uploaded_by_id=actor.user_id,
        uploaded_at=now,
    )
    if found.media_type == PDF and may_be_signed(content):
        _wait_for_reading(stored)
    return stored


def _wait_for_reading(stored: StoredFile) -> None:
    """The worker reads it: a file that was made to be slow keeps nobody waiting."""
    SignatureReading.objects.create(file=stored)
    read.defer(file_id=stored.pk)


def _recognised(content: bytes, name: str) -> FileType:
    if len(content) > MOST_BYTES:
        raise CannotStore(
            _("The file is larger than 20 MB. Scan it at 200 dpi, split it, or give a link instead."),
            field="file",
        )
    found = recognise(content, name)
    if isinstance(found, Refused):
        raise CannotStore(found.sentence.en if get_language() == "en" else found.sentence.vi, field="file")
    return found


def _file_name(name: str) -> str:
    """The end of the name is kept: it says the type."""
    return clean(name.translate(PATH_SIGNS))[-200:]
