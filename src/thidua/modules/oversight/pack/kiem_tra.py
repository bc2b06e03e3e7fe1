"""Kiểm tra gói chứng cứ: python kiem-tra.py (cần Python 3.8 trở lên, không cần mạng, không cần phần mềm nào khác).

Verifies an evidence pack without the system that made it: the digest of every file, the list of files, the signature.
"""

import base64
import hashlib
import json
import sys
from pathlib import Path
from typing import Iterator, Optional, Tuple

Point = Tuple[int, int, int, int]
P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)


def recovered_x(y: int, sign: int) -> Optional[int]:
    if y >= P:
        return None
    squared = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(squared, (P + 3) // 8, P)
    if (x * x - squared) % P:
        x = x * ROOT_OF_MINUS_ONE % P
    if (x * x - squared) % P or (x == 0 and sign):
        return None
    return P - x if x & 1 != sign else x


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE_X = recovered_x(BASE_Y, 0) or 0
BASE = (BASE_X, BASE_Y, 1, BASE_X * BASE_Y % P)


def added(one: Point, other: Point) -> Point:
    a = (one[1] - one[0]) * (other[1] - other[0]) % P
    b = (one[1] + one[0]) * (other[1] + other[0]) % P
    c = 2 * one[3] * other[3] * D % P
    d = 2 * one[2] * other[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def times(n: int, point: Point) -> Point:
    found = (0, 1, 1, 0)
    while n:
        if n & 1:
            found = added(found, point)
        point = added(point, point)
        n >>= 1
    return found


def same(one: Point, other: Point) -> bool:
    return not ((one[0] * other[2] - other[0] * one[2]) % P or (one[1] * other[2] - other[1] * one[2]) % P)


def point_of(content: bytes) -> Optional[Point]:
    y = int.from_bytes(content, "little")
    sign, y = y >> 255, y & ((1 << 255) - 1)
    x = recovered_x(y, sign)
    return None if x is None else (x, y, 1, x * y % P)


def is_signed(public: bytes, message: bytes, signature: bytes) -> bool:
    """Ed25519 (RFC 8032)."""
    if len(public) != 32 or len(signature) != 64:
        return False
    key, r = point_of(public), point_of(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if key is None or r is None or s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % L
    return same(times(s, BASE), added(r, times(h, key)))


def faults(folder: Path) -> Iterator[str]:
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    listed = {row["name"]: row["sha256"] for row in manifest["files"]}
    for name, digest in listed.items():
        path = folder / name
        if not path.is_file():
            yield f"THIẾU TỆP: {name}"
        elif hashlib.sha256(path.read_bytes()).hexdigest() != digest:
            yield f"TỆP ĐÃ BỊ SỬA: {name}"
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    for name in sorted(there - set(listed) - {"manifest.json", "kiem-tra.py"}):
        yield f"TỆP LẠ, KHÔNG CÓ TRONG DANH MỤC: {name}"
    signed = {key: manifest[key] for key in ("about", "made_at", "files")}
    message = json.dumps(signed, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    public, signature = (base64.b64decode(manifest[key]) for key in ("public_key", "signature"))
    if not is_signed(public, message, signature):
        yield "CHỮ KÝ KHÔNG ĐÚNG: danh mục tệp đã bị sửa"


def main() -> int:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent
    found = list(faults(folder))
    for fault in found:
        print(fault)
    if found:
        print(f"KHÔNG ĐẠT: {len(found)} lỗi")
        return 1
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    print(f"ĐẠT: {manifest['about']}, {len(manifest['files'])} tệp nguyên vẹn, chữ ký đúng.")
    print(f"Khóa công khai (so với khóa cơ quan công bố): {manifest['public_key']}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
