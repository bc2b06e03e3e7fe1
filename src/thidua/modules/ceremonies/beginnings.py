"""What every ceremony begins with: its checks and its programme, to be changed where the place asks for it."""

from thidua.modules.ceremonies.models import Ceremony, CeremonyCheck, CheckKind, ProgrammePart

SAFETY = (
    "Sức chứa của hội trường và số người dự",
    "Lối thoát nạn thông thoáng, có biển chỉ dẫn",
    "Phòng cháy, chữa cháy: phương tiện, người trực",
    "Y tế: túi sơ cứu, người trực, đường đưa đi cấp cứu",
    "An ninh, trật tự, trông giữ phương tiện",
    "Thời tiết, điện dự phòng, âm thanh",
    "Người phụ trách chung và số điện thoại",
)
RITES = (
    "Quốc kỳ, Quốc ca",
    "Quốc huy hoặc ảnh Bác, phông chữ đúng nội dung",
    "Trang phục của người trao và người nhận",
    "Thứ tự công bố và trao theo quyết định",
    "Khay, bằng, hiện vật đã đối chiếu với danh sách",
)
PROGRAMME = (
    ("Ổn định tổ chức, chào cờ", 5, False),
    ("Tuyên bố lý do, giới thiệu đại biểu", 5, False),
    ("Công bố quyết định khen thưởng", 5, False),
    ("Trao tặng", 20, True),
    ("Phát biểu của người được khen thưởng", 5, False),
    ("Phát biểu của lãnh đạo, bế mạc", 10, False),
)


def begin_with(ceremony: Ceremony) -> None:
    CeremonyCheck.objects.bulk_create(
        CeremonyCheck(ceremony=ceremony, kind=kind, place=n, label=label)
        for kind, labels in ((CheckKind.SAFETY, SAFETY), (CheckKind.RITE, RITES))
        for n, label in enumerate(labels)
    )
    ProgrammePart.objects.bulk_create(
        ProgrammePart(ceremony=ceremony, place=n, label=label, minutes=minutes, confers=confers)
        for n, (label, minutes, confers) in enumerate(PROGRAMME)
    )
