from django.utils import timezone
from procrastinate.contrib.django import app

from thidua.modules.files.models import SignatureReading, StoredFile
from thidua.modules.files.signatures import read_file
from thidua.modules.files.sweep import sweep_orphans


@app.task(name="files.read", queue="long")
def read(*, file_id: int) -> None:
    """The file may have gone with its dossier meanwhile."""
    if stored := StoredFile.objects.filter(pk=file_id).first():
        read_file(stored=stored, actor=None, now=timezone.now())


@app.task(name="files.read_all", queue="long")
def read_all() -> None:
    """After a change of the trusted roots: by which of them a signature was known may have changed."""
    for file_id in SignatureReading.objects.order_by("pk").values_list("file", flat=True):
        read(file_id=file_id)


@app.periodic(cron="17 2 * * *")
@app.task(name="files.sweep", queue="nightly", queueing_lock="files.sweep")
def sweep(timestamp: int) -> None:  # noqa: ARG001 -- given by the schedule
    sweep_orphans(timezone.now())
