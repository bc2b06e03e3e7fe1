"""News of models: who decides, who pilots, who began it, and all who might follow, are told."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from thidua.foundation.events import Event
from thidua.kernel.days import civil_day
from thidua.modules.notices.api import News, tell_roles
from thidua.modules.organisations.api import Role, in_force, receivers_of, system
from thidua.modules.organisations.models import Grant, Organisation
from thidua.modules.replication.models import Adoption, Pilot, PracticeModel
from thidua.modules.replication.queries import same_authority, same_province

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

UNIT = (Role.UNIT_OFFICER, Role.UNIT_HEAD)
DESK = (Role.SPECIALIST,)
# A model may be the authority's own.
ORIGIN = UNIT + DESK


def _model(event: Event) -> PracticeModel:
    return PracticeModel.objects.select_related("organisation").get(pk=event.subject)


def proposed(event: Event) -> None:
    """To the specialist of the unit's authority."""
    model = _model(event)
    receiver = receivers_of(model.organisation_id, DESK, civil_day(timezone.now()))
    text = format_lazy(_("A model was put forward: {name}."), name=model.name)
    _tell(event, [receiver] if receiver else [], DESK, text, _page_of(model))


def handed_back(event: Event) -> None:
    _to_origin(event, _("The model was handed back, with a reason: {name}."))


def pilot_begun(event: Event) -> None:
    _to_origin(event, _("The pilot of the model begins: {name}."))


def reviewed(event: Event) -> None:
    _to_origin(event, _("The model was reviewed: {name}."))


def listed(event: Event) -> None:
    """To every unit of the authority where somebody acts: the catalogue is there to be followed."""
    model, on = _model(event), civil_day(timezone.now())
    held = Grant.objects.filter(in_force(on), role__in=UNIT).values("organisation")
    units = Organisation.objects.filter(pk__in=same_authority(model.organisation_id, on)).filter(pk__in=held)
    text = format_lazy(_("A new model in the catalogue: {name}."), name=model.name)
    _tell(event, units.order_by("pk"), UNIT, text, _page_of(model))


def shared(event: Event) -> None:
    """To the specialists of the province's communes: they know which of their units it is for."""
    model, on = _model(event), civil_day(timezone.now())
    held = Grant.objects.filter(in_force(on), role__in=DESK).values("organisation")
    desks = Organisation.objects.filter(pk__in=same_province(model.organisation_id, on)).filter(pk__in=held)
    text = format_lazy(_("A model is shared with the whole province: {name}."), name=model.name)
    _tell(event, desks.order_by("pk"), DESK, text, _page_of(model))


def pilot_chosen(event: Event) -> None:
    pilot = Pilot.objects.select_related("model", "organisation").get(pk=event.subject)
    text = format_lazy(_("Your unit was chosen to pilot a model: {name}."), name=pilot.model.name)
    _tell(event, [pilot.organisation], UNIT, text, reverse("pilots_show", args=[pilot.pk]))


def pilot_ended(event: Event) -> None:
    pilot = Pilot.objects.select_related("model__organisation").get(pk=event.subject)
    text = format_lazy(_("A pilot of the model has ended: {name}."), name=pilot.model.name)
    page = reverse("pilots_show", args=[pilot.pk])
    _tell(event, [pilot.model.organisation], ORIGIN, text, page)
    desk = receivers_of(pilot.model.organisation_id, DESK, civil_day(timezone.now()))
    _tell(event, [desk] if desk else [], DESK, text, page)


def adopted(event: Event) -> None:
    _of_adoption(event, _("{unit} applies your model: {name}."))


def effect_known(event: Event) -> None:
    _of_adoption(event, _("{unit} has measured the effect of your model: {name}."))


def _of_adoption(event: Event, text: "_StrPromise") -> None:
    """To the unit that began the model."""
    adoption = Adoption.objects.select_related("model__organisation", "organisation").get(pk=event.subject)
    words = format_lazy(text, unit=adoption.organisation.name, name=adoption.model.name)
    page = reverse("adoptions_show", args=[adoption.pk])
    _tell(event, [adoption.model.organisation], ORIGIN, words, page)


def _to_origin(event: Event, text: "_StrPromise") -> None:
    model = _model(event)
    _tell(event, [model.organisation], ORIGIN, format_lazy(text, name=model.name), _page_of(model))


def _page_of(model: PracticeModel) -> str:
    return reverse("models_show", args=[model.pk])


def _tell(
    event: Event, units: Iterable[Organisation], roles: tuple[Role, ...], text: Promise, url: str
) -> None:
    now = timezone.now()
    on = civil_day(now)
    news = News(text, url, str(event.id))
    for unit in units:
        tell_roles(actor=system(on), now=now, news=news, organisation=unit, roles=roles, on=on)
