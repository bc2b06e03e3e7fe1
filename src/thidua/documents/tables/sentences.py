from thidua.documents.sentences import Sentence

NOT_A_TABLE = Sentence(
    "Tệp này không phải là bảng. Hãy dùng Excel (.xlsx, .xls), .csv hoặc Word (.docx) có bảng.",
    "This file is no table. Use Excel (.xlsx, .xls), .csv or Word (.docx) with a table.",
)
NO_TABLE = Sentence(
    "Tệp Word không có bảng nào. Hãy kiểm tra lại tệp, hoặc chép danh sách sang Excel.",
    "The Word file has no table. Check the file, or copy the list into Excel.",
)


def too_long(most: int) -> Sentence:
    shown = f"{most:,}"
    return Sentence(
        f"Bảng có hơn {shown.replace(',', '.')} dòng. Hãy tách thành nhiều tệp.",
        f"The table has more than {shown} rows. Split it into several files.",
    )


def too_wide(most: int) -> Sentence:
    return Sentence(
        f"Bảng có hơn {most} cột. Hãy chỉ giữ các cột cần nhập.",
        f"The table has more than {most} columns. Keep only those that are needed.",
    )


def formula(n: int) -> Sentence:
    return Sentence(
        f"Dòng {n} có ô là công thức hoặc lệnh. Hãy thay bằng giá trị rồi tải lên.",
        f"Row {n} has a cell that is a formula or a command. Put its value there and upload the file again.",
    )
