"""A sudden feat: from a few lines on a phone to a dossier that can be sent."""

from datetime import date, datetime

from thidua.foundation.actions import action
from thidua.kernel.text import clean
from thidua.modules.dossiers.actions.candidates import add
from thidua.modules.dossiers.actions.draft import create
from thidua.modules.dossiers.actions.report import save_report
from thidua.modules.dossiers.drafts import DossierDraft, Feat, Recipient
from thidua.modules.dossiers.models import Dossier, Procedure
from thidua.modules.organisations.api import Actor
from thidua.modules.organisations.models import Organisation
from thidua.modules.people.api import Identity, add_person
from thidua.modules.people.models import Person
from thidua.modules.register.models import Ground
from thidua.modules.rulebook import api as rulebook

# Thủ tục đơn giản for a sudden feat.
BASIS = "Lập được thành tích đột xuất (Luật 06/2022/QH15, Điều 85 khoản 1 điểm b)"


@action
def report_feat(
    *,
    organisation: Organisation,
    receiver: Organisation,
    recipient: Recipient,
    feat: Feat,
    actor: Actor,
    on: date,
    now: datetime,
) -> Dossier:
    """A dossier of one candidate under the simplified procedure, with its short report."""
    draft = DossierDraft(
        title=f"Đề nghị {rulebook.honour(feat.honour).name_vi} về thành tích đột xuất",
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
        recipients=[recipient],
        honours=[feat.honour],
        actor=actor,
        now=now,
        achievement=feat.achievement,
    )
    sections = {"background": candidate.name, "results": feat.story or feat.achievement}
    save_report(candidate=candidate, sections=sections, version=0, actor=actor, now=now)
    return dossier


@action
def report_feat_of(
    *,
    organisation: Organisation,
    receiver: Organisation,
    who: Identity,
    feat: Feat,
    actor: Actor,
    on: date,
    now: datetime,
) -> Dossier:
    """The same for somebody named: known in the unit under exactly this name, or entered now."""
    found = record_of(organisation=organisation, who=who, actor=actor, on=on)
    return report_feat(
        organisation=organisation,
        receiver=receiver,
        recipient=Recipient(kind="person", pk=found.pk),
        feat=feat,
        actor=actor,
        on=on,
        now=now,
    )


@action
def record_of(*, organisation: Organisation, who: Identity, actor: Actor, on: date) -> Person:
    """The one record of this name in the unit, or a new one."""
    return _known(organisation, who) or add_person(
        organisation=organisation, identity=who, post=None, actor=actor, on=on
    )


def _known(organisation: Organisation, who: Identity) -> Person | None:
    """One record of this name in the unit, of the same year of birth where both say one; never one of several."""
    rows = list(
        Person.objects.filter(organisation=organisation, name=clean(who.name), merged_into__isnull=True)
    )
    same = [row for row in rows if not who.birth_year or row.birth_year in {None, who.birth_year}]
    return same[0] if len(same) == 1 else None
