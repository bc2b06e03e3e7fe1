"""The place of an organisation as local rules name it: "ha-noi", "ha-noi/hai-ba-trung"."""

import re
from datetime import date

from django.db.models import QuerySet

from thidua.kernel.text import fold
from thidua.modules.organisations.api import in_force
from thidua.modules.organisations.models import Closure, Kind, Organisation

KIND_WORDS = re.compile(r"^(thanh pho|tinh|phuong|xa|thi tran|dac khu) ")
WITH_RULES = (Kind.PROVINCE, Kind.COMMUNE)


def slug_of(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", KIND_WORDS.sub("", fold(name))).strip("-")


def place_of(organisation: Organisation, on: date) -> str:
    """A commune stands under its province's slug; where no province is known, alone."""
    if organisation.kind == Kind.PROVINCE:
        return slug_of(organisation.name)
    above = authorities_over(organisation, on).filter(kind=Kind.PROVINCE).first()
    own = slug_of(organisation.name)
    return f"{slug_of(above.name)}/{own}" if above else own


def authorities_over(organisation: Organisation, on: date) -> QuerySet[Organisation]:
    """The province and the commune of an organisation on a day, itself where it is one."""
    above = Closure.objects.filter(in_force(on), descendant=organisation).values("ancestor")
    return Organisation.objects.filter(pk__in=above, kind__in=WITH_RULES)
