"""The door of clusters: seeing them, their years and cards.

News: "clusters.scoring_opened", "clusters.announced", "clusters.year_<step>" (the subject is the year's id),
"clusters.card_<step>" (the card's). Slots of a year's page: "cluster_year.actions" and "cluster_year.panels"
(actor, year), with `label`, `url` (of a
POST) and `detail`.
"""

from thidua.modules.clusters.queries import cards_visible_to, leaders, visible_to, years_visible_to

__all__ = ["cards_visible_to", "leaders", "visible_to", "years_visible_to"]
