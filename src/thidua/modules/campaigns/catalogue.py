"""The fields that a catalogue begins with: those of plan 163/KH-UBND (2017). Each authority changes its own."""

STARTING = (
    "Kỷ luật, kỷ cương hành chính và văn hóa công vụ",
    "Cải cách hành chính",
    "Đổi mới phong trào thi đua trong khối doanh nghiệp",
    "Vệ sinh an toàn thực phẩm",
    "Giải phóng mặt bằng",
    "Hạ tầng giao thông, giảm ùn tắc giao thông",
    "Trật tự đô thị, lòng đường, vỉa hè, xe dù, bến cóc, điểm đỗ xe",
    "Chương trình, đề án giải quyết việc làm, nâng cao thu nhập",
    "Chương trình, đề án y tế, giáo dục, an sinh xã hội",
)
