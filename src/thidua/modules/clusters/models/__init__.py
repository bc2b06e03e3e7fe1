from thidua.modules.clusters.models.cluster import (
    Cluster,
    ClusterKind,
    ClusterMember,
    HeadRole,
    Headship,
    Running,
)
from thidua.modules.clusters.models.scoring import CardState, Score, Scorecard, ScoreEvidence
from thidua.modules.clusters.models.sheet import Criterion, CriterionGroup, Way
from thidua.modules.clusters.models.vote import CastRanking, RankingTurnout, SealedRanking
from thidua.modules.clusters.models.year import ClusterYear, RankedBy, VoteWay, YearState

__all__ = [
    "CardState",
    "CastRanking",
    "Cluster",
    "ClusterKind",
    "ClusterMember",
    "ClusterYear",
    "Criterion",
    "CriterionGroup",
    "HeadRole",
    "Headship",
    "RankedBy",
    "RankingTurnout",
    "Running",
    "Score",
    "ScoreEvidence",
    "Scorecard",
    "SealedRanking",
    "VoteWay",
    "Way",
    "YearState",
]
