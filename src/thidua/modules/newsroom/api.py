"""The door of the newsroom: what is written and read, and how an article begins."""

from thidua.modules.newsroom.actions.articles import write
from thidua.modules.newsroom.drafts import ArticleDraft
from thidua.modules.newsroom.policy import may_write
from thidua.modules.newsroom.queries import shown, visible_to
from thidua.modules.newsroom.richtext import paragraphs_of

__all__ = ["ArticleDraft", "may_write", "paragraphs_of", "shown", "visible_to", "write"]
