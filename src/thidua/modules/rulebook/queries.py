from django.db.models import Q, QuerySet

from thidua.modules.organisations.api import Actor, scope_ids
from thidua.modules.organisations.models import Organisation
from thidua.modules.rulebook.models import LocalRule, RuleState
from thidua.modules.rulebook.places import authorities_over
from thidua.modules.rulebook.policy import answers_for, may_keep


def visible_to(actor: Actor) -> QuerySet[LocalRule]:
    """The rules of the places one answers for, and those in force above them."""
    rows = LocalRule.objects.select_related("organisation")
    if actor.is_system or actor.organisation is None:
        return rows if actor.is_system else rows.none()
    above = Q(organisation__in=[place.pk for place in authorities_over(actor.organisation, actor.on)])
    own = Q(organisation__in=scope_ids(actor)) | Q(organisation__in=[place.pk for place in near(actor)])
    return rows.filter(own | (above & ~Q(state=RuleState.DRAFT)))


def near(actor: Actor) -> list[Organisation]:
    """The places whose rules this actor answers for: his own, and those above for which nobody else does."""
    if actor.organisation is None:
        return []
    places = authorities_over(actor.organisation, actor.on).order_by("sort", "id")
    return [place for place in places if answers_for(actor, place)]


def kept_by(actor: Actor) -> list[Organisation]:
    """Of these, where he enters rules."""
    return [place for place in near(actor) if may_keep(actor, place)]
