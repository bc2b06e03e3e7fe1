"""Templates of papers that the matrix is tried on."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from thidua.modules.organisations.models import Organisation
from thidua.modules.papers.models import PaperKind, PaperTemplate

Arguments = dict[str, Any]


class TemplateObjects:
    ward: Organisation

    def _template(self) -> PaperTemplate:
        return PaperTemplate.objects.get(organisation=self.ward, kind=PaperKind.PRAISE_LETTER)

    def template_kind(self) -> Arguments:
        """The kinds are the same for everybody."""
        return {"slug": "praise-letter"}

    def template(self) -> Arguments:
        return {"pk": self._template().pk}

    def waiting_template(self) -> Arguments:
        found = self.template()
        PaperTemplate.objects.filter(**found).update(since=None, until=None)
        return found

    def used_template(self) -> Arguments:
        found = self.template()
        since = timezone.localdate() - timedelta(days=30)
        PaperTemplate.objects.filter(**found).update(since=since, until=None)
        return found
