"""Made-up certificates and a made-up decision; the same for the same number."""

from __future__ import annotations

from datetime import date

from thidua.documents.compose.certificate import notes, recipient
from thidua.documents.letters import (
    AwardGroup,
    CertificateOfMerit,
    Decision,
    Letterhead,
    Nominee,
    Recipients,
    Signature,
)
from thidua.documents.wording import legal_day

DAY = date(2026, 6, 25)
FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Đặng", "Vũ", "Đỗ", "Bùi", "Dương")
MIDDLE = ("Thị", "Văn", "Ngọc", "Đức", "Thị Thanh", "Quốc", "Thị Hồng", "Minh", "Xuân", "Hữu")
GIVEN = ("Ánh", "Bình", "Cẩm", "Dũng", "Đạt", "Giang", "Hưởng", "Khuê", "Lượng", "Mỹ", "Nguyệt")
SCHOOLS = ("Ngô Quyền", "Lê Ngọc Hân", "Tây Sơn", "Vân Hồ", "Quỳnh Mai", "Bạch Mai", "Trưng Nhị")
MERIT = (
    "Đã hoàn thành xuất sắc nhiệm vụ, có nhiều đóng góp trong phong trào thi đua",
    "“Dạy tốt, học tốt” năm học 2025 - 2026",
)
LAWS = (
    "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022",
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",
)


def name_of(n: int) -> str:
    return f"{FAMILY[n % 10]} {MIDDLE[n // 3 % 10]} {GIVEN[n % 11]}"


def school_of(n: int) -> str:
    return f"Trường Trung học cơ sở {SCHOOLS[n % 7]}"


def certificate(n: int) -> CertificateOfMerit:
    return CertificateOfMerit(
        decider="Chủ tịch Ủy ban nhân dân phường Hai Bà Trưng",
        award="Giấy khen",
        honorific="Bà" if "Thị" in name_of(n) else "Ông",
        name=name_of(n),
        description=f"Giáo viên {school_of(n)}",
        merit=" ".join(MERIT),
        decision_number="1254/QĐ-UBND",
        decision_day=DAY,
        place="Hai Bà Trưng",
        day=DAY,
        signature=Signature(authority=("Chủ tịch",), name="Nguyễn Thị Phương Thảo"),
        golden_book=n + 1,
        check_url=f"https://thiduakhenthuong.example.vn/xac-minh/{n:08d}",
        check_code=f"HBT-{n:08d}",
    )


def lines(letter: CertificateOfMerit) -> dict[str, object]:
    """As they stand on our page, for whoever draws it otherwise: what is broken there comes broken."""
    return {
        "decider": letter.decider.upper(),
        "verb": letter.verb,
        "award": letter.award.upper(),
        "name": recipient(letter),
        "description": letter.description,
        "merit": list(MERIT),
        "notes": notes(letter),
        "url": letter.check_url,
        "place_and_day": f"{letter.place}, {legal_day(letter.day)}",
        "authority": letter.signature.authority[0].upper(),
        "signer": letter.signature.name,
    }


def decision(n: int) -> Decision:
    people = tuple(
        Nominee(
            name=name_of(place),
            honorific="Bà" if "Thị" in name_of(place) else "Ông",
            post="Giáo viên",
            unit=school_of(place),
            prize=760_000,
        )
        for place in range(n)
    )
    return Decision(
        head=Letterhead(
            parent_agency="Ủy ban nhân dân thành phố Hà Nội",
            agency="Ủy ban nhân dân phường Hai Bà Trưng",
            number=1254,
            symbol="QĐ-UBND",
            place="Hai Bà Trưng",
            day=DAY,
        ),
        authority="Chủ tịch Ủy ban nhân dân phường Hai Bà Trưng",
        subject="Về việc tặng danh hiệu thi đua năm học 2025 - 2026",
        grounds=LAWS,
        proposer="Hội đồng Thi đua - Khen thưởng phường Hai Bà Trưng",
        groups=(AwardGroup(honour="danh hiệu “Lao động tiên tiến”", nominees=people),),
        executors="Chánh Văn phòng Ủy ban nhân dân phường và các cá nhân có tên tại Điều 1",
        signature=Signature(authority=("Chủ tịch",), name="Nguyễn Thị Phương Thảo"),
        money="Tiền thưởng kèm theo được chi từ Quỹ thi đua, khen thưởng của phường năm 2026.",
        recipients=Recipients(copies=("Như Điều 3",), archive="VT"),
    )
