"""Vietnamese is complete: no message without its translation, nothing fuzzy, the compiled files up to date."""

import gettext
import re
from pathlib import Path

import pytest
from django.utils import translation

import thidua

CATALOGUES = sorted(Path(thidua.__file__).parent.glob("**/locale/vi/LC_MESSAGES/django.po"))
ENTRY = re.compile(
    r'^(?:msgctxt (".*")\n)?msgid ((?:".*"\n)+)(?:msgid_plural (?:".*"\n)+)?msgstr(?:\[0\])? ((?:".*"\n?)+)',
    re.MULTILINE,
)


def text(quoted: str) -> str:
    return "".join(line.strip()[1:-1] for line in quoted.strip().splitlines())


def module(path: Path) -> str:
    return path.parents[3].name


@pytest.mark.parametrize("path", CATALOGUES, ids=module)
def test_every_message_is_translated(path):
    content = path.read_text(encoding="utf-8")
    empty = [text(msgid) for _, msgid, msgstr in ENTRY.findall(content) if text(msgid) and not text(msgstr)]
    assert empty == []
    assert ", fuzzy" not in content


@pytest.mark.parametrize("path", CATALOGUES, ids=module)
def test_the_placeholders_are_the_same(path):
    found = ENTRY.findall(path.read_text(encoding="utf-8"))
    names = re.compile(r"%\((\w+)\)")
    wrong = [text(a) for _, a, b in found if text(a) and set(names.findall(a)) != set(names.findall(b))]
    assert wrong == []


@pytest.mark.parametrize("path", CATALOGUES, ids=module)
def test_the_compiled_catalogue_says_the_same(path):
    with path.with_suffix(".mo").open("rb") as compiled:
        known = gettext.GNUTranslations(compiled)
    found = ENTRY.findall(path.read_text(encoding="utf-8"))
    plain = [(text(c), text(msgid), text(msgstr)) for c, msgid, msgstr in found if "\\" not in msgid + msgstr]
    said = [known.pgettext(c, msgid) if c else known.gettext(msgid) for c, msgid, _ in plain if msgid]
    assert said == [msgstr for _, msgid, msgstr in plain if msgid]


@pytest.mark.parametrize("path", CATALOGUES, ids=module)
def test_no_library_has_the_last_word(path):
    found = ENTRY.findall(path.read_text(encoding="utf-8"))
    plain = [
        (text(msgid), text(msgstr)) for c, msgid, msgstr in found if not c and "\\" not in msgid + msgstr
    ]
    with translation.override("vi"):
        said = {msgid: translation.gettext(msgid) for msgid, _ in plain if msgid}
    assert said == {msgid: msgstr for msgid, msgstr in plain if msgid}
