"""The law over everybody's record: who qualifies for what, who is one step away, who was forgotten."""

from thidua.law.sweeping.answering import Answers, answer
from thidua.law.sweeping.asking import Asked, Sweep, plan
from thidua.law.sweeping.plain import PlainColumns
from thidua.law.sweeping.sheet import LongSheet
from thidua.law.sweeping.steps import ways

__all__ = ["Answers", "Asked", "LongSheet", "PlainColumns", "Sweep", "answer", "plan", "ways"]
