"""The law as data and small functions: dated, cited, three-valued. No Django, no database, no clock."""

from thidua.law.answer import Answer, Finding
from thidua.law.authority import Authority, Powers, decider, powers, proposer
from thidua.law.book import Book, CannotAnswer, book_for, composed, national_book
from thidua.law.campaigns import (
    RegistrationRule,
    Requirement,
    launch_requirements,
    launch_warnings,
    registration_rule,
)
from thidua.law.changes import Change, Changes, what_changes, what_the_law_changes
from thidua.law.cite import Cite, Confidence
from thidua.law.competence import competent
from thidua.law.deadlines import Term, appraisal_days, deadline
from thidua.law.engine import barred, decide, decide_each, sweep
from thidua.law.honours import CannotFindHonour, Honour, catalogue, honour
from thidua.law.instruments import Instrument, instrument, instruments, regime
from thidua.law.local import CannotReadLocalRules, LocalRules, read_local_rules
from thidua.law.lookup import Looked, Standard, look_up
from thidua.law.outlook import earliest_year
from thidua.law.papers import PaperNeed, required_papers, sets_needed
from thidua.law.parameters import CannotFindValue, Dated, Parameter, parameter
from thidua.law.prizes import PrizeItem, PrizeLine, PrizeTotal, prize
from thidua.law.proposals import Proposal, Remark, read_together
from thidua.law.prospects import Prospect, gaps, prospect, prospects
from thidua.law.publicity import Publication, publication
from thidua.law.question import Question
from thidua.law.quotas import Quota, quota
from thidua.law.reading import CannotReadRecord
from thidua.law.record import Record
from thidua.law.verdict import Verdict
from thidua.law.votes import Attendance, VoteRule, attendance, vote_rule

__all__ = [
    "Answer",
    "Attendance",
    "Authority",
    "Book",
    "CannotAnswer",
    "CannotFindHonour",
    "CannotFindValue",
    "CannotReadLocalRules",
    "CannotReadRecord",
    "Change",
    "Changes",
    "Cite",
    "Confidence",
    "Dated",
    "Finding",
    "Honour",
    "Instrument",
    "LocalRules",
    "Looked",
    "PaperNeed",
    "Parameter",
    "Powers",
    "PrizeItem",
    "PrizeLine",
    "PrizeTotal",
    "Proposal",
    "Prospect",
    "Publication",
    "Question",
    "Quota",
    "Record",
    "RegistrationRule",
    "Remark",
    "Requirement",
    "Standard",
    "Term",
    "Verdict",
    "VoteRule",
    "appraisal_days",
    "attendance",
    "barred",
    "book_for",
    "catalogue",
    "competent",
    "composed",
    "deadline",
    "decide",
    "decide_each",
    "decider",
    "earliest_year",
    "gaps",
    "honour",
    "instrument",
    "instruments",
    "launch_requirements",
    "launch_warnings",
    "look_up",
    "national_book",
    "parameter",
    "powers",
    "prize",
    "proposer",
    "prospect",
    "prospects",
    "publication",
    "quota",
    "read_local_rules",
    "read_together",
    "regime",
    "registration_rule",
    "required_papers",
    "sets_needed",
    "sweep",
    "vote_rule",
    "what_changes",
    "what_the_law_changes",
]
