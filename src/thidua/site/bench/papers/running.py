"""What `./thidua bench papers` does: each side in a process of its own, one after the other."""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pyhanko.pdf_utils.reader import PdfFileReader

from thidua import documents
from thidua.site.bench.papers.letters import certificate, lines
from thidua.site.bench.peers import CannotCompare, installed
from thidua.site.places import checkout

Say = Callable[[str], None]
FONTS = Path(documents.__file__).parent / "fonts"
PAPERS = 30
OFFICE = "LibreOffice, merged document"


@dataclass(frozen=True, slots=True)
class Drawn:
    """`peak` in bytes; None where the system doesn't tell."""

    pages: int
    seconds: float
    processor: float
    peak: int | None

    @property
    def per_second(self) -> float:
        return self.pages / self.seconds


def run(words: Sequence[str], say: Say) -> int:
    asked = _parse(words)
    root = checkout()
    if root is None:
        raise CannotCompare("Lệnh này cần mã nguồn (bench/). · This needs a clone of the sources.")
    for line in _report(asked, root, say):
        print(line, flush=True)
    return 0


def _parse(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("thidua bench papers", description="Tốc độ lập văn bản · Papers drawn")
    parser.add_argument("--pages", type=int, default=10_000, help="số giấy khen · our certificates (10,000)")
    parser.add_argument(
        "--peer-pages", type=int, default=1_000, help="của các bên so sánh · the peers' (1,000)"
    )
    parser.add_argument(
        "--names", type=int, default=2_000, help="tên trong quyết định · names of the decision"
    )
    return parser.parse_args(words)


def _report(asked: argparse.Namespace, root: Path, say: Say) -> Iterator[str]:
    load = ", ".join(f"{each:.1f}" for each in os.getloadavg()) if hasattr(os, "getloadavg") else "unknown"
    yield f"Python {platform.python_version()}, {os.cpu_count()} cores, load {load} (1, 5, 15 minutes)"
    yield ""
    yield "| certificates, A4 across, one a page | pages | s | processor s | pages a second | peak MB | ours is as fast | by processor |"
    yield "|---|---:|---:|---:|---:|---:|---:|---:|"
    with tempfile.TemporaryDirectory(prefix="thidua-papers-") as made:
        folder = Path(made)
        say(f"{asked.pages:,} certificates of ours")
        ours = _ours("certificates", asked.pages, folder)
        yield _line("thidua, files of at most 1,000 pages", ours, ours)
        for name, command, out in _peers(root, folder, asked.peer_pages):
            say(f"{asked.peer_pages:,} certificates by {name}")
            yield _line(name, _drawn(command, root), ours, out)
        if shutil.which("soffice") is None:
            yield f"| {OFFICE} | not on this machine (`soffice`) | | | | | | |"
        say("papers one by one")
        papers = _ours("papers", PAPERS, folder)
        say(f"a decision with {asked.names:,} names")
        word = _ours("decision", asked.names, folder)
        size = (folder / "decision.docx").stat().st_size
    yield ""
    each = 1_000 / papers.per_second
    yield f"A decision with 20 to {20 + PAPERS - 1} names as PDF, each a file of its own: {each:.0f} ms on average"
    yield f"A decision with {asked.names:,} names as .docx ({size // 1024:,} kB): {word.seconds:.2f} s, peak {_megabytes(word.peak)} MB"


def _ours(what: str, n: int, folder: Path) -> Drawn:
    command = [sys.executable, "-m", "thidua.site.bench.papers.ours", what, str(n), str(folder)]
    return _drawn(command, None)


def _peers(root: Path, folder: Path, n: int) -> Iterator[tuple[str, list[str], Path]]:
    rows = [lines(certificate(place)) for place in range(n)]
    (folder / "certificates.json").write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
    for name, script in (("ReportLab", "reportlab_page"), ("WeasyPrint", "weasyprint_page")):
        yield name, *_command(root, folder, script)
    if program := shutil.which("soffice"):
        command, out = _command(root, folder, "libreoffice_page")
        yield OFFICE, [*command, program], out


def _command(root: Path, folder: Path, script: str) -> tuple[list[str], Path]:
    out = folder / f"{script}.pdf"
    path = str(root / "bench" / "papers" / f"{script}.py")
    return [sys.executable, path, str(folder), str(FONTS), str(out)], out


def _drawn(command: Sequence[str], root: Path | None) -> Drawn:
    """With the peers' libraries where it is a peer."""
    libraries = {"PYTHONPATH": str(installed(root, "papers"))} if root else {}
    done = subprocess.run(command, env=os.environ | libraries, capture_output=True, text=True, check=False)
    if done.returncode:
        raise CannotCompare(f"{Path(command[1]).name}:\n{done.stderr[-2000:]}")
    return Drawn(**json.loads(done.stdout.splitlines()[-1]))


def _line(name: str, drawn: Drawn, ours: Drawn, out: Path | None = None) -> str:
    """A peer that drew another number of pages has not drawn the same."""
    if out and (n := _n_pages(out)) != drawn.pages:
        raise CannotCompare(f"{name}: {n} pages, not {drawn.pages}")
    times = f"{ours.per_second / drawn.per_second:.1f} times" if out else ""
    worked = f"{drawn.processor / drawn.pages * ours.pages / ours.processor:.1f} times" if out else ""
    return (
        f"| {name} | {drawn.pages:,} | {drawn.seconds:.1f} | {drawn.processor:.1f} | {drawn.per_second:.1f} "
        f"| {_megabytes(drawn.peak)} | {times} | {worked} |"
    )


def _n_pages(out: Path) -> int:
    with out.open("rb") as file:
        return int(PdfFileReader(file).root["/Pages"]["/Count"])


def _megabytes(size: int | None) -> str:
    return "unknown" if size is None else f"{size / 2**20:,.0f}"
