"""Pictures: turned upright, freed of what the camera wrote into them, in two sizes for readers."""

from datetime import datetime
from io import BytesIO

from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

from thidua.foundation.actions import action
from thidua.foundation.permissions import require
from thidua.kernel.errors import Cannot
from thidua.kernel.text import clean
from thidua.modules.files import api as files
from thidua.modules.newsroom import policy
from thidua.modules.newsroom.drafts import PictureDraft
from thidua.modules.newsroom.models import Article, Picture
from thidua.modules.organisations.api import Actor

LARGE, SMALL = 960, 360
MOST_PIXELS = 50_000_000
QUALITY = 80


class CannotShow(Cannot):
    """The picture cannot be read, or lacks its words."""


@action
def add_picture(*, article: Article, draft: PictureDraft, actor: Actor, now: datetime) -> Picture:
    require(policy.may_change(actor, article))
    if not clean(draft.alt):
        raise CannotShow(_("Say what the picture shows: for readers who cannot see it."), field="alt")
    if not clean(draft.credit):
        raise CannotShow(_("Say whose picture it is."), field="credit")
    drawn = _opened(draft.content)
    large, small = _drawn(drawn, LARGE), _drawn(drawn, SMALL)
    width, height = _size(drawn, LARGE)
    kept = [
        files.store(
            content=content,
            name=name,
            organisation=article.organisation,
            subject=f"article:{article.pk}",
            actor=actor,
            now=now,
        )
        for name, content in ((draft.name, draft.content), ("lon.jpg", large), ("nho.jpg", small))
    ]
    return Picture.objects.create(
        article=article,
        place=article.pictures.count(),
        alt=clean(draft.alt),
        credit=clean(draft.credit),
        caption=clean(draft.caption),
        original=kept[0],
        large=kept[1],
        small=kept[2],
        width=width,
        height=height,
    )


@action
def describe_picture(*, picture: Picture, alt: str, credit: str, caption: str, actor: Actor) -> Picture:
    require(policy.may_change(actor, picture.article))
    picture.alt, picture.credit, picture.caption = clean(alt), clean(credit), clean(caption)
    picture.save(update_fields=["alt", "credit", "caption"])
    return picture


@action
def remove_picture(*, picture: Picture, actor: Actor) -> None:
    """Its files go with it: the sweep removes the bytes."""
    require(policy.may_change(actor, picture.article))
    kept = [picture.original, picture.large, picture.small]
    picture.delete()
    for stored in kept:
        stored.delete()


def _opened(content: bytes) -> Image.Image:
    try:
        opened = Image.open(BytesIO(content))
        if opened.width * opened.height > MOST_PIXELS:
            raise CannotShow(_("The picture is too large: send one of at most 50 megapixels."), field="file")
        return ImageOps.exif_transpose(opened).convert("RGB")
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError) as fault:
        raise CannotShow(_("Send a picture (JPEG, PNG or WebP)."), field="file") from fault


def _size(drawn: Image.Image, width: int) -> tuple[int, int]:
    if drawn.width <= width:
        return drawn.width, drawn.height
    return width, max(1, round(drawn.height * width / drawn.width))


def _drawn(drawn: Image.Image, width: int) -> bytes:
    """A new picture: place, camera and time of the old one are not in it."""
    out = BytesIO()
    drawn.resize(_size(drawn, width), Image.Resampling.LANCZOS).save(
        out, "jpeg", quality=QUALITY, optimize=True, progressive=True
    )
    return out.getvalue()
