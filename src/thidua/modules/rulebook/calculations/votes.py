"""Biểu quyết: whether the votes in favour are enough."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua import law
from thidua.modules.rulebook.calculations.form import MOST_MEMBERS, HonourForm
from thidua.modules.rulebook.trial.form import count
from thidua.modules.rulebook.words import LEVELS, cite_label


class VotesForm(HonourForm):
    """Absent members vote too, in writing: the share is one of all members."""

    cap = forms.ChoiceField(label=gettext_lazy("Council of"), choices=list(LEVELS.items()), initial="tinh")
    thanh_vien = count(gettext_lazy("Members of the council"), MOST_MEMBERS, 1)
    co_mat = count(gettext_lazy("Present"), MOST_MEMBERS)
    dong_y = count(gettext_lazy("In favour, opinions in writing included"), MOST_MEMBERS)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["cap"].initial = "tinh"
        for name in ("thanh_vien", "dong_y"):
            self.fields[name].required = True

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        members = given.get("thanh_vien")
        for name in ("co_mat", "dong_y"):
            if members and (given.get(name) or 0) > members:
                self.add_error(name, _("There are not so many members."))
        return given


@dataclass(frozen=True, slots=True)
class Share:
    """A number that the law asks for, of all members; `verdict` unknown where no rule is loaded."""

    verdict: str
    words: str
    said: str
    cite: str = ""
    confidence: str | None = None


@dataclass(frozen=True, slots=True)
class Votes:
    votes: Share
    attendance: Share


def answer(form: VotesForm) -> Votes:
    return Votes(_votes(form), _attendance(form))


def _votes(form: VotesForm) -> Share:
    given = form.cleaned_data
    rule = law.vote_rule(form.book, given["hinh_thuc"], given["ngay"], given["cap"])
    if rule is None:
        silence = _("The law that is loaded sets no share: a local rule or the council's own does.")
        return Share("unknown", _("no share is loaded"), silence)
    members, for_it = given["thanh_vien"], given["dong_y"]
    said = _("%(n)s of %(members)s in favour (%(percent)s%%); needed: %(needed)s, at least %(share)s%%") % {
        "n": for_it,
        "members": members,
        "percent": f"{100 * for_it / members:.1f}".replace(".", ","),
        "needed": rule.needed(members),
        "share": f"{float(rule.share * 100):g}",
    }
    is_enough = rule.passed(members, for_it)
    words = _("enough votes") if is_enough else _("not enough votes")
    return Share("yes" if is_enough else "no", words, said, cite_label(rule.cite), rule.confidence.value)


def _attendance(form: VotesForm) -> Share:
    given = form.cleaned_data
    rule = law.attendance(form.book, given["ngay"], given["cap"])
    if rule is None:
        silence = _(
            "National law leaves to the place how many must be present; no rule of a place is loaded."
        )
        return Share("unknown", _("no quorum is loaded"), silence)
    needed, present = rule.needed(given["thanh_vien"]), given["co_mat"]
    source = cite_label(rule.cite), rule.confidence.value
    said = _("needed at the sitting: %(needed)s of %(members)s") % {
        "needed": needed,
        "members": given["thanh_vien"],
    }
    if present is None:
        return Share("unknown", _("the number present is not stated"), said, *source)
    is_enough = present >= needed
    words = _("enough members present") if is_enough else _("too few members present")
    return Share("yes" if is_enough else "no", words, said, *source)
