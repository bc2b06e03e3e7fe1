"""What the frame around every screen needs: the menu, the organisation acted for, unread notices."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

import thidua


def frame(request: HttpRequest) -> dict[str, Any]:
    return {
        "actor": getattr(request, "actor", None),
        "is_demonstration": settings.DEMONSTRATION,
        "asset_version": thidua.__version__,
    }
