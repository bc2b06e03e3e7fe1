"""The widgets of the house."""

from django import forms

from thidua.foundation.forms import Form, QuickSelect

CHOICES = [("", "—"), ("a", "Trường <A>"), ("Nhóm", [("b", "Bé"), ("c", "Xê")])]


class Chooser(Form):
    one = forms.ChoiceField(choices=CHOICES, initial="b", required=False)
    several = forms.MultipleChoiceField(choices=CHOICES[:2])


def test_a_list_reads_as_one_drawn_by_templates():
    drawn = str(Chooser()["one"])
    plain = forms.Select({"class": "form-select form-select-sm"}, CHOICES).render(
        "one", "b", {"id": "id_one"}
    )
    assert sorted(_words(drawn)) == sorted(_words(plain))
    assert drawn.count(" selected") == 1


def _words(html):
    return html.replace("<", " ").replace(">", " ").split()


def test_only_plain_lists_are_drawn_quickly():
    fields = Chooser().fields
    assert (type(fields["one"].widget), type(fields["several"].widget)) == (QuickSelect, forms.SelectMultiple)


def test_an_empty_or_unknown_value_selects_as_django_does():
    assert " selected>—" in str(Chooser({"one": ""})["one"])
    assert " selected" not in str(Chooser({"one": "zzz"})["one"])
