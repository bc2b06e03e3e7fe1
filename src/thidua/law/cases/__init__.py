"""Runs files of cases (docs/law/cases.md) and compares each answer with the one expected."""

from thidua.law.cases.loading import CannotReadCase, Case, Unreadable, load_cases, read_cases
from thidua.law.cases.running import Result, run, run_all

__all__ = ["CannotReadCase", "Case", "Result", "Unreadable", "load_cases", "read_cases", "run", "run_all"]
