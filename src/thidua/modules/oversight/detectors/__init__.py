"""The table of detectors: a new one is a function in one of these files, and its name here."""

from thidua.modules.oversight.detectors import awards, campaigns, dossiers, spread, units
from thidua.modules.oversight.detectors.parts import Detector, Scope, Sign

TABLE: tuple[Detector, ...] = (
    campaigns.silent_campaign,
    campaigns.copied_plan,
    campaigns.overlapping_campaigns,
    units.empty_months,
    units.few_direct_workers,
    units.many_leaders,
    units.one_grade,
    dossiers.late_decision,
    dossiers.overdue_desk,
    dossiers.returned_again,
    dossiers.initiative_twice,
    dossiers.deed_twice,
    dossiers.copied_reports,
    awards.in_turn,
    awards.above_quota,
    awards.vote_not_in_order,
    awards.outside_competence,
    awards.changed_afterwards,
    awards.disciplined_later,
    spread.lonely_model,
    spread.kept_certificate,
    spread.unpaid_prize,
    spread.untold_exemplar,
)
DETECTORS: dict[str, Detector] = {one.code: one for one in TABLE}

__all__ = ["DETECTORS", "TABLE", "Detector", "Scope", "Sign"]
