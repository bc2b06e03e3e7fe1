"""What depends on the language alone is drawn once for each."""

from django.template import Context, Engine
from django.utils import translation

from thidua.foundation.templatetags import ui


class Counted:
    n = 0

    def __str__(self) -> str:
        self.n += 1
        return f"{translation.get_language()}"


def test_drawn_once_for_each_language():
    engine = Engine(builtins=[ui.__name__])
    drawn, seen = engine.from_string("{% still %}<b>{{ word }}</b>{% endstill %} {{ other }}"), Counted()
    for language in ("vi", "en", "vi", "en"):
        with translation.override(language):
            said = drawn.render(Context({"word": seen, "other": language}))
        assert said == f"<b>{language}</b> {language}"
    assert seen.n == 2
