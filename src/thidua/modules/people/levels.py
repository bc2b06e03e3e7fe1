"""The levels of yearly grades as lists and decisions write them."""

from thidua.kernel.text import fold
from thidua.modules.people.kinds import GradeLevel

WRITTEN = {
    "HTXSNV": GradeLevel.EXCELLENT,
    "HTTNV": GradeLevel.GOOD,
    "HTNV": GradeLevel.COMPLETED,
    "KHTNV": GradeLevel.FAILED,
    "Không xếp loại": GradeLevel.NOT_GRADED,
    "Hoàn thành xuất sắc nhiệm vụ": GradeLevel.EXCELLENT,
    "Hoàn thành tốt nhiệm vụ": GradeLevel.GOOD,
    "Hoàn thành nhiệm vụ": GradeLevel.COMPLETED,
    "Không hoàn thành nhiệm vụ": GradeLevel.FAILED,
    "Hoàn thành xuất sắc": GradeLevel.EXCELLENT,
    "Hoàn thành tốt": GradeLevel.GOOD,
    "Hoàn thành": GradeLevel.COMPLETED,
    "Không hoàn thành": GradeLevel.FAILED,
    "Chưa xếp loại": GradeLevel.NOT_GRADED,
    "Không đánh giá, xếp loại": GradeLevel.NOT_GRADED,
}
# The longest first: “không hoàn thành” holds “hoàn thành”.
FOLDED = {fold(word): WRITTEN[word] for word in sorted(WRITTEN, key=len, reverse=True)}


def level_within(text: str) -> GradeLevel | None:
    """The level that a line names somewhere."""
    folded = f" {fold(text)} "
    return next((level for word, level in FOLDED.items() if word in folded), None)
