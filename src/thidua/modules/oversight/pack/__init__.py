"""One dossier with all its grounds as a ZIP that anybody verifies without the system."""

import base64
import json
import zipfile
from collections.abc import Iterator
from datetime import datetime
from importlib.resources import files as resources
from typing import Any, BinaryIO

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.core.serializers.json import DjangoJSONEncoder
from django.template.loader import render_to_string

from thidua.foundation import keys
from thidua.kernel.hashing import sha256
from thidua.modules.dossiers.models import Dossier, Evidence
from thidua.modules.files.api import path_of
from thidua.modules.files.models import StoredFile
from thidua.modules.oversight.gathering import free_name, newest_papers, plain_name
from thidua.modules.oversight.pack.contents import records

INDEX, MANIFEST, VERIFIER = "Mục lục.html", "manifest.json", "kiem-tra.py"


def write(dossier: Dossier, target: BinaryIO, now: datetime) -> int:
    """Gives how many files the manifest names."""
    listed: list[dict[str, Any]] = []
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in _contents(dossier):
            archive.writestr(name, content)
            listed.append({"name": name, "sha256": sha256(content), "size": len(content)})
        index = render_to_string(
            "oversight/pack_index.html", {"dossier": dossier, "files": listed, "now": now}
        )
        archive.writestr(INDEX, index.encode())
        listed.append({"name": INDEX, "sha256": sha256(index.encode()), "size": len(index.encode())})
        archive.writestr(MANIFEST, _manifest(dossier, listed, now))
        archive.writestr(VERIFIER, verifier())
    return len(listed)


def verifier() -> bytes:
    """The program that goes along; it needs nothing of ours."""
    return (resources("thidua.modules.oversight.pack") / "kiem_tra.py").read_bytes()


def _contents(dossier: Dossier) -> Iterator[tuple[str, bytes]]:
    for name, found in records(dossier):
        text = json.dumps(found, ensure_ascii=False, indent=1, cls=DjangoJSONEncoder)
        yield name, text.encode()
    taken: set[str] = set()
    for folder, stored in _files(dossier):
        path = path_of(stored.sha256)
        if path.exists():
            yield free_name(f"{folder}/{plain_name(stored.name)}", taken), path.read_bytes()


def _files(dossier: Dossier) -> Iterator[tuple[str, StoredFile]]:
    if dossier.signed_file:
        yield "1. Hồ sơ", dossier.signed_file
    for evidence in Evidence.objects.filter(dossier=dossier, file__isnull=False).select_related("file"):
        assert evidence.file is not None  # filtered by it
        yield "1. Hồ sơ/Minh chứng", evidence.file
    for paper in newest_papers(f"dossier:{dossier.pk}"):
        yield "1. Hồ sơ/Văn bản", paper.pdf
    decisions = dossier.candidates.exclude(decision_items=None).values_list(
        "decision_items__decision", flat=True
    )
    for pk in sorted({one for one in decisions if one}):
        for paper in newest_papers(f"decision:{pk}"):
            yield "5. Quyết định, sổ khen thưởng", paper.pdf


def _manifest(dossier: Dossier, listed: list[dict[str, Any]], now: datetime) -> bytes:
    """The list, signed with the key that signs certificates: its public half is published."""
    secret = Ed25519PrivateKey.from_private_bytes(keys.load().current("badge").secret)
    signed = {
        "about": f"{dossier.code}, {dossier.organisation.name}",
        "made_at": now.isoformat(),
        "files": listed,
    }
    message = json.dumps(signed, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    whole = {
        **signed,
        "public_key": base64.b64encode(secret.public_key().public_bytes_raw()).decode(),
        "signature": base64.b64encode(secret.sign(message)).decode(),
    }
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()
