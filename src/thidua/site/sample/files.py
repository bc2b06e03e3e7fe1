"""Dossiers of the demonstration, each carried as far as its story goes."""

from collections.abc import Sequence
from datetime import date

from thidua.modules.appraisal import actions as appraisal
from thidua.modules.appraisal.models import Appraisal, Finding
from thidua.modules.dossiers.actions.candidates import add
from thidua.modules.dossiers.actions.draft import create
from thidua.modules.dossiers.actions.meeting import hold_meeting
from thidua.modules.dossiers.actions.steps import move
from thidua.modules.dossiers.drafts import DossierDraft, MeetingDraft, Recipient
from thidua.modules.dossiers.models import Candidate, Dossier
from thidua.modules.organisations.api import Role
from thidua.modules.people.models import Person
from thidua.site.sample.stage import Stage

MERIT = "hoàn thành xuất sắc nhiệm vụ {period}"


def recipients(people: Sequence[Person]) -> list[Recipient]:
    return [Recipient(kind="person", pk=person.pk) for person in people]


def prepared(
    stage: Stage, code: str, title: str, n: int, on: date, *, fighters: int = 2, whole: bool = False
) -> Dossier:
    """A yearly dossier with its list: LĐTT for all, CSTĐCS for the first, the whole unit where asked."""
    unit, period = stage.units[code], stage.period(stage.units[code])
    officer, now = stage.of_unit(code, Role.UNIT_OFFICER, on), stage.at(on)
    dossier = create(
        organisation=unit,
        receiver=stage.units["P"],
        draft=DossierDraft(title=title, period=period),
        actor=officer,
        on=on,
        now=now,
    )
    people, merit = stage.workers(code, n), MERIT.format(period=period.label)
    add(
        dossier=dossier,
        recipients=recipients(people),
        honours=["LDTT"],
        actor=officer,
        now=now,
        achievement=merit,
    )
    if fighters:
        chosen = recipients(people[:fighters])
        add(dossier=dossier, recipients=chosen, honours=["CSTDCS"], actor=officer, now=now, achievement=merit)
    if whole:
        team = [Recipient(kind="collective", pk=stage.whole(code).pk)]
        add(dossier=dossier, recipients=team, honours=["TTLDTT"], actor=officer, now=now, achievement=merit)
    return dossier


def met(stage: Stage, code: str, dossier: Dossier, on: date) -> None:
    """The unit's own meeting: nearly everybody is there and in favour."""
    n_called = Person.objects.filter(organisation=dossier.organisation).count()
    n_present = n_called - n_called // 20
    votes = {pk: (n_present - pk % 2, pk % 2, 0) for pk in dossier.candidates.values_list("pk", flat=True)}
    hold_meeting(
        dossier=dossier,
        draft=MeetingDraft(
            held_on=on,
            place=f"Phòng họp, {dossier.organisation.name}",
            chair="Thủ trưởng đơn vị",
            secretary="Thư ký cuộc họp",
            n_called=n_called,
            n_present=n_present,
            votes=votes,
        ),
        actor=stage.of_unit(code, Role.UNIT_OFFICER, on),
        on=on,
        now=stage.at(on),
    )


def handed_to_head(stage: Stage, code: str, dossier: Dossier, on: date) -> None:
    officer = stage.of_unit(code, Role.UNIT_OFFICER, on)
    move(dossier=dossier, step="to_head", actor=officer, on=on, now=stage.at(on, 10))


def sent(stage: Stage, code: str, dossier: Dossier, on: date) -> None:
    met(stage, code, dossier, on)
    handed_to_head(stage, code, dossier, on)
    head = stage.of_unit(code, Role.UNIT_HEAD, on)
    move(dossier=dossier, step="send", actor=head, on=on, now=stage.at(on, 14))


def received(stage: Stage, dossier: Dossier, on: date) -> Appraisal:
    desk = stage.actor("chuyenvien", on)
    dossier.refresh_from_db()
    found = appraisal.receive(
        dossier=dossier,
        n_days=20,
        days_basis="Quyết định 638/QĐ-BNV năm 2025 (20 ngày làm việc)",
        actor=desk,
        on=on,
        now=stage.at(on, 15),
    )
    appraisal.assign(appraisal=found, assignee=stage.users["chuyenvien"], actor=desk, on=on)
    return found


def appraised(stage: Stage, found: Appraisal, on: date, *, against: Sequence[Candidate] = ()) -> None:
    """Everybody is put forward but those whom the law refuses; the whole file is concluded."""
    desk = stage.actor("chuyenvien", on)
    refused = {candidate.pk for candidate in against}
    for candidate in found.dossier.candidates.order_by("place"):
        appraisal.examine_rest(appraisal=found, candidate=candidate, actor=desk)
        is_against = candidate.pk in refused
        appraisal.conclude_candidate(
            appraisal=found,
            candidate=candidate,
            finding=Finding.NOT_PUT_FORWARD if is_against else Finding.PUT_FORWARD,
            reason="Chưa có sáng kiến hoặc mức xếp loại hoàn thành xuất sắc nhiệm vụ." if is_against else "",
            actor=desk,
        )
    appraisal.examine_rest(appraisal=found, candidate=None, actor=desk)
    appraisal.conclude(
        appraisal=found,
        conclusion="Hồ sơ đủ thành phần, đúng thẩm quyền.",
        actor=desk,
        on=on,
        now=stage.at(on, 16),
    )
