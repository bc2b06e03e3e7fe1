"""What papers need of a body: its letterhead, and the lines above a signature."""

from dataclasses import replace
from datetime import date

from thidua.documents.letters import Letterhead, Signature
from thidua.modules.organisations.api import in_force
from thidua.modules.organisations.models import Kind, Organisation, OrganisationPeriod
from thidua.modules.papers.models import Capacity, SigningAuthority

COMMITTEE = "Ủy ban nhân dân"
TERRITORIES = frozenset({Kind.PROVINCE, Kind.DISTRICT, Kind.COMMUNE})
# Bodies of these kinds are run by no People's Committee, so none stands above them on a letterhead.
OWN_HEADS = frozenset({Kind.PARTY, Kind.MASS, Kind.POLICE, Kind.MILITARY, Kind.ENTERPRISE})
GREAT_CITY = "Thành phố "
# Named after a person, so its full name is written (NĐ 30/2020, App. I, II.4a).
NAMED_AFTER_PERSON = frozenset({"Thành phố Hồ Chí Minh"})
MAX_STEPS_UP = 6


def period_on(organisation_id: int, on: date) -> OrganisationPeriod | None:
    """Name and place of an organisation on a day; of its last day when it has ended."""
    periods = OrganisationPeriod.objects.filter(organisation=organisation_id).select_related("parent")
    return periods.filter(in_force(on)).first() or periods.order_by("-since").first()


def agency_name(name: str, kind: str) -> str:
    """A territory writes as its People's Committee, any other body under its own name."""
    if kind not in TERRITORIES:
        return name
    return f"{COMMITTEE} {name[:1].lower()}{name[1:]}"


def place_name(name: str, kind: str) -> str:
    """Địa danh: the province without its kind ("Hà Nội"), a commune with it ("Phường Hai Bà Trưng")."""
    if kind != Kind.PROVINCE or name in NAMED_AFTER_PERSON:
        return name
    return name.removeprefix(GREAT_CITY).removeprefix("Tỉnh ")


def letterhead(
    organisation: Organisation,
    on: date,
    *,
    number: int | str | None = None,
    symbol: str = "",
    day: date | None = None,
) -> Letterhead:
    """Boxes 1 to 4 as they stood on a day: agency, the agency above it, the place name."""
    steps = _upward(organisation.pk, on)
    if not steps:
        return Letterhead(agency=organisation.name, number=number, symbol=symbol, day=day)
    own, above = steps[0], steps[1:]
    territory = next((step for step in steps if step.kind in TERRITORIES), own)
    return Letterhead(
        agency=agency_name(own.name, own.kind),
        parent_agency=agency_name(above[0].name, above[0].kind) if above and _is_run_from_above(own) else "",
        number=number,
        symbol=symbol,
        place=place_name(territory.name, territory.kind),
        day=day,
    )


def _is_run_from_above(own: OrganisationPeriod) -> bool:
    return own.kind not in TERRITORIES | OWN_HEADS


def _upward(organisation_id: int, on: date) -> list[OrganisationPeriod]:
    """The organisation and those above it, up to its territory."""
    steps: list[OrganisationPeriod] = []
    here: int | None = organisation_id
    while here is not None and len(steps) < MAX_STEPS_UP:
        period = period_on(here, on)
        if period is None:
            break
        steps.append(period)
        here = period.parent_id if period.kind not in TERRITORIES else None
    return steps


def signing_lines(authority: SigningAuthority) -> tuple[str, ...]:
    """Such as "KT. CHỦ TỊCH" above "PHÓ CHỦ TỊCH" (NĐ 30/2020, App. I, II.7a)."""
    head = authority.head_post.upper()
    if authority.capacity == Capacity.HEAD:
        return (head,)
    first = f"{authority.capacity} {head}"
    return (first, authority.own_post.upper()) if authority.own_post else (first,)


def signature(authority: SigningAuthority | None) -> Signature:
    """The signature block of a paper; empty lines for a hand to fill where nobody is named yet."""
    if authority is None:
        return Signature(authority=("",))
    return Signature(authority=signing_lines(authority), name=authority.name)


def signature_for_all(authority: SigningAuthority | None) -> Signature:
    """A report of a people's committee is signed on behalf of all its members (NĐ 30/2020, App. I, II.7a)."""
    signed = signature(authority)
    is_committee = authority is not None and authority.organisation.kind in TERRITORIES
    if not is_committee or signed.authority[0].startswith(str(Capacity.ON_BEHALF)):
        return signed
    return replace(signed, authority=(f"{Capacity.ON_BEHALF} {COMMITTEE.upper()}", *signed.authority))
