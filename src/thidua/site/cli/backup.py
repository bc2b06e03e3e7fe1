"""`backup`: database and files into one sealed file."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from thidua.site.installation import complete_environment, has_database, on_demonstration


def run(words: Sequence[str]) -> int:
    parser = argparse.ArgumentParser("thidua backup", description="Sao lưu toàn bộ · Back everything up")
    parser.add_argument(
        "target", type=Path, help="thư mục hoặc tệp .thidua mới · a folder, or a new .thidua file"
    )
    arguments = parser.parse_args(words)
    target = arguments.target.resolve()
    if not has_database():
        return on_demonstration(["backup", str(target)])
    complete_environment()
    return _save(target)


def _save(target: Path) -> int:
    from thidua.site.loading import load_everything  # noqa: PLC0415 -- slow import, and it reads the settings

    load_everything()
    from thidua.site.backup.scheduled import save_here  # noqa: PLC0415 -- needs the settings

    saved = save_here(target)
    megabytes = saved.size / 1_000_000
    print(f"✓ {saved.path} ({megabytes:,.1f} MB, {saved.n_files} tệp · files)")
    for digest in saved.missing:
        print(f"✗ Thiếu tệp trong kho · A file is missing in the store: {digest}")
    print(
        "Chỉ mở được bằng tệp khóa, hoặc khóa khôi phục đã in; hãy cất khóa khôi phục ở nơi khác.\n"
        "Only the key file, or the printed recovery key, opens it; keep the recovery key elsewhere."
    )
    return 1 if saved.missing else 0
