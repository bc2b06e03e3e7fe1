from thidua.modules.newsroom.queries.portal import (
    NEWEST,
    comments_of,
    is_shown,
    neighbours,
    posted_decisions,
    related,
    shown,
    with_readers,
)
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
    "NEWEST",
    "comments_of",
    "comments_visible_to",
    "found",
    "is_shown",
    "neighbours",
    "open_decisions",
    "posted_decisions",
    "related",
    "shown",
    "state_counts",
    "visible_to",
    "waiting_comments",
    "waiting_for",
    "with_readers",
]
