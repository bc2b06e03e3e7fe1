"""What the law answers, in a form that can be stored, replayed and shown."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, Self, cast

from thidua.law.cite import Cite, Confidence
from thidua.law.verdict import Verdict

Reason = Literal["fact", "local_rule", "judgement"]
JSON = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Finding:
    """One condition compared with the record; a composite carries its parts."""

    code: str
    verdict: Verdict
    cite: Cite
    sentence_vi: str
    sentence_en: str
    measured: str | None = None
    required: str | None = None
    confidence: Confidence = Confidence.TEXT
    unknown_reason: Reason | None = None
    missing: str | None = None
    fact_used_vi: str | None = None
    parts: tuple["Finding", ...] = ()
    kind: str = ""

    def leaves(self) -> Iterator["Finding"]:
        """The single conditions below this one, itself when it has no parts."""
        if not self.parts:
            yield self
        for part in self.parts:
            yield from part.leaves()

    def to_dict(self) -> dict[str, object]:
        return {
            "code": self.code,
            "verdict": self.verdict.value,
            "cite": self.cite.to_dict(),
            "sentence_vi": self.sentence_vi,
            "sentence_en": self.sentence_en,
            "measured": self.measured,
            "required": self.required,
            "confidence": self.confidence.value,
            "unknown_reason": self.unknown_reason,
            "missing": self.missing,
            "fact_used_vi": self.fact_used_vi,
            "parts": [part.to_dict() for part in self.parts],
            "kind": self.kind,
        }

    @classmethod
    def from_dict(cls, stored: JSON) -> Self:
        text = {key: cast("str | None", stored.get(key)) for key in OPTIONAL_TEXTS}
        return cls(
            code=str(stored["code"]),
            verdict=Verdict(str(stored["verdict"])),
            cite=Cite(**cast("Mapping[str, str]", stored["cite"])),
            sentence_vi=str(stored["sentence_vi"]),
            sentence_en=str(stored["sentence_en"]),
            confidence=Confidence(str(stored["confidence"])),
            unknown_reason=cast("Reason | None", stored.get("unknown_reason")),
            parts=tuple(cls.from_dict(part) for part in cast("list[JSON]", stored["parts"])),
            kind=str(stored.get("kind", "")),
            **text,
        )


OPTIONAL_TEXTS = ("measured", "required", "missing", "fact_used_vi")


@dataclass(frozen=True, slots=True)
class Answer:
    """The whole comparison: stored as it is, so that it can be shown again years later."""

    honour: str
    verdict: Verdict
    findings: tuple[Finding, ...]
    warnings: tuple[str, ...]
    regime: str
    book_digest: str

    def leaves(self) -> tuple[Finding, ...]:
        return tuple(leaf for finding in self.findings for leaf in finding.leaves())

    def missing(self) -> tuple[str, ...]:
        """What is still to be supplied, in the order of the conditions, each once."""
        wanted = (leaf.missing for leaf in self.leaves() if leaf.verdict is Verdict.UNKNOWN)
        return tuple(dict.fromkeys(item for item in wanted if item))

    def to_dict(self) -> dict[str, object]:
        return {
            "honour": self.honour,
            "verdict": self.verdict.value,
            "findings": [finding.to_dict() for finding in self.findings],
            "warnings": list(self.warnings),
            "regime": self.regime,
            "book_digest": self.book_digest,
        }

    @classmethod
    def from_dict(cls, stored: JSON) -> Self:
        return cls(
            honour=str(stored["honour"]),
            verdict=Verdict(str(stored["verdict"])),
            findings=tuple(Finding.from_dict(item) for item in cast("list[JSON]", stored["findings"])),
            warnings=tuple(cast("list[str]", stored["warnings"])),
            regime=str(stored["regime"]),
            book_digest=str(stored["book_digest"]),
        )
