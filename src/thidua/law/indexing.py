"""Which articles, clauses and points a statute has, read from its text: numbers only, no words.

`python -m thidua.law index LAW [AMENDMENT]` prints what `index.yaml` holds.
"""

import re

Index = dict[str, dict[str, list[str]]]

ARTICLE = re.compile(r'^[“"]?Điều (\d+[a-z]?)\b')
CLAUSE = re.compile(r"^[“\"]?(\d+)\s*\.")
POINT = re.compile(r"^[“\"]?([a-zđ])\)")
OTHER_ITEM = re.compile(r"^\d+\. (?:Sửa đổi|Bổ sung)")
ITEM = re.compile(r"^\d+\. (?:Sửa đổi|Bổ sung).*?Điều (\d+[a-z]?)")
WHOLE = re.compile(r"^\d+\. (?:Sửa đổi, bổ sung|Sửa đổi|Bổ sung) Điều (\d+[a-z]?)")


def index_of(text: str) -> Index:
    """The index of a law whose articles stand at the beginning of lines."""
    found: Index = {}
    article, clause = "", ""
    for line in text.splitlines():
        heading = ARTICLE.match(line)
        if heading:
            article, clause = heading.group(1), ""
            found[article] = {}
        elif article:
            clause = _enter(found[article], line, clause)
    return found


def _enter(clauses: dict[str, list[str]], line: str, clause: str) -> str:
    """Note the clause or the point that a line begins, and return the clause it belongs to."""
    numbered, lettered = CLAUSE.match(line), POINT.match(line)
    if numbered:
        clause = numbered.group(1)
        clauses.setdefault(clause, [])
    elif lettered:
        points = clauses.setdefault(clause, [])
        if lettered.group(1) not in points:
            points.append(lettered.group(1))
    return clause


def amended(index: Index, amendment: str) -> Index:
    """The index after a law that says "Sửa đổi, bổ sung (khoản 2) Điều 23 như sau"."""
    result = {article: dict(clauses) for article, clauses in index.items()}
    article, clause, fresh = "", "", set[str]()
    for line in amendment.splitlines():
        item = ITEM.match(line)
        if item:
            article, clause, fresh = item.group(1), "", set()
            if WHOLE.match(line):
                result[article] = {}
        elif OTHER_ITEM.match(line):
            article = ""
        elif article and not ARTICLE.match(line):
            clause = _replace(result.setdefault(article, {}), line, clause, fresh)
    return result


def _replace(clauses: dict[str, list[str]], line: str, clause: str, fresh: set[str]) -> str:
    numbered = CLAUSE.match(line)
    if numbered and numbered.group(1) not in fresh:
        fresh.add(numbered.group(1))
        clauses[numbered.group(1)] = []
    return _enter(clauses, line, clause)


def holds(index: Index, article: str, clause: str | None, point: str | None) -> bool:
    """The provision exists. Points of an article without clauses stand under the empty clause."""
    clauses = index.get(article)
    if clauses is None:
        return False
    if clause is None:
        return point is None or point in clauses.get("", [])
    return clause in clauses and (point is None or point in clauses[clause])
