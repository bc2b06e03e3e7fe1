"""What the frame around every screen needs: the menu, the organisation acted for, unread notices."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from thidua.foundation.slots import gather
from thidua.site.menu import menu_for


def frame(request: HttpRequest) -> dict[str, Any]:
    actor = getattr(request, "actor", None)
    return {
        "actor": actor,
        "menu": menu_for(actor, request.path) if actor else (),
        "personal_links": gather("personal.links", actor) if actor else (),
        "is_demonstration": settings.DEMONSTRATION,
    }
