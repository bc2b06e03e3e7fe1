"""An article as a parcel for the official site: HTML and its pictures in one ZIP."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from django.http import HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from thidua.foundation.permissions import require
from thidua.modules.files.api import path_of
from thidua.modules.newsroom import policy
from thidua.modules.newsroom.models import Picture
from thidua.modules.newsroom.views.articles import visible
from thidua.modules.organisations.api import Request


@require_safe
def parcel(request: Request, pk: int) -> HttpResponse:
    article = visible(request, pk)
    require(policy.may_take_out(request.actor, article))
    pictures = [
        (f"anh-{n}.jpg", one)
        for n, one in enumerate(article.pictures.select_related("large").order_by("place", "id"), 1)
    ]
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as out:
        page = {"article": article, "pictures": pictures}
        out.writestr("bai.html", render_to_string("newsroom/parcel.html", page))
        for name, one in pictures:
            out.writestr(name, _bytes_of(one))
    response = HttpResponse(packed.getvalue(), content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="{article.slug}.zip"'
    return response


def _bytes_of(picture: Picture) -> bytes:
    return path_of(picture.large.sha256).read_bytes()
