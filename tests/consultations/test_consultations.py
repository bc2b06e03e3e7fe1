from datetime import date

import pytest

from conftest import NOW, TODAY
from factories.appraisal import candidate, dossier, person, school_of
from factories.organisations import OrganisationFactory, actor
from thidua.foundation.permissions import Refused
from thidua.modules.consultations import actions, queries
from thidua.modules.consultations.letters import consultation_letter
from thidua.modules.consultations.models import ConsultationState, Opinion
from thidua.modules.dossiers.models import DossierState
from thidua.modules.organisations.models import Kind

pytestmark = pytest.mark.django_db


@pytest.fixture
def file():
    made = dossier(school_of(), DossierState.APPRAISAL)
    candidate(made, person(made.organisation, "Nguyễn Thị Ánh"), "LDTT")
    candidate(made, person(made.organisation, "Lê Văn Bình"), "GK")
    return made


@pytest.fixture
def desk(file):
    return actor(file.receiver, "specialist")


@pytest.fixture
def tax():
    return OrganisationFactory(name="Thuế cơ sở 3", kind=Kind.DEPARTMENT)


def prepared(file, desk, body=None, **values):
    given = {
        "question": "Việc chấp hành pháp luật về thuế",
        "body": body,
        "body_name": "" if body else "Thuế cơ sở 3",
    }
    return actions.prepare(dossier=file, actor=desk, now=NOW, **(given | values))


def asked(file, desk, body=None):
    row = prepared(file, desk, body)
    actions.ask(
        consultation=row,
        letter_number="512/UBND-VX",
        asked_on=date(2026, 11, 9),
        due_on=date(2026, 11, 16),
        actor=desk,
        on=TODAY,
    )
    return row


def test_a_body_of_the_system_answers_on_screen(file, desk, tax):
    row = asked(file, desk, tax)
    consulted = actor(tax, "consulted")
    assert list(queries.to_answer(consulted)) == [row]
    actions.answer(consultation=row, opinion=Opinion.AGREES, reply="", actor=consulted, on=TODAY)
    row.refresh_from_db()
    assert (row.state, row.opinion, row.replied_on) == (ConsultationState.ANSWERED, "agrees", TODAY)


def test_a_reply_by_letter_is_entered_with_number_and_day(file, desk):
    row = asked(file, desk)
    keyed = {"consultation": row, "opinion": Opinion.AGREES, "reply": "", "actor": desk, "on": TODAY}
    with pytest.raises(actions.CannotAnswer, match="number of the reply"):
        actions.record_reply(reply_number=" ", replied_on=TODAY, **keyed)
    with pytest.raises(actions.CannotAnswer, match="between the day of asking and today"):
        actions.record_reply(reply_number="88/TCS3", replied_on=date(2026, 11, 1), **keyed)
    actions.record_reply(reply_number="88/TCS3", replied_on=date(2026, 11, 20), **keyed)
    row.refresh_from_db()
    assert (row.state, row.reply_number, row.replied_on) == ("answered", "88/TCS3", date(2026, 11, 20))


def test_a_body_sees_only_what_it_is_asked(file, desk, tax):
    prepared(file, desk, tax)
    prepared(file, desk)
    consulted = actor(tax, "consulted")
    assert list(queries.visible_to(consulted)) == []
    row = asked(file, desk, tax)
    assert list(queries.visible_to(consulted)) == [row]
    assert queries.visible_to(desk).count() == 3


def test_a_disagreement_says_why(file, desk, tax):
    row = asked(file, desk, tax)
    with pytest.raises(actions.CannotAnswer, match="Say why"):
        actions.answer(
            consultation=row, opinion=Opinion.DISAGREES, reply=" ", actor=actor(tax, "consulted"), on=TODAY
        )


def test_another_body_does_not_answer(file, desk, tax):
    row = asked(file, desk, tax)
    with pytest.raises(Refused):
        actions.answer(
            consultation=row,
            opinion=Opinion.AGREES,
            reply="",
            actor=actor(OrganisationFactory(), "consulted"),
            on=TODAY,
        )


def test_overdue(file, desk):
    row = asked(file, desk)
    assert list(queries.overdue(desk, TODAY)) == [row]
    assert queries.counts(desk, TODAY) == {"draft": 0, "waiting": 1, "overdue": 1, "answered": 0}
    assert list(queries.overdue(desk, date(2026, 11, 16))) == []


def test_days_that_cannot_be(file, desk):
    row = prepared(file, desk)
    days = {"consultation": row, "letter_number": "1/UBND", "actor": desk, "on": TODAY}
    with pytest.raises(actions.CannotAsk, match="later than today"):
        actions.ask(asked_on=date(2026, 12, 1), due_on=date(2026, 12, 9), **days)
    with pytest.raises(actions.CannotAsk, match="due before"):
        actions.ask(asked_on=TODAY, due_on=date(2026, 11, 1), **days)


def test_only_while_the_dossier_is_appraised(file, desk):
    closed = dossier(file.organisation, DossierState.DECIDED)
    with pytest.raises(Refused, match="being appraised"):
        prepared(closed, desk)


def test_a_candidate_of_another_file_is_refused(file, desk):
    other = dossier(file.organisation, DossierState.APPRAISAL)
    stranger = candidate(other, person(other.organisation, "Phạm Thị Cúc"))
    with pytest.raises(actions.CannotAsk, match="not in the dossier"):
        prepared(file, desk, candidate=stranger)


def test_the_letter_names_those_it_asks_about(file, desk):
    row = prepared(file, desk, candidate=file.candidates.get(honour="GK"), due_on=date(2026, 11, 30))
    letter = consultation_letter(row, None, TODAY)
    assert [(group.honour, [one.name for one in group.nominees]) for group in letter.groups] == [
        ("Giấy khen", ["Lê Văn Bình"])
    ]
    assert (letter.to, letter.matters, letter.reply_by) == (
        ("Thuế cơ sở 3",),
        ("Việc chấp hành pháp luật về thuế",),
        date(2026, 11, 30),
    )


def test_the_letter_is_drawn_once(file, desk):
    row = prepared(file, desk)
    draw = {"consultation": row, "signer": None, "actor": desk, "on": TODAY, "now": NOW}
    first, again = actions.draw_letter(**draw), actions.draw_letter(**draw)
    assert (first.pk, first.version) == (again.pk, 1)
