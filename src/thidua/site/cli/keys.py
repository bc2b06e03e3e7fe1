"""The key file of an installation: made, renewed, checked, restored."""

from __future__ import annotations

import argparse
import contextlib
import getpass
import os
from collections.abc import Sequence
from pathlib import Path

from thidua.foundation.keys import PURPOSES, CannotUseKeys, recovery, rotation, store
from thidua.site import keyfile, places
from thidua.site.installation import (
    complete_environment,
    demonstration_folder,
    has_database,
    on_demonstration,
)


def run(words: Sequence[str]) -> int:
    arguments = _parse(words)
    path = _path()
    result: int = arguments.run(path, arguments)
    return result


def _path() -> Path:
    """Without a database of its own, a command speaks of the demonstration's."""
    if given := os.environ.get("THIDUA_KEYS"):
        return Path(given)
    if not has_database():
        return demonstration_folder() / "keys.json"
    complete_environment()
    return Path(os.environ["THIDUA_HOME"]) / "keys.json"


def _parse(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("thidua keys", description="Khóa mã hóa · Keys of the encryption")
    kinds = parser.add_subparsers(required=True, metavar="new|rotate|check|restore")
    new = kinds.add_parser("new", help="tạo tệp khóa · make the key file")
    new.add_argument("--quiet", action="store_true", help="không in khóa khôi phục · print no recovery key")
    new.set_defaults(run=_new)
    rotate = kinds.add_parser("rotate", help="thêm khóa mới, mã hóa lại · add new keys and seal again")
    rotate.add_argument("purposes", nargs="*", metavar="purpose", help=", ".join(PURPOSES))
    rotate.add_argument("--resume", action="store_true", help="chỉ mã hóa lại tiếp · only go on sealing")
    rotate.add_argument(
        "--job", action="store_true", help="để tiến trình nền mã hóa lại · leave the sealing to the worker"
    )
    rotate.set_defaults(run=_rotate)
    kinds.add_parser("check", help="kiểm tra tệp khóa · check the key file").set_defaults(run=_check)
    restore = kinds.add_parser(
        "restore", help="khôi phục từ bản sao niêm phong · restore from the sealed copy"
    )
    restore.add_argument("copy", type=Path)
    restore.set_defaults(run=_restore)
    return parser.parse_args(words)


def _new(path: Path, arguments: argparse.Namespace) -> int:
    words = keyfile.make(path)
    if not arguments.quiet:
        print(
            f"Đã tạo tệp khóa · Made the key file: {path}\nBản sao niêm phong · Sealed copy: {keyfile.copy_of(path)}\n"
        )
        print(f"  {words}\n")
        print(
            "Khóa khôi phục này chỉ in một lần. Hãy chép ra giấy, cất riêng; với nó bản sao niêm phong mở được."
        )
        print("This recovery key is printed once. Keep it on paper, apart; it opens the sealed copy.")
    return 0


def _rotate(path: Path, arguments: argparse.Namespace) -> int:
    if not arguments.resume:
        renewed = store.load(path).with_new(_known(arguments.purposes), keyfile.today())
        store.replace(path, renewed)
        print(
            f"Đã thêm khóa mới · Added new keys. Bản sao niêm phong · Sealed copy: {keyfile.write_copy(path, renewed)}"
        )
    if not has_database():
        return on_demonstration(["keys", "rotate", "--resume", *(["--job"] if arguments.job else [])])
    return _seal_later() if arguments.job else _seal_again()


def _seal_later() -> int:
    """Whatever a killed worker leaves is done by the same job of the next night."""
    from thidua.site.loading import load_everything  # noqa: PLC0415 -- slow import, and it reads the settings

    load_everything()
    from procrastinate.exceptions import AlreadyEnqueued  # noqa: PLC0415 -- needs the settings

    from thidua.site.jobs import seal_again  # noqa: PLC0415 -- needs the settings

    with contextlib.suppress(AlreadyEnqueued):
        seal_again.defer()
    print("Tiến trình nền sẽ mã hóa lại. · The worker will seal again.")
    return 0


def _seal_again() -> int:
    from thidua.site.loading import load_everything  # noqa: PLC0415 -- slow import, and it reads the settings

    load_everything()
    for name, n_rows in rotation.rotate():
        print(f"{name}: {n_rows}", flush=True)
    print("Không còn dữ liệu nào dùng khóa cũ. · Nothing is sealed with an older key any more.")
    return 0


def _check(path: Path, _: argparse.Namespace) -> int:
    found = store.load(path)
    for purpose in PURPOSES:
        current, *older = reversed(found.all_of(purpose))
        print(f"{purpose:12} {current.id}  {current.made_on:%d/%m/%Y}  (+{len(older)})")
    if not keyfile.copy_of(path).exists():
        print(f"Thiếu bản sao niêm phong · The sealed copy is missing: {keyfile.copy_of(path)}")
        return 1
    print(f"Tệp khóa tốt · The key file is good: {path}")
    return 0


def _restore(path: Path, arguments: argparse.Namespace) -> int:
    try:
        sealed = arguments.copy.read_bytes()
    except OSError as error:
        raise CannotUseKeys(
            f"Không đọc được bản sao {arguments.copy}: {error.strerror}. Hãy kiểm tra đường dẫn.",
            f"Cannot read the copy {arguments.copy}: {error.strerror}. Check its path.",
        ) from None
    restored = recovery.open_sealed(sealed, getpass.getpass("Khóa khôi phục · Recovery key: "))
    places.make_folder(path.parent, places.closed())
    store.write_new(path, restored)
    print(f"Đã khôi phục · Restored: {path}")
    return 0


def _known(purposes: Sequence[str]) -> tuple[str, ...]:
    unknown = sorted(set(purposes) - set(PURPOSES))
    if unknown:
        raise CannotUseKeys(
            f"Không có loại khóa {', '.join(unknown)}. Các loại: {', '.join(PURPOSES)}",
            f"There is no kind of key {', '.join(unknown)}. The kinds: {', '.join(PURPOSES)}",
        )
    return tuple(purposes) or PURPOSES
