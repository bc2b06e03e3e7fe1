"""A proposal of a school that the ward has been sent, with its candidates, as it stands before appraisal."""

from datetime import date

from conftest import NOW
from factories.organisations import OrganisationFactory, PeriodFactory, WardFactory
from thidua.kernel.text import fold, name_sort_key, sort_key
from thidua.modules.dossiers.models import Candidate, CandidateState, Dossier, DossierState
from thidua.modules.organisations.models import Organisation
from thidua.modules.people.models import Collective, Person


def school_of(ward: Organisation | None = None) -> Organisation:
    return OrganisationFactory(parent=ward or WardFactory())


def person(school: Organisation, name: str = "Nguyễn Thị Ánh") -> Person:
    return Person.objects.create(
        name=name,
        organisation=school,
        post="Giáo viên",
        position="direct_worker",
        status_group="public_employee",
        search=fold(name),
        sort=name_sort_key(name),
    )


def collective(school: Organisation, name: str = "Tổ Khoa học tự nhiên") -> Collective:
    return Collective.objects.create(organisation=school, name=name, search=fold(name), sort=sort_key(name))


def dossier(school: Organisation, state: str = DossierState.SENT, **values) -> Dossier:
    n = Dossier.objects.count() + 1
    given = {
        "code": f"HS-2026-{n:04}",
        "title": f"Đề nghị khen thưởng năm 2026 của {school.name}",
        "organisation": school,
        "receiver": school.parent,
        "period": PeriodFactory(),
        "approved_on": date(2026, 11, 2),
        "sent_on": date(2026, 11, 2),
        "made_at": NOW,
        "changed_at": NOW,
        "search": "",
    }
    return Dossier.objects.create(state=state, **(given | values))


def candidate(file: Dossier, recipient: Person | Collective, honour: str = "LDTT", **values) -> Candidate:
    kind = "person" if isinstance(recipient, Person) else "collective"
    given = {
        "place": file.candidates.count() + 1,
        "name": recipient.name,
        "unit_name": file.organisation.name,
        "state": CandidateState.PROPOSED,
        kind: recipient,
    }
    return Candidate.objects.create(dossier=file, honour=honour, **(given | values))


def agreed(file: Dossier, recipient: Person | Collective, honour: str = "LDTT", **values) -> Candidate:
    return candidate(file, recipient, honour, state=CandidateState.AGREED, **values)
