"""How many read: one number for each article, and nothing about who it was."""

from thidua.modules.organisations.api import Request

MACHINES = ("bot", "crawl", "spider", "curl", "wget", "python", "monitor", "preview")


def is_reader(request: Request) -> bool:
    """Neither a machine that says so, nor somebody who works here."""
    agent = request.headers.get("User-Agent", "").lower()
    return request.method == "GET" and request.actor is None and not any(name in agent for name in MACHINES)
