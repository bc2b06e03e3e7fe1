"""The interface for outside systems, and its description."""

from collections.abc import Mapping
from copy import deepcopy
from functools import cache
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, JsonResponse
from django.urls import URLPattern
from django.views.decorators.http import require_safe
from ninja import NinjaAPI
from ninja.operation import Operation
from ninja.renderers import JSONRenderer

from thidua.modules.exchange.rest import bulk, proposing, reading
from thidua.modules.exchange.rest.gate import gated
from thidua.modules.exchange.rest.problems import MEDIA_TYPE, TITLES, answer_with_problems
from thidua.modules.exchange.rest.shapes import Problem

PREFIX = "/api/v1"
REFUSALS = {"get": (401, 403, 404, 422, 429), "post": (400, 401, 403, 409, 422, 429)}


class InVietnamese(JSONRenderer):
    """Letters as letters: half as long, and a person can read it."""

    json_dumps_params: Mapping[str, Any] = {"ensure_ascii": False}


class Interface(NinjaAPI):
    def get_openapi_operation_id(self, operation: Operation) -> str:
        """What a generated client calls it."""
        return operation.view_func.__name__


api = Interface(
    title="thidua",
    version="1",
    description="Đọc kết quả khen thưởng, quyết định, phong trào; gửi hồ sơ dự thảo.",
    docs_url=None,
    openapi_url=None,
    urls_namespace="exchange",
    renderer=InVietnamese(),
)
api.add_router("", reading.router)
api.add_router("", bulk.router)
api.add_router("", proposing.router)
answer_with_problems(api)


def addresses() -> list[URLPattern]:
    """Each behind the gate, under the names of the house; the framework's own root is left out."""
    patterns, _app, _space = api.urls
    found = [one for one in patterns if isinstance(one, URLPattern) and one.name != "api-root"]
    for one in found:
        one.callback = gated(one.callback)
    return found


@login_not_required
@require_safe
def description(request: HttpRequest) -> JsonResponse:  # noqa: ARG001
    """OpenAPI 3.1, for whoever writes a client: it says nothing about anybody."""
    return JsonResponse(_description(), json_dumps_params={"ensure_ascii": False})


@cache
def _description() -> dict[str, Any]:
    found: dict[str, Any] = deepcopy(dict(api.get_openapi_schema(path_prefix=PREFIX)))
    found["servers"] = [{"url": settings.BASE_URL}]
    found.setdefault("components", {}).setdefault("schemas", {})["Problem"] = Problem.model_json_schema(
        ref_template="#/components/schemas/{model}"
    )
    found["components"]["schemas"] |= found["components"]["schemas"]["Problem"].pop("$defs", {})
    for operations in found["paths"].values():
        for method, operation in operations.items():
            if operation["operationId"] == bulk.awards_parquet.__name__:
                operation["responses"][str(bulk.NO_LIBRARY)] = _refusal(bulk.NO_LIBRARY)
            operation["responses"] |= {str(status): _refusal(status) for status in REFUSALS[method]}
    return found


def _refusal(status: int) -> dict[str, Any]:
    shape = {"$ref": "#/components/schemas/Problem"}
    return {"description": str(TITLES[status]), "content": {MEDIA_TYPE: {"schema": shape}}}
