"""One account that looks at pages, without a network between."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from thidua.foundation.audit import acting
from thidua.foundation.tables import ASKED
from thidua.modules.accounts.models import User
from thidua.site.bench.pages.reading import Page, read
from thidua.site.bench.timing import Times, repeated


@dataclass(frozen=True, slots=True)
class Look:
    status: int
    page: Page
    n_queries: int
    n_bytes: int


class Visitor:
    def __init__(self, username: str) -> None:
        self._client = Client(raise_request_exception=False, headers={"host": "localhost"})
        with acting(None, action="bench.sign_in"):
            self._client.force_login(User.objects.get(username=username))

    def _get(self, path: str) -> HttpResponse:
        return self._client.get(path)  # type: ignore[return-value]

    def look(self, path: str) -> Look:
        with CaptureQueriesContext(connection) as captured:
            response = self._get(path)
        is_page = response.status_code == 200 and response.headers.get("Content-Type", "").startswith(
            "text/html"
        )
        content = b"" if response.streaming else response.content
        page = read(content.decode()) if is_page else Page()
        return Look(response.status_code, page, len(captured), len(content))

    def times(self, path: str, n: int) -> Times:
        return repeated(lambda: self._get(path), n)

    def taken(self, path: str) -> int:
        """A list as an Excel file: how many bytes came, part by part as they go to a browser."""
        response: Any = self._client.get(path, {ASKED: "xlsx"})
        if not response.streaming:
            raise LookupError(f"{path} gave no file: {response.status_code}")
        return sum(len(part) for part in response.streaming_content)
