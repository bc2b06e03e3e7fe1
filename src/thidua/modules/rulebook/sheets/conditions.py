"""The standards and what shuts the honour, as the rule of the day asks them."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from thidua import law
from thidua.kernel.errors import Cannot
from thidua.modules.rulebook.sheets.parts import Row, Section, row


def conditions(book: law.Book, honour: str, kind: str, on: date) -> Iterator[Section]:
    try:
        looked = law.look_up(book, honour, kind, on)
    except Cannot as refusal:
        yield Section("standards", (), str(refusal))
        return
    yield Section("standards", tuple(rows_of(looked.standards)))
    yield Section("obstacles", tuple(rows_of(looked.obstacles)), _("No obstacle is stated."))


def rows_of(standards: tuple[law.Standard, ...], above: str = "", depth: int = 0) -> Iterator[Row]:
    """Depth first. Limbs with one code are told apart by their order."""
    seen: Counter[str] = Counter()
    for item in standards:
        seen[item.code] += 1
        key = f"{above}/{item.code}.{seen[item.code]}"
        yield row(
            key,
            _sentence(item),
            cites=[item.cite],
            confidence=item.confidence,
            depth=depth,
            note=_who_answers(item),
        )
        yield from rows_of(item.parts, key, depth + 1)


def _sentence(item: law.Standard) -> str:
    return item.sentence_en if get_language() == "en" else item.sentence_vi


def _who_answers(item: law.Standard) -> str:
    """What no record can show."""
    if item.kind == "local_rule":
        return _("set by a local rule")
    return _("the council judges") if item.kind == "judgement" else ""
