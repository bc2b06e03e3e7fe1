"""The life of a ceremony. Nothing else writes its `state`."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.foundation.states import Step, Workflow
from thidua.modules.ceremonies.costs import reason_lacks
from thidua.modules.ceremonies.models import Ceremony, CeremonyState, CheckKind
from thidua.modules.ceremonies.queries import recipients_of, to_hand_over
from thidua.modules.ceremonies.seating import people_of
from thidua.modules.organisations.api import Role

C = CeremonyState
PREPARES = frozenset({Role.SPECIALIST})
SIGNS = frozenset({Role.LEADER, Role.DEPUTY})


def recipients(ceremony: Ceremony) -> str | None:
    named = recipients_of(ceremony).exists()
    return None if named else _("Take the recipients from a decision in force first.")


def safety(ceremony: Ceremony) -> str | None:
    n_open = ceremony.checks.filter(kind=CheckKind.SAFETY, is_done=False).count()
    return _("Not in order yet: %(n)d points of safety.") % {"n": n_open} if n_open else None


def seats(ceremony: Ceremony) -> str | None:
    n_invited = len(people_of(ceremony))
    if n_invited <= ceremony.capacity:
        return None
    words = {"n": n_invited, "seats": ceremony.capacity}
    return _("%(n)d are invited, the place holds %(seats)d.") % words


def cost(ceremony: Ceremony) -> str | None:
    return _("The cost is above the norm: give the reason.") if reason_lacks(ceremony) else None


def counted(ceremony: Ceremony) -> str | None:
    return _("Enter what it cost first.") if ceremony.actual_cost is None else None


def handed_over(ceremony: Ceremony) -> str | None:
    """Who received no certificate by law is never owed one."""
    n_owed = to_hand_over(ceremony).count()
    return _("%(n)d certificates have not been handed over yet.") % {"n": n_owed} if n_owed else None


WORKFLOW = Workflow(
    labels=CeremonyState,
    steps=(
        Step(
            "clear",
            (C.DRAFT,),
            C.CLEARED,
            gettext_lazy("Sign off safety and cost"),
            SIGNS,
            needs=(recipients, safety, seats, cost),
        ),
        Step(
            "reopen",
            (C.CLEARED, C.INVITED),
            C.DRAFT,
            gettext_lazy("Plan anew"),
            PREPARES | SIGNS,
            needs_reason=True,
        ),
        Step(
            "invite",
            (C.CLEARED,),
            C.INVITED,
            gettext_lazy("Invitations have gone out"),
            PREPARES,
            needs=(safety, seats),
        ),
        Step("hold", (C.INVITED,), C.HELD, gettext_lazy("The ceremony is over"), PREPARES),
        Step("close", (C.HELD,), C.CLOSED, gettext_lazy("Close"), PREPARES, needs=(counted, handed_over)),
        Step(
            "cancel",
            (C.DRAFT, C.CLEARED, C.INVITED),
            C.CANCELLED,
            gettext_lazy("Cancel the ceremony"),
            PREPARES | SIGNS,
            needs_reason=True,
        ),
    ),
)
