from thidua.modules.newsroom.queries.portal import (
    NEWEST,
    comments_of,
    is_shown,
    posted_decisions,
    shown,
    with_readers,
)
from thidua.modules.newsroom.queries.reading import MOST_COMMENTS, Reading, read
from thidua.modules.newsroom.queries.staff import (
    comments_visible_to,
    found,
    open_decisions,
    state_counts,
    visible_to,
    waiting_comments,
    waiting_for,
)

__all__ = [
    "MOST_COMMENTS",
    "NEWEST",
    "Reading",
    "comments_of",
    "comments_visible_to",
    "found",
    "is_shown",
    "open_decisions",
    "posted_decisions",
    "read",
    "shown",
    "state_counts",
    "visible_to",
    "waiting_comments",
    "waiting_for",
    "with_readers",
]
