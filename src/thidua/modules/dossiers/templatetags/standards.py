"""From a candidate to the standard of the honour he is proposed for, on the day whose law he is compared with."""

from datetime import date

from django import template

from thidua.modules.dossiers.models import Candidate
from thidua.modules.rulebook.api import standard_url

register = template.Library()


@register.simple_tag
def standard_address(candidate: Candidate, on: date) -> str:
    kind = "individual" if candidate.person_id else "collective" if candidate.collective_id else "household"
    return f"{standard_url(candidate.honour, kind)}?ngay={on.isoformat()}"
