"""A ward's council with members who can sign in, and a sitting ready to vote."""

from dataclasses import dataclass, field
from datetime import date

from conftest import NOW, TODAY
from factories.accounts import UserFactory
from factories.appraisal import agreed, dossier, person, school_of
from factories.organisations import WardFactory, actor, grant
from thidua.modules.councils import actions
from thidua.modules.councils.ballots.count import Votes
from thidua.modules.councils.models import AgendaItem, Choice, Council, Member, Sitting, VotingWay
from thidua.modules.councils.shares import Share
from thidua.modules.dossiers.models import DossierState
from thidua.modules.organisations.api import Actor, actor_for
from thidua.modules.organisations.models import Organisation

BASIS = "Quy chế hoạt động của Hội đồng, Điều 6"


@dataclass
class Room:
    """Everything a test of voting needs; `seats` are the members in order, the chair first."""

    ward: Organisation
    council: Council
    sitting: Sitting
    secretary: Actor
    seats: list[Member] = field(default_factory=list)
    items: list[AgendaItem] = field(default_factory=list)

    def voter(self, n: int) -> Actor:
        user = self.seats[n].user
        return actor_for(user_id=user.pk, name=user.full_name, on=TODAY, organisation_id=self.ward.pk)

    def teller(self) -> Actor:
        return actor(self.ward, "teller")

    def vote(self, n: int, choice: Choice = Choice.FOR) -> None:
        excused = set(self.sitting.items.filter(recused=self.seats[n]).values_list("pk", flat=True))
        choices = {item.pk: choice for item in self.items if item.pk not in excused}
        actions.cast(sitting=self.sitting, choices=choices, actor=self.voter(n))

    def key(self, *votes: Votes) -> None:
        counts = {item.pk: found for item, found in zip(self.items, votes, strict=True)}
        for _ in range(2):
            actions.key_counts(sitting=self.sitting, counts=counts, actor=self.teller())

    def close(self) -> None:
        actions.close(sitting=self.sitting, actor=self.secretary, on=TODAY, now=NOW)
        self.sitting.refresh_from_db()
        self.items = list(self.sitting.items.order_by("place"))


def council(ward: Organisation, n_members: int = 5) -> Council:
    secretary = actor(ward, "council_secretary")
    made = actions.create_council(
        organisation=ward,
        name="Hội đồng Thi đua, khen thưởng",
        decision="15/QĐ-UBND",
        since=date(2025, 7, 10),
        actor=secretary,
    )
    for n in range(n_members):
        user = UserFactory(full_name=f"Trần Văn Ủy Viên {n}")
        grant(ward, "council_member", user=user)
        actions.add_member(
            council=made,
            name=user.full_name,
            post="Ủy viên",
            role="chair" if n == 0 else "secretary" if n == 1 else "member",
            user=user,
            since=date(2025, 7, 10),
            actor=secretary,
        )
    return made


def room(n_members: int = 5, *, honours=("LDTT",), ways: str = VotingWay.SCREEN, share=(1, 2)) -> Room:
    """A sitting of today over one appraised dossier; one person proposed for all the honours."""
    ward = WardFactory()
    made = council(ward, n_members)
    secretary = actor(ward, "council_secretary")
    school = school_of(ward)
    file = dossier(school, DossierState.APPRAISED)
    teacher = person(school)
    for code in honours:
        agreed(file, teacher, code)
    sitting = actions.plan(council=made, title="Phiên họp tháng 11", held_on=TODAY, actor=secretary)
    actions.put_dossier(sitting=sitting, dossier=file, actor=secretary, on=TODAY, now=NOW)
    for item in sitting.items.filter(share_numerator__isnull=True).select_related("candidate"):
        actions.set_share(
            sitting=sitting,
            honour=item.candidate.honour,
            share=Share(*share),
            basis=BASIS,
            actor=secretary,
        )
    actions.change(sitting=sitting, quorum=Share(66, 100), quorum_basis=BASIS, actor=secretary)
    seats = [row.member for row in sitting.attendance.select_related("member__user").order_by("member_id")]
    found = {row.pk: ways for row in sitting.attendance.all()}
    actions.set_attendance(sitting=sitting, present={}, ways=found, actor=secretary)
    return Room(ward, made, sitting, secretary, seats, list(sitting.items.order_by("place")))


def open_room(*args, **kwargs) -> Room:
    made = room(*args, **kwargs)
    actions.open_voting(sitting=made.sitting, actor=made.secretary)
    return made
