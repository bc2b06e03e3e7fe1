"""One account for each role; the same password for all, printed where the demonstration starts."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from thidua.modules.organisations.roles import Role

PASSWORD = "Thidua-2026"  # noqa: S105 -- public: it opens fictitious records only


@dataclass(frozen=True, slots=True)
class Account:
    username: str
    full_name: str
    unit: str
    roles: tuple[str, ...]
    what: str
    until: date | None = None


ACCOUNTS = (
    Account(
        "canbo.truong", "Trần Thị Minh Châu", "CS1", (Role.UNIT_OFFICER,), "cán bộ trường THCS Phượng Hồng"
    ),
    Account("hieutruong", "Lê Quang Huy", "CS1", (Role.UNIT_HEAD,), "thủ trưởng đơn vị (hiệu trưởng)"),
    Account(
        "canbo.tieuhoc", "Phạm Thu Hà", "TH1", (Role.UNIT_OFFICER, Role.UNIT_HEAD), "đơn vị khác (tiểu học)"
    ),
    Account("tdp01", "Đỗ Văn Nghĩa", "TDP01", (Role.UNIT_OFFICER, Role.UNIT_HEAD), "tổ trưởng tổ dân phố"),
    Account("chuyenvien", "Nguyễn Thu Trang", "P", (Role.SPECIALIST,), "chuyên viên TĐKT phường"),
    Account("thuky", "Vũ Ngọc Lan", "P", (Role.COUNCIL_SECRETARY,), "thư ký Hội đồng"),
    Account("uyvien1", "Hoàng Đức Thắng", "P", (Role.COUNCIL_MEMBER,), "ủy viên Hội đồng"),
    Account("uyvien2", "Bùi Thị Hạnh", "P", (Role.COUNCIL_MEMBER,), "ủy viên Hội đồng"),
    Account("kiemphieu1", "Đặng Minh Quân", "P", (Role.TELLER,), "người kiểm phiếu thứ nhất"),
    Account("kiemphieu2", "Ngô Thị Yến", "P", (Role.TELLER,), "người kiểm phiếu thứ hai"),
    Account("chutich", "Phan Hữu Thành", "P", (Role.LEADER,), "Chủ tịch UBND phường"),
    Account("phochutich", "Dương Thị Bích Ngân", "P", (Role.DEPUTY,), "Phó Chủ tịch phụ trách"),
    Account("vanthu", "Đinh Thị Loan", "P", (Role.CLERK,), "văn thư"),
    Account("ketoan", "Tạ Văn Kiên", "P", (Role.ACCOUNTANT,), "kế toán"),
    Account("tiepnhan", "Mai Xuân Phong", "P", (Role.COMPLAINTS,), "người tiếp nhận khiếu nại, tố cáo"),
    Account("giamsat", "Trịnh Công Sơn Hải", "P", (Role.INSPECTOR,), "người kiểm tra, giám sát"),
    Account(
        "doankiemtra",
        "Lý Thị Oanh",
        "P",
        (Role.VISITOR,),
        "đoàn kiểm tra (chỉ đọc, có thời hạn)",
        date(2030, 1, 1),
    ),
    Account("bientap", "Cao Minh Tú", "P", (Role.EDITOR,), "biên tập"),
    Account("quantri", "Đoàn Thành Nam", "P", (Role.ADMINISTRATOR,), "quản trị"),
    Account(
        "congan",
        "Võ Hữu Chiến",
        "CA",
        (Role.CONSULTED, Role.UNIT_OFFICER),
        "cơ quan được lấy ý kiến (công an phường)",
    ),
    Account(
        "bachmai",
        "Hồ Thị Thảo",
        "P-Bạch Mai",
        (Role.SPECIALIST,),
        "chuyên viên phường khác (bảy tình huống thật)",
    ),
    Account("thanhpho", "Lương Ngọc Khánh", "HN", (Role.SPECIALIST,), "chuyên viên TĐKT thành phố"),
)


def lines() -> Iterator[str]:
    """What is printed where the demonstration starts: user name and what the account is."""
    yield f"Mật khẩu chung · One password: {PASSWORD}"
    width = max(len(account.username) for account in ACCOUNTS)
    for account in ACCOUNTS:
        yield f"{account.username:<{width}}  {account.what}"
