"""What `thidua doctor` asks about the register."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from thidua.foundation.checks import Problem, register
from thidua.kernel.errors import Cannot
from thidua.modules.register.chain import verify
from thidua.modules.register.models import Chain, Signet
from thidua.modules.register.signets import is_genuine


@register("register chains")
def register_chains() -> Iterator[Problem]:
    """Every book is as it was written, and its signed heads are genuine."""
    for chain in Chain.objects.select_related("body").order_by("pk"):
        if found := verify(chain):
            words = {"body": chain.body.name, "place": found.place, "why": found.why}
            yield Problem(
                _("The book of %(body)s does not hold at number %(place)s: %(why)s") % words,
                _("Compare this entry with the signed decision and the last backup."),
            )
        yield from _forged(chain)


def _forged(chain: Chain) -> Iterator[Problem]:
    for signet in chain.signets.order_by("on"):
        if not _genuine(signet):
            words = {"body": chain.body.name, "day": f"{signet.on:%d/%m/%Y}"}
            yield Problem(
                _("The head of the book of %(body)s signed on %(day)s was not signed with our key.") % words,
                _("Restore the key file, or compare the book with a backup from before that day."),
            )


def _genuine(signet: Signet) -> bool:
    try:
        return is_genuine(signet)
    except Cannot:
        return False
