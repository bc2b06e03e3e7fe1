"""Local rules without code: one YAML file for each instrument of a province (docs/law/local-rules.md)."""

from thidua.law.faults import Fault
from thidua.law.local.arguments import KIND_ARGUMENTS, KIND_LABELS, Argument
from thidua.law.local.composing import compose
from thidua.law.local.delegation import CRITERIA, Delegation, open_codes
from thidua.law.local.faults import CannotReadLocalRules
from thidua.law.local.reading import digest_of, faults_of, read_content, read_local_rules
from thidua.law.local.refusing import OF_COMMUNES
from thidua.law.local.rules import (
    Criterion,
    LocalHonour,
    LocalOffices,
    LocalPapers,
    LocalRules,
    LocalTerm,
    LocalValue,
)
from thidua.law.local.shelf import load_local_rules, overlaps, read_local_file, shipped, shipped_texts
from thidua.law.local.slots import Slot, slots
from thidua.law.local.yaml_text import line_of, parse, written

__all__ = [
    "CRITERIA",
    "KIND_ARGUMENTS",
    "KIND_LABELS",
    "OF_COMMUNES",
    "Argument",
    "CannotReadLocalRules",
    "Criterion",
    "Delegation",
    "Fault",
    "LocalHonour",
    "LocalOffices",
    "LocalPapers",
    "LocalRules",
    "LocalTerm",
    "LocalValue",
    "Slot",
    "compose",
    "digest_of",
    "faults_of",
    "line_of",
    "load_local_rules",
    "open_codes",
    "overlaps",
    "parse",
    "read_content",
    "read_local_file",
    "read_local_rules",
    "shipped",
    "shipped_texts",
    "slots",
    "written",
]
