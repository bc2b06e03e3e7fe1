from django.utils.translation import gettext as _

from thidua.foundation.permissions import ALLOWED, Answer, first_refusal, refused
from thidua.modules.consultations.models import Consultation, ConsultationState, Remark, Showing
from thidua.modules.consultations.states import CONSULTED, DESK, REMARK, SHOWING, WORKFLOW
from thidua.modules.dossiers.models import Dossier, DossierState
from thidua.modules.organisations.api import Actor, Role

READS = DESK | {Role.LEADER, Role.DEPUTY, Role.COUNCIL_SECRETARY, Role.INSPECTOR, Role.VISITOR}
ASKED_DURING = frozenset({DossierState.SENT, DossierState.APPRAISAL})


def may_prepare(actor: Actor, dossier: Dossier) -> Answer:
    return first_refusal(lambda: _at_desk(actor, dossier.receiver_id), lambda: _under_consideration(dossier))


def may_change(actor: Actor, consultation: Consultation) -> Answer:
    if consultation.state != ConsultationState.DRAFT:
        return refused(_("The letter has been sent: it can no longer be changed."))
    return _at_desk(actor, consultation.organisation_id)


def may_draw(actor: Actor, consultation: Consultation) -> Answer:
    return _at_desk(actor, consultation.organisation_id)


def may_step(actor: Actor, consultation: Consultation, step: str) -> Answer:
    return WORKFLOW.may(consultation, step, actor)


def may_read(actor: Actor, consultation: Consultation) -> Answer:
    """The desk of the asking body, and the body asked once the letter is sent."""
    if actor.has(*READS) and actor.covers(consultation.organisation_id):
        return ALLOWED
    sent = consultation.state in (ConsultationState.ASKED, ConsultationState.ANSWERED)
    if sent and actor.has(*CONSULTED) and actor.covers(consultation.body_id):
        return ALLOWED
    return refused(_("This consultation is between other bodies."))


def _at_desk(actor: Actor, organisation_id: int) -> Answer:
    if actor.has(*DESK) and actor.covers(organisation_id):
        return ALLOWED
    return refused(_("This is for: %(who)s.") % {"who": actor.role_names(DESK)})


def _under_consideration(dossier: Dossier) -> Answer:
    if dossier.state in ASKED_DURING:
        return ALLOWED
    return refused(_("Opinions are asked for while the dossier is being appraised."))


RECEIVES = frozenset({Role.COMPLAINTS})
SHOWN_DURING = ASKED_DURING | {DossierState.APPRAISED, DossierState.COUNCIL}


def may_show(actor: Actor, dossier: Dossier) -> Answer:
    if dossier.state not in SHOWN_DURING:
        return refused(_("Candidates are shown to the public while the dossier is considered."))
    return _at_desk(actor, dossier.receiver_id)


def may_show_again(actor: Actor, organisation_id: int) -> Answer:
    """The paper for the board, drawn as often as needed."""
    return _at_desk(actor, organisation_id)


def may_step_showing(actor: Actor, showing: Showing, step: str) -> Answer:
    return SHOWING.may(showing, step, actor)


def may_read_remarks(actor: Actor, showing: Showing) -> Answer:
    """The unit whose people are shown does not read what is said of them."""
    if actor.has(*READS, *RECEIVES) and actor.covers(showing.organisation_id):
        return ALLOWED
    return refused(_("Remarks are read by the desk that shows, complaints by their receiver."))


def may_step_remark(actor: Actor, remark: Remark, step: str) -> Answer:
    return REMARK.may(remark, step, actor)
