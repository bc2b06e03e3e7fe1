"""Thẩm quyền: who decides an honour on a day, who proposes, pays and may take it back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from thidua import law
from thidua.modules.rulebook.calculations.form import HonourForm
from thidua.modules.rulebook.words import LEVELS, OFFICES, cites_label

# Other acts around an honour, in the order of the work.
ACTS = {
    "recognise_effect": _("Recognises the effect of the initiative"),
    "set_criteria": _("Sets the criteria"),
    "form_block": _("Forms the blocks"),
    "pay": _("Pays the prize"),
    "revoke": _("Revokes the decision"),
    "strip": _("Strips of the title"),
}


class PowersForm(HonourForm):
    cap = forms.ChoiceField(label=_("Level of the candidate's unit"), choices=list(LEVELS.items()))


@dataclass(frozen=True, slots=True)
class Power:
    act: str | Promise
    who: str
    cites: str = ""
    confidence: str | None = None


@dataclass(frozen=True, slots=True)
class Powers:
    """`powers` without an office: the law that is loaded names none."""

    decides: Power
    proposes: Power
    others: tuple[Power, ...]


def answer(form: PowersForm) -> Powers:
    book, given = form.book, form.cleaned_data
    honour, level, on = given["hinh_thuc"], given["cap"], given["ngay"]
    return Powers(
        _power(_("Decides"), _known(law.decider(book, honour, level, on))),
        _power(_("Proposes"), _known(law.proposer(book, honour, level, on))),
        tuple(_others(form)),
    )


def _others(form: PowersForm) -> Iterator[Power]:
    given = form.cleaned_data
    for act, label in ACTS.items():
        offices = law.competent(act, given["hinh_thuc"], given["ngay"])
        if offices:
            yield _power(label, offices)


def _known(office: law.Authority | None) -> Sequence[law.Authority]:
    return [office] if office else []


def _power(act: str | Promise, offices: Sequence[law.Authority]) -> Power:
    if not offices:
        return Power(act, "")
    who = "; ".join(str(OFFICES[office.code]) for office in offices)
    cites = cites_label(cite for office in offices for cite in office.cites)
    return Power(act, who, cites, offices[0].confidence.value)
