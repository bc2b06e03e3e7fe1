"""What is asked of an individual, a collective and a household."""

from functools import partial

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua import law
from thidua.modules.rulebook.trial import choices
from thidua.modules.rulebook.trial.form import Cell, Make, TrialForm, choose, count, tick
from thidua.modules.rulebook.words import name_of

GRADE = Cell(_("Grade"), ("xl",))
AWARD = Cell(_("Commendation, ground"), ("kt", "lh"))


def _ticks(kind: str) -> tuple[Cell, ...]:
    """A narrow column for each title."""
    return tuple(
        Cell(law.honour(code).short_vi, (f"dh.{code}",), is_ticked=True) for code in choices.TITLES[kind]
    )


def _title(code: str) -> forms.BooleanField:
    return tick(name_of(law.honour(code)))


def _titles(kind: str) -> dict[str, Make]:
    return {f"dh.{code}": partial(_title, code) for code in choices.TITLES[kind]}


def _awards(kind: str) -> dict[str, Make]:
    return {
        "kt": partial(choose, _("Form of commendation"), choices.honours(choices.AWARDS[kind])),
        "lh": partial(choose, _("Ground of the commendation"), choices.AWARD_GROUNDS),
    }


def _none_at_all(*lists: tuple[str, object]) -> forms.MultipleChoiceField:
    """A list without an entry is unknown, unless one says here that there is nothing."""
    return forms.MultipleChoiceField(
        label=_("There is none at all"), choices=lists, required=False, widget=forms.CheckboxSelectMultiple
    )


TITLES_LIST = ("titles", _("titles"))
AWARDS_LIST = ("awards", _("commendations"))


class IndividualForm(TrialForm):
    kind = "individual"
    top = (*TrialForm.top, "vi_tri", "gioi")
    more = ("khong", "dang", "thang", "pt_cap", "pt_nam", "pt_kq", "pt_ky", "hop_dong", "dao_tao", "khong_dk")
    cells = (
        GRADE,
        *_ticks("individual"),
        AWARD,
        Cell(_("Initiative, used for"), ("sk", "dung")),
        Cell(_("Discipline"), ("kl",)),
        Cell(_("Leave, months"), ("ng", "th")),
    )
    yearly = {
        "xl": partial(choose, _("Grade"), choices.GRADES),
        **_titles("individual"),
        **_awards("individual"),
        "sk": partial(choose, _("Scope of the initiative"), choices.SCOPES),
        "dung": partial(
            choose, _("Initiative used for"), choices.honours(choices.USED_FOR, ("", _("not used")))
        ),
        "kl": partial(choose, _("Discipline"), choices.DISCIPLINES),
        "ng": partial(choose, _("Leave"), choices.LEAVES),
        "th": partial(count, _("Months of leave"), 12),
    }
    vi_tri = choose(_("Position"), choices.POSITIONS)
    gioi = choose(_("Sex"), choices.SEXES)
    khong = _none_at_all(TITLES_LIST, AWARDS_LIST, ("initiatives", _("initiatives, topics")))
    thang = count(_("Months of work at the unit"), 600)
    pt_cap = choose(_("Movement launched by"), choices.MOVEMENT_LEVELS)
    pt_nam = count(_("Years the movement ran"), 20)
    pt_kq = choose(_("Result in the movement"), choices.MOVEMENT_RESULTS)
    pt_ky = choose(_("At the"), choices.STAGES)
    hop_dong = tick(_("works under a labour contract"))
    dao_tao = tick(_("has helped to train colleagues, recognised"))
    khong_dk = tick(_("did not register for emulation"))


class CollectiveForm(TrialForm):
    kind = "collective"
    more = ("khong", "dang", "pt_cap", "pt_nam", "pt_kq", "pt_ky")
    cells = (GRADE, *_ticks("collective"), AWARD)
    yearly = {
        "xl": partial(choose, _("Grade"), choices.GRADES),
        **_titles("collective"),
        **_awards("collective"),
    }
    numbers = ("tv", "ldtt", "cstdcs", "cc", "tl", "hoan_thanh", "co", "dan_dau", "giai_the")
    tv = count(_("Members"), 1_000_000, 1)
    ldtt = count(_("of them advanced workers (LĐTT)"), 1_000_000)
    cstdcs = count(_("of them base fighters (CSTĐCS)"), 1_000_000)
    cc = count(_("of them disciplined, warning or more"), 1_000_000)
    tl = count(_("Year founded"), 2100, 1900)
    hoan_thanh = choose(_("All members completed their tasks"), choices.YES_NO)
    co = choose(_("May be given flags"), choices.YES_NO)
    dan_dau = choose(_("Leads its block"), choices.YES_NO)
    giai_the = choose(_("Ended by re-organisation"), choices.YES_NO)
    khong = _none_at_all(TITLES_LIST, AWARDS_LIST)
    pt_cap = choose(_("Movement launched by"), choices.MOVEMENT_LEVELS)
    pt_nam = count(_("Years the movement ran"), 20)
    pt_kq = choose(_("Result in the movement"), choices.MOVEMENT_RESULTS)
    pt_ky = choose(_("At the"), choices.STAGES)


class HouseholdForm(TrialForm):
    kind = "household"
    more = ("khong", "dang")
    cells = (*_ticks("household"), AWARD, Cell(_("Violation of a member"), ("vp", "phat")))
    yearly = {
        **_titles("household"),
        **_awards("household"),
        "vp": partial(choose, _("Violation of a member"), choices.VIOLATIONS),
        "phat": partial(choose, _("Fined"), choices.FINED),
    }
    khong = _none_at_all(TITLES_LIST, AWARDS_LIST)


FORMS: dict[str, type[TrialForm]] = {
    form.kind: form for form in (IndividualForm, CollectiveForm, HouseholdForm)
}
