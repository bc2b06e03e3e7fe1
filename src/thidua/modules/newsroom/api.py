"""The door of the newsroom: what is written and read, and how an article begins."""

from thidua.modules.newsroom.actions.articles import write
from thidua.modules.newsroom.drafts import ArticleDraft
from thidua.modules.newsroom.queries import shown, visible_to

__all__ = ["ArticleDraft", "shown", "visible_to", "write"]
