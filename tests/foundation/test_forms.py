"""The widgets of the house."""

from django import forms

from thidua.foundation.forms import Form, QuickSelect, QuickSelectMultiple

CHOICES = [("", "—"), ("a", "Trường <A>"), ("Nhóm", [("b", "Bé"), ("c", "Xê")])]


class Chooser(Form):
    one = forms.ChoiceField(choices=CHOICES, initial="b", required=False)
    several = forms.MultipleChoiceField(choices=CHOICES[:2])
    buttons = forms.ChoiceField(choices=CHOICES[:2], required=False, widget=forms.RadioSelect)


def test_a_list_reads_as_one_drawn_by_templates():
    drawn = str(Chooser()["one"])
    plain = forms.Select({"class": "form-select form-select-sm"}, CHOICES).render(
        "one", "b", {"id": "id_one"}
    )
    assert sorted(_words(drawn)) == sorted(_words(plain))
    assert drawn.count(" selected") == 1


def _words(html):
    return html.replace("<", " ").replace(">", " ").split()


def test_a_list_of_several_reads_as_one_drawn_by_templates():
    form = Chooser({"several": ["a"]})
    plain = forms.SelectMultiple({"class": "form-select form-select-sm"}, CHOICES[:2]).render(
        "several", ["a"], {"id": "id_several", "required": True}
    )
    assert sorted(_words(str(form["several"]))) == sorted(_words(plain))


def test_only_plain_lists_are_drawn_quickly():
    fields = Chooser().fields
    drawn = (QuickSelect, QuickSelectMultiple, forms.RadioSelect)
    assert tuple(type(fields[name].widget) for name in ("one", "several", "buttons")) == drawn


def test_an_empty_or_unknown_value_selects_as_django_does():
    assert " selected>—" in str(Chooser({"one": ""})["one"])
    assert " selected" not in str(Chooser({"one": "zzz"})["one"])
