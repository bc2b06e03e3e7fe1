from thidua.modules.newsroom.forms.articles import (
    ArticleFilter,
    ArticleForm,
    ConsentForm,
    CorrectionForm,
    PictureForm,
    PictureWordsForm,
    StepForm,
)
from thidua.modules.newsroom.forms.comments import (
    CommentFilter,
    CommentForm,
    ModerationForm,
    PortalFilter,
    ReplyForm,
    blank_form,
)

__all__ = [
    "ArticleFilter",
    "ArticleForm",
    "CommentFilter",
    "CommentForm",
    "ConsentForm",
    "CorrectionForm",
    "ModerationForm",
    "PictureForm",
    "PictureWordsForm",
    "PortalFilter",
    "ReplyForm",
    "StepForm",
    "blank_form",
]
