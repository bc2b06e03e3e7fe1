"""Danh sách soát chính tả."""

from thidua.documents.compose.parts import ACROSS, head, signing
from thidua.documents.compose.proposals import everybody
from thidua.documents.compose.tables import nominee_table
from thidua.documents.letters import ProofList, Signature
from thidua.documents.sheet import Paragraph, Section, Sheet, Title
from thidua.documents.wording import counted

CONFIRMED = (
    "Đơn vị đã đối chiếu từng dòng với giấy tờ tùy thân của cá nhân, quyết định thành lập của tập thể và xác nhận họ tên, "
    "danh xưng, chức vụ, đơn vị, nội dung thành tích nêu trên là đúng."
)


def proof_list(letter: ProofList) -> Sheet:
    blocks = (
        head(letter.head, room=ACROSS),
        Title("DANH SÁCH", "Soát nội dung in trên giấy khen, bằng chứng nhận"),
        Paragraph(f"Theo {letter.decision}, nội dung sau đây sẽ được in đúng từng chữ:"),
        nominee_table(letter.groups),
        Paragraph(f"Tổng số: {counted(everybody(letter.groups))}."),
        Paragraph(f"{CONFIRMED}/."),
        signing(Signature(authority=("Thủ trưởng đơn vị",)), None),
    )
    return Sheet(
        "Danh sách soát nội dung in trên giấy khen",
        letter.head.agency,
        letter.head.day,
        (Section(blocks, landscape=True),),
    )
