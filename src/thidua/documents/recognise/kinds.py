"""The kinds of file that are taken, and why others are not."""

from dataclasses import dataclass
from enum import StrEnum

from thidua.documents.sentences import Sentence


class FileType(StrEnum):
    """The value is the usual extension."""

    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    JPEG = "jpg"
    PNG = "png"
    WEBP = "webp"
    HEIC = "heic"

    @property
    def media_type(self) -> str:
        return MEDIA_TYPES[self]

    @property
    def is_picture(self) -> bool:
        return self in {FileType.JPEG, FileType.PNG, FileType.WEBP, FileType.HEIC}


OFFICE = "application/vnd.openxmlformats-officedocument"
MEDIA_TYPES = {
    FileType.PDF: "application/pdf",
    FileType.DOCX: f"{OFFICE}.wordprocessingml.document",
    FileType.XLSX: f"{OFFICE}.spreadsheetml.sheet",
    FileType.JPEG: "image/jpeg",
    FileType.PNG: "image/png",
    FileType.WEBP: "image/webp",
    FileType.HEIC: "image/heic",
}
EXTENSIONS = {kind.value: kind for kind in FileType} | {
    "jpeg": FileType.JPEG,
    "jpe": FileType.JPEG,
    "jfif": FileType.JPEG,
    "heif": FileType.HEIC,
}


class Reason(StrEnum):
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    UNKNOWN = "unknown"
    PROGRAM = "program"
    ARCHIVE = "archive"
    OLD_OFFICE = "old_office"
    MACROS = "macros"
    ACTIVE = "active"
    PROTECTED = "protected"
    DAMAGED = "damaged"
    BOMB = "bomb"
    MISNAMED = "misnamed"


SENTENCES = {
    Reason.EMPTY: Sentence(
        "Tệp không có nội dung. Hãy kiểm tra lại tệp trên máy rồi tải lên lần nữa.",
        "The file is empty. Check it on your computer and upload it again.",
    ),
    Reason.TOO_LARGE: Sentence(
        "Tệp quá lớn. Hãy quét ở 200 dpi, nén ảnh hoặc tách thành nhiều tệp, hoặc gắn đường dẫn.",
        "The file is too large. Scan at 200 dpi, shrink pictures, split the file or give a link.",
    ),
    Reason.UNKNOWN: Sentence(
        "Không nhận loại tệp này. Hãy dùng PDF, Word (.docx), Excel (.xlsx) hoặc ảnh JPG, PNG.",
        "This kind of file is not taken. Use PDF, Word (.docx), Excel (.xlsx), JPG or PNG.",
    ),
    Reason.PROGRAM: Sentence(
        "Tệp là một chương trình hoặc tập lệnh nên không được nhận. Hãy chọn đúng tệp tài liệu.",
        "The file is a program or a script and is not taken. Choose the document itself.",
    ),
    Reason.ARCHIVE: Sentence(
        "Không nhận tệp nén. Hãy giải nén rồi tải lên từng tài liệu.",
        "Archives are not taken. Unpack it and upload each document.",
    ),
    Reason.OLD_OFFICE: Sentence(
        "Tệp Word/Excel dạng cũ (.doc, .xls) hoặc có mật khẩu. Hãy mở tệp, bỏ mật khẩu nếu có"
        " và lưu lại dạng .docx, .xlsx hoặc PDF.",
        "The file is in the old Word/Excel format (.doc, .xls) or has a password. Open it, remove"
        " the password if any, and save it as .docx, .xlsx or PDF.",
    ),
    Reason.MACROS: Sentence(
        "Tệp có macro hoặc đối tượng nhúng nên không được nhận. Hãy lưu lại dạng .docx, .xlsx"
        " không có macro, hoặc PDF.",
        "The file holds macros or embedded objects. Save it as .docx or .xlsx without macros, or as PDF.",
    ),
    Reason.ACTIVE: Sentence(
        "Tệp PDF có mã lệnh hoặc tệp đính kèm bên trong. Hãy in lại ra PDF rồi tải lên.",
        "The PDF holds scripts or attached files. Print it to PDF again and upload that.",
    ),
    Reason.PROTECTED: Sentence(
        "Tệp được bảo vệ bằng mật khẩu. Hãy bỏ mật khẩu rồi tải lên.",
        "The file is protected by a password. Remove the password and upload it again.",
    ),
    Reason.DAMAGED: Sentence(
        "Tệp bị hỏng hoặc tải lên chưa trọn vẹn. Hãy mở thử tệp trên máy, lưu lại rồi tải lên.",
        "The file is damaged or incomplete. Open it on your computer, save it and upload it again.",
    ),
    Reason.BOMB: Sentence(
        "Nội dung bên trong tệp lớn bất thường nên không được nhận. Hãy lưu lại hoặc in ra PDF.",
        "What the file unpacks to is unusually large. Save it anew or print it to PDF.",
    ),
    Reason.MISNAMED: Sentence(
        "Phần mở rộng của tên tệp không đúng với nội dung. Hãy đổi lại tên cho đúng loại tệp.",
        "The file's extension does not match what it is. Rename it to its real kind.",
    ),
}


@dataclass(frozen=True, slots=True)
class Refused:
    """Why an upload is not taken, and in `sentence` what to do about it."""

    reason: Reason

    @property
    def sentence(self) -> Sentence:
        return SENTENCES[self.reason]
