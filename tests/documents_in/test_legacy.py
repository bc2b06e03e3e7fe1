"""Old encodings: every letter goes there and back, a cell is told by its words, and what is right is left alone."""

import pytest

from thidua.documents.legacy import Encoding, decode, encode, reread
from thidua.documents.legacy.signs import TCVN3, VISCII, VNI
from thidua.documents.legacy.syllables import SYLLABLES, is_syllable
from thidua.site.sample.names import FAMILIES, FEMALE_GIVEN, FEMALE_MIDDLE, MALE_GIVEN, MALE_MIDDLE

LETTERS = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ"
BYTES = [Encoding.TCVN3, Encoding.VNI, Encoding.VISCII, Encoding.CP1258]
NAMES = [
    f"{family} {middle} {given}"
    for family in FAMILIES
    for middle in FEMALE_MIDDLE + MALE_MIDDLE
    for given in FEMALE_GIVEN + MALE_GIVEN
]
FOREIGN = [
    "José García",
    "François Müller",
    "Zoé Café",
    "São Paulo",
    "Noël",
    "Straße 12",
    "10 m²",
    "3 × 4",
    "½",
    "30 °C",
]


def test_every_small_letter_has_its_place_in_each_table():
    for table in (TCVN3, VISCII, VNI):
        assert set(LETTERS) <= set(table.values())


def test_no_letter_stands_twice_in_the_tables_of_bytes():
    for table in (TCVN3, VISCII):
        assert len(set(table.values())) == len(table)
    assert set(LETTERS.upper()) <= set(VISCII.values())
    assert set(LETTERS.upper()) <= set(VNI.values())


@pytest.mark.parametrize("encoding", [*BYTES, Encoding.DECOMPOSED])
def test_every_letter_goes_there_and_back(encoding):
    for letter in LETTERS:
        assert decode(f"x{encode(letter, encoding)}x", encoding) == f"x{letter}x"


@pytest.mark.parametrize("encoding", [*BYTES, Encoding.DECOMPOSED])
def test_names_come_back_as_they_were(encoding):
    typed = {name: encode(name, encoding) for name in NAMES}
    wrong = [name for name, text in typed.items() if reread(text).after != name and not could_be_right(text)]
    assert len(wrong) < len(NAMES) / 200, wrong[
        :20
    ]  # one marked word can fit two encodings: people look at each


def could_be_right(text: str) -> bool:
    """All its words could be Vietnamese as they stand: such a cell is left alone (Lê Thu Thý)."""
    return all(word.isascii() or is_syllable(word) for word in text.split())


@pytest.mark.parametrize("encoding", BYTES)
def test_few_names_could_be_right_as_they_stand(encoding):
    typed = [encode(name, encoding) for name in NAMES if encode(name, encoding) != name]
    assert sum(map(could_be_right, typed)) < len(typed) / 30


@pytest.mark.parametrize("name", ["NGUYỄN VĂN ĐỨC", "LÊ THỊ ÁNH", "TRẦN QUỐC VIỆT"])
def test_a_font_of_capitals_gives_capitals(name):
    typed = "".join(encode(c.lower(), Encoding.TCVN3) if not c.isascii() else c for c in name)
    assert reread(typed).after == name


def test_no_correct_name_is_ever_altered():
    for name in [*NAMES, *(name.upper() for name in NAMES)]:
        assert reread(name).encoding is None, name
        assert reread(name).after == name


def test_no_correct_syllable_is_ever_altered():
    for word in SYLLABLES:
        assert reread(word).after == word


@pytest.mark.parametrize("text", [*FOREIGN, "Đắk Lắk", "Công ty TNHH Hòa Phát – Chi nhánh 2"])
def test_foreign_words_and_signs_are_left_alone(text):
    assert reread(text).after == text


def test_a_cell_of_mixed_kinds_keeps_what_is_right():
    mixed = f"Nguyễn Thị {encode('Hồng', Encoding.TCVN3)}"
    assert reread(mixed).after == "Nguyễn Thị Hồng"
    assert reread(mixed).encoding is Encoding.TCVN3
