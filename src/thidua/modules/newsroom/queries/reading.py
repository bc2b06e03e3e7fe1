"""All that one page of the portal shows, in one statement: it is what everybody opens, on old telephones and in crowds."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from thidua.foundation.prepared import prepared_cursor
from thidua.kernel.days import VIETNAM

MOST_RELATED, MOST_COMMENTS = 5, 20

# `shown` as in the lists: published, and of an exemplar only while he agrees.
READ = """
WITH counted AS (
    UPDATE newsroom_readercount SET n = n + 1 WHERE article_id = %(pk)s AND %(counts)s
),
shown AS NOT MATERIALIZED (
    SELECT a.*, e.organisation_id AS unit, NULLIF(e.status_group, '') AS status_group
    FROM newsroom_article a LEFT JOIN exemplars_exemplar e ON e.id = a.exemplar_id
    WHERE a.state = 'published' AND (a.exemplar_id IS NULL OR e.consent = 'given')
)
SELECT a.headline, a.slug, a.lead, a.body, a.byline, a.source, a.posted_at, a.open_to_comments,
    COALESCE((SELECT n FROM newsroom_readercount WHERE article_id = a.id), 0),
    (SELECT json_build_array(b.id, b.slug, b.headline, b.posted_at) FROM shown b
        WHERE b.organisation_id = a.organisation_id AND (b.posted_at, b.id) < (a.posted_at, a.id)
        ORDER BY b.posted_at DESC, b.id DESC LIMIT 1),
    (SELECT json_build_array(b.id, b.slug, b.headline, b.posted_at) FROM shown b
        WHERE b.organisation_id = a.organisation_id AND (b.posted_at, b.id) > (a.posted_at, a.id)
        ORDER BY b.posted_at, b.id LIMIT 1),
    CASE WHEN a.exemplar_id IS NULL AND a.campaign_id IS NULL AND a.entry_id IS NULL THEN NULL ELSE
    (SELECT json_agg(json_build_array(id, slug, headline, posted_at)) FROM (
        SELECT b.id, b.slug, b.headline, b.posted_at FROM shown b
        WHERE b.organisation_id = a.organisation_id AND b.id <> a.id AND (
            b.exemplar_id = a.exemplar_id OR b.unit = a.unit OR b.status_group = a.status_group
            OR b.campaign_id = a.campaign_id OR (a.entry_id IS NOT NULL AND b.entry_id IS NOT NULL))
        ORDER BY b.posted_at DESC, b.id DESC LIMIT %(related)s) found) END,
    (SELECT json_agg(json_build_array(id, alt, caption, credit, width, height) ORDER BY place, id)
        FROM newsroom_picture WHERE article_id = a.id),
    (SELECT json_agg(json_build_array("on", text) ORDER BY id)
        FROM newsroom_correction WHERE article_id = a.id),
    (SELECT json_agg(json_build_array(name, title, content, sent_at, reply, replied_at)) FROM (
        SELECT * FROM newsroom_comment WHERE article_id = a.id AND state = 'published'
        ORDER BY sent_at DESC, id DESC LIMIT %(comments)s) found)
FROM shown a WHERE a.id = %(pk)s
"""


@dataclass(frozen=True, slots=True)
class Beside:
    """Another article, as a link."""

    pk: int
    slug: str
    headline: str
    posted_at: datetime


@dataclass(frozen=True, slots=True)
class Seen:
    """A picture of the article."""

    pk: int
    alt: str
    caption: str
    credit: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Corrected:
    on: date
    text: str


@dataclass(frozen=True, slots=True)
class Said:
    """A comment that may be read."""

    name: str
    title: str
    content: str
    sent_at: datetime
    reply: str
    replied_at: datetime | None


@dataclass(frozen=True, slots=True)
class Reading:
    """`comments` are the newest; one more than MOST_COMMENTS says that there are others."""

    pk: int
    headline: str
    slug: str
    lead: str
    body: str
    byline: str
    source: str
    posted_at: datetime
    open_to_comments: bool
    n_readers: int
    older: Beside | None
    newer: Beside | None
    related: list[Beside]
    pictures: list[Seen]
    corrections: list[Corrected]
    comments: list[Said]


def read(pk: int, *, counts: bool) -> Reading | None:
    """None for what nobody may read; `counts` a reader."""
    given = {"pk": pk, "counts": counts, "related": MOST_RELATED, "comments": MOST_COMMENTS + 1}
    with prepared_cursor() as cursor:
        cursor.execute(READ, given)
        row = cursor.fetchone()
    if row is None:
        return None
    older, newer, related, pictures, corrections, comments = map(_json, row[9:])
    return Reading(
        pk=pk,
        headline=row[0],
        slug=row[1],
        lead=row[2],
        body=row[3],
        byline=row[4],
        source=row[5],
        posted_at=row[6],
        open_to_comments=row[7],
        n_readers=row[8],
        older=_beside(older) if older else None,
        newer=_beside(newer) if newer else None,
        related=[_beside(part) for part in related or ()],
        pictures=[Seen(*part) for part in pictures or ()],
        corrections=[Corrected(date.fromisoformat(on), text) for on, text in corrections or ()],
        comments=[_said(part) for part in comments or ()],
    )


def _json(value: Any) -> Any:
    """Whether the driver has read it already or not."""
    return json.loads(value) if isinstance(value, str) else value


def _beside(part: list[Any]) -> Beside:
    pk, slug, headline, posted_at = part
    return Beside(pk, slug, headline, _instant(posted_at))


def _said(part: list[Any]) -> Said:
    name, title, content, sent_at, reply, replied_at = part
    return Said(name, title, content, _instant(sent_at), reply, _instant(replied_at) if replied_at else None)


def _instant(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(VIETNAM)
