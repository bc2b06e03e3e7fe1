"""What was filled in, as the law reads it: a list without an entry stays unknown unless it is said to be empty."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from thidua import law
from thidua.modules.rulebook.trial.form import TrialForm

Facts = list[dict[str, Any]]


def record_of(form: TrialForm) -> law.Record:
    """A contradiction is refused by the law itself, with the place."""
    return law.Record.from_dict({name: value for name, value in _lists(form) if value is not None})


def _lists(form: TrialForm) -> Iterator[tuple[str, Any]]:
    empty = form.cleaned_data.get("khong") or ()
    for name, facts in (
        ("titles", _titles(form)),
        ("awards", _awards(form)),
        ("initiatives", _initiatives(form)),
    ):
        yield name, facts or ([] if name in empty else None)
    yield "grades", _of_years(form, "xl", lambda year, grade: {"year": year, "grade": grade}) or None
    yield "discipline", _discipline(form) or None
    yield "leave", _leave(form) or None
    yield "violations", _violations(form) or None
    yield "pending", _pending(form)
    yield "work", _work(form)
    yield "movements", _movements(form)
    yield "training", form.cleaned_data.get("dao_tao") or None
    yield "registered", False if form.cleaned_data.get("khong_dk") else None
    if form.kind == "collective":
        yield "collective", _collective(form)


def _of_years(form: TrialForm, name: str, make: Any) -> Facts:
    """A fact for each year in which the field says something."""
    if name not in form.yearly:
        return []
    said = ((year, form.of_year(name, year)) for year in form.years)
    return [make(year, value) for year, value in said if value]


def _titles(form: TrialForm) -> Facts:
    names = [name for name in form.yearly if name.startswith("dh.")]
    return [fact for name in names for fact in _title(form, name)]


def _title(form: TrialForm, name: str) -> Facts:
    code = name.removeprefix("dh.")
    return _of_years(form, name, lambda year, _ticked: {"honour": code, "year": year})


def _awards(form: TrialForm) -> Facts:
    def make(year: int, code: str) -> dict[str, Any]:
        return {"honour": code, "year": year, "by": form.of_year("lh", year) or "results"}

    return _of_years(form, "kt", make)


def _initiatives(form: TrialForm) -> Facts:
    def make(year: int, scope: str) -> dict[str, Any]:
        used = form.of_year("dung", year)
        return {"year": year, "scope": scope} | ({"used_for": used} if used else {})

    return _of_years(form, "sk", make)


def _discipline(form: TrialForm) -> Facts:
    """Only the year is asked: the last day it may have been keeps the law from saying yes too early."""
    on: date = form.cleaned_data["ngay"]

    def make(year: int, kind: str) -> dict[str, Any]:
        return {"kind": kind, "on": min(date(year, 12, 31), on).isoformat()}

    return _of_years(form, "kl", make)


def _leave(form: TrialForm) -> Facts:
    def make(year: int, kind: str) -> dict[str, Any]:
        months = form.of_year("th", year)
        return {"kind": kind, "year": year} | ({} if months is None else {"months": months})

    return _of_years(form, "ng", make)


def _violations(form: TrialForm) -> Facts:
    def make(year: int, kind: str) -> dict[str, Any]:
        fined = _yes_no(form.of_year("phat", year))
        return {"kind": kind, "year": year} | ({} if fined is None else {"fined": fined})

    return _of_years(form, "vp", make)


def _pending(form: TrialForm) -> Facts | None:
    kind = form.cleaned_data.get("dang")
    return [{"kind": kind, "since": form.cleaned_data["ngay"].isoformat()}] if kind else None


def _work(form: TrialForm) -> Facts | None:
    months = form.cleaned_data.get("thang")
    return None if months is None else [{"place": "same", "months": months}]


def _movements(form: TrialForm) -> Facts | None:
    given = form.cleaned_data
    if not given.get("pt_cap"):
        return None
    return [
        {
            "launched_by": given["pt_cap"],
            "years": given.get("pt_nam") or 1,
            "result": given.get("pt_kq") or "took_part",
            "stage": given.get("pt_ky") or "final",
        }
    ]


NUMBERS = {"tv": "members", "ldtt": "ldtt", "cstdcs": "cstdcs", "cc": "warned", "tl": "founded"}
STATEMENTS = {
    "hoan_thanh": "all_completed",
    "co": "gets_flags",
    "dan_dau": "leads_block",
    "giai_the": "dissolved",
}


def _collective(form: TrialForm) -> dict[str, Any]:
    numbers = {code: form.cleaned_data.get(name) for name, code in NUMBERS.items()}
    stated = {code: _yes_no(form.cleaned_data.get(name)) for name, code in STATEMENTS.items()}
    return {code: value for code, value in {**numbers, **stated}.items() if value is not None}


def _yes_no(said: object) -> bool | None:
    return {"yes": True, "no": False}.get(str(said))
