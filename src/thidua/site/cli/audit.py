"""`audit verify`: is the history whole, and does every row agree with it? Reads only."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from thidua.site.installation import complete_environment, has_database, on_demonstration

if TYPE_CHECKING:
    from thidua.foundation.history import Stray, Verdict

LIMITS = """
Điều lệnh này không chứng minh được: thay đổi của người có quyền chủ sở hữu cơ sở dữ liệu (thidua_owner) trước lần
niêm phong kế tiếp (10 phút một lần) nếu sửa cả lịch sử; và việc của người giữ cả cơ sở dữ liệu lẫn tệp khóa.
Hãy chép mã đầu chuỗi ra ngoài (sổ trực, biên bản): lần sau mắt xích đó phải vẫn còn và vẫn mang mã này.
What it cannot prove: a change by the database's owner before the next sealing (every 10 minutes) that rewrites the
history as well; and what is done by somebody who holds both the database and the key file. Note the head elsewhere."""


def run(words: Sequence[str]) -> int:
    parser = argparse.ArgumentParser("thidua audit", description="Lịch sử thay đổi · The history of changes")
    parser.add_argument(
        "what", choices=["verify"], help="kiểm tra chuỗi và từng dòng · the chain, and every row"
    )
    parser.parse_args(words)
    if not has_database():
        return on_demonstration(["audit", *words])
    complete_environment()
    return _verify()


def _verify() -> int:
    from thidua.site.loading import load_everything  # noqa: PLC0415 -- slow import, and it reads the settings

    load_everything()
    from thidua.foundation import history  # noqa: PLC0415 -- needs the settings

    verdict = history.verify()
    _print_chain(verdict)
    strays = list(history.strays())
    _print_rows(strays)
    print(LIMITS)
    return 1 if verdict.broken or strays else 0


def _print_chain(verdict: Verdict) -> None:
    if broken := verdict.broken:
        print(
            f"✗ Mắt xích đầu tiên không khớp · First broken link: {broken.place}  {broken.rows}\n    {broken.why}"
        )
    else:
        print(
            f"✓ Chuỗi lịch sử liền mạch · The chain holds: {verdict.n_links} ({verdict.n_rows} thay đổi · changes)"
        )
        print(f"  Mã đầu chuỗi · Head: {verdict.n_links} {verdict.head}")
    if verdict.n_unreadable:
        print(
            "  Mắt xích có cột đã bị một lần nâng cấp bỏ đi (chỉ còn chứng minh được thứ tự) · "
            f"Links over columns that an upgrade removed: {verdict.n_unreadable}"
        )
    print(f"  Chưa niêm phong · Not sealed yet: {verdict.n_waiting}")


def _print_rows(strays: Sequence[Stray]) -> None:
    if not strays:
        print("✓ Mọi dòng khớp với lịch sử · Every row agrees with its history")
    for stray in strays:
        print(f"✗ {stray.table} {stray.key}: {stray.why}")
