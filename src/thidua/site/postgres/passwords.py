"""Passwords of the three roles, made once and kept beside the cluster."""

from __future__ import annotations

import json
import secrets
from dataclasses import asdict, dataclass, field
from pathlib import Path
from urllib.parse import quote, urlencode

from thidua.site.places import write_private
from thidua.site.postgres.cluster import PORT, CannotLaunch, Cluster

SUPERUSER = "postgres"
OWNER = "thidua_owner"
APPLICATION = "thidua_app"
DATABASE = "thidua"


@dataclass(frozen=True)
class Passwords:
    postgres: str = field(repr=False)
    thidua_owner: str = field(repr=False)
    thidua_app: str = field(repr=False)


def kept(path: Path) -> Passwords:
    if not path.exists():
        made = Passwords(*(secrets.token_urlsafe(24) for _ in range(3)))
        write_private(path, json.dumps(asdict(made)))
    try:
        return Passwords(**json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise CannotLaunch(
            f"Không đọc được mật khẩu cơ sở dữ liệu trong {path}. Hãy khôi phục tệp này từ bản sao lưu.",
            f"Cannot read the database's passwords in {path}. Restore this file from a backup.",
        ) from error


def address(cluster: Cluster, passwords: Passwords, role: str, database: str = DATABASE) -> str:
    where = urlencode({"host": cluster.sockets, "port": PORT})
    return f"postgresql://{role}:{quote(getattr(passwords, role))}@/{database}?{where}"
