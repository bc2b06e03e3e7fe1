"""Units of the scope as lists name them: by code or by name, without diacritics."""

from collections import defaultdict

from django.utils.translation import gettext as _

from thidua.kernel.text import fold
from thidua.modules.intake.api import CannotRead, Column, Setting
from thidua.modules.organisations.api import organisation_choices
from thidua.modules.organisations.models import Organisation

UNIT = Column(
    "unit", ("Đơn vị", "tên đơn vị", "đơn vị công tác", "cơ quan, đơn vị", "tổ dân phố", "mã đơn vị")
)
SHOWN = 60


class Units:
    """An empty cell is the unit that the whole list is of."""

    def __init__(self, setting: Setting) -> None:
        self._whole = setting.organisation
        self._seen: dict[str, Organisation] = {}
        self._by_code: dict[str, Organisation] = {}
        self._by_name: dict[str, list[Organisation]] = defaultdict(list)
        for unit in organisation_choices(setting.actor):
            self._by_code[fold(unit.code)] = unit
            self._by_name[fold(unit.name)].append(unit)

    def called(self, text: str) -> Organisation:
        """Raises CannotRead for a unit that is not of the scope, or a name that several have."""
        if not text:
            return self._whole
        if text in self._seen:
            return self._seen[text]
        self._seen[text] = found = self._found(text)
        return found

    def _found(self, text: str) -> Organisation:
        word = fold(text)
        found = [self._by_code[word]] if word in self._by_code else self._by_name.get(word, [])
        if len(found) == 1:
            return found[0]
        if not found:
            raise CannotRead(_("No unit of your scope is called “%(text)s”.") % {"text": text[:SHOWN]})
        raise CannotRead(_("Several units are called “%(text)s”: write its code.") % {"text": text[:SHOWN]})
