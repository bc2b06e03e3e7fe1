"""Codes of offices, and at which level a council votes."""

CENTRAL = ("ttg", "chinh_phu", "ctn")
# The offices above a candidate, the nearest first. A unit or an enterprise belongs to a ministry or a
# province: which one, the level doesn't say, so what they give stays unknown.
CHAINS = {
    "xa": ("xa", "huyen", "tinh", *CENTRAL),
    "huyen": ("huyen", "tinh", *CENTRAL),
    "so": ("so", "tinh", *CENTRAL),
    "tinh": ("tinh", *CENTRAL),
    "bo": ("bo", *CENTRAL),
    "don_vi": ("don_vi", *CENTRAL),
    "doanh_nghiep": ("doanh_nghiep", *CENTRAL),
}
# Bodies that the law names only at the centre (as a ministry); party committees give by the Party's own rules.
BESIDE = {"doan_the": ("doan_the", *CENTRAL), "dang_uy": ("dang_uy", *CENTRAL)}
NAMES_VI = {
    "xa": "Chủ tịch Ủy ban nhân dân cấp xã",
    "huyen": "Chủ tịch Ủy ban nhân dân cấp huyện",
    "so": "Giám đốc sở và tương đương",
    "don_vi": "Thủ trưởng đơn vị có tư cách pháp nhân",
    "doanh_nghiep": "Người đứng đầu doanh nghiệp, hợp tác xã",
    "giam_doc": "Tổng giám đốc, Giám đốc doanh nghiệp, hợp tác xã",
    "chu_tich_hdqt": "Chủ tịch Hội đồng quản trị, Hội đồng thành viên",
    "tinh": "Chủ tịch Ủy ban nhân dân cấp tỉnh",
    "bo": "Bộ trưởng, Thủ trưởng Bộ, ban, ngành",
    "ttg": "Thủ tướng Chính phủ",
    "chinh_phu": "Chính phủ",
    "ctn": "Chủ tịch nước",
    "doan_the": "Người đứng đầu tổ chức đoàn thể",
    "dang_uy": "Cấp ủy",
    "hdnd_tinh": "Hội đồng nhân dân cấp tỉnh",
}

# Councils of a ministry or province vote on these; what a lower council does first is a local rule.
HIGH = {"CSTDTQ", "CSTDCT", "AHLD", "AHLLVT", "CO_CP", "CO_TINH", "CDTDUT"}
HIGH_LEVELS = {"tinh", "bo", None}
