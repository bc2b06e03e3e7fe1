"""A block of three schools below a ward, each with an officer and a head, in any state of its year."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from conftest import NOW, TODAY
from factories.organisations import OrganisationFactory, PeriodFactory, WardFactory, actor
from thidua.modules.clusters.actions import clusters, criteria, scoring, summary
from thidua.modules.clusters.drafts import ClusterDraft, CriterionDraft, Entry, TermsDraft
from thidua.modules.clusters.models import Cluster, ClusterMember, ClusterYear, Criterion, Scorecard
from thidua.modules.organisations.actor import Actor
from thidua.modules.organisations.models import Organisation

SHEET = (
    ("Chỉ tiêu", (("target", "50", {"target": Decimal(98), "unit": "%"}), ("typed", "20", {}))),
    ("Điểm trừ, điểm thưởng", (("minus", "10", {"each": Decimal(2)}), ("bonus", "5", {"each": Decimal(1)}))),
)
FIGURES = ("49", "18", "1", "2")


@dataclass
class Block:
    ward: Organisation
    desk: Actor
    cluster: Cluster
    schools: list[Organisation]
    members: list[ClusterMember]
    officers: list[Actor]
    heads: list[Actor]
    year: ClusterYear = field(init=False)

    def cards(self) -> list[Scorecard]:
        return list(
            self.year.cards.select_related(
                "year__cluster__organisation", "year__period", "member__organisation", "checker__organisation"
            ).order_by("member")
        )

    def criteria(self) -> list[Criterion]:
        return list(Criterion.objects.filter(group__year=self.year).order_by("group__place", "place"))

    def fresh(self) -> ClusterYear:
        self.year = ClusterYear.objects.select_related("cluster__organisation", "period").get(pk=self.year.pk)
        return self.year

    def open(self) -> "Block":
        scoring.open_scoring(year=self.year, actor=self.desk)
        self.fresh()
        return self

    def score(self, n: int, figures: tuple[str, ...] = FIGURES) -> Scorecard:
        """The n-th member scores itself."""
        card = self.cards()[n]
        return scoring.score(
            card=card, entries=self.entries(figures), version=card.version, actor=self.officers[n]
        )

    def entries(self, values: tuple[str, ...], words: str = "theo báo cáo") -> dict[int, Entry]:
        pairs = zip(self.criteria(), values, strict=True)
        return {one.pk: Entry(Decimal(value), words) for one, value in pairs}

    def send(self, n: int, figures: tuple[str, ...] = FIGURES) -> Scorecard:
        self.score(n, figures)
        return scoring.move_card(card=self.cards()[n], step="send", actor=self.heads[n], on=TODAY)

    def check(self, n: int, **other: str) -> Scorecard:
        """By the next member, who agrees but for the criteria named c0, c1 …"""
        card = self.cards()[n]
        own = {score.criterion_id: score.own for score in card.scores.all()}
        entries = {pk: Entry(points) for pk, points in own.items()}
        for name, points in other.items():
            entries[self.criteria()[int(name[1:])].pk] = Entry(Decimal(points), "minh chứng chưa đủ")
        checker = (n + 1) % len(self.members)
        scoring.check(card=card, entries=entries, actor=self.officers[checker])
        return scoring.move_card(card=card, step="check", actor=self.heads[checker], on=TODAY)

    def checked(self) -> "Block":
        """All have scored and checked each other; the second was given 15 of 18 points by its checker."""
        for n in range(len(self.members)):
            self.send(n, (str(49 - n), "18", "1", "2"))
        self.check(0)
        self.check(1, c1="15")
        for n in range(2, len(self.members)):
            self.check(n)
        return self

    def settling(self) -> "Block":
        self.checked()
        summary.move_year(year=self.year, step="settle", actor=self.desk)
        self.fresh()
        return self

    def settle(self, n: int, **points: str) -> Scorecard:
        entries = {
            self.criteria()[int(name[1:])].pk: Entry(Decimal(p), "Khối thống nhất")
            for name, p in points.items()
        }
        return summary.settle(card=self.cards()[n], entries=entries, actor=self.desk)

    def announce(self) -> "Block":
        summary.announce(
            year=self.year, basis="Biên bản số 01/BB-KTĐ", result_on=TODAY, actor=self.desk, on=TODAY
        )
        self.fresh()
        return self


def draft(**fields: object) -> ClusterDraft:
    values = {
        "name": "Khối thi đua các trường học",
        "kind": "block",
        "running": "here",
        "authority": "UBND phường",
        "paper_number": "12/QĐ-UBND",
        "paper_on": date(2025, 12, 20),
        "since": date(2026, 1, 1),
    }
    return ClusterDraft(**(values | fields))


def block(n: int = 3, *, vote_way: str = "none", **fields: object) -> Block:
    """Set up, its first member heads it, the criteria are written, scoring not yet open."""
    ward = WardFactory()
    desk = actor(ward, "specialist")
    cluster = clusters.create(organisation=ward, draft=draft(**fields), actor=desk)
    schools = [OrganisationFactory(parent=ward) for _n in range(n)]
    members = [
        clusters.add_member(cluster=cluster, organisation=school, since=cluster.since, actor=desk)
        for school in schools
    ]
    clusters.appoint(
        cluster=cluster,
        member=members[0],
        role="head",
        since=date(2026, 1, 1),
        until=date(2027, 1, 1),
        actor=desk,
    )
    made = Block(
        ward,
        desk,
        cluster,
        schools,
        members,
        [actor(school, "unit_officer") for school in schools],
        [actor(school, "unit_head") for school in schools],
    )
    return begun(made, vote_way)


def paper_block() -> Block:
    """The city runs it on paper; the ward is one of its wards, the others are known by name."""
    ward = WardFactory()
    desk = actor(ward, "specialist")
    cluster = clusters.create(organisation=ward, draft=draft(running="paper"), actor=desk)
    ours = clusters.add_member(cluster=cluster, organisation=ward, since=cluster.since, actor=desk)
    clusters.add_member(
        cluster=cluster, organisation=None, name="Phường láng giềng", since=cluster.since, actor=desk
    )
    made = Block(ward, desk, cluster, [ward], [ours], [desk], [actor(ward, "leader")])
    return begun(made, "none")


def begun(made: Block, vote_way: str) -> Block:
    made.year = criteria.begin_year(cluster=made.cluster, period=PeriodFactory(), actor=made.desk, now=NOW)
    criteria.set_terms(year=made.year, terms=TermsDraft(vote_way=vote_way), version=0, actor=made.desk)
    write_sheet(made.fresh(), made.desk)
    return made


def write_sheet(year: ClusterYear, actor: Actor) -> None:
    for heading, rows in SHEET:
        group = criteria.add_group(year=year, name=heading, ceiling=None, actor=actor)
        for n, (way, most, more) in enumerate(rows, 1):
            one = CriterionDraft(name=f"{heading}, tiêu chí {n}", way=way, most=Decimal(most), **more)
            criteria.add_criterion(group=group, draft=one, actor=actor)
