"""Everything that is no command of ours is one of Django's, on DATABASE_URL or else on the demonstration."""

from __future__ import annotations

import difflib
import os
from collections.abc import Sequence

from thidua.site.installation import complete_environment, has_database, on_demonstration
from thidua.site.refusal import CannotRun

# They ask nothing of a database, and a newcomer may try them first.
ALONE = {"help", "--help", "-h", "version", "--version", "makemessages", "compilemessages"}
ADDRESS_OF_NONE = "postgresql://nobody@localhost/none"
OWN = {
    "demo": "bản trình diễn · the demonstration in a browser",
    "test": "chạy mọi kiểm thử · every test",
    "bench": "đo tốc độ · bench pages|check",
    "law": "luật, không cần cơ sở dữ liệu · the law: cases, check, show",
    "serve": "chạy trên máy chủ · on a server, with DATABASE_URL",
    "doctor": "khám một bản cài đặt · what is wrong with an installation",
    "audit": "lịch sử có bị sửa không · audit verify: was the history changed",
    "backup": "sao lưu cơ sở dữ liệu và tệp · database and files into one sealed file",
    "restore": "khôi phục từ bản sao lưu · from a backup",
    "keys": "khóa mã hóa · keys new|rotate|check",
    "migrate": "cập nhật bảng · bring the tables up to date",
    "worker": "chạy việc nền · run the waiting jobs",
    "web": "chỉ chạy web · the web alone",
}


class CannotFindCommand(CannotRun):
    """There is no such command."""


def run(words: Sequence[str]) -> int:
    is_given = has_database()
    complete_environment()
    os.environ["DATABASE_URL"] = os.environ.get("DATABASE_URL") or ADDRESS_OF_NONE
    if words[0] in {"help", "--help", "-h"} and len(words) == 1:
        _print_own()
    elif words[0] not in ALONE:
        _require_known(words[0])
    if is_given or words[0] in ALONE:
        return run_django(words)
    return on_demonstration(words)


def run_django(words: Sequence[str]) -> int:
    from django.core.management import execute_from_command_line  # noqa: PLC0415 -- slow import

    execute_from_command_line(["thidua", *words])
    return 0


def _print_own() -> None:
    for name, purpose in OWN.items():
        print(f"  ./thidua {name:8} {purpose}")
    print(flush=True)


def _require_known(name: str) -> None:
    import django  # noqa: PLC0415 -- slow import
    from django.core.management import get_commands  # noqa: PLC0415 -- slow import

    django.setup()
    known = sorted({*get_commands(), *OWN})
    if name in known:
        return
    near = ", ".join(difflib.get_close_matches(name, known)) or "./thidua help"
    raise CannotFindCommand(
        f"Không có lệnh “{name}”. Có thể ý bạn là: {near}",
        f"There is no command “{name}”. Perhaps: {near}",
    )
