"""Two clusters and the enterprise block, a year finished and a year being scored, and a block of the city on paper."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from thidua.modules.clusters.actions import clusters, criteria, scoring, summary, voting
from thidua.modules.clusters.drafts import ClusterDraft, CriterionDraft, Entry, Proof, Received, TermsDraft
from thidua.modules.clusters.models import Cluster, ClusterYear, Criterion, Scorecard, VoteWay
from thidua.modules.organisations.api import Actor, Role
from thidua.modules.organisations.models import Period, YearKind
from thidua.site.sample.periods import last_calendar_year, last_school_year
from thidua.site.sample.stage import Stage

SEED = 412
D = Decimal
Row = tuple[str, str, str, dict[str, object]]
MINUS_AND_BONUS: tuple[str, tuple[Row, ...]] = (
    "Điểm trừ, điểm thưởng",
    (
        ("Để xảy ra vi phạm bị xử lý kỷ luật", "minus", "10", {"each": D(5), "unit": "người"}),
        (
            "Có điển hình được cấp trên biểu dương, khen thưởng",
            "bonus",
            "5",
            {"each": D(1), "unit": "điển hình", "evidence": "quyết định khen thưởng"},
        ),
    ),
)
SCHOOLS: tuple[tuple[str, tuple[Row, ...]], ...] = (
    (
        "Nhiệm vụ chuyên môn",
        (
            (
                "Học sinh hoàn thành chương trình lớp học",
                "target",
                "25",
                {"target": D("98.5"), "unit": "%", "evidence": "báo cáo tổng kết năm học"},
            ),
            (
                "Giáo viên đạt chuẩn nghề nghiệp mức khá trở lên",
                "target",
                "20",
                {"target": D(90), "unit": "%"},
            ),
            ("Bảo đảm an toàn trường học, vệ sinh thực phẩm", "typed", "15", {}),
        ),
    ),
    (
        "Phong trào thi đua",
        (
            (
                "Triển khai phong trào “Dạy tốt, học tốt”",
                "typed",
                "20",
                {"evidence": "kế hoạch, báo cáo sơ kết"},
            ),
            ("Giới thiệu gương người tốt, việc tốt", "target", "20", {"target": D(12), "unit": "gương"}),
        ),
    ),
    MINUS_AND_BONUS,
)
NEIGHBOURS: tuple[tuple[str, tuple[Row, ...]], ...] = (
    (
        "Xây dựng tổ dân phố",
        (
            ("Gia đình đạt danh hiệu Gia đình văn hóa", "target", "30", {"target": D(95), "unit": "%"}),
            ("Hộ tham gia tổng vệ sinh hằng tuần", "target", "20", {"target": D(80), "unit": "%"}),
            (
                "An ninh trật tự, phòng cháy chữa cháy",
                "typed",
                "25",
                {"evidence": "xác nhận của công an phường"},
            ),
            ("Đóng góp các quỹ, chăm lo hộ khó khăn", "typed", "25", {}),
        ),
    ),
    MINUS_AND_BONUS,
)
ENTERPRISES: tuple[tuple[str, tuple[Row, ...]], ...] = (
    (
        "Sản xuất, kinh doanh",
        (
            ("Doanh thu so với kế hoạch", "target", "30", {"target": D(100), "unit": "%"}),
            (
                "Nộp ngân sách, bảo hiểm xã hội đúng hạn",
                "typed",
                "20",
                {"evidence": "xác nhận của cơ quan thuế, BHXH"},
            ),
        ),
    ),
    (
        "Người lao động và cộng đồng",
        (
            ("Sáng kiến, cải tiến được áp dụng", "target", "20", {"target": D(10), "unit": "sáng kiến"}),
            ("Chăm lo đời sống, an toàn lao động", "typed", "20", {}),
            ("An sinh xã hội trên địa bàn", "typed", "10", {}),
        ),
    ),
    MINUS_AND_BONUS,
)


@dataclass(frozen=True, slots=True)
class Plan:
    """A cluster of the demonstration: whom it joins, what it scores; the members head it in turn."""

    name: str
    kind: str
    codes: tuple[str, ...]
    sheet: tuple[tuple[str, tuple[Row, ...]], ...]
    year_kind: YearKind
    number: str
    vote: str


PLANS = (
    Plan(
        "Khối thi đua các trường học phường Hai Bà Trưng",
        "block",
        ("CS1", "CS2", "CS3", "TH1", "TH2", "TH3"),
        SCHOOLS,
        YearKind.SCHOOL,
        "118/QĐ-UBND",
        "screen",
    ),
    Plan(
        "Cụm thi đua các tổ dân phố số 1",
        "cluster",
        ("TDP01", "TDP02", "TDP03", "TDP04", "TDP05"),
        NEIGHBOURS,
        YearKind.CALENDAR,
        "119/QĐ-UBND",
        "screen",
    ),
    Plan(
        "Khối thi đua doanh nghiệp phường Hai Bà Trưng",
        "enterprise",
        ("DN1", "DN2", "DN3", "DN4"),
        ENTERPRISES,
        YearKind.CALENDAR,
        "120/QĐ-UBND",
        "paper",
    ),
)


def load_clusters(stage: Stage) -> None:
    chance = Random(SEED)
    for plan in PLANS:
        _load(stage, plan, chance)
    _load_city(stage)


def _load(stage: Stage, plan: Plan, chance: Random) -> None:
    before, now = _periods(stage, plan)
    desk = stage.actor("chuyenvien")
    cluster = _set_up(stage, plan, [before, now])
    finished = _begin(stage, cluster, before, plan.sheet, plan.vote)
    scoring.open_scoring(year=finished, actor=desk)
    _finish(stage, finished, chance)
    running = criteria.begin_year(cluster=cluster, period=now, actor=desk, now=stage.at(stage.ago(200)))
    criteria.copy_criteria(year=running, actor=desk)
    scoring.open_scoring(year=running, actor=desk)
    _score_some(stage, running, chance)


def _periods(stage: Stage, plan: Plan) -> tuple[Period, Period]:
    """The last one but one is finished, the last is being scored."""
    if plan.year_kind == YearKind.SCHOOL:
        last = last_school_year(stage.on)
        return stage.periods[plan.year_kind, last - 1], stage.periods[plan.year_kind, last]
    last = last_calendar_year(stage.on)
    return stage.periods[plan.year_kind, last], stage.periods[plan.year_kind, last + 1]


def _set_up(stage: Stage, plan: Plan, periods: Sequence[Period]) -> Cluster:
    desk, since = stage.actor("chuyenvien"), periods[0].since
    draft = ClusterDraft(
        name=plan.name,
        kind=plan.kind,
        running="here",
        authority="UBND phường Hai Bà Trưng",
        paper_number=plan.number,
        paper_on=since - timedelta(days=12),
        since=since,
    )
    cluster = clusters.create(organisation=stage.units["P"], draft=draft, actor=desk)
    members = [
        clusters.add_member(cluster=cluster, organisation=stage.units[code], since=since, actor=desk)
        for code in plan.codes
    ]
    for n, period in enumerate(periods):
        for role, member in (("head", members[n]), ("deputy", members[n + 1])):
            clusters.appoint(
                cluster=cluster, member=member, role=role, since=period.since, until=period.until, actor=desk
            )
    return cluster


def _begin(
    stage: Stage, cluster: Cluster, period: Period, sheet: Sequence[tuple[str, Sequence[Row]]], vote: str
) -> ClusterYear:
    desk = stage.actor("chuyenvien")
    year = criteria.begin_year(cluster=cluster, period=period, actor=desk, now=stage.at(stage.ago(400)))
    terms = TermsDraft(basis="Hướng dẫn số 05/HD-UBND của UBND phường", vote_way=vote)
    criteria.set_terms(year=year, terms=terms, version=0, actor=desk)
    for heading, rows in sheet:
        group = criteria.add_group(year=year, name=heading, ceiling=None, actor=desk)
        for name, way, most, more in rows:
            one = CriterionDraft(name=name, way=way, most=D(most), **more)  # type: ignore[arg-type]
            criteria.add_criterion(group=group, draft=one, actor=desk)
    year.refresh_from_db()
    return year


def _cards(year: ClusterYear) -> Iterator[Scorecard]:
    rows = year.cards.select_related("member__organisation", "checker__organisation", "year__period")
    yield from rows.select_related("year__cluster__organisation").order_by("member")


def _acts(stage: Stage, card: Scorecard, role: Role, *, checks: bool = False) -> Actor:
    member = card.checker if checks else card.member
    assert member is not None
    code = next(key for key, unit in stage.units.items() if unit.pk == member.organisation_id)
    return stage.of_unit(code, role, stage.on)


def _figure(one: Criterion, chance: Random) -> Decimal:
    """Most do well; some fall short by a little."""
    if one.way == "target":
        reached: Decimal = (one.target or D(1)) * D(chance.choice((88, 94, 97, 100, 100, 104))) / 100
        return reached
    if one.way == "typed":
        points: Decimal = one.most - D(chance.choice((0, 0, "0.5", 1, 2)))
        return points
    return D(chance.choice((0, 0, 0, 1)) if one.way == "minus" else chance.choice((0, 1, 2, 3)))


def _score(stage: Stage, card: Scorecard, chance: Random) -> None:
    known = Criterion.objects.filter(group__year=card.year_id)
    entries = {
        one.pk: Entry(_figure(one, chance).quantize(D("0.01")), "Theo báo cáo tổng kết của đơn vị.")
        for one in known
    }
    officer = _acts(stage, card, Role.UNIT_OFFICER)
    scoring.score(card=card, entries=entries, version=card.version, actor=officer)
    for one in known.exclude(evidence="")[:2]:
        proof = Proof(label=f"{one.evidence.capitalize()}", link="https://vi-du.gov.vn/minh-chung")
        scoring.attach(card=card, criterion=one, proof=proof, actor=officer, now=stage.at(stage.ago(30)))


def _send(stage: Stage, card: Scorecard, on: date) -> None:
    scoring.move_card(card=card, step="send", actor=_acts(stage, card, Role.UNIT_HEAD), on=on)


def _check(stage: Stage, card: Scorecard, on: date, *, doubts: bool) -> None:
    """The next member agrees; with doubts it gives a little less on one criterion."""
    scores = list(card.scores.select_related("criterion").order_by("pk"))
    entries = {row.criterion_id: Entry(row.own) for row in scores}
    typed = next(row for row in scores if row.criterion.way == "typed")
    if doubts and typed.own:
        entries[typed.criterion_id] = Entry(typed.own - D("1.5"), "Kế hoạch có, báo cáo sơ kết chưa có.")
    scoring.check(card=card, entries=entries, actor=_acts(stage, card, Role.UNIT_OFFICER, checks=True))
    head = _acts(stage, card, Role.UNIT_HEAD, checks=True)
    scoring.move_card(card=card, step="check", actor=head, on=on)


def _finish(stage: Stage, year: ClusterYear, chance: Random) -> None:
    desk, on = stage.actor("chuyenvien"), year.period.until + timedelta(days=20)
    for n, card in enumerate(_cards(year)):
        _score(stage, card, chance)
        _send(stage, card, on)
        _check(stage, card, on + timedelta(days=5), doubts=n == 1)
    year = summary.move_year(year=year, step="settle", actor=desk)
    _settle_all(year, desk)
    _vote(stage, year, chance)
    summary.announce(
        year=year,
        basis="Biên bản hội nghị tổng kết số 02/BB",
        result_on=on + timedelta(days=15),
        actor=desk,
        on=stage.on,
    )


def _vote(stage: Stage, year: ClusterYear, chance: Random) -> None:
    """On screen every head of a member ranks three others; on paper the count is entered."""
    cards = list(_cards(year))
    if year.vote_way == VoteWay.PAPER:
        counted = {card.pk: (9 - 2 * n, 3 if n == 0 else 0) for n, card in enumerate(cards)}
        voting.enter_vote(year=year, counted=counted, actor=stage.actor("chuyenvien"))
        return
    year = voting.open_vote(year=year, actor=stage.actor("chuyenvien"))
    for card in cards:
        others = chance.sample([other.pk for other in cards if other.pk != card.pk], year.n_ranked)
        ranks = {pk: rank for rank, pk in enumerate(others, 1)}
        voting.cast(year=year, ranks=ranks, actor=_acts(stage, card, Role.UNIT_HEAD))
    voting.close_vote(year=year, actor=stage.actor("chuyenvien"))


def _settle_all(year: ClusterYear, desk: Actor) -> None:
    for card in _cards(year):
        differing = [row for row in card.scores.all() if row.checked != row.own]
        words = "Hội nghị thống nhất: đã bổ sung báo cáo, trừ nửa điểm vì nộp muộn."
        entries = {row.criterion_id: Entry((row.own or D(0)) - D("0.5"), words) for row in differing}
        if entries:
            summary.settle(card=card, entries=entries, actor=desk)


def _score_some(stage: Stage, year: ClusterYear, chance: Random) -> None:
    """The second has been checked, the third has sent, the fourth has begun, the others have not; one was keyed in."""
    on = stage.ago(6)
    cards = list(_cards(year))
    for card in cards[1:4]:
        _score(stage, card, chance)
    for card in cards[1:3]:
        _send(stage, card, on)
    _check(stage, next(iter(list(_cards(year))[1:2])), stage.ago(2), doubts=True)


def _load_city(stage: Stage) -> None:
    """The city runs it on paper: last year's result was announced, this year's card is being filled in."""
    desk, leader = stage.actor("chuyenvien"), stage.actor("chutich")
    last = last_calendar_year(stage.on)
    before, now = (stage.periods[YearKind.CALENDAR, year] for year in (last, last + 1))
    draft = ClusterDraft(
        name="Cụm thi đua số 3 các phường thuộc thành phố Hà Nội (minh họa)",
        kind="cluster",
        running="paper",
        authority="Chủ tịch UBND thành phố Hà Nội",
        paper_number="412/QĐ-UBND",
        paper_on=before.since - timedelta(days=20),
        since=before.since,
        note="Trưởng cụm gửi tiêu chí và bảng tổng hợp bằng tệp Excel.",
    )
    cluster = clusters.create(organisation=stage.units["P"], draft=draft, actor=desk)
    clusters.add_member(cluster=cluster, organisation=stage.units["P"], since=before.since, actor=desk)
    for name in ("Phường Bạch Mai", "Phường Vĩnh Tuy", "Phường Hoàn Kiếm", "Phường Đống Đa"):
        clusters.add_member(cluster=cluster, organisation=None, name=name, since=before.since, actor=desk)
    year = _begin(stage, cluster, before, NEIGHBOURS, "none")
    scoring.open_scoring(year=year, actor=desk)
    card = next(_cards(year))
    _key_in(card, desk)
    scoring.move_card(card=card, step="send", actor=leader, on=before.until + timedelta(days=10))
    summary.record(
        year=year,
        received={card.pk: Received(D("94.75"), 2)},
        basis="Thông báo số 31/TB-CTĐ của Cụm trưởng",
        result_on=before.until + timedelta(days=40),
        actor=desk,
        on=stage.on,
    )
    running = criteria.begin_year(cluster=cluster, period=now, actor=desk, now=stage.at(stage.ago(60)))
    criteria.copy_criteria(year=running, actor=desk)
    scoring.open_scoring(year=running, actor=desk)


def _key_in(card: Scorecard, desk: Actor) -> None:
    chance = Random(SEED)
    known = Criterion.objects.filter(group__year=card.year_id)
    entries = {one.pk: Entry(_figure(one, chance).quantize(D("0.01")), "") for one in known}
    scoring.score(card=card, entries=entries, version=0, actor=desk)
