"""A ceremony of a ward, planned and at each step of its life."""

from datetime import time

from factories.decisions import in_force, leader, voted
from factories.dossiers import NOW, ON, Place
from thidua.modules.ceremonies.actions import inviting, planning
from thidua.modules.ceremonies.drafts import CeremonyDraft
from thidua.modules.ceremonies.models import Ceremony
from thidua.modules.decisions.models import Decision


def draft(**fields: object) -> CeremonyDraft:
    values = {
        "title": "Trao tặng danh hiệu thi đua năm 2026",
        "on": ON,
        "starts_at": time(8),
        "venue": "Hội trường UBND phường",
        "capacity": 200,
        "presenter": "Chủ tịch UBND phường",
        "combined_with": "Hội nghị tổng kết năm",
        "planned_cost": 12_000_000,
    }
    return CeremonyDraft(**(values | fields))


def planned(at: Place, **fields: object) -> Ceremony:
    return planning.plan(organisation=at.ward, draft=draft(**fields), actor=at.specialist, on=ON, now=NOW)


def with_recipients(at: Place, decision: Decision | None = None, **fields: object) -> Ceremony:
    decision = decision or in_force(at, voted(at, "LDTT", "CSTDCS"))
    ceremony = planned(at, **fields)
    inviting.take_recipients(ceremony=ceremony, decisions=[decision], actor=at.specialist)
    return ceremony


def safe(at: Place, ceremony: Ceremony) -> Ceremony:
    answers = {row.pk: (True, "Trần Văn An", "") for row in ceremony.checks.all()}
    planning.check(ceremony=ceremony, answers=answers, actor=at.specialist)
    return ceremony


def cleared(at: Place) -> Ceremony:
    ceremony = safe(at, with_recipients(at))
    return planning.move(ceremony=ceremony, step="clear", actor=leader(at), on=ON)


def invited(at: Place) -> Ceremony:
    return planning.move(ceremony=cleared(at), step="invite", actor=at.specialist, on=ON)


def held(at: Place) -> Ceremony:
    return planning.move(ceremony=invited(at), step="hold", actor=at.specialist, on=ON)


AT_STATE = {"draft": with_recipients, "cleared": cleared, "invited": invited, "held": held}
