"""Lists as officers bring them."""

from contextlib import contextmanager
from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from pghistory import runtime

from thidua.documents.spreadsheet import SheetColumn, xlsx_bytes
from thidua.modules.intake.models import Intake

HEAD = ["STT", "NĂM SINH", "Ho va ten", "CCCD", "Giới tính", "Cột lạ"]


def excel(*rows, head=HEAD):
    return xlsx_bytes([SheetColumn(title) for title in head], rows, name="x")


def brought(client, school, content, name="ds.xlsx", *, kind="ca-nhan"):
    """The answer of the upload, led on to the page of the list."""
    file = SimpleUploadedFile(name, content)
    address = reverse("intake_bring", args=[kind])
    return client.post(address, {"organisation": school.pk, "file": file, "once": uuid4().hex}, follow=True)


def listed(client, school, *rows, head=HEAD, kind="ca-nhan"):
    brought(client, school, excel(*rows, head=head), kind=kind)
    return Intake.objects.latest("pk")


def posted(client, name, intake, **data):
    return client.post(reverse(f"intake_{name}", args=[intake.pk]), data, follow=True)


@contextmanager
def another_act():
    """What is done here has a context of its own, as every request's acts have; those of a test share one."""
    held = runtime._tracker.value
    runtime._tracker.value = held._replace(id=uuid4())
    try:
        yield
    finally:
        runtime._tracker.value = held
