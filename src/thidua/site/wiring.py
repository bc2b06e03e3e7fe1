"""Who hears of which news, and who fills which slot: the only place that knows all modules."""

from thidua.foundation import events, slots
from thidua.modules.accounts import provides as accounts
from thidua.modules.appraisal import hearing as appraisal_news
from thidua.modules.appraisal import provides as appraisal
from thidua.modules.campaigns import hearing as campaign_news
from thidua.modules.campaigns import provides as campaigns
from thidua.modules.ceremonies import provides as ceremonies
from thidua.modules.certificates import provides as certificates
from thidua.modules.clusters import hearing as cluster_news
from thidua.modules.clusters import provides as clusters
from thidua.modules.consultations import hearing as consultation_news
from thidua.modules.consultations import provides as consultations
from thidua.modules.councils import hearing as council_news
from thidua.modules.councils import provides as councils
from thidua.modules.decisions import provides as decisions
from thidua.modules.dossiers import hearing as dossier_news
from thidua.modules.dossiers import lists as dossier_lists
from thidua.modules.dossiers import provides as dossiers
from thidua.modules.duty import provides as duty
from thidua.modules.exchange import hearing as exchange_news
from thidua.modules.exchange import provides as exchange
from thidua.modules.exemplars import hearing as exemplar_news
from thidua.modules.exemplars import provides as exemplars
from thidua.modules.fund import provides as fund
from thidua.modules.newsroom import hearing as newsroom_news
from thidua.modules.newsroom import provides as newsroom
from thidua.modules.notices import hearing as notice_news
from thidua.modules.notices import provides as notices
from thidua.modules.organisations import provides as organisations
from thidua.modules.oversight import hearing as oversight_news
from thidua.modules.oversight import provides as oversight
from thidua.modules.papers import policy as papers
from thidua.modules.people import hearing as people_news
from thidua.modules.people import lists as people_lists
from thidua.modules.people import provides as people
from thidua.modules.privacy import provides as privacy
from thidua.modules.register import lists as register_lists
from thidua.modules.register import provides as register
from thidua.modules.replication import hearing as replication_news
from thidua.modules.replication import provides as replication
from thidua.modules.reports import provides as reports
from thidua.modules.reviews import provides as reviews
from thidua.modules.rulebook import provides as rulebook
from thidua.modules.suggestions import provides as suggestions

EVENTS: dict[str, list[events.Handler]] = {
    "appraisal.assigned": [appraisal_news.assigned],
    "campaigns.amended": [campaign_news.amended],
    "campaigns.launched": [campaign_news.launched, exchange_news.launched],
    "campaigns.registration_approved": [campaign_news.registration_approved],
    "campaigns.registration_refused": [campaign_news.registration_refused],
    "campaigns.registration_sent": [campaign_news.registration_sent],
    "clusters.announced": [cluster_news.announced],
    "clusters.card_check": [cluster_news.card_checked],
    "clusters.card_hand_back": [cluster_news.card_returned],
    "clusters.card_send": [cluster_news.card_sent],
    "clusters.scoring_opened": [cluster_news.scoring_opened],
    "clusters.vote_opened": [cluster_news.vote_opened],
    "consultations.answered": [consultation_news.answered],
    "consultations.asked": [consultation_news.asked],
    "consultations.complained": [oversight_news.complained],
    "consultations.remarked": [consultation_news.remarked],
    "consultations.showing_concluded": [],
    "councils.voting_opened": [council_news.voting_opened],
    "decisions.in_force": [exchange_news.in_force],
    "dossiers.appraised": [dossier_news.appraised],
    "dossiers.decided": [dossier_news.decided],
    "dossiers.forwarded": [dossier_news.forwarded],
    "dossiers.handed_back": [dossier_news.handed_back],
    "dossiers.handed_to_head": [dossier_news.handed_to_head],
    "dossiers.refused": [dossier_news.refused],
    "dossiers.returned": [dossier_news.returned, appraisal_news.dossier_returned],
    "dossiers.sent": [dossier_news.sent, dossier_news.archived, appraisal_news.dossier_sent],
    "dossiers.withdrawn": [dossier_news.withdrawn],
    "exemplars.referred": [oversight_news.accused],
    "exemplars.told": [exemplar_news.told],
    "newsroom.approve": [newsroom_news.approved],
    "newsroom.commented": [newsroom_news.commented],
    "newsroom.edited": [newsroom_news.edited],
    "newsroom.hand_back": [newsroom_news.handed_back],
    "newsroom.submit": [newsroom_news.submitted],
    "organisations.handed_over": [notice_news.handed_over],
    "organisations.role_given": [notice_news.role_given],
    "oversight.inspection_begin": [oversight_news.inspected],
    "oversight.inspection_conclude": [oversight_news.inspected],
    "oversight.shortcoming_hand_back": [oversight_news.handed_back],
    "oversight.shortcoming_noted": [oversight_news.noted],
    "oversight.shortcoming_report": [oversight_news.reported],
    "oversight.signal_ask": [oversight_news.asked],
    "oversight.signal_explain": [oversight_news.explained],
    "oversight.signal_submit": [oversight_news.submitted],
    "register.revoked": [exchange_news.revoked],
    "reports.sent": [],
    "people.transfer_answered": [people_news.transfer_answered],
    "people.transfer_asked": [people_news.transfer_asked],
    "replication.adopted": [replication_news.adopted],
    "replication.effect_known": [replication_news.effect_known],
    "replication.hand_back": [replication_news.handed_back],
    "replication.list": [replication_news.listed],
    "replication.pilot": [replication_news.pilot_begun],
    "replication.pilot_chosen": [replication_news.pilot_chosen],
    "replication.pilot_ended": [replication_news.pilot_ended],
    "replication.propose": [replication_news.proposed],
    "replication.review": [replication_news.reviewed],
    "replication.share": [replication_news.shared],
}
SLOTS: dict[str, list[slots.Provider]] = {
    "campaign.actions": [newsroom.campaign_actions],
    "campaign.panels": [replication.campaign_panels, reviews.campaign_panels, newsroom.campaign_panels],
    "cluster_year.actions": [dossiers.cluster_year_actions],
    "cluster_year.panels": [dossiers.cluster_year_panels],
    "candidate.conferral": [certificates.conferral, ceremonies.conferral],
    "collective.timeline": [register.collective_timeline],
    "decision.actions": [certificates.decision_actions, fund.decision_actions],
    "dossier.actions": [
        consultations.actions,
        appraisal.actions,
        decisions.actions,
        oversight.dossier_actions,
    ],
    "dossier.clock": [appraisal.clocks],
    "dossier.notes": [consultations.notes, appraisal.notes, councils.notes, decisions.notes],
    "dossier.panels": [
        consultations.panels,
        councils.panels,
        decisions.panels,
        decisions.time_panels,
        exchange.panels,
    ],
    "entry.actions": [newsroom.entry_actions],
    "entry.notes": [decisions.entry_notes, certificates.entry_notes],
    "exemplar.actions": [dossiers.exemplar_actions, newsroom.exemplar_actions],
    "exemplar.panels": [dossiers.exemplar_panels, newsroom.exemplar_panels],
    "files.may_read": [
        papers.may_read_file,
        campaigns.may_read_file,
        replication.may_read_file,
        clusters.may_read_file,
        exemplars.may_read_file,
        dossiers.may_read_file,
        consultations.may_read_file,
        decisions.may_read_file,
        newsroom.may_read_file,
        oversight.may_read_file,
    ],
    "home.waiting": [
        rulebook.waiting,
        people.waiting,
        privacy.waiting,
        campaigns.waiting,
        campaigns.waiting_registrations,
        replication.waiting,
        clusters.waiting,
        exemplars.waiting,
        dossiers.waiting,
        consultations.waiting,
        consultations.waiting_showings,
        appraisal.waiting,
        councils.waiting,
        decisions.waiting,
        duty.waiting,
        certificates.waiting,
        fund.waiting,
        ceremonies.waiting,
        newsroom.waiting,
        oversight.waiting,
        reports.waiting,
    ],
    "household.timeline": [register.household_timeline],
    "intake.kinds": [people_lists.intake_kinds, register_lists.intake_kinds, dossier_lists.intake_kinds],
    "menu.counts": [
        people.counts,
        privacy.counts,
        campaigns.counts,
        replication.counts,
        clusters.counts,
        exemplars.counts,
        dossiers.counts,
        consultations.counts,
        appraisal.counts,
        councils.counts,
        decisions.counts,
        certificates.counts,
        fund.counts,
        ceremonies.counts,
        newsroom.counts,
        oversight.counts,
        reports.counts,
    ],
    "papers.may_read": [
        campaigns.may_read_paper,
        exemplars.may_read_paper,
        dossiers.may_read_paper,
        reviews.may_read_paper,
        consultations.may_read_paper,
        councils.may_read_paper,
        decisions.may_read_paper,
        certificates.may_read_paper,
        oversight.may_read_paper,
        reports.may_read_paper,
    ],
    "people.grades_used": [dossiers.grades_used],
    "person.data": [
        register.person_data,
        exemplars.person_data,
        dossiers.person_data,
        certificates.person_data,
        fund.person_data,
        ceremonies.person_data,
        newsroom.person_data,
        suggestions.person_data,
        reports.person_data,
    ],
    "person.links": [privacy.person_links],
    "person.timeline": [register.person_timeline, dossiers.person_timeline],
    "personal.links": [accounts.personal_links, organisations.personal_links, notices.personal_links],
    "retention.rules": [
        exemplars.retention_rules,
        consultations.retention_rules,
        newsroom.retention_rules,
    ],
    "rulebook.effects": [dossiers.rule_effects],
    "search": [
        rulebook.search,
        organisations.found,
        people.search,
        register.search,
        campaigns.search,
        replication.search,
        clusters.search,
        exemplars.search,
        dossiers.search,
        decisions.search,
        certificates.search,
    ],
}


def join() -> None:
    events.join(EVENTS)
    slots.join(SLOTS)
