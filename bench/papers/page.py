"""What the peers draw: the lines of each certificate as they stand on our page; the code by segno, without looking for the best mask."""

import json
import re
import resource
import sys
from pathlib import Path
from time import perf_counter, process_time

import segno

WIDE, HIGH, UNIT = 297, 210, 72 / 25.4
RED, GOLD = "#c8102e", "#b5872b"
DARK = re.compile(rb"\x01+")
MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")


def certificates(folder):
    return json.loads((folder / "certificates.json").read_text(encoding="utf-8"))


def runs(url):
    """The dark modules of the code, row by row, as (first, how many)."""
    rows = segno.make(url, error="m", micro=False, mask=0).matrix
    return [[(run.start(), run.end() - run.start()) for run in DARK.finditer(bytes(row))] for row in rows]


def centred(one):
    """Text, size, bold, red: from the motto to the merit."""
    lines = [(one["decider"], 20, True, True), (one["verb"], 20, True, False), (one["award"], 44, True, True)]
    lines += [(one["name"], 26, True, False), (one["description"], 17, False, False)]
    return [*lines, *((line, 18, False, False) for line in one["merit"])]


def measure(draw):
    """One page first, so that fonts and libraries are loaded; then all of them, timed."""
    folder, fonts, out = (Path(word) for word in sys.argv[1:4])
    rows = certificates(folder)
    draw(rows[:1], fonts, out)
    began, worked = perf_counter(), process_time()
    draw(rows, fonts, out)
    seconds, processor = perf_counter() - began, process_time() - worked
    tell(len(rows), seconds, processor, resource.RUSAGE_SELF)


def tell(pages, seconds, processor, whose):
    peak = resource.getrusage(whose).ru_maxrss * 1024
    print(json.dumps({"pages": pages, "seconds": seconds, "processor": processor, "peak": peak}))
