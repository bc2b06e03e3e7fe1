import pytest

from thidua.site.menu import place_of


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("/", "home"),
        ("/guong/", "exemplars_list"),
        ("/guong/12/sua/", "exemplars_list"),
        ("/guong/gioi-thieu/3/", "tips_list"),
        ("/ho-so/14/", "dossiers_list"),
        ("/mo-hinh/ap-dung/2/", "models_list"),
        ("/thong-bao/", None),
    ],
)
def test_a_page_lies_in_one_place_of_the_menu(path, place):
    assert place_of(path) == place
