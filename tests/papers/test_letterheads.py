from datetime import date

import pytest

from factories.organisations import OrganisationFactory, WardFactory, actor
from factories.papers import SigningAuthorityFactory
from thidua.documents.letters import Signature
from thidua.foundation.permissions import Refused
from thidua.modules.organisations.models import Kind, Organisation, OrganisationPeriod
from thidua.modules.papers import api
from thidua.modules.papers.actions import CannotName, end_signer
from thidua.modules.papers.models import Capacity, SigningAuthority

pytestmark = pytest.mark.django_db
ON = date(2026, 6, 5)


@pytest.fixture
def ward() -> Organisation:
    city = OrganisationFactory(name="Thành phố Hà Nội", kind=Kind.PROVINCE)
    return WardFactory(name="Phường Hai Bà Trưng", parent=city)


def head(organisation: Organisation, on: date = ON) -> tuple[str, str, str]:
    drawn = api.letterhead(organisation, on)
    return drawn.parent_agency, drawn.agency, drawn.place


def test_a_ward_writes_as_its_peoples_committee_alone(ward: Organisation) -> None:
    assert head(ward) == ("", "Ủy ban nhân dân phường Hai Bà Trưng", "Phường Hai Bà Trưng")


def test_a_school_stands_under_the_committee_that_runs_it(ward: Organisation) -> None:
    school = OrganisationFactory(name="Trường Tiểu học Lê Ngọc Hân", parent=ward)
    assert head(school) == (
        "Ủy ban nhân dân phường Hai Bà Trưng",
        "Trường Tiểu học Lê Ngọc Hân",
        "Phường Hai Bà Trưng",
    )


def test_a_party_body_has_no_committee_above_it(ward: Organisation) -> None:
    party = OrganisationFactory(name="Đảng ủy phường Hai Bà Trưng", kind=Kind.PARTY, parent=ward)
    assert head(party) == ("", "Đảng ủy phường Hai Bà Trưng", "Phường Hai Bà Trưng")


def test_the_place_of_a_province_is_its_name_without_the_kind(ward: Organisation) -> None:
    assert head(ward.parent) == ("", "Ủy ban nhân dân thành phố Hà Nội", "Hà Nội")


def test_names_are_those_of_the_day(ward: Organisation) -> None:
    school = OrganisationFactory(name="Trường A", parent=ward)
    OrganisationPeriod.objects.filter(organisation=school).update(until=date(2025, 7, 1))
    OrganisationPeriod.objects.create(
        organisation=school, name="Trường B", kind=Kind.SCHOOL, code="B", parent=ward, since=date(2025, 7, 1)
    )
    assert (head(school, date(2024, 1, 1))[1], head(school)[1]) == ("Trường A", "Trường B")


@pytest.mark.parametrize(
    ("capacity", "own_post", "lines"),
    [
        (Capacity.HEAD, "", ("CHỦ TỊCH",)),
        (Capacity.ACTING, "", ("Q. CHỦ TỊCH",)),
        (Capacity.FOR_HEAD, "phó chủ tịch", ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
        (Capacity.BY_ORDER, "Chánh Văn phòng", ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG")),
    ],
)
def test_lines_above_a_signature(capacity: str, own_post: str, lines: tuple[str, ...]) -> None:
    authority = SigningAuthorityFactory(capacity=capacity, own_post=own_post, name="Trần Văn Ký")
    assert api.signature(authority) == Signature(authority=lines, name="Trần Văn Ký")


def test_signers_are_those_of_the_day(ward: Organisation) -> None:
    former = SigningAuthorityFactory(organisation=ward, until=date(2026, 1, 1))
    present = SigningAuthorityFactory(organisation=ward, since=date(2026, 1, 1))
    assert list(api.signers_of(ward, date(2025, 12, 31))) == [former]
    assert list(api.signers_of(ward, date(2026, 1, 1))) == [present]


def _new(ward: Organisation, **fields: object) -> SigningAuthority:
    given = {"name": "Lê  Văn Phó", "head_post": "CHỦ TỊCH", "since": ON}
    return SigningAuthority(organisation=ward, **(given | fields))


def test_naming_a_deputy_needs_his_own_post(ward: Organisation) -> None:
    by = actor(ward, "administrator")
    with pytest.raises(CannotName) as refusal:
        api.name_signer(authority=_new(ward, capacity=Capacity.FOR_HEAD), actor=by)
    assert refusal.value.field == "own_post"
    named = api.name_signer(
        authority=_new(ward, capacity=Capacity.FOR_HEAD, own_post="PHÓ CHỦ TỊCH"), actor=by
    )
    assert named.name == "Lê Văn Phó"


def test_only_those_who_keep_the_list_may_name_signers(ward: Organisation) -> None:
    with pytest.raises(Refused):
        api.name_signer(authority=_new(ward), actor=actor(ward, "unit_officer"))


def test_an_authority_ends_after_it_began(ward: Organisation) -> None:
    authority = SigningAuthorityFactory(organisation=ward, since=ON)
    by = actor(ward, "administrator")
    with pytest.raises(CannotName):
        end_signer(authority=authority, until=ON, actor=by)
    end_signer(authority=authority, until=date(2026, 7, 1), actor=by)
    assert list(api.signers_of(ward, date(2026, 7, 1))) == []
