"""The machine around the database: keys, room, mail, address, worker."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.core.mail import get_connection
from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.documents.office import program
from thidua.foundation import keys
from thidua.foundation.checks import Problem
from thidua.site.backup.scheduled import LATE, newest_in
from thidua.site.keyfile import copy_of
from thidua.site.settings import environment

ROOM = 1024**3
AT_HOME = ("http://localhost", "http://127.0.0.1")


def key_file() -> Iterator[Problem]:
    path = Path(settings.KEYS_PATH)
    try:
        ring = keys.load(path)
        for purpose in keys.PURPOSES:
            ring.current(purpose)
    except keys.CannotUseKeys as refusal:
        yield Problem(str(refusal), _("See: ./thidua keys check"))
        return
    if not copy_of(path).exists():
        yield Problem(
            _("The sealed copy of the keys, %(path)s, is missing.") % {"path": copy_of(path)},
            _("Bring it back from a backup; without it a lost key file cannot be restored."),
        )


def files() -> Iterator[Problem]:
    path = Path(settings.FILES_PATH)
    place = next(folder for folder in (path, *path.parents) if folder.exists())
    if not os.access(place, os.W_OK):
        yield Problem(
            _("The folder for files, %(path)s, cannot be written.") % {"path": path},
            _("Let the account that runs thidua write there, or set FILES_DIR."),
        )
    free = shutil.disk_usage(place).free
    if free < ROOM:
        yield Problem(
            _("The disk of %(path)s has only %(free)d MB free.") % {"path": path, "free": free // 2**20},
            _("Make room, or set FILES_DIR to another disk."),
        )


def mail() -> Iterator[Problem]:
    if not settings.EMAIL_BACKEND.endswith("smtp.EmailBackend"):
        return
    try:
        sender = get_connection(timeout=10)
        sender.open()
        sender.close()
    except OSError as error:  # smtplib's errors are OSErrors too
        yield Problem(
            _("The mail server does not answer: %(error)s") % {"error": error},
            _("Check EMAIL_URL, the password and the firewall."),
        )


def address() -> Iterator[Problem]:
    if not settings.BASE_URL.startswith(("https://", *AT_HOME)):
        yield Problem(
            _("The address %(url)s sends passwords unencrypted.") % {"url": settings.BASE_URL},
            _("Put a proxy with a certificate before it and set BASE_URL to its https:// address."),
        )


def office() -> str:
    """An optional part: nothing is wrong without it."""
    found = program()
    if found is None:
        return _("PDF preview of Word templates: off, LibreOffice is not installed (optional)")
    return _("PDF preview of Word templates: %(path)s") % {"path": found}


def worker() -> Iterator[Problem]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM procrastinate_jobs WHERE status = 'todo' "
            "AND COALESCE(scheduled_at, now()) < now() - interval '1 hour'"
        )
        n_waiting = cursor.fetchone()[0]
    if n_waiting:
        yield Problem(
            _("%(number)d jobs have waited for more than an hour.") % {"number": n_waiting},
            _("Start the worker: ./thidua worker"),
        )


def backups() -> Iterator[Problem]:
    """Only where a folder is named: others back up in their own way."""
    folder = environment.load().backup_folder
    if folder is None:
        return
    newest = newest_in(folder)
    if newest is None or timezone.now() - newest > LATE:
        day = f"{newest:%d/%m/%Y}" if newest else "—"
        yield Problem(
            _("The last backup in %(folder)s is of %(day)s.") % {"folder": folder, "day": day},
            _("Start the worker: ./thidua worker; or now: ./thidua backup %(folder)s") % {"folder": folder},
        )
