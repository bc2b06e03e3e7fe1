"""A ward, a school below it, the people who act for both, and dossiers in any state."""

from dataclasses import dataclass
from datetime import date, datetime, time

from factories.organisations import OrganisationFactory, PeriodFactory, WardFactory, actor
from thidua.kernel.days import VIETNAM
from thidua.kernel.text import fold, name_sort_key, sort_key
from thidua.modules.dossiers.actions import candidates as listing
from thidua.modules.dossiers.actions import draft as drafting
from thidua.modules.dossiers.actions.meeting import hold_meeting
from thidua.modules.dossiers.actions.steps import move
from thidua.modules.dossiers.drafts import DossierDraft, MeetingDraft, Recipient
from thidua.modules.dossiers.models import Candidate, Dossier
from thidua.modules.organisations.api import Actor, Role
from thidua.modules.organisations.models import Organisation, Period
from thidua.modules.people.kinds import Part
from thidua.modules.people.models import Collective, Grade, Household, Initiative, InitiativeAuthor, Person

ON = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=VIETNAM)
PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\nxref\n0 4\n0000000000 65535 f \n"
    b"0000000009 00000 n \n0000000054 00000 n \n0000000105 00000 n \ntrailer<</Size 4/Root 1 0 R>>\n"
    b"startxref\n169\n%%EOF\n"
)


@dataclass(frozen=True)
class Place:
    """A ward with one school; who acts there."""

    ward: Organisation
    school: Organisation
    period: Period
    officer: Actor
    head: Actor
    specialist: Actor
    secretary: Actor
    clerk: Actor


def place(**fields: object) -> Place:
    """`fields` are the ward's own."""
    ward = WardFactory(**fields)
    school = OrganisationFactory(parent=ward)
    return Place(
        ward=ward,
        school=school,
        period=PeriodFactory(year=2026),
        officer=actor(school, Role.UNIT_OFFICER),
        head=actor(school, Role.UNIT_HEAD),
        specialist=actor(ward, Role.SPECIALIST),
        secretary=actor(ward, Role.COUNCIL_SECRETARY),
        clerk=actor(ward, Role.CLERK),
    )


def person(school: Organisation, name: str = "Trần Thị Minh Châu", **fields: object) -> Person:
    values = {
        "post": "Giáo viên",
        "position": "direct_worker",
        "status_group": "public_employee",
        "known": [part.value for part in Part],
        "search": fold(name),
        "sort": name_sort_key(name),
    }
    return Person.objects.create(name=name, organisation=school, **(values | fields))


def collective(school: Organisation, name: str = "", **fields: object) -> Collective:
    name = name or f"Tập thể {school.name}"
    values = {"is_whole": True, "search": fold(name), "sort": sort_key(name)}
    return Collective.objects.create(organisation=school, name=name, **(values | fields))


def household(group: Organisation, head_name: str = "Lê Quang Huy") -> Household:
    return Household.objects.create(
        organisation=group, head_name=head_name, search=fold(head_name), sort=name_sort_key(head_name)
    )


def graded(who: Person, level: str = "excellent", year: int = 2026) -> Grade:
    period = PeriodFactory(year=year)
    return Grade.objects.create(person=who, organisation=who.organisation, period=period, level=level)


def initiative(*authors: Person, year: int = 2026, title: str = "Dạy học theo dự án") -> Initiative:
    row = Initiative.objects.create(
        organisation=authors[0].organisation, title=title, year=year, search=fold(title)
    )
    for author in authors:
        InitiativeAuthor.objects.create(initiative=row, person=author, share=100 // len(authors))
    return row


def dossier(at: Place, **fields: object) -> Dossier:
    draft = DossierDraft(**({"title": "Đề nghị khen thưởng năm 2026", "period": at.period} | fields))
    return drafting.create(
        organisation=at.school, receiver=at.ward, draft=draft, actor=at.officer, on=ON, now=NOW
    )


def propose(at: Place, row: Dossier, who: Person | Collective | Household, *honours: str) -> list[Candidate]:
    kind = type(who).__name__.lower()
    return listing.add(
        dossier=row,
        recipients=[Recipient(kind=kind, pk=who.pk)],
        honours=honours,
        actor=at.officer,
        now=NOW,
    )


def minuted(at: Place, row: Dossier, n: int = 35) -> None:
    """The unit's meeting, with everybody in favour of everybody."""
    votes = {candidate.pk: (n, 0, 0) for candidate in row.candidates.all()}
    draft = MeetingDraft(
        held_on=date(2026, 11, 20),
        place="Hội trường",
        chair="Nguyễn Thu Hà",
        secretary="Phạm Văn Đức",
        n_called=n,
        n_present=n,
        begins_at=time(8, 0),
        votes=votes,
    )
    hold_meeting(dossier=row, draft=draft, actor=at.officer, on=ON, now=NOW)


def sent(at: Place, *honours: str) -> Dossier:
    """A dossier of one teacher, sent to the ward."""
    row = dossier(at)
    propose(at, row, person(at.school), *(honours or ("LDTT",)))
    minuted(at, row)
    move(dossier=row, step="to_head", actor=at.officer, on=ON, now=NOW)
    return move(dossier=row, step="send", actor=at.head, on=ON, now=NOW)


def received(at: Place, *honours: str) -> Dossier:
    """The same, in appraisal."""
    return move(dossier=sent(at, *honours), step="receive", actor=at.specialist, on=ON, now=NOW)
