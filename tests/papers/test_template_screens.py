"""Templates on screen: uploaded, tried, in force, ended; who draws by which."""

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from conftest import NOW, TODAY
from factories.organisations import OrganisationFactory, WardFactory, actor
from papers.hostile import text_of, word
from papers.samples import PRAISE
from thidua.documents.templating import starting_template
from thidua.foundation.permissions import Refused
from thidua.modules.accounts.models import User
from thidua.modules.files.api import path_of
from thidua.modules.files.policy import may_read as may_read_file
from thidua.modules.organisations.api import Actor, Role
from thidua.modules.organisations.models import Organisation
from thidua.modules.papers import api, templating
from thidua.modules.papers.models import Paper, PaperTemplate

pytestmark = pytest.mark.django_db
KIND = "praise_letter"
PAGE = ["praise-letter"]
TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture(autouse=True)
def _files(settings: Any, tmp_path: Path):
    settings.FILES_PATH = tmp_path
    with time_machine.travel(NOW):
        yield


@pytest.fixture
def ward() -> Organisation:
    return WardFactory()


@pytest.fixture
def clerk(ward) -> Actor:
    return actor(ward, Role.CLERK)


def own(mark: str) -> bytes:
    return word(mark, "{{ trich_yeu }}{{ nguoi_ky.ho_ten }}")


def upload(
    clerk: Actor, mark: str = "Mẫu phường", organisation: Any = None, kind: str = KIND
) -> PaperTemplate:
    return templating.upload(
        organisation=organisation or clerk.organisation,
        kind=kind,
        name=mark,
        basis="",
        content=own(mark),
        file_name="mau.docx",
        actor=clerk,
        now=NOW,
    )


def in_use(
    clerk: Actor, mark: str = "Mẫu phường", since: date = TODAY, organisation: Any = None
) -> PaperTemplate:
    made = upload(clerk, mark, organisation)
    templating.put_in_force(template=made, since=since, actor=clerk, on=TODAY)
    made.refresh_from_db()
    return made


def draw(organisation: Organisation, now: datetime = NOW) -> Paper:
    return api.draw(
        kind=KIND,
        letter=PRAISE,
        subject=f"tried:{organisation.pk}",
        title="Thư khen",
        organisation=organisation,
        actor=actor(organisation, Role.UNIT_OFFICER),
        now=now,
    )


def says(paper: Paper) -> str:
    assert paper.docx
    return text_of(path_of(paper.docx.sha256).read_bytes())


def enter(client: Client, who: Actor) -> Client:
    client.force_login(User.objects.get(pk=who.user_id))
    return client


def send(client: Client, content: bytes, **typed: Any) -> Any:
    ward = User.objects.get(pk=client.session["_auth_user_id"]).grants.get().organisation_id
    body = {"organisation": ward, "name": "Mẫu thư khen", "basis": "", "once": "một"} | typed
    file = SimpleUploadedFile("mau.docx", content)
    return client.post(reverse("papers_template_kind", args=PAGE), body | {"file": file})


def test_papers_of_the_body_and_of_those_below_follow_it(ward, clerk):
    school = OrganisationFactory(parent=ward)
    template = in_use(clerk)
    for organisation in (ward, school):
        paper = draw(organisation)
        assert paper.template == template
        assert says(paper).startswith("Mẫu phường")
    assert draw(WardFactory()).template is None


def test_the_nearest_template_is_the_one(ward, clerk):
    school = OrganisationFactory(parent=ward)
    in_use(clerk)
    in_use(clerk, "Mẫu trường", organisation=school)
    assert says(draw(school)).startswith("Mẫu trường")
    assert says(draw(ward)).startswith("Mẫu phường")


def test_another_template_is_a_new_version_and_the_same_is_not(ward, clerk):
    first = draw(ward)
    assert first.template is None
    template = in_use(clerk)
    second = draw(ward)
    assert (second.version, second.template) == (2, template)
    assert draw(ward) == second
    templating.end(template=template, until=TOMORROW, actor=clerk, on=TODAY)
    third = draw(ward, NOW + timedelta(days=1))
    assert (third.version, third.template) == (3, None)


def test_the_next_template_ends_the_one_before(ward, clerk):
    first = in_use(clerk)
    second = in_use(clerk, "Mẫu mới", TOMORROW)
    first.refresh_from_db()
    assert (first.until, second.since, second.until) == (TOMORROW, TOMORROW, None)
    assert says(draw(ward)).startswith("Mẫu phường")
    assert says(draw(ward, NOW + timedelta(days=1))).startswith("Mẫu mới")


def test_days_that_contradict_are_refused(clerk):
    template = in_use(clerk, since=TOMORROW)
    with pytest.raises(templating.CannotUse):
        templating.put_in_force(template=template, since=TOMORROW, actor=clerk, on=TODAY)
    for since in (TODAY - timedelta(days=1), TODAY, TOMORROW):
        with pytest.raises(templating.CannotUse):
            in_use(clerk, since=since)
    with pytest.raises(templating.CannotUse):
        templating.end(template=template, until=TODAY - timedelta(days=1), actor=clerk, on=TODAY)
    with pytest.raises(templating.CannotUse):
        templating.end(template=upload(clerk), until=TOMORROW, actor=clerk, on=TODAY)


def test_a_planned_template_that_is_ended_before_its_day_waits_again(clerk):
    template = in_use(clerk, since=TOMORROW)
    templating.end(template=template, until=TOMORROW, actor=clerk, on=TODAY)
    template.refresh_from_db()
    assert (template.since, template.until) == (None, None)


def test_the_database_holds_one_template_at_a_time(clerk):
    in_use(clerk)
    other = upload(clerk)
    with pytest.raises(IntegrityError), transaction.atomic():
        PaperTemplate.objects.filter(pk=other.pk).update(since=TODAY)
    with pytest.raises(IntegrityError), transaction.atomic():
        PaperTemplate.objects.filter(pk=other.pk).update(until=TODAY)


def test_only_the_kinds_with_a_sample_are_replaced(clerk):
    with pytest.raises(templating.CannotUse):
        upload(clerk, kind="certificate")


def test_a_template_whose_file_is_lost_gives_way_to_the_built_in_layout(client, ward, clerk):
    template = in_use(clerk)
    path_of(template.file.sha256).unlink()
    paper = draw(ward)
    assert paper.template is None
    assert "THƯ KHEN" in says(paper)
    enter(client, actor(ward, Role.SPECIALIST))
    shown = client.get(reverse("papers_show", args=[paper.pk])).content.decode()
    assert "Bản Word theo bố cục có sẵn, dù ngày đó có mẫu “Mẫu phường”" in shown


def test_who_may_not_keep_a_bodys_papers_uploads_nothing(ward, clerk):
    with pytest.raises(Refused):
        upload(actor(ward, Role.UNIT_OFFICER))
    with pytest.raises(Refused):
        upload(clerk, organisation=WardFactory())
    template = upload(clerk)
    with pytest.raises(Refused):
        templating.put_in_force(
            template=template, since=TODAY, actor=actor(WardFactory(), Role.CLERK), on=TODAY
        )
    assert may_read_file(clerk, template.file)
    assert not may_read_file(actor(ward, Role.UNIT_OFFICER), template.file)
    assert not may_read_file(actor(WardFactory(), Role.CLERK), template.file)


def test_a_template_goes_up_is_tried_and_put_in_force_on_screen(client, clerk):
    enter(client, clerk)
    start = client.get(reverse("papers_template_start", args=PAGE))
    content = b"".join(start) if start.streaming else start.content
    for _twice in range(2):
        assert send(client, content).url == reverse("papers_template_kind", args=PAGE)
    template = PaperTemplate.objects.get()
    trial = client.get(reverse("papers_template_sample", args=[template.pk]))
    assert "THƯ KHEN" in text_of(trial.content)
    client.post(reverse("papers_template_put", args=[template.pk]), {"since": f"{TODAY:%d/%m/%Y}"})
    template.refresh_from_db()
    assert template.since == TODAY
    assert "Mẫu thư khen" in client.get(reverse("papers_templates")).content.decode()
    page = client.get(reverse("papers_template_kind", args=PAGE)).content.decode()
    assert "có hiệu lực" in page
    client.post(reverse("papers_template_end", args=[template.pk]), {"until": f"{TOMORROW:%d/%m/%Y}"})
    template.refresh_from_db()
    assert template.until == TOMORROW


def test_a_broken_template_is_refused_with_the_place_on_screen(client, clerk):
    enter(client, clerk)
    page = send(client, word("{{ trich_yeu }}", "{{ trich_yu }}", "{{ ''.__class__ }}"))
    shown = page.content.decode()
    assert "đoạn 2" in shown
    assert "Có phải “trich_yeu”?" in shown
    assert "đoạn 3" in shown
    assert "không dùng được lệnh" in shown
    assert not PaperTemplate.objects.exists()
    assert (
        "Mẫu phải là tệp Word" in send(client, b"%PDF-1.7").content.decode()
        or not PaperTemplate.objects.exists()
    )


def test_every_kind_has_its_page_with_its_fields(client, clerk):
    enter(client, clerk)
    for slug in ("decision", "council-minutes", "file-index"):
        page = client.get(reverse("papers_template_kind", args=[slug]))
        assert "<code>co_quan</code>" in page.content.decode()
    assert client.get(reverse("papers_template_kind", args=["certificate"])).status_code == 404


def test_a_day_that_is_no_day_is_told(client, clerk):
    enter(client, clerk)
    template = upload(clerk)
    for name in ("papers_template_put", "papers_template_end"):
        answer = client.post(reverse(name, args=[template.pk]), {}, follow=True)
        assert "Cần ghi ngày." in answer.content.decode()


def test_the_lists_ask_a_constant_number_of_questions(client, clerk):
    enter(client, clerk)
    upload(clerk)
    client.get(reverse("papers_template_kind", args=PAGE))
    counts = []
    for _more in range(2):
        with CaptureQueriesContext(connection) as queries:
            page = client.get(reverse("papers_template_kind", args=PAGE))
        counts.append((len(page.context["rows"]), len(queries)))
        upload(clerk)
        upload(clerk)
    assert [n for n, _ in counts] == [1, 3]
    assert counts[0][1] == counts[1][1]


def test_the_paper_says_which_template_drew_it(client, ward, clerk):
    in_use(clerk)
    paper = draw(ward)
    enter(client, actor(ward, Role.SPECIALIST))
    paper.refresh_from_db()
    page = client.get(reverse("papers_show", args=[paper.pk])).content.decode()
    assert "Bản Word lập theo mẫu “Mẫu phường”" in page


def test_the_starting_template_is_the_same_each_time():
    assert starting_template(KIND) == starting_template(KIND)
