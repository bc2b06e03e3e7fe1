import unicodedata
from dataclasses import replace

import pytest

from papers.samples import DECISION, SUBMITTAL, Nominee, NomineeGroup
from thidua.documents import draw_docx, draw_pdf
from thidua.documents.door import clean_text, cleaned


def decomposed(letter):
    subject = unicodedata.normalize("NFD", letter.subject)
    assert subject != letter.subject
    return replace(letter, subject=subject)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Nguye\u0302\u0303n", "Nguyễn"),
        ("một\thai", "một hai"),
        ("một\r\nhai", "một\nhai"),
        ("a\x00b\x0bc\ud800d", "abcd"),
    ],
)
def test_clean_text(text, kept):
    assert clean_text(text) == kept


def test_cleaning_reaches_every_text_and_changes_nothing_else():
    assert cleaned(decomposed(DECISION)) == DECISION


def test_decomposed_input_draws_the_same_paper():
    assert draw_pdf(decomposed(SUBMITTAL)) == draw_pdf(SUBMITTAL)
    assert draw_docx(decomposed(SUBMITTAL)) == draw_docx(SUBMITTAL)


def test_markup_in_a_name_stays_text():
    hostile = Nominee(name='#panic("x") *a* <b>&amp; </w:t> $1$ \\ @ref "q"')
    letter = replace(SUBMITTAL, groups=(NomineeGroup(honour="Giấy khen", nominees=(hostile,)),))
    from papers.reading import pages, word_text

    assert hostile.name in pages(draw_pdf(letter))[1]
    assert hostile.name in word_text(draw_docx(letter))
