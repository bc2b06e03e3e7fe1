"""The things of the demonstration that the matrix is tried on: each belongs to phường Hai Bà Trưng or a unit of it."""

from collections.abc import Callable
from datetime import date
from typing import Any

from allauth.mfa.models import Authenticator
from django.db.models import Model, QuerySet
from django.utils import timezone

from factories.rulebook import draft
from security.ceremonies_objects import CeremoniesObjects
from security.certificate_objects import CertificateObjects
from security.exchange_objects import ExchangeObjects
from security.fund_objects import FundObjects
from security.intake_objects import IntakeObjects
from security.newsroom_objects import NewsroomObjects
from security.oversight_objects import OversightObjects
from security.privacy_objects import PrivacyObjects
from security.report_objects import ReportObjects
from security.showing_objects import ShowingObjects
from security.template_objects import TemplateObjects
from thidua.foundation.models import OutgoingMail
from thidua.kernel.days import civil_day
from thidua.modules.accounts.models import User
from thidua.modules.appraisal.models import Appraisal, AppraisalState
from thidua.modules.campaigns.models import (
    Campaign,
    CampaignUnit,
    Field,
    Indicator,
    Participant,
    Registration,
)
from thidua.modules.clusters.models import (
    Cluster,
    ClusterMember,
    ClusterYear,
    Criterion,
    CriterionGroup,
    Headship,
    Score,
    Scorecard,
    ScoreEvidence,
)
from thidua.modules.consultations.models import Consultation, ConsultationState
from thidua.modules.councils.models import AgendaItem, Member, Sitting, SittingState
from thidua.modules.decisions.models import Decision, DecisionItem, DecisionState
from thidua.modules.dossiers.models import (
    Candidate,
    DirectTarget,
    Dossier,
    DossierState,
    Evidence,
    Flag,
    Submittal,
)
from thidua.modules.exemplars.models import Exemplar, Tip, TipDoor
from thidua.modules.files.models import StoredFile, TrustedRoot
from thidua.modules.notices.models import Notice
from thidua.modules.organisations.api import system
from thidua.modules.organisations.models import CalendarDay, Grant, Organisation, Period
from thidua.modules.papers.models import Paper, SigningAuthority
from thidua.modules.people import actions as people
from thidua.modules.people.models import (
    Collective,
    Household,
    Initiative,
    Matter,
    Person,
    Transfer,
)
from thidua.modules.register.models import Act, Chain, Entry, Source
from thidua.modules.replication.models import (
    Adoption,
    Lesson,
    LessonKind,
    Measure,
    ModelProof,
    ModelState,
    Pilot,
    PilotState,
    PracticeModel,
)
from thidua.modules.reviews.models import Review, ReviewText
from thidua.modules.rulebook.actions import put_in_force
from thidua.modules.rulebook.models import LocalRule
from thidua.modules.suggestions.actions import set_aside
from thidua.modules.suggestions.kinds import SuggestionKind
from thidua.modules.suggestions.models import Run, Suggestion

Arguments = dict[str, Any]
SCHOOL_OFFICER = "canbo.truong"
DRAFTER = "canbo.tieuhoc"


def of_school(rows: QuerySet[Any], school: Organisation, field: str = "organisation") -> Model:
    """The school's own where there is one, else any unit's of the ward."""
    below = rows.filter(**{f"{field}__parent": school.parent_id}) | rows.filter(**{field: school.parent_id})
    found = rows.filter(**{field: school.pk}).order_by("pk").first() or below.order_by("pk").first()
    assert found is not None, f"The demonstration has no {rows.model.__name__} in the ward."
    return found


class Objects(
    ReportObjects,
    ShowingObjects,
    CertificateObjects,
    ExchangeObjects,
    FundObjects,
    IntakeObjects,
    CeremoniesObjects,
    OversightObjects,
    PrivacyObjects,
    NewsroomObjects,
    TemplateObjects,
):
    """Each method says by which arguments an address leads to its thing."""

    def __init__(self) -> None:
        self.officer = User.objects.get(username=SCHOOL_OFFICER)
        self.grant_row = Grant.objects.filter(user=self.officer).latest("pk")
        self.school = self.grant_row.organisation
        self.ward = self.school.parent

    def arguments(self, thing: str) -> Arguments:
        method: Callable[[], Arguments] = getattr(self, thing)
        return method()

    def _pk(self, row: Model) -> Arguments:
        return {"pk": row.pk}

    def standard(self) -> Arguments:
        """The law is everybody's: no thing of the ward."""
        return {"code": "CSTDCS", "kind": "ca-nhan"}

    def trial(self) -> Arguments:
        return {"kind": "ca-nhan"}

    def organisation(self) -> Arguments:
        return self._pk(self.school)

    def grant(self) -> Arguments:
        return self._pk(self.grant_row)

    def account(self) -> Arguments:
        return self._pk(self.officer)

    def key(self) -> Arguments:
        return self._pk(Authenticator.objects.create(user=self.officer, type="webauthn", data={"name": "x"}))

    def calendar_day(self) -> Arguments:
        day, _ = CalendarDay.objects.get_or_create(
            on="2026-04-30", defaults={"is_working": False, "note": "Ngày Chiến thắng"}
        )
        return self._pk(day)

    def period(self) -> Arguments:
        return self._pk(Period.objects.earliest("pk"))

    def notice(self) -> Arguments:
        made = Notice.objects.create(
            user=self.officer,
            organisation=self.school,
            text="Tin",
            effect="matrix",
            written_at=timezone.now(),
        )
        return self._pk(made)

    def mail(self) -> Arguments:
        made = OutgoingMail.objects.create(
            to="x@example.vn", subject="s", body="b", effect="matrix", written_at=timezone.now()
        )
        return self._pk(made)

    def trusted_root(self) -> Arguments:
        made = TrustedRoot.objects.create(
            name="x", certificate=b"x", sha256="x", valid_until=date.max, added_at=timezone.now()
        )
        return self._pk(made)

    def file(self) -> Arguments:
        """The signed copy of a decision in force."""
        rows = StoredFile.objects.filter(subject=f"decision:{self.decision()['pk']}", organisation=self.ward)
        return self._pk(rows.earliest("pk"))

    def paper(self) -> Arguments:
        """The decision in force itself."""
        return self._pk(Paper.objects.filter(subject=f"decision:{self.decision()['pk']}").earliest("pk"))

    def signer(self) -> Arguments:
        return self._pk(of_school(SigningAuthority.objects.all(), self.school))

    def local_draft(self) -> Arguments:
        """A rule of the ward about its own council, not in force yet."""
        return self._pk(self._local_rule())

    def local_draft_entry(self) -> Arguments:
        return self.local_draft() | {"where": "values.0"}

    def local_rule(self) -> Arguments:
        rule = self._local_rule()
        put_in_force(rule=rule, actor=system(rule.entered_at.date()), now=rule.entered_at)
        return self._pk(rule)

    def _local_rule(self) -> LocalRule:
        values = [{"name": "councils/present", "value": "2/3", "levels": ["xa"], "at": "5"}]
        return draft(self.ward, number="01/2026/QĐ-UBND", criteria=[], values=values)

    def person(self) -> Arguments:
        return self._pk(of_school(Person.objects.all(), self.school))

    def two_persons(self) -> Arguments:
        one, other = Person.objects.filter(organisation=self.school).order_by("pk")[:2]
        return {"pk": one.pk, "other": other.pk}

    def merge(self) -> Arguments:
        one, other = Person.objects.filter(organisation=self.school).order_by("pk")[:2]
        now = timezone.now()
        actor = system(civil_day(now))
        return self._pk(people.merge(kept=one, merged=other, reason="Trùng hồ sơ", actor=actor, now=now))

    def matter(self) -> Arguments:
        return self._pk(of_school(Matter.objects.exclude(person=None), self.school, "person__organisation"))

    def transfer(self) -> Arguments:
        target = (
            Organisation.objects.filter(parent=self.ward, kind="school")
            .exclude(pk=self.school.pk)
            .earliest("pk")
        )
        person = Person.objects.filter(organisation=self.school).earliest("pk")
        made = Transfer.objects.create(
            person=person, source=self.school, target=target, on="2026-12-01", asked_by=self.officer
        )
        return self._pk(made)

    def collective(self) -> Arguments:
        return self._pk(of_school(Collective.objects.all(), self.school))

    def household(self) -> Arguments:
        return self._pk(of_school(Household.objects.all(), self.school))

    def initiative(self) -> Arguments:
        return self._pk(of_school(Initiative.objects.all(), self.school))

    def entry(self) -> Arguments:
        return self._pk(of_school(Entry.objects.all(), self.school))

    def _ward_entries(self) -> QuerySet[Entry]:
        return Entry.objects.filter(act=Act.GRANT, chain__body=self.ward)

    def ward_entry(self) -> Arguments:
        """One of the ward's own book."""
        return {"entry_id": self._ward_entries().filter(source=Source.DECISION).earliest("pk").pk}

    def old_entry(self) -> Arguments:
        return self._pk(self._ward_entries().exclude(source=Source.DECISION).earliest("pk"))

    def book(self) -> Arguments:
        return {"pk": Chain.objects.get(body=self.ward).pk, "year": 2026}

    def book_paper(self) -> Arguments:
        return self.book() | {"form": "docx"}

    def _dossier(self) -> Dossier:
        found = of_school(Dossier.objects.filter(candidates__isnull=False), self.school)
        assert isinstance(found, Dossier)
        return found

    def dossier(self) -> Arguments:
        return self._pk(self._dossier())

    def dossier_pk(self) -> Arguments:
        return {"dossier_pk": self._dossier().pk}

    def dossier_id(self) -> Arguments:
        return {"dossier_id": self._dossier().pk}

    def _draft(self) -> Dossier:
        """One that is still being written, by another unit of the ward than the rest belongs to."""
        return Dossier.objects.filter(state="draft", organisation__grants__user__username=DRAFTER).earliest(
            "pk"
        )

    def draft(self) -> Arguments:
        return self._pk(self._draft())

    def draft_step(self) -> Arguments:
        return {"pk": self._draft().pk, "name": "to_head"}

    def draft_candidate(self) -> Arguments:
        return self._pk(self._draft().candidates.earliest("pk"))

    def _candidate(self) -> Candidate:
        return self._dossier().candidates.earliest("pk")

    def candidate(self) -> Arguments:
        return self._pk(self._candidate())

    def candidate_id(self) -> Arguments:
        return {"candidate_id": self._candidate().pk}

    def evidence(self) -> Arguments:
        made = Evidence.objects.create(dossier=self._draft(), label="Minh chứng", link="https://example.vn/a")
        return self._pk(made)

    def flag(self) -> Arguments:
        return self._pk(of_school(Flag.objects.all(), self.school, "dossier__organisation"))

    def _submittal(self) -> Submittal:
        made_at = timezone.now()
        return Submittal.objects.create(
            organisation=self.ward, code="TT-X", title="Tờ trình", made_at=made_at
        )

    def submittal(self) -> Arguments:
        return self._pk(self._submittal())

    def a_picture(self) -> Arguments:
        return {"code": "groups"}

    def duty_month(self) -> Arguments:
        """The month that is running, of the school."""
        today = civil_day(timezone.now())
        return {"pk": self.school.pk, "year": today.year, "month": today.month}

    def _campaign(self, state: str) -> Campaign:
        """One of the school, in the state that a step asks for."""
        rows = Campaign.objects.filter(organisation=self.school)
        found = rows.earliest("pk")
        rows.filter(pk=found.pk).update(state=state)
        return found

    def campaign(self) -> Arguments:
        """A plan of the school that has been launched."""
        return self._pk(self._campaign("launched"))

    def draft_campaign(self) -> Arguments:
        return self._pk(self._campaign("draft"))

    def campaign_draft_step(self) -> Arguments:
        return self.draft_campaign() | {"slug": "noi-dung"}

    def campaign_step(self) -> Arguments:
        return self.campaign() | {"name": "end"}

    def campaign_above(self) -> Arguments:
        """Launched by the ward, and it has reached the school."""
        reached = CampaignUnit.objects.filter(organisation=self.school, campaign__state="launched")
        return {"pk": reached.filter(campaign__organisation=self.ward).earliest("pk").campaign_id}

    def draft_indicator(self) -> Arguments:
        return self._pk(Indicator.objects.filter(campaign=self.draft_campaign()["pk"]).earliest("pk"))

    def _registration(self, state: str) -> Registration:
        """The school's, for a campaign of the ward."""
        rows = Registration.objects.filter(organisation=self.school, campaign__organisation=self.ward)
        found = rows.earliest("pk")
        rows.filter(pk=found.pk).update(state=state, sent_on="2026-10-01")
        return found

    def draft_registration(self) -> Arguments:
        return self._pk(self._registration("draft"))

    def sent_registration(self) -> Arguments:
        return self._pk(self._registration("sent"))

    def registration_step(self) -> Arguments:
        return self.sent_registration() | {"name": "refuse"}

    def draft_participant(self) -> Arguments:
        return self._pk(
            Participant.objects.filter(registration=self.draft_registration()["pk"]).earliest("pk")
        )

    def campaign_field(self) -> Arguments:
        return self._pk(Field.objects.filter(organisation=self.ward).earliest("pk"))

    def target(self) -> Arguments:
        """One of the ward that holds on."""
        return self._pk(DirectTarget.objects.filter(organisation=self.ward, until=None).earliest("pk"))

    def _suggestion(self) -> Suggestion:
        rows = Suggestion.objects.filter(run__is_current=True, organisation=self.school, person__isnull=False)
        return rows.filter(kind=SuggestionKind.QUALIFIES).latest("pk")

    def suggestion(self) -> Arguments:
        """The person that it is about."""
        return {"kind": "ca-nhan", "pk": self._suggestion().person_id}

    def suggestion_aside(self) -> Arguments:
        """Everything that is suggested of the person, set aside."""
        row = self._suggestion()
        for each in Suggestion.objects.filter(run=row.run, person=row.person_id):
            set_aside(suggestion=each, reason="Xét đợt sau", actor=system(each.run.on), on=each.run.on)
        return {"kind": "ca-nhan", "pk": row.person_id}

    def suggestion_run(self) -> Arguments:
        return self._pk(Run.objects.get(is_current=True, organisation=self.ward))

    def _model(self, state: str) -> PracticeModel:
        """One that the school began, in the state in which the step is possible."""
        rows = PracticeModel.objects.filter(organisation=self.school, state=ModelState.CATALOGUE)
        found = rows.earliest("pk")
        rows.filter(pk=found.pk).update(state=state)
        return found

    def model(self) -> Arguments:
        return self._pk(self._model("catalogue"))

    def draft_model(self) -> Arguments:
        return self._pk(self._model("draft"))

    def proposed_model(self) -> Arguments:
        return self._pk(self._model("proposed"))

    def model_step(self) -> Arguments:
        return self.proposed_model() | {"name": "hand_back"}

    def proof(self) -> Arguments:
        made = ModelProof.objects.create(model=self._model("draft"), label="Ảnh", link="https://example.vn/a")
        return self._pk(made)

    def _pilot(self) -> Pilot:
        """Under way in the school, of a model of its own."""
        pilot = Pilot.objects.filter(model=self._model("pilot"), organisation=self.school).earliest("pk")
        Pilot.objects.filter(pk=pilot.pk).update(state=PilotState.RUNNING)
        return pilot

    def pilot(self) -> Arguments:
        return self._pk(self._pilot())

    def pilot_step(self) -> Arguments:
        return self.pilot() | {"name": "give_up"}

    def measure(self) -> Arguments:
        return self._pk(Measure.objects.filter(pilot=self._pilot()).earliest("pk"))

    def lesson(self) -> Arguments:
        made = Lesson.objects.create(
            pilot=self._pilot(), kind=LessonKind.WORKED, text="x", for_whom="y", noted_on="2026-11-23"
        )
        return self._pk(made)

    def adoption(self) -> Arguments:
        """The school follows another unit's model."""
        rows = Adoption.objects.filter(organisation=self.school)
        return self._pk(rows.earliest("pk"))

    def _block(self) -> Cluster:
        """The block of the schools, headed by the school in every period: what a head may is tried, too."""
        found = Cluster.objects.get(members__organisation=self.school)
        ours = found.members.get(organisation=self.school)
        Headship.objects.filter(cluster=found, member=ours).delete()
        Headship.objects.filter(cluster=found, role="head").update(member=ours)
        return found

    def _year(self, state: str) -> ClusterYear:
        found = self._block().years.latest("period__until")
        ClusterYear.objects.filter(pk=found.pk).update(state=state)
        return found

    def cluster(self) -> Arguments:
        return self._pk(self._block())

    def cluster_member(self) -> Arguments:
        return self._pk(ClusterMember.objects.filter(cluster=self._block()).latest("pk"))

    def headship(self) -> Arguments:
        return self._pk(Headship.objects.filter(cluster=self._block()).latest("pk"))

    def _draft_year(self) -> ClusterYear:
        """Nobody has scored yet."""
        found = self._year("draft")
        Scorecard.objects.filter(year=found).delete()
        return found

    def draft_year(self) -> Arguments:
        return self._pk(self._draft_year())

    def draft_group(self) -> Arguments:
        return self._pk(CriterionGroup.objects.filter(year=self._draft_year()).earliest("pk"))

    def draft_criterion(self) -> Arguments:
        return self._pk(Criterion.objects.filter(group__year=self._draft_year()).earliest("pk"))

    def scoring_year(self) -> Arguments:
        return self._pk(self._year("scoring"))

    def voting_year(self) -> Arguments:
        return self._pk(self._year("voting"))

    def paper_vote_year(self) -> Arguments:
        found = self._year("settling")
        ClusterYear.objects.filter(pk=found.pk).update(vote_way="paper")
        return self._pk(found)

    def leading_card(self) -> Arguments:
        """The school's own, first by an announced result."""
        card = Scorecard.objects.filter(year__cluster=self._block(), member__organisation=self.school)
        found = card.filter(year__state="finished").latest("pk")
        Scorecard.objects.filter(pk=found.pk).update(place=1)
        return self._pk(found)

    def settling_year_step(self) -> Arguments:
        """All is checked and agreed on, but for what the announcement says."""
        found = self._year("settling")
        found.cards.update(state="checked", sent_on="2026-11-20")
        ClusterYear.objects.filter(pk=found.pk).update(is_voted=True)
        Score.objects.filter(card__year=found).update(settled=1, settle_reason="thống nhất")
        return self._pk(found) | {"name": "announce"}

    def _card(self, state: str, year: str = "scoring") -> Scorecard:
        found = Scorecard.objects.get(year=self._year(year), member__organisation=self.school)
        Scorecard.objects.filter(pk=found.pk).update(state=state, sent_on="2026-11-20")
        return found

    def form_card(self) -> Arguments:
        """Its sheet was received with its columns."""
        found = self.open_card()
        card = Scorecard.objects.get(pk=found["pk"])
        ClusterYear.objects.filter(pk=card.year_id).update(form=["Tiêu chí", "Điểm"])
        return found

    def open_card(self) -> Arguments:
        return self._pk(self._card("open"))

    def card_to_send(self) -> Arguments:
        """Everything is scored."""
        card = self._card("open")
        for one in Criterion.objects.filter(group__year=card.year_id):
            Score.objects.update_or_create(card=card, criterion=one, defaults={"figure": 0, "own": 0})
        return self._pk(card) | {"name": "send"}

    def card_to_check(self) -> Arguments:
        """Another school's, which the school was assigned."""
        ours = self._card("open")
        card = (
            ours.year.cards.exclude(pk=ours.pk).exclude(member__organisation__code="HBT-TH1").earliest("pk")
        )
        Scorecard.objects.filter(pk=card.pk).update(
            state="sent", sent_on="2026-11-20", checker=ours.member_id
        )
        return self._pk(card)

    def card_to_settle(self) -> Arguments:
        return self._pk(self._card("checked", "settling"))

    def score_evidence(self) -> Arguments:
        card = self._card("open")
        one = Criterion.objects.filter(group__year=card.year_id).earliest("pk")
        score, _new = Score.objects.get_or_create(card=card, criterion=one)
        row = ScoreEvidence.objects.create(score=score, label="Báo cáo", link="https://phuong.example/bc")
        return self._pk(row)

    def _review(self) -> Review:
        """One that the school writes of its own plan for a campaign."""
        return Review.objects.create(
            campaign=self._campaign("launched"),
            organisation=self.school,
            kind="interim",
            since="2026-01-01",
            until="2026-11-01",
            number="12/BC",
            issued_on="2026-11-02",
            made_at=timezone.now(),
        )

    def review(self) -> Arguments:
        return self._pk(self._review())

    def review_text(self) -> Arguments:
        """As it stood before it was drawn up again."""
        review = self._review()
        rows = ReviewText.objects.filter(review=review)
        made = rows.first() or ReviewText.objects.create(review=review, parts={}, kept_at=timezone.now())
        return {"pk": review.pk, "text": made.pk}

    def review_step(self) -> Arguments:
        return self.review() | {"name": "issue"}

    def exemplar(self) -> Arguments:
        """One of the school that can still be changed."""
        rows = Exemplar.objects.filter(organisation=self.school)
        found = rows.earliest("pk")
        rows.filter(pk=found.pk).update(state="found")
        return self._pk(found)

    def verified_exemplar(self) -> Arguments:
        found = self.exemplar()
        Exemplar.objects.filter(**found).update(state="verified")
        return found

    def exemplar_step(self) -> Arguments:
        return self.exemplar() | {"name": "set_aside"}

    def tip(self) -> Arguments:
        """A new one of the school, told on its public form."""
        rows = Tip.objects.filter(organisation=self.school)
        found = rows.earliest("pk")
        rows.filter(pk=found.pk).update(state="new", told_by=None)
        return self._pk(found)

    def door(self) -> Arguments:
        return {"code": TipDoor.objects.get(organisation=self.school).code}

    def consultation(self) -> Arguments:
        return self._pk(of_school(Consultation.objects.all(), self.school, "dossier__organisation"))

    def appraisal(self) -> Arguments:
        return self._pk(of_school(Appraisal.objects.all(), self.school, "dossier__organisation"))

    def open_appraisal(self) -> Arguments:
        return self._pk(Appraisal.objects.get(state=AppraisalState.OPEN, dossier__organisation=self.school))

    def appraised_one(self) -> Arguments:
        """A candidate of that file, as the form names him."""
        rows = Candidate.objects.filter(dossier__appraisal__pk=self.open_appraisal()["pk"])
        return {"candidate": rows.earliest("pk").pk}

    def concluded_appraisal(self) -> Arguments:
        rows = Appraisal.objects.filter(state=AppraisalState.CONCLUDED, organisation=self.ward)
        return self._pk(rows.filter(dossier__state=DossierState.APPRAISED).earliest("pk"))

    def appraised_dossier(self) -> Arguments:
        rows = Dossier.objects.filter(state=DossierState.APPRAISED, receiver=self.ward)
        return {"dossier_id": rows.earliest("pk").pk}

    def appraised_candidate(self) -> Arguments:
        dossier = Dossier.objects.get(pk=self.appraised_dossier()["dossier_id"])
        return {"candidate_id": dossier.candidates.earliest("pk").pk}

    def _asked(self) -> Consultation:
        rows = Consultation.objects.filter(state=ConsultationState.ASKED, organisation=self.ward)
        return rows.exclude(body=None).earliest("pk")

    def asked_consultation(self) -> Arguments:
        return self._pk(self._asked())

    def draft_consultation(self) -> Arguments:
        row = self._asked()
        row.pk, row.state, row.letter_number, row.asked_on = None, ConsultationState.DRAFT, "", None
        row.save()
        return self._pk(row)

    def council(self) -> Arguments:
        return self._pk(self._member().council)

    def _member(self) -> Member:
        return Member.objects.filter(council__organisation=self.ward).earliest("pk")

    def member(self) -> Arguments:
        return {"pk": self._member().council_id, "member_pk": self._member().pk}

    def sitting(self) -> Arguments:
        """One in which voting is open."""
        return self._pk(Sitting.objects.get(organisation=self.ward, state=SittingState.VOTING))

    def _planned(self) -> AgendaItem:
        """The same before its voting was opened."""
        Sitting.objects.filter(**self.sitting()).update(state=SittingState.PLANNED)
        return AgendaItem.objects.filter(
            sitting__organisation=self.ward, sitting__state=SittingState.PLANNED
        ).earliest("pk")

    def planned_sitting(self) -> Arguments:
        return {"pk": self._planned().sitting_id}

    def agenda_item(self) -> Arguments:
        item = self._planned()
        return {"pk": item.sitting_id, "item_pk": item.pk}

    def _line(self, state: DecisionState) -> DecisionItem:
        return DecisionItem.objects.filter(decision__organisation=self.ward, decision__state=state).latest(
            "pk"
        )

    def decision(self) -> Arguments:
        return {"pk": self._line(DecisionState.IN_FORCE).decision_id}

    def certificate(self) -> Arguments:
        line = self._line(DecisionState.IN_FORCE)
        return {"pk": line.decision_id, "item_id": line.pk}

    def waiting_decision(self) -> Arguments:
        """One that lies before the signer."""
        return {"pk": self._line(DecisionState.WITH_LEADER).decision_id}

    def numbered_decision(self) -> Arguments:
        found = self.waiting_decision()
        Decision.objects.filter(**found).update(
            state=DecisionState.NUMBERED, number=9_999, signed_on="2026-11-23"
        )
        return found

    def draft_decision(self) -> Arguments:
        found = self.waiting_decision()
        Decision.objects.filter(**found).update(state=DecisionState.DRAFT)
        return found

    def draft_line(self) -> Arguments:
        line = self._line(DecisionState.WITH_LEADER)
        self.draft_decision()
        return {"pk": line.decision_id, "item_id": line.pk}

    def draft_decision_step(self) -> Arguments:
        return self.draft_decision() | {"step": "trinh-ky"}
