"""The whole list of a unit's grades of a period on one screen: one line a person."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.foundation.forms import FilterForm, Form, add_field
from thidua.kernel.text import fold
from thidua.modules.organisations.api import Actor, period_choices, unit_field
from thidua.modules.people.drafts import GradeLine
from thidua.modules.people.kinds import GradeLevel
from thidua.modules.people.levels import level_within
from thidua.modules.people.models import Grade, Person


class SheetFilter(FilterForm):
    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        add_field(self, "don_vi", unit_field(actor, required=False))
        periods = forms.ModelChoiceField(
            period_choices(), label=gettext_lazy("Period"), required=False, empty_label="—"
        )
        add_field(self, "ky", periods)


class SheetForm(Form):
    """Each person's grade, or a pasted list; a line left empty stays without grade."""

    decision = forms.CharField(label=gettext_lazy("Number and day of the signed decision"), max_length=120)
    pasted = forms.CharField(
        label=gettext_lazy("Paste a list"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy(
            "From Excel or Word: on each line the full name, then the grade. It fills the lines below."
        ),
    )

    def __init__(self, *args: Any, sheet: Sequence[tuple[Person, Grade | None]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {person.pk: person for person, _grade in sheet}
        for person, grade in sheet:
            self._add_line(person, grade)

    def _add_line(self, person: Person, grade: Grade | None) -> None:
        level = forms.ChoiceField(
            label=person.name,
            choices=[("", "—"), *GradeLevel.choices],
            required=False,
            initial=grade.level if grade else "",
        )
        reason = forms.CharField(
            label=_("Reason"), max_length=200, required=False, initial=grade.reason if grade else ""
        )
        add_field(self, f"level_{person.pk}", level)
        add_field(self, f"reason_{person.pk}", reason)

    def rows(self) -> list[tuple[Person, forms.BoundField, forms.BoundField]]:
        return [(person, self[f"level_{pk}"], self[f"reason_{pk}"]) for pk, person in self.people.items()]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for pk, level in self._read(cleaned.get("pasted", "")).items():
            cleaned[f"level_{pk}"] = level
        if not any(cleaned.get(f"level_{pk}") for pk in self.people):
            self.add_error(None, _("No grade is chosen yet."))
        return cleaned

    def _read(self, pasted: str) -> dict[int, str]:
        """Grades by person; each line that cannot be read is named."""
        by_name: dict[str, list[int]] = {}
        for pk, person in self.people.items():
            by_name.setdefault(fold(person.name), []).append(pk)
        read: dict[int, str] = {}
        for line in pasted.splitlines():
            if not line.strip():
                continue
            if (found := _line(line, by_name)) is None:
                words = {"line": line.strip()[:80]}
                self.add_error(
                    "pasted", _("No one person and grade of this unit is found in “%(line)s”.") % words
                )
            else:
                read[found[0]] = found[1]
        return read

    def lines(self) -> list[GradeLine]:
        chosen = [(pk, self.cleaned_data.get(f"level_{pk}", "")) for pk in self.people]
        return [
            GradeLine(level, person_id=pk, reason=self.cleaned_data.get(f"reason_{pk}", ""))
            for pk, level in chosen
            if level
        ]


def _line(line: str, by_name: dict[str, list[int]]) -> tuple[int, str] | None:
    """The one person named in a line, and the grade after the name."""
    folded = f" {fold(line)} "
    named = [name for name in by_name if f" {name} " in folded.replace(";", " ").replace(",", " ")]
    people = by_name[max(named, key=len)] if named else []
    level = level_within(line)
    return (people[0], level) if len(people) == 1 and level else None
