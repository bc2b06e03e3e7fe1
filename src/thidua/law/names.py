"""What yearly facts and lists are called in sentences."""

from thidua.law.honours import catalogue

GRADES = {
    "excellent": ("hoàn thành xuất sắc nhiệm vụ", "an excellent result"),
    "good": ("hoàn thành tốt nhiệm vụ trở lên", "a good result or better"),
    "completed": ("hoàn thành nhiệm vụ trở lên", "a completed result or better"),
    "failed": ("có xếp loại", "any result"),
}
INITIATIVES = {
    "any": ("sáng kiến hoặc đề tài", "initiative or topic"),
    "initiative": ("sáng kiến", "initiative"),
    "topic": ("đề tài khoa học, đề án, công trình", "research topic, project or work"),
}
SCOPES = {
    "base": ("cơ sở", "the base"),
    "district": ("cấp huyện", "the district"),
    "province": ("Bộ, ban, ngành, tỉnh", "the ministry or province"),
    "ministry": ("Bộ, ban, ngành, tỉnh", "the ministry or province"),
    "nation": ("toàn quốc", "the nation"),
}
LISTS_VI = {
    "titles": "danh hiệu thi đua đã được tặng",
    "awards": "hình thức khen thưởng đã được tặng",
    "grades": "kết quả xếp loại các năm",
    "initiatives": "sáng kiến, đề tài được công nhận",
    "leave": "thời gian nghỉ, đào tạo",
    "work": "thời gian công tác",
    "discipline": "kỷ luật",
    "pending": "việc đang được xem xét, xác minh",
    "violations": "vi phạm của thành viên hộ",
    "movements": "phong trào thi đua đã tham gia",
    "models": "mô hình sản xuất",
    "posts": "chức vụ đã giữ",
    "training": "đóng góp đào tạo, giúp đỡ đồng nghiệp",
    "registered": "đăng ký thi đua",
    "collective": "số liệu của tập thể",
    "group": "nhóm đối tượng",
}


def named(series: str, language: int) -> str:
    """The Vietnamese (0) or English (1) name of a yearly fact."""
    joint = (" hoặc ", " or ")[language]
    return joint.join(_named(part, language) for part in series.split("|"))


def _named(series: str, language: int) -> str:
    kind, _, rest = series.partition(":")
    if kind == "grade":
        return GRADES[rest][language]
    if kind == "initiative":
        return _initiative(rest, language)
    code = rest.partition(":")[0]
    found = catalogue().get(code)
    if found is None:  # a place's own honour, whose name its own rule says
        return f"“{code}”"
    return f"“{found.name_vi}”" if language == 0 else f"“{found.name_en}”"


def _initiative(rest: str, language: int) -> str:
    scope, _, kind = rest.partition(":")
    what, where = INITIATIVES[kind][language], SCOPES[scope][language]
    if language == 0:
        return f"{what} được công nhận trong phạm vi {where}"
    return f"{what} recognised for {where}"


def lists_of(series: str) -> tuple[str, ...]:
    """The lists of the record a yearly fact is read from."""
    places = {
        "title": "titles",
        "award": "awards",
        "grade": "grades",
        "initiative": "initiatives",
    }
    return tuple(places[part.partition(":")[0]] for part in series.split("|"))
