"""Our own drawing in a process of its own: `python -m thidua.site.bench.papers.ours certificates|papers|decision N FOLDER`."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time

from thidua.documents import draw_docx, draw_pdf, draw_print_file
from thidua.documents.pdf.certificate import BATCH
from thidua.site.bench.papers.letters import certificate, decision


def certificates(n: int, folder: Path) -> int:
    """As the product's job draws them: files of a thousand pages, one after the other."""
    for start in range(0, n, BATCH):
        letters = [certificate(place) for place in range(start, min(start + BATCH, n))]
        (folder / f"ours-{start // BATCH + 1}.pdf").write_bytes(draw_print_file(letters))
    return n


def papers(n: int, folder: Path) -> int:
    """Decisions of two or three pages, each a file of its own, as while an officer waits."""
    for place in range(n):
        (folder / "paper.pdf").write_bytes(draw_pdf(decision(20 + place)))
    return n


def words(n: int, folder: Path) -> int:
    (folder / "decision.docx").write_bytes(draw_docx(decision(n)))
    return n


DRAWN: dict[str, Callable[[int, Path], int]] = {
    "certificates": certificates,
    "papers": papers,
    "decision": words,
}


def main(what: str, n: int, folder: Path) -> None:
    """One first, so that fonts and libraries are loaded; then all of them, timed."""
    draw = DRAWN[what]
    draw(1, folder)
    began, worked = perf_counter(), process_time()
    pages = draw(n, folder)
    seconds, processor = perf_counter() - began, process_time() - worked
    print(json.dumps({"pages": pages, "seconds": seconds, "processor": processor, "peak": _peak()}))


def _peak() -> int | None:
    try:
        import resource  # noqa: PLC0415 -- not on Windows
    except ImportError:
        return None
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))
