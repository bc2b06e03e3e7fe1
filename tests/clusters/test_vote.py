"""The vote on the ranking: who votes, what is counted, and attempts to find out who voted how."""

from collections import Counter

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from conftest import TODAY
from factories.clusters import Block, block
from factories.organisations import actor
from thidua.foundation.keys import CannotRead, decrypt
from thidua.foundation.permissions import Refused
from thidua.foundation.states import CannotMove
from thidua.modules.accounts.models import User
from thidua.modules.clusters import ballots, policy
from thidua.modules.clusters.actions import scoring, voting
from thidua.modules.clusters.ballots import BOX
from thidua.modules.clusters.models import CastRanking, RankingTurnout, SealedRanking

pytestmark = pytest.mark.django_db
N = 5


def voting_block(n: int = N) -> Block:
    """All is checked and settled, a ballot ranks three, the vote is open."""
    made = block(n=n, vote_way="screen").open().settling()
    made.settle(1, c1="16")
    voting.open_vote(year=made.year, actor=made.desk)
    made.fresh()
    return made


def vote(made: Block, n: int, first: int, second: int, third: int) -> None:
    """The n-th member ranks three others."""
    ids = [card.pk for card in made.cards()]
    ranks = {ids[first]: 1, ids[second]: 2, ids[third]: 3}
    voting.cast(year=made.year, ranks=ranks, actor=made.heads[n])


BALLOTS = ((1, 2, 3), (0, 2, 3), (0, 1, 3), (0, 1, 2), (0, 1, 2))


def all_vote(made: Block) -> Block:
    for n, ballot in enumerate(BALLOTS):
        vote(made, n, *ballot)
    return made


def rows(sql: str) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()


def test_ranks_become_points_and_the_year_goes_on():
    made = all_vote(voting_block())
    year = voting.close_vote(year=made.year, actor=made.desk)
    assert (year.state, year.is_voted) == ("settling", True)
    assert [(card.vote_points, card.n_first) for card in made.cards()] == [
        (12, 4),
        (9, 1),
        (6, 0),
        (3, 0),
        (0, 0),
    ]
    made.fresh()
    with pytest.raises(Refused):
        made.settle(1, c1="17")
    assert [card.place for card in made.announce().cards()] == [1, 5, 2, 3, 4]


def test_only_the_head_of_a_member_votes_for_it_and_once():
    made = voting_block()
    for who in (made.desk, made.officers[0], actor(made.ward, "leader"), actor(made.ward, "administrator")):
        assert not policy.may_vote(who, made.year)
    vote(made, 0, 1, 2, 3)
    with pytest.raises(Refused):
        vote(made, 0, 1, 2, 3)
    assert RankingTurnout.objects.count() == 1


@pytest.mark.parametrize("ballot", [(0, 1, 2), (1, 1, 2)])
def test_a_ballot_ranks_three_different_others(ballot):
    made = voting_block()
    with pytest.raises(voting.CannotRank):
        vote(made, 0, *ballot)
    assert (RankingTurnout.objects.count(), SealedRanking.objects.count()) == (0, 0)


def test_a_member_may_have_more_than_one_vote_or_none():
    made = voting_block()
    first, second = made.members[:2]
    type(first).objects.filter(pk=first.pk).update(n_votes=2)
    type(second).objects.filter(pk=second.pk).update(n_votes=0)
    vote(made, 0, 1, 2, 3)
    assert (RankingTurnout.objects.count(), SealedRanking.objects.count()) == (1, 2)
    assert not policy.may_vote(made.heads[1], made.year)


def test_so_few_voters_that_each_ballot_could_be_worked_out_vote_on_paper():
    made = block(n=4, vote_way="screen").open().settling()
    made.settle(1, c1="16")
    with pytest.raises(CannotMove) as refusal:
        voting.open_vote(year=made.year, actor=made.desk)
    assert str(refusal.value).startswith("Only 4 members can vote on screen")


def test_too_few_ballots_are_not_opened():
    made = voting_block()
    for n in range(N - 1):
        vote(made, n, *BALLOTS[n])
    with pytest.raises(CannotMove, match="Only 4 members have voted"):
        voting.close_vote(year=made.year, actor=made.desk)
    assert SealedRanking.objects.count() == N - 1


def test_begun_anew_the_box_is_destroyed_unread():
    made = voting_block()
    vote(made, 0, 1, 2, 3)
    year = voting.restart_vote(year=made.year, reason="Mất điện", actor=made.desk)
    assert (year.state, RankingTurnout.objects.count(), SealedRanking.objects.count()) == ("settling", 0, 0)


def test_begun_anew_a_counted_result_is_forgotten():
    made = all_vote(voting_block())
    voting.close_vote(year=made.year, actor=made.desk)
    year = voting.restart_vote(year=made.year, reason="Sai quy chế", actor=made.desk)
    assert (year.is_voted, CastRanking.objects.count()) == (False, 0)
    assert [card.vote_points for card in made.cards()] == [None] * N


def test_a_vote_on_paper_is_entered():
    made = block(vote_way="paper").open().settling()
    made.settle(1, c1="16")
    with pytest.raises(CannotMove):
        made.announce()
    counted = {card.pk: (n, 0) for n, card in enumerate(made.cards())}
    voting.enter_vote(year=made.year, counted=counted, actor=made.desk)
    made.fresh()
    assert made.announce().year.state == "finished"


def test_a_vote_that_cannot_be_held_on_screen_is_held_on_paper():
    made = block(n=4, vote_way="screen").open().settling()
    made.settle(1, c1="16")
    with pytest.raises(CannotMove):
        voting.vote_on_paper(year=made.year, actor=made.desk, reason=" ")
    year = voting.vote_on_paper(year=made.year, actor=made.desk, reason="Hai đơn vị chưa có tài khoản")
    assert (year.state, year.vote_way) == ("settling", "paper")
    counted = {card.pk: (n, 0) for n, card in enumerate(made.cards())}
    assert voting.enter_vote(year=year, counted=counted, actor=made.desk).is_voted


def test_no_transaction_id_joins_turnout_and_ballot():
    all_vote(voting_block())
    turnout = {xmin for (xmin,) in rows("SELECT xmin::text::bigint FROM clusters_rankingturnout")}
    sealed = {xmin for (xmin,) in rows("SELECT xmin::text::bigint FROM clusters_sealedranking")}
    assert (len(turnout), len(sealed)) == (1, 1)
    assert turnout & sealed == set()


def test_opened_ranks_share_one_transaction_and_make_no_ballot():
    made = all_vote(voting_block())
    voting.close_vote(year=made.year, actor=made.desk)
    assert SealedRanking.objects.count() == 0
    assert len(rows("SELECT DISTINCT xmin::text FROM clusters_castranking")) == 1
    assert Counter(CastRanking.objects.values_list("rank", flat=True)) == {1: 5, 2: 5, 3: 5}


def orders(made: Block) -> dict[str, tuple]:
    all_vote(made)
    ids = [card.pk for card in made.cards()]
    place = f"ranking:{made.year.pk}"
    read = {
        row.pk: tuple(sorted(ballots.read(ids, decrypt(bytes(row.sealed), place=place)).items()))
        for row in SealedRanking.objects.all()
    }
    return {
        "on disk": tuple(read[pk] for (pk,) in rows("SELECT id FROM clusters_sealedranking ORDER BY ctid")),
        "by id": tuple(read[pk] for pk in sorted(read)),
        "turnout": tuple(rows("SELECT card_id FROM clusters_rankingturnout ORDER BY ctid")),
    }


def test_neither_place_on_disk_nor_id_keeps_the_order_of_voting():
    """One order of many may come by chance, the same one ten times in a row does not."""
    made, seen = voting_block(), []
    for _ in range(10):
        seen.append(orders(made))
        BOX.forget(made.year.pk)
    for name in ("on disk", "by id", "turnout"):
        assert len({order[name] for order in seen}) > 1, name


def test_sealed_ballots_are_as_long_for_every_choice_and_open_in_their_own_box_only():
    made = all_vote(voting_block())
    sealed = [bytes(row.sealed) for row in SealedRanking.objects.all()]
    assert len({len(one) for one in sealed}) == 1
    with pytest.raises(CannotRead):
        decrypt(sealed[0], place=f"ranking:{made.year.pk + 1}")


def test_no_column_holds_an_instant_a_sequence_or_a_person():
    kinds = {
        model._meta.model_name: {f.name: f.get_internal_type() for f in model._meta.concrete_fields}
        for model in (RankingTurnout, SealedRanking, CastRanking)
    }
    assert kinds == {
        "rankingturnout": {"id": "UUIDField", "card": "OneToOneField"},
        "sealedranking": {"id": "UUIDField", "year": "ForeignKey", "sealed": "BinaryField"},
        "castranking": {"id": "UUIDField", "card": "ForeignKey", "rank": "PositiveSmallIntegerField"},
    }


def test_a_ballot_writes_nothing_but_itself():
    """Every table is counted before and after: no history, context, session, receipt, job or notice tells of it."""
    made = voting_block()
    vote(made, 0, 1, 2, 3)
    before = counted()
    vote(made, 1, 0, 2, 3)
    changed = {table: n - before[table] for table, n in counted().items() if n != before[table]}
    assert changed == {"clusters_rankingturnout": 1, "clusters_sealedranking": 1}


def counted() -> dict[str, int]:
    tables = [table for (table,) in rows("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")]
    return {table: rows(f'SELECT count(*) FROM "{table}"')[0][0] for table in tables}


def test_the_box_is_resealed_with_a_new_key_and_shut_to_a_second_request():
    made = voting_block()
    vote(made, 0, 1, 2, 3)
    assert BOX.reseal(500) == 0
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_xact_lock(hashtext('clusters.box'), %s)", [made.year.pk])
            assert cursor.fetchone() == (False,)
    finally:
        other.close()


def test_the_ballot_on_screen(client: Client):
    made = voting_block()
    ids = [card.pk for card in made.cards()]
    here = reverse("cluster_years_vote", args=[made.year.pk])
    client.force_login(User.objects.get(pk=made.heads[0].user_id))
    page = client.get(here)
    assert [pk for pk, _name in page.context["form"].fields["place_1"].choices] == ["", *ids[1:]]
    twice = client.post(here, {"place_1": ids[1], "place_2": ids[1], "place_3": ids[2]})
    assert len(twice.context["form"].non_field_errors()) == 1
    done = client.post(here, {"place_1": ids[1], "place_2": ids[2], "place_3": ids[3]})
    assert done["Location"] == here
    assert client.get(here).templates[0].name == "clusters/voted.html"
    client.force_login(User.objects.get(pk=made.officers[1].user_id))
    assert client.get(here).status_code == 403


def test_a_member_that_left_the_year_does_not_vote():
    made = block(n=6, vote_way="screen").open()
    for n in range(5):
        made.send(n)
        made.check(n)
    scoring.move_card(card=made.cards()[5], step="excuse", actor=made.desk, on=TODAY, reason="Giải thể")
    assert policy.seat_of(made.heads[5], made.fresh()) is None
