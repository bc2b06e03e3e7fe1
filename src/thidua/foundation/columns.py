"""Columns made in Python from others whenever a row is saved, one by one or in bulk."""

from collections.abc import Callable
from typing import Any

from django.db import models

from thidua.kernel.text import fold, name_sort_key


class MadeColumn(models.TextField):  # type: ignore[type-arg]
    """Text made from the columns named in `of`. With `update_fields` name this column too."""

    make: Callable[[str], str]

    def __init__(self, *args: Any, of: tuple[str, ...] = (), **kwargs: Any) -> None:
        self.of = of
        super().__init__(*args, **kwargs | {"editable": False})

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, kwargs | {"of": self.of}

    def pre_save(self, model_instance: models.Model, add: bool) -> str:  # noqa: ARG002, FBT001 -- Django's signature
        text = " ".join(str(getattr(model_instance, name) or "") for name in self.of)
        made = type(self).make(text)
        setattr(model_instance, self.attname, made)
        return made


class SearchColumn(MadeColumn):
    """Lower case without diacritics, for words in any order."""

    make = staticmethod(fold)


class NameOrderColumn(MadeColumn):
    """The order of a list of persons: given name first, Vietnamese alphabet."""

    make = staticmethod(name_sort_key)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs | {"db_collation": "C"})
