"""For each detector records in which it speaks, and nearly the same in which it stays silent.

A case takes the place and whether to make it speak.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

from conftest import NOW, TODAY
from factories import councils
from factories.appraisal import candidate
from factories.appraisal import dossier as plain_dossier
from factories.campaigns import indicator, launched, plan
from factories.certificates import released
from factories.dossiers import Place, graded, initiative, person, received
from factories.exemplars import verified
from factories.fund import approved, desk, paid
from factories.organisations import OrganisationFactory, actor
from factories.register import BASIS, award_to, entered
from factories.replication import proposed
from factories.rulebook import local_rule
from thidua.kernel.days import VIETNAM
from thidua.modules.appraisal.models import Appraisal
from thidua.modules.campaigns.models import Campaign, CampaignState
from thidua.modules.decisions.models import Decision
from thidua.modules.dossiers.copies import archive
from thidua.modules.dossiers.models import AchievementReport, DirectTarget, Flag
from thidua.modules.exemplars.models import Exemplar, Milestone
from thidua.modules.organisations.api import Actor, Role
from thidua.modules.oversight import actions
from thidua.modules.oversight.actions import InspectionDraft, LetterDraft, RemedyDraft, Sorting
from thidua.modules.oversight.models import Complaint, Inspection, Shortcoming, Signal
from thidua.modules.people.models import Discipline, Person
from thidua.modules.replication.models import ModelState, PracticeModel
from thidua.modules.rulebook.models import LocalRule


def silent_campaign(at: Place, speaks: bool) -> None:
    launched(at, launched_on=date(2026, 9, 1) if speaks else TODAY - timedelta(days=59))


def copied_plan(at: Place, speaks: bool) -> None:
    above = launched(at)
    own = plan(at, above)
    theirs = above.indicators.get()
    row = own.indicators.first() or indicator(at, own)
    row.above, row.target = theirs, theirs.target if speaks else theirs.target + Decimal(1)
    row.save()
    Campaign.objects.filter(pk=own.pk).update(state=CampaignState.LAUNCHED, launched_on=TODAY)


def overlapping_campaigns(at: Place, speaks: bool) -> None:
    OrganisationFactory(parent=at.ward)
    first = launched(at)
    if speaks:
        launched(at, name="Đường phố văn minh")
    else:
        launched(at, name="Đường phố văn minh", until=date(2026, 11, 1))
    assert first.units.count() > 1


def empty_months(at: Place, speaks: bool) -> None:
    """The school is there from October or from September on."""
    since = date(2026, 9, 5) if speaks else date(2026, 10, 5)
    type(at.school).objects.filter(pk=at.school.pk).update(since=since)


def _proposed(at: Place, *positions: str) -> None:
    file = plain_dossier(at.school)
    for n, position in enumerate(positions):
        who = person(at.school, f"Người Thứ {n}", position=position)
        candidate(file, who, position=position)


def few_direct_workers(at: Place, speaks: bool) -> None:
    DirectTarget.objects.get_or_create(organisation=at.ward, unit=at.ward, percent=60, since=date(2026, 1, 1))
    _proposed(at, *["direct_worker"] * (2 if speaks else 3), *["leader"] * (3 if speaks else 2))


def many_leaders(at: Place, speaks: bool) -> None:
    leaders = ["leader"] * 2 + ["manager"]
    _proposed(at, *leaders, *["direct_worker"] * (2 if speaks else 3))


def one_grade(at: Place, speaks: bool) -> None:
    for n in range(8):
        last = n == 7 and not speaks
        graded(person(at.school, f"Người Thứ {n}"), "good" if last else "excellent")


def late_decision(at: Place, speaks: bool) -> None:
    deed_on = TODAY - timedelta(days=31 if speaks else 30)
    file = plain_dossier(at.school, ground="sudden", period=None, deed_on=deed_on)
    candidate(file, person(at.school), "GK")


def overdue_desk(at: Place, speaks: bool) -> None:
    file = received(at)
    Appraisal.objects.update_or_create(
        dossier=file,
        defaults={
            "organisation": at.ward,
            "received_on": date(2026, 11, 1),
            "n_days": 10,
            "days_basis": "Quy chế, Điều 5",
            "due_on": TODAY - timedelta(days=1) if speaks else TODAY,
        },
    )


def returned_again(at: Place, speaks: bool) -> None:
    file = plain_dossier(at.school)
    for n in range(3 if speaks else 2):
        for note in ("Thiếu số liệu", "Thiếu minh chứng"):
            raised = datetime(2026, 11, 2 + n, 9, tzinfo=VIETNAM)
            Flag.objects.create(dossier=file, field="report", note=note, raised_at=raised)


def initiative_twice(at: Place, speaks: bool) -> None:
    who = person(at.school)
    one, other = initiative(who), initiative(who, title="Sổ đầu bài điện tử")
    for used in (one, one if speaks else other):
        candidate(plain_dossier(at.school), who, "CSTDCS").initiatives.add(used)


def deed_twice(at: Place, speaks: bool) -> None:
    row = verified(at)
    plain_dossier(at.school, exemplar=row)
    if speaks:
        plain_dossier(at.school, exemplar=row)


def copied_reports(at: Place, speaks: bool) -> None:
    """Two teachers told of in the same words; or each in his own."""
    told = (
        "Cô giáo chủ động đổi mới phương pháp dạy học theo dự án, tổ chức cho học sinh khảo sát các tuyến phố. "
        * 3
    )
    own = (
        "Thầy giáo mở câu lạc bộ đọc sách, mỗi tuần hai buổi, vận động phụ huynh góp tủ sách và kể chuyện cho các em. "
        * 3
    )
    for n, text in enumerate((told, told if speaks else own)):
        row = candidate(plain_dossier(at.school), person(at.school, f"Người Thứ {n}"), "LDTT")
        archive([AchievementReport.objects.create(candidate=row, sections={"results": text})])


def in_turn(at: Place, speaks: bool) -> None:
    """Two every year since 2022, always others; or one of them comes again."""
    people = [person(at.school, f"Người Thứ {n}") for n in range(8)]
    again = [people[0], *people[1:7], people[0]]
    for n, who in enumerate(people if speaks else again):
        entered(at.ward, at.specialist, award_to(who, "GK", 2022 + n // 2))


def above_quota(at: Place, speaks: bool) -> None:
    """By the ward's own rule, 15 %: since 2024 the law leaves the share to the place."""
    if not LocalRule.objects.filter(organisation=at.ward).exists():
        values = [{"name": "quotas/CSTDCS-of-LDTT", "value": 15, "at": "7.2"}]
        local_rule(at.ward, criteria=[], values=values)
    people = [person(at.school, f"Người Thứ {n}") for n in range(20)]
    entered(at.ward, at.specialist, *(award_to(who, "LDTT") for who in people))
    best = people[: 4 if speaks else 3]
    entered(at.ward, at.specialist, *(award_to(who, "CSTDCS") for who in best))


def vote_not_in_order(at: Place, speaks: bool) -> None:
    """Two of five are enough for nothing; four are."""
    room = councils.open_room()
    room.sitting.organisation = room.sitting.council.organisation
    room.sitting.organisation_id = at.ward.pk
    room.sitting.state = "closed"
    room.sitting.save()
    for row in room.sitting.attendance.order_by("pk")[: 3 if speaks else 1]:
        row.is_present = False
        row.save()


def outside_competence(at: Place, speaks: bool) -> None:
    entered(at.ward, at.specialist, award_to(person(at.school), "BK_TINH" if speaks else "GK"))


def changed_afterwards(at: Place, speaks: bool) -> None:
    who = person(at.school)
    row = graded(who)
    basis = BASIS
    if not speaks:
        basis = replace(BASIS, decided_on=date(2026, 12, 31))
    entered(at.ward, at.specialist, award_to(who), basis=basis)
    row.level = "good"
    row.save()


def lonely_model(at: Place, speaks: bool) -> None:
    row = proposed(at)
    days = 180 if speaks else 179
    PracticeModel.objects.filter(pk=row.pk).update(
        state=ModelState.CATALOGUE,
        verdict="worth",
        verdict_reason="Tốt",
        reviewed_on=TODAY - timedelta(days=days),
    )


CASES: dict[str, Callable[[Place, bool], None]] = {
    one.__name__: one
    for one in (
        silent_campaign,
        copied_plan,
        overlapping_campaigns,
        empty_months,
        few_direct_workers,
        many_leaders,
        one_grade,
        late_decision,
        overdue_desk,
        returned_again,
        initiative_twice,
        deed_twice,
        copied_reports,
        in_turn,
        above_quota,
        vote_not_in_order,
        outside_competence,
        changed_afterwards,
        lonely_model,
    )
}


def signal(at: Place, **fields: object) -> Signal:
    """A sign about the school, as a detector would have left it."""
    n = Signal.objects.count() + 1
    known = {"detector": "empty_months", "subject": f"unit:{at.school.pk}:{n}", "label": at.school.name}
    dated = {"found_on": TODAY, "seen_on": TODAY, "url": "/", "measure": 3}
    return Signal.objects.create(body=at.ward, organisation=at.school, **(known | dated | fields))


def remedy(at: Place, **fields: object) -> RemedyDraft:
    known = {
        "title": "Ba tháng không có điển hình",
        "organisation": at.school,
        "cause": "Chưa phân công người theo dõi.",
        "measure": "Phân công, rà soát ngày 20 hằng tháng.",
        "owner": at.school,
        "owner_post": "Hiệu trưởng",
        "due_on": date(2026, 12, 15),
    }
    return RemedyDraft(**(known | fields))


def shortcoming(at: Place, **fields: object) -> Shortcoming:
    """Entered by hand."""
    return actions.enter(body=at.ward, draft=remedy(at, **fields), actor=at.specialist, on=TODAY, now=NOW)


def inspection(at: Place, **fields: object) -> Inspection:
    """Of the school by the ward, over this year."""
    known = {
        "organisation": at.school,
        "kind": "inspection",
        "title": "Công tác bình xét, đề nghị khen thưởng",
        "team": "Trịnh Công Hải, Trưởng đoàn",
        "since": date(2026, 1, 1),
        "until": date(2027, 1, 1),
        "begins_on": TODAY,
        "ends_on": TODAY,
    }
    draft = InspectionDraft(**(known | fields))
    return actions.plan_inspection(body=at.ward, draft=draft, actor=at.specialist, on=TODAY, now=NOW)


def running(at: Place, **fields: object) -> Inspection:
    row = inspection(at, **fields)
    return inspected(at, row, "begin")


def inspected(at: Place, row: Inspection, step: str) -> Inspection:
    said = {"on": TODAY, "now": NOW, "reason": "Theo kế hoạch"}
    return actions.step_inspection(row=row, step=step, actor=at.specialist, **said)


def examined(at: Place, row: Inspection) -> Inspection:
    """Everything in order, with a conclusion."""
    for item in [*row.items.all(), *row.sample.all()]:
        actions.examine(item=item, result="met", note="", actor=at.specialist)
    said = {"conclusion": "Cơ bản đúng quy định.", "number": "", "concluded_on": TODAY}
    return actions.write_conclusion(row=row, actor=at.specialist, **said)


def disciplined_later(at: Place, speaks: bool) -> None:
    who = person(at.school)
    day = BASIS.decided_on if speaks else BASIS.decided_on - timedelta(days=1)
    entered(at.ward, at.specialist, award_to(who))
    Discipline.objects.create(person=who, kind="warning", on=day + timedelta(days=1 if speaks else 0))


def kept_certificate(at: Place, speaks: bool) -> None:
    """Of an award of June, or of today."""
    batch = released(at)
    if speaks:
        [old] = entered(at.ward, at.specialist, award_to(person(at.school), "GK"))
        batch.certificates.update(entry=old)


def untold_exemplar(at: Place, speaks: bool) -> None:
    row = verified(at)
    days = 60 if speaks else 59
    Milestone.objects.create(exemplar=row, step="commended", on=TODAY - timedelta(days=days), made_at=NOW)
    said = {
        "state": "commended",
        "consent": "given",
        "consent_on": TODAY,
        "consent_note": "Trao đổi trực tiếp",
    }
    Exemplar.objects.filter(pk=row.pk).update(**said)


def unpaid_prize(at: Place, speaks: bool) -> None:
    """In a list that is approved only, or paid."""
    one = desk(at)
    decision = (approved(one) if speaks else paid(one)).decision
    day = TODAY - timedelta(days=61)
    Decision.objects.filter(pk=decision.pk).update(signed_on=day, in_force_on=day)


CASES |= {"unpaid_prize": unpaid_prize}
CASES |= {"untold_exemplar": untold_exemplar}
CASES |= {"disciplined_later": disciplined_later, "kept_certificate": kept_certificate}


def receiver(at: Place) -> Actor:
    return actor(at.ward, Role.COMPLAINTS)


def letter(at: Place, who: Actor, **fields: object) -> Complaint:
    known = {
        "way": "direct",
        "received_on": TODAY,
        "sender": "Nguyễn Văn Gửi",
        "contact": "Phố Huế",
        "content": "Kê khai thành tích không đúng.",
    }
    draft = LetterDraft(**(known | fields))
    return actions.receive(organisation=at.ward, draft=draft, actor=who, on=TODAY, now=NOW)


def sorted_letter(
    at: Place, who: Actor, about: Person, *, kind: str = "denunciation", **fields: object
) -> Complaint:
    row = letter(at, who, **{name: fields.pop(name) for name in ("is_anonymous", "sender") if name in fields})
    actions.concern(row=row, recipient=about, actor=who)
    known = {"due_on": date(2026, 12, 23), "due_basis": "Luật Tố cáo 2018"}
    sorting = Sorting(kind=kind, **(known | fields))
    return actions.sort(row=row, sorting=sorting, actor=who, on=TODAY, now=NOW)
