"""A letter as JSON: what is kept beside the drawn paper, and compared before drawing it again."""

import base64
from dataclasses import fields
from datetime import date, datetime
from enum import Enum
from typing import Any

from thidua.documents.letters import BlankPage, Letter


def _plain(content: object) -> Any:
    if isinstance(content, Enum):
        return content.value
    if isinstance(content, date | datetime):
        return content.isoformat()
    if isinstance(content, bytes):
        return base64.b64encode(content).decode()
    if isinstance(content, tuple | list):
        return [_plain(part) for part in content]
    if hasattr(content, "__dataclass_fields__"):
        return {field.name: _plain(getattr(content, field.name)) for field in fields(content)}  # type: ignore[arg-type]
    return content


def as_json(letter: Letter | BlankPage) -> dict[str, Any]:
    """All that a letter says, with its kind."""
    return {"letter": type(letter).__name__, **_plain(letter)}
