"""One dictionary for all modules' Vietnamese says what the many said."""

from django.utils.translation import gettext, override, trans_real

from thidua.site import wordbook


def test_the_dictionary_that_came_last_in_djangos_order_still_has_the_last_word():
    apart = trans_real.DjangoTranslation("vi")
    n_folders = len(apart._catalog._catalogs)
    words = {key: apart._catalog[key] for key in apart._catalog.keys()}  # noqa: SIM118 -- not a dict
    wordbook.bind("vi")
    bound = trans_real.translation("vi")._catalog
    assert (n_folders > 1, len(bound._catalogs)) == (True, 1)
    assert {key: bound[key] for key in words} == words


def test_english_plurals_stay():
    wordbook.bind("en")
    with override("en"):
        assert gettext("Overview") == "Overview"
