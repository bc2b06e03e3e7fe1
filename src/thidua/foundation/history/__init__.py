"""The history hash-chained: what was recorded cannot be changed unseen; see docs/decisions/history-chain.md."""

from thidua.foundation.history.comparing import Stray, strays
from thidua.foundation.history.sealing import seal
from thidua.foundation.history.verifying import Break, Verdict, verify

__all__ = ["Break", "Stray", "Verdict", "seal", "strays", "verify"]
