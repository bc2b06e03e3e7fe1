"""From the first place in a cluster to a dossier for Cờ thi đua, and what the law then knows of the unit."""

import pytest
from django.urls import reverse

from conftest import NOW, TODAY
from factories.clusters import Block, block
from factories.dossiers import collective
from thidua.foundation.permissions import Refused
from thidua.modules.accounts.models import User
from thidua.modules.clusters.api import leaders
from thidua.modules.dossiers import provides
from thidua.modules.dossiers.actions.flag import CannotProposeFlag, propose_flag
from thidua.modules.dossiers.models import Dossier
from thidua.modules.dossiers.queries.records import records_for

pytestmark = pytest.mark.django_db


def announced() -> Block:
    """The first school leads."""
    made = block().open().settling()
    made.settle(1, c1="16")
    return made.announce()


def propose(made: Block, n: int = 0) -> Dossier:
    card, officer = made.cards()[n], made.officers[n]
    return propose_flag(card=card, receiver=made.ward, actor=officer, on=TODAY, now=NOW)


def test_a_dossier_is_written_once_for_the_leading_unit():
    made = announced()
    whole = collective(made.schools[0])
    dossier = propose(made)
    candidate = dossier.candidates.get()
    assert (candidate.collective, candidate.honour, dossier.scorecard) == (whole, "CO_TINH", made.cards()[0])
    assert propose(made) == dossier


def test_not_for_the_second_and_not_without_a_record_of_the_unit():
    made = announced()
    with pytest.raises(Refused):
        propose(made, 1)
    with pytest.raises(CannotProposeFlag):
        propose(made)


def test_the_law_knows_who_led():
    made = announced()
    for school in made.schools:
        collective(school)
    units = [school.pk for school in made.schools]
    assert leaders(units, 2026) == {units[0]: True, units[1]: False, units[2]: False}
    assert leaders(units, 2025) == {}
    candidates = list(propose(made).candidates.all())
    [record] = records_for(candidates, TODAY, 2026).values()
    assert record["collective"]["leads_block"] is True
    [unknown] = records_for(candidates, TODAY, 2025).values()
    assert "leads_block" not in unknown["collective"]


def test_the_button_stands_on_the_page_of_the_year(client):
    made = announced()
    collective(made.schools[0])
    [offered] = provides.cluster_year_actions(made.officers[0], made.year)
    assert list(provides.cluster_year_actions(made.officers[1], made.year)) == []
    client.force_login(User.objects.get(pk=made.officers[0].user_id))
    there = client.post(offered.url, {"once": "k"})["Location"]
    assert there == reverse("dossiers_show", args=[Dossier.objects.get().pk])
    assert list(provides.cluster_year_actions(made.officers[0], made.year)) == []
    page = client.get(reverse("cluster_years_show", args=[made.year.pk]))
    assert [panel.url for panel in page.context["panels"]] == [there]
