"""Who hears of which news, and who fills which slot: the only place that knows all modules."""

from thidua.foundation import events, slots
from thidua.modules.accounts import provides as accounts
from thidua.modules.decisions import provides as decisions
from thidua.modules.notices import provides as notices
from thidua.modules.organisations import provides as organisations
from thidua.modules.papers import policy as papers

EVENTS: dict[str, list[events.Handler]] = {}
SLOTS: dict[str, list[slots.Provider]] = {
    "files.may_read": [papers.may_read_file, decisions.may_read_file],
    "home.waiting": [decisions.waiting],
    "menu.counts": [decisions.counts],
    "papers.may_read": [decisions.may_read_paper],
    "personal.links": [accounts.personal_links, organisations.personal_links, notices.personal_links],
    "search": [organisations.found, decisions.search],
}


def join() -> None:
    events.join(EVENTS)
    slots.join(SLOTS)
