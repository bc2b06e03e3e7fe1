"""Answers as lines of a work list: one for each candidate and honour worth looking at."""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa

from thidua.law.conditions import Condition, kind_of
from thidua.law.explain import REASONS
from thidua.law.items import NONE, Numbers
from thidua.law.sweeping.answering import Answers
from thidua.law.tri import Bools

ANSWERS = ("yes", "no", "unknown")
WORD = pa.dictionary(pa.int32(), pa.string())
SCHEMA = pa.schema(
    [
        ("person", pa.int64()),
        ("unit", pa.int64()),
        ("honour", WORD),
        ("kind", WORD),
        ("by", WORD),
        ("answer", WORD),
        ("reason", WORD),
        ("missing", WORD),
        ("missing_vi", WORD),
        ("forgotten", pa.bool_()),
    ]
)
# The same with the words written out, as a table for people holds them.
PLAIN = pa.schema([(each.name, pa.string() if each.type == WORD else each.type) for each in SCHEMA])


def lines(answers: Answers, *, all_of_them: bool = False) -> pa.RecordBatch:
    """Those who qualify and those one step away, or everybody."""
    wanted = answers.tri.yes | (answers.missing >= 0)
    rows = np.arange(len(wanted)) if all_of_them else np.flatnonzero(wanted)
    asked, missing = answers.asked, answers.missing[rows]
    answer = np.where(answers.tri.yes, 0, np.where(answers.tri.no, 1, 2))[rows]
    reason = np.where(answer == 2, answers.reason[rows], len(REASONS))
    unit = answers.unit[rows]
    columns = [
        pa.array(answers.person[rows]),
        pa.array(unit, mask=unit == NONE),
        _same(asked.honour.code, len(rows)),
        _same(asked.kind, len(rows)),
        _same(asked.by, len(rows)),
        _words(answer, ANSWERS),
        _words(reason, REASONS),
        _words(missing, [leaf.code for leaf in answers.leaves]),
        _words(missing, [_sentence(leaf) for leaf in answers.leaves]),
        pa.array(answers.forgotten[rows]),
    ]
    return pa.RecordBatch.from_arrays(columns, schema=SCHEMA)


def _same(word: str | None, n: int) -> pa.DictionaryArray:
    places = np.full(n, 0 if word else -1)
    return _words(places, [word or ""])


def _words(places: Numbers, words: Sequence[str]) -> pa.DictionaryArray:
    nothing: Bools = (places < 0) | (places >= len(words))
    return pa.DictionaryArray.from_arrays(
        pa.array(places.astype(np.int32), mask=nothing), pa.array(list(words), pa.string())
    )


def _sentence(condition: Condition) -> str:
    return kind_of(condition).sentences(condition.args)[0]
