from django.utils.translation import gettext as _

from thidua.foundation import slots
from thidua.foundation.permissions import ALLOWED, Answer, refused
from thidua.modules.files.models import StoredFile
from thidua.modules.organisations.api import Actor, Role
from thidua.modules.organisations.models import Organisation
from thidua.modules.papers.models import Paper

KEEPERS_OF_SIGNERS = frozenset({Role.ADMINISTRATOR, Role.SPECIALIST, Role.CLERK})


def may_read(actor: Actor, paper: Paper) -> Answer:
    """Who the paper's subject says (slot "papers.may_read"); where nobody says, who covers its owner."""
    said = [offer(actor, paper) for offer in slots.providers("papers.may_read")]
    answers = [answer for answer in said if answer is not None]
    if any(answers) if answers else actor.covers(paper.organisation_id):
        return ALLOWED
    return refused(_("This paper belongs to another organisation."))


def may_see_signers(actor: Actor) -> Answer:
    if actor.has(*KEEPERS_OF_SIGNERS):
        return ALLOWED
    return refused(_("Who may sign is entered by: %(who)s.") % {"who": actor.role_names(KEEPERS_OF_SIGNERS)})


def may_keep_signers(actor: Actor, organisation: Organisation | None) -> Answer:
    if actor.has(*KEEPERS_OF_SIGNERS) and actor.covers(organisation.pk if organisation else None):
        return ALLOWED
    return refused(_("Who may sign is entered by: %(who)s.") % {"who": actor.role_names(KEEPERS_OF_SIGNERS)})


def may_see_templates(actor: Actor) -> Answer:
    if actor.has(*KEEPERS_OF_SIGNERS):
        return ALLOWED
    return refused(
        _("Templates of papers are kept by: %(who)s.") % {"who": actor.role_names(KEEPERS_OF_SIGNERS)}
    )


def may_keep_templates(actor: Actor, organisation: Organisation | None) -> Answer:
    """Whoever keeps the signers of a body keeps the layout of its papers."""
    if actor.has(*KEEPERS_OF_SIGNERS) and actor.covers(organisation.pk if organisation else None):
        return ALLOWED
    return refused(
        _("Templates of papers are kept by: %(who)s.") % {"who": actor.role_names(KEEPERS_OF_SIGNERS)}
    )


def may_read_file(actor: Actor, stored_file: StoredFile) -> bool | None:
    """For the slot "files.may_read": the file of a paper follows the paper; None for other files."""
    if stored_file.subject.startswith("papertemplate:"):
        return bool(may_see_templates(actor)) and actor.covers(stored_file.organisation_id)
    paper = Paper.objects.filter(pdf=stored_file).first() or Paper.objects.filter(docx=stored_file).first()
    return None if paper is None else may_read(actor, paper).allowed
