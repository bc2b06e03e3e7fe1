"""Columns of a list of candidates, as officers draw it up."""

from thidua.modules.dossiers.models import Procedure
from thidua.modules.intake.api import Column, Named
from thidua.modules.people.api import BORN, KIND, NAME, NUMBER, PERIOD
from thidua.modules.register.models import Line

PROCEDURES = Named(
    "Thủ tục",
    {
        "Thông thường": Procedure.NORMAL,
        "Đơn giản": Procedure.SIMPLIFIED,
        "Thủ tục thông thường": Procedure.NORMAL,
        "Thủ tục đơn giản": Procedure.SIMPLIFIED,
    },
)
LINES = Named(
    "Tuyến trình",
    {
        "Nhà nước": Line.STATE,
        "Ngành": Line.SECTOR,
        "Đảng": Line.PARTY,
        "Đoàn thể": Line.UNION,
        "Quân đội": Line.ARMY,
        "Công an": Line.POLICE,
    },
)
COLUMNS = (
    NAME,
    Column(
        "honours",
        (
            "Hình thức đề nghị",
            "danh hiệu, hình thức",
            "danh hiệu, hình thức khen thưởng",
            "danh hiệu/hình thức khen thưởng",
            "danh hiệu, hình thức đề nghị",
            "danh hiệu đề nghị",
            "danh hiệu thi đua",
            "danh hiệu",
            "hình thức khen thưởng",
            "hình thức",
            "đề nghị khen thưởng",
        ),
        "LĐTT; CSTĐCS",
        is_required=True,
    ),
    Column(PERIOD.name, PERIOD.titles, PERIOD.example),
    Column(
        "achievement",
        (
            "Thành tích tóm tắt",
            "tóm tắt thành tích",
            "thành tích",
            "nội dung thành tích",
            "thành tích đạt được",
        ),
        "Đã có thành tích xuất sắc trong công tác",
    ),
    NUMBER,
    BORN,
    Column(
        "unit",
        ("Đơn vị đề nghị", "đơn vị", "tên đơn vị", "đơn vị trình", "cơ quan, đơn vị", "mã đơn vị"),
    ),
    KIND,
    Column("address", ("Địa chỉ", "địa chỉ của hộ", "nơi ở")),
    Column("ground", ("Loại hình", "loại hình khen thưởng"), "Công trạng"),
    Column("line", ("Tuyến trình", "tuyến")),
    Column("procedure", ("Thủ tục",)),
    Column("basis", ("Lý do theo thủ tục đơn giản", "căn cứ thủ tục đơn giản")),
    Column("deed_on", ("Ngày lập thành tích", "ngày xảy ra", "ngày lập công")),
    Column("deed_place", ("Nơi lập thành tích", "nơi xảy ra")),
    Column("confirmed_by", ("Người xác nhận", "nơi xác nhận", "cơ quan xác nhận")),
)
