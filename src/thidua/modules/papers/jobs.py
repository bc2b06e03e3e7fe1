from django.utils import timezone
from procrastinate.contrib.django import app

from thidua.modules.papers.models import PaperTemplate
from thidua.modules.papers.previewing import perform


@app.task(name="papers.preview", queue="long")
def preview(*, template_id: int) -> None:
    perform(PaperTemplate.objects.select_related("file").get(pk=template_id), timezone.now)
