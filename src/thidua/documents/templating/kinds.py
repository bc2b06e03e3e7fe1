"""The kinds of paper whose layout a body may replace, each with a sample that uses every field."""

from functools import cache

from thidua.documents.compose import compose
from thidua.documents.letters import Letter
from thidua.documents.sheet import Sheet
from thidua.documents.templating.content import Content, content_of, tables_of
from thidua.documents.templating.samples import SAMPLES

REPLACEABLE = tuple(SAMPLES)


@cache
def sample_sheet(kind: str) -> Sheet:
    return compose(SAMPLES[kind])


@cache
def known_tables(kind: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tables_of(sample_sheet(kind)))


def sample_content(kind: str) -> Content:
    return content_of(sample_sheet(kind), known_tables(kind))


def letter_content(kind: str, letter: Letter) -> Content:
    """Raises UnknownShape where the letter has what the kind's sample lacks."""
    return content_of(compose(letter), known_tables(kind))
