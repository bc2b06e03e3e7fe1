"""What a plan of the demonstration says under the headings that the law asks for; its aim is its own."""

TEXTS = {
    "subjects": "Cán bộ, công chức, viên chức, người lao động và nhân dân ở các đơn vị được phát động.",
    "content": "Mỗi đơn vị chọn một việc cụ thể, giao người phụ trách, báo kết quả hằng tháng bằng con số.",
    "criteria": "Hoàn thành mức phấn đấu đã đăng ký; cách làm có thể chỉ lại cho đơn vị khác; không chạy theo hình thức.",
    "measures": "Lồng ghép với nhiệm vụ thường xuyên, không lập thêm ban chỉ đạo; kinh phí trong dự toán đã giao.",
    "carrying_out": "Phát động tại hội nghị giao ban; các đơn vị lập kế hoạch riêng trong mười lăm ngày; thực hiện đến hết thời gian.",
    "inspection": "Phòng Văn hóa - Xã hội kiểm tra mỗi quý một lần tại chỗ; Mặt trận Tổ quốc giám sát.",
    "publicity": "Mỗi tháng giới thiệu ít nhất một gương làm tốt trên truyền thanh phường; đơn vị bạn đến học tại chỗ.",
    "reviews": "Sơ kết giữa kỳ, tổng kết trong vòng một tháng sau khi kết thúc.",
    "rewards": "Giấy khen cho tập thể, cá nhân xuất sắc, ưu tiên người lao động trực tiếp; đề nghị cấp trên khen trường hợp tiêu biểu.",
}
