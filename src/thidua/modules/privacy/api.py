"""The door of personal data. Slots: "person.data" (ids of one person's records) -> parts.Section;
"retention.rules" (now) -> parts.RetentionRule.
"""

from thidua.modules.privacy.parts import RetentionRule, Section, Told, section

__all__ = ["RetentionRule", "Section", "Told", "section"]
