"""An address that only a button leads to, opened by itself: after signing in again, or from the browser's history."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

SAFE = ("GET", "HEAD")
METHOD_NOT_ALLOWED = 405


class PressedMiddleware:
    """Says so in words, where the framework answers with an empty page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.get_response(request)
        if answer.status_code != METHOD_NOT_ALLOWED or request.method not in SAFE or answer.content:
            return answer
        page = render(request, "405.html", status=METHOD_NOT_ALLOWED)
        page["Allow"] = answer["Allow"]
        return page
