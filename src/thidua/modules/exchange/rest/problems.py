"""What is wrong with a call, in words and with the field: problem details (RFC 9457)."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

MEDIA_TYPE = "application/problem+json"
TITLES: dict[int, Promise] = {
    400: gettext_lazy("The call cannot be read."),
    401: gettext_lazy("A token that works is missing."),
    403: gettext_lazy("This token may not do that."),
    404: gettext_lazy("There is nothing here for this token."),
    405: gettext_lazy("This address is not called in this way."),
    409: gettext_lazy("This key was used for something else."),
    422: gettext_lazy("Something in the call is not right."),
    429: gettext_lazy("Too many calls: wait a minute."),
    501: gettext_lazy("This server writes no Parquet: its administrator installs thidua[sweep]."),
}
# What is said of a value, by the beginning of the kind of its error.
SENTENCES: tuple[tuple[str, Promise], ...] = (
    ("missing", gettext_lazy("This is missing.")),
    ("extra_forbidden", gettext_lazy("There is no such field.")),
    ("string_too_long", gettext_lazy("This is too long: at most {max_length} characters.")),
    ("string_too_short", gettext_lazy("This must not be empty.")),
    ("string_pattern", gettext_lazy("This has characters that do not belong here.")),
    ("int", gettext_lazy("A whole number is expected.")),
    ("greater_than", gettext_lazy("This number is too small.")),
    ("less_than", gettext_lazy("This number is too large.")),
    ("date_", gettext_lazy("A day is expected, such as 2026-11-23.")),
    ("datetime_", gettext_lazy("A time with its zone is expected, such as 2026-11-23T08:00:00+07:00.")),
    ("timezone", gettext_lazy("A time with its zone is expected, such as 2026-11-23T08:00:00+07:00.")),
    ("enum", gettext_lazy("One of these is expected: {expected}.")),
    ("literal", gettext_lazy("One of these is expected: {expected}.")),
    ("too_long", gettext_lazy("The list is too long: at most {max_length}.")),
    ("too_short", gettext_lazy("The list must not be empty.")),
)
SOURCES = frozenset({"body", "query", "path", "header", "asked", "sent"})


class Refusal(Exception):
    """A call that is not answered as asked; `errors` by field."""

    def __init__(self, status: int, detail: str = "", errors: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__(status, detail)
        self.status, self.detail, self.errors = status, detail, errors


def problem(status: int, detail: str = "", errors: Sequence[tuple[str, str]] = ()) -> HttpResponse:
    content: dict[str, Any] = {"type": "about:blank", "title": str(TITLES[status]), "status": status}
    if detail:
        content["detail"] = detail
    if errors:
        content["errors"] = [{"field": field, "message": message} for field, message in errors]
    answer = HttpResponse(json.dumps(content, ensure_ascii=False), status=status, content_type=MEDIA_TYPE)
    if status == 401:
        answer["WWW-Authenticate"] = 'Bearer realm="thidua"'
    if status == 429:
        answer["Retry-After"] = "60"
    return answer


def answer_with_problems(api: NinjaAPI) -> None:
    """Every refusal of the framework and of ours in the same form."""

    @api.exception_handler(Refusal)
    def refused(_request: HttpRequest, refusal: Refusal) -> HttpResponse:
        return problem(refusal.status, refusal.detail, refusal.errors)

    @api.exception_handler(AuthenticationError)
    def unknown(_request: HttpRequest, _error: AuthenticationError) -> HttpResponse:
        return problem(401, _("Send it as a header: Authorization: Bearer …"))

    @api.exception_handler(ValidationError)
    def invalid(_request: HttpRequest, error: ValidationError) -> HttpResponse:
        return problem(422, errors=[(_field(one), _sentence(one)) for one in error.errors])

    @api.exception_handler(PermissionDenied)
    def denied(_request: HttpRequest, error: PermissionDenied) -> HttpResponse:
        return problem(403, str(error))

    @api.exception_handler(HttpError)
    def unreadable(_request: HttpRequest, error: HttpError) -> HttpResponse:
        return problem(error.status_code if error.status_code in TITLES else 400)


def _field(error: Mapping[str, Any]) -> str:
    """As one would write it: candidates[0].name."""
    found = ""
    for part in error["loc"]:
        if isinstance(part, int):
            found += f"[{part}]"
        elif found or part not in SOURCES:
            found += f".{part}" if found else str(part)
    return found


def _sentence(error: Mapping[str, Any]) -> str:
    kind = str(error["type"])
    for beginning, sentence in SENTENCES:
        if kind.startswith(beginning):
            return str(sentence).format_map(_Given(error.get("ctx") or {}))
    return _("This cannot be read.")


class _Given(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return "…"
