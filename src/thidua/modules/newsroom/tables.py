"""The lists of this module as tables."""

from django.utils.translation import gettext_lazy as _

from thidua.foundation.tables import Cell, Column, Table, day, number, text

ARTICLES = Table(
    "articles",
    _("Articles"),
    (
        Column(
            "bai",
            _("Headline"),
            (Cell(_("Headline"), "headline", width=60), Cell(_("By-line"), "byline", width=24)),
        ),
        text("ve", _("Subject"), "exemplar.name", 28),
        Column("ngay", _("Written on"), (day(_("Written on"), lambda row: row.made_at.date()),)),
        Column(
            "dang", _("Posted on"), (day(_("Posted on"), lambda row: row.posted_at and row.posted_at.date()),)
        ),
        Column("doc", _("Times read"), (number(_("Times read"), "n_readers"),)),
        text("trang_thai", _("State"), "get_state_display"),
    ),
)
COMMENTS = Table(
    "comments",
    _("Comments"),
    (
        Column("ngay", _("Sent at"), (day(_("Sent at"), lambda row: row.sent_at.date()),)),
        Column(
            "y_kien",
            _("Comment"),
            (
                Cell(_("Title of the comment"), "title", width=30),
                Cell(_("Content"), "content", width=60),
                Cell(_("Full name"), "name", width=24),
            ),
        ),
        text("bai", _("News article"), "article.headline", 50),
        text("trang_thai", _("State"), "get_state_display"),
        text("ly_do", _("Reason"), "get_fault_display", 30),
    ),
)
