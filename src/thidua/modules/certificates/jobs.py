from django.utils import timezone
from procrastinate.contrib.django import app

from thidua.modules.certificates.actions import perform
from thidua.modules.certificates.models import PrintFile


@app.task(name="certificates.draw", queue="long")
def draw(*, file_id: int) -> None:
    perform(PrintFile.objects.get(pk=file_id), timezone.now)
