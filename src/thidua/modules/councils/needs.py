"""What a sitting still lacks before voting opens or closes, as sentences for the secretary."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thidua.modules.consultations import api as consultations
from thidua.modules.councils import tellers
from thidua.modules.councils.models import Sitting, SittingForm, VotingWay
from thidua.modules.councils.recusal import proposed
from thidua.modules.councils.shares import quorum_of

# Opening fewer ballots than this would show how those few voted.
FEWEST_ON_SCREEN = 3


def agenda(sitting: Sitting) -> str | None:
    return None if sitting.items.exists() else _("Put at least one dossier on the agenda.")


def shown_to_the_public(sitting: Sitting) -> str | None:
    """Where the law or a rule of the place wants candidates shown first, the council waits for the end of it."""
    candidates = [item.candidate for item in sitting.items.select_related("candidate")]
    found = consultations.blocked(candidates, sitting.organisation_id, sitting.held_on)
    if not found:
        return None
    first = next(row for row in candidates if row.pk in found)
    said = {"who": first.name, "why": found[first.pk], "n": len(found)}
    return (
        ngettext(
            "%(n)s candidate waits: %(who)s %(why)s.",
            "%(n)s candidates wait, the first: %(who)s %(why)s.",
            len(found),
        )
        % said
    )


def members(sitting: Sitting) -> str | None:
    return None if sitting.attendance.exists() else _("The council has no members on the day of the sitting.")


def shares(sitting: Sitting) -> str | None:
    n_open = sitting.items.filter(share_numerator__isnull=True).count()
    if not n_open:
        return None
    return ngettext(
        "%(n)s item has no share of votes by law: enter the share and the rule that sets it.",
        "%(n)s items have no share of votes by law: enter the share and the rule that sets it.",
        n_open,
    ) % {"n": n_open}


def quorum(sitting: Sitting) -> str | None:
    """A circulated vote has no quorum: its share is of all members anyway."""
    if sitting.form == SittingForm.CIRCULATED:
        return None
    share = quorum_of(sitting)
    if share is None:
        return _("Enter the quorum and the rule that sets it.")
    n_members = sitting.attendance.count()
    n_present = sitting.attendance.filter(is_present=True).count()
    if share.reached(n_present, n_members):
        return None
    return _("No quorum: %(present)s of %(members)s members are present; needed: %(share)s.") % {
        "present": n_present,
        "members": n_members,
        "share": share.in_words(),
    }


def recusals(sitting: Sitting) -> str | None:
    if sitting.recusals_confirmed or not proposed(sitting):
        return None
    return _("Confirm which members do not vote on which items.")


def screen_voters(sitting: Sitting) -> str | None:
    """Secrecy: on each item nobody or at least three vote on screen."""
    on_screen = set(sitting.attendance.filter(way=VotingWay.SCREEN).values_list("member", flat=True))
    if not on_screen:
        return None
    for item in sitting.items.prefetch_related("recused"):
        n_voters = len(on_screen - {member.pk for member in item.recused.all()})
        if 0 < n_voters < FEWEST_ON_SCREEN:
            return _(
                "Fewer than three members would vote on screen on “%(item)s”: their votes would show."
            ) % {"item": item.candidate.name}
    return None


def two_counts(sitting: Sitting) -> str | None:
    if not tellers.on_paper(sitting) or len(tellers.who_keyed(sitting)) == 2:
        return None
    return _("Both tellers key the paper ballots before voting closes.")


def tellers_agree(sitting: Sitting) -> str | None:
    n_items = len(tellers.differences(tellers.votes_of(sitting, 1), tellers.votes_of(sitting, 2)))
    if not n_items:
        return None
    return ngettext(
        "The tellers differ on %(n)s item: count it again.",
        "The tellers differ on %(n)s items: count them again.",
        n_items,
    ) % {"n": n_items}
