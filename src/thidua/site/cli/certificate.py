"""`certificate verify FILE`: is an electronic certificate untouched, and whose is it? Without a database or a network."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from thidua.documents.credential import LARGEST, CannotVerify, Verified, verified
from thidua.documents.sentences import Sentence


def run(words: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        "thidua certificate", description="Chứng nhận điện tử · Electronic certificates"
    )
    kinds = parser.add_subparsers(required=True, metavar="verify")
    verify = kinds.add_parser("verify", help="kiểm tra một tệp, không cần mạng · verify a file, offline")
    verify.add_argument("file", type=Path)
    verify.add_argument(
        "--issuer", metavar="DID", help="khóa công khai mà cơ quan công bố · the issuer's published did:key"
    )
    arguments = parser.parse_args(words)
    found = verified(_read(arguments.file))
    if arguments.issuer and arguments.issuer != found.did:
        raise CannotVerify(
            Sentence(
                f"Chữ ký đúng nhưng do khóa khác ký: {found.did}",
                f"The signature is valid, but made by another key: {found.did}",
            )
        )
    print(_said(found, is_known=bool(arguments.issuer)))
    return 0


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as error:
        raise CannotVerify(
            Sentence(f"Không đọc được {path}: {error.strerror}.", f"Cannot read {path}: {error.strerror}.")
        ) from None


def _said(found: Verified, *, is_known: bool) -> str:
    badge = found.badge
    lines = [
        "Chữ ký hợp lệ, nội dung nguyên vẹn · The signature is valid, nothing was changed",
        f"  {badge.award}: {badge.recipient}",
        f"  {badge.issuer}, {badge.decision_number}, {badge.decided_on:%d/%m/%Y}",
        f"  {badge.merit}",
        f"  {found.did}",
    ]
    if not is_known:
        lines.append(
            "So khóa trên với khóa cơ quan công bố (--issuer) · Compare the key with the one the issuer publishes (--issuer)"
        )
    lines.append(f"Đã bị hủy bỏ hay chưa, tra cứu tại · Whether it was revoked is said at: {badge.url}")
    return "\n".join(lines)
