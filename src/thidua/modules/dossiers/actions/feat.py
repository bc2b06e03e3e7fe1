"""A sudden feat: from a few lines on a phone to a dossier that can be sent."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from thidua import law
from thidua.foundation.actions import action
from thidua.modules.dossiers.actions.candidates import add
from thidua.modules.dossiers.actions.draft import create
from thidua.modules.dossiers.actions.report import save_report
from thidua.modules.dossiers.drafts import DossierDraft, Feat
from thidua.modules.dossiers.models import Dossier, Procedure
from thidua.modules.organisations.api import Actor
from thidua.modules.organisations.models import Organisation
from thidua.modules.register.models import Ground

# Thủ tục đơn giản for a sudden feat.
BASIS = "Lập được thành tích đột xuất (Luật 06/2022/QH15, Điều 85 khoản 1 điểm b)"


@action
def report_feat(
    *, organisation: Organisation, receiver: Organisation, feat: Feat, actor: Actor, on: date, now: datetime
) -> Dossier:
    """A dossier of one candidate under the simplified procedure, with its short report."""
    short = law.honour(feat.honour).name_vi
    draft = DossierDraft(
        title=_("Proposal of %(honour)s for a sudden feat") % {"honour": short},
        ground=Ground.SUDDEN,
        procedure=Procedure.SIMPLIFIED,
        simplified_basis=BASIS,
        deed_on=feat.deed_on,
        deed_place=feat.deed_place,
        confirmed_by=feat.confirmed_by,
    )
    dossier = create(organisation=organisation, receiver=receiver, draft=draft, actor=actor, on=on, now=now)
    (candidate,) = add(
        dossier=dossier,
        recipients=[feat.recipient],
        honours=[feat.honour],
        actor=actor,
        now=now,
        achievement=feat.achievement,
    )
    save_report(candidate=candidate, sections={"results": feat.achievement}, version=0, actor=actor, now=now)
    return dossier
