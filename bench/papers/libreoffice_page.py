"""A merged document of N certificates turned into PDF by LibreOffice: `python libreoffice_page.py FOLDER FONTS OUT.pdf`.

The document (flat ODF, LibreOffice's own) is written beforehand and not timed; what a document of one page takes (starting up) is
taken off. Its border is the page's two frames, without the diamonds; the codes are pictures of one bit.
"""

import base64
import os
import resource
import struct
import subprocess
import sys
import tempfile
import zlib
from html import escape
from pathlib import Path
from time import perf_counter
from xml.sax.saxutils import quoteattr

from page import MOTTO, RED, centred, certificates, runs, tell

NAMES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
}
STYLES = (
    ("first", 14, True, False, False, "center"),
    ("creed", 15, True, False, False, "center"),
    ("note", 13, True, True, False, "left"),
    ("day", 14, True, True, False, "center"),
    ("post", 14, True, False, False, "center"),
    ("signer", 15, True, False, False, "center"),
)


def style(name, size, bold, italic, red, align):  # noqa: PLR0917 -- a row of STYLES
    extra = {"first": ' fo:break-before="page" fo:margin-top="30mm"', "signer": ' fo:margin-top="22mm"'}
    return (
        f'<style:style style:name="{name}" style:family="paragraph"><style:paragraph-properties fo:text-align="{align}"'
        f'{extra.get(name, "")}/><style:text-properties style:font-name="Liberation Serif" fo:font-size="{size}pt"'
        f"{' fo:font-weight=' + quoteattr('bold') if bold else ''}{' fo:font-style=' + quoteattr('italic') if italic else ''}"
        f' fo:color="{RED if red else "#000000"}"/></style:style>'
    )


def document(rows):
    spaces = " ".join(f'xmlns:{name}="{space}"' for name, space in NAMES.items())
    sizes = {(size, bold, red) for one in rows for _text, size, bold, red in centred(one)}
    styles = "".join(style(*one) for one in STYLES)
    styles += "".join(
        style(f"p{size}{bold:d}{red:d}", size, bold, False, red, "center") for size, bold, red in sizes
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document {spaces} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="Liberation Serif" svg:font-family="'Liberation Serif'"/></office:font-face-decls>
<office:automatic-styles>{styles}
<style:style style:name="g" style:family="graphic"><style:graphic-properties style:wrap="none"/></style:style>
<style:style style:name="c1" style:family="table-column"><style:table-column-properties style:column-width="24mm"/></style:style>
<style:style style:name="c2" style:family="table-column"><style:table-column-properties style:column-width="115mm"/></style:style>
<style:style style:name="c3" style:family="table-column"><style:table-column-properties style:column-width="110mm"/></style:style>
<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="297mm" fo:page-height="210mm"
 style:print-orientation="landscape" fo:margin="9mm" fo:padding="15mm" fo:border="1.6mm double {RED}"
 style:border-line-width="0.5mm 0.8mm 0.3mm"/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"/></office:master-styles>
<office:body><office:text>{"".join(map(certificate, rows))}</office:text></office:body></office:document>"""


def certificate(one):
    lines = "".join(
        f'<text:p text:style-name="p{size}{bold:d}{red:d}">{escape(text)}</text:p>'
        for text, size, bold, red in centred(one)
    )
    notes = "".join(f'<text:p text:style-name="note">{escape(line)}</text:p>' for line in one["notes"])
    return f"""<text:p text:style-name="first">{MOTTO[0]}</text:p><text:p text:style-name="creed">{MOTTO[1]}</text:p>{lines}
<table:table><table:table-column table:style-name="c1"/><table:table-column table:style-name="c2"/><table:table-column
 table:style-name="c3"/><table:table-row><table:table-cell><text:p><draw:frame draw:style-name="g" text:anchor-type="as-char"
 svg:width="20mm" svg:height="20mm"><draw:image><office:binary-data>{picture(runs(one["url"]))}</office:binary-data></draw:image>
</draw:frame></text:p></table:table-cell><table:table-cell>{notes}</table:table-cell><table:table-cell>
<text:p text:style-name="day">{escape(one["place_and_day"])}</text:p><text:p text:style-name="post">{escape(one["authority"])}</text:p>
<text:p text:style-name="signer">{escape(one["signer"])}</text:p></table:table-cell></table:table-row></table:table>"""


def picture(rows):
    """PNG, a bit for each module."""
    side = len(rows) + 4
    lines = [[1] * side for _ in range(side)]
    for y, row in enumerate(rows, 2):
        for x, width in row:
            lines[y][x + 2 : x + 2 + width] = [0] * width
    raw = b"".join(b"\0" + packed(line) for line in lines)
    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(raw)), (b"IEND", b""))
    made = b"".join(
        struct.pack(">I", len(c)) + k + c + struct.pack(">I", zlib.crc32(k + c)) for k, c in parts
    )
    return base64.b64encode(b"\x89PNG\r\n\x1a\n" + made).decode()


def packed(line):
    padded = line + [0] * (-len(line) % 8)
    return bytes(int("".join(map(str, padded[n : n + 8])), 2) for n in range(0, len(padded), 8))


def convert(program, source, folder, profile):
    command = [
        program,
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
    ]
    began = perf_counter()
    subprocess.run([*command, str(folder), str(source)], check=True, stdout=subprocess.DEVNULL, timeout=3600)  # noqa: S603 -- what was asked for
    return perf_counter() - began


def worked():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main():
    folder, fonts, out = (Path(word) for word in sys.argv[1:4])
    rows = certificates(folder)
    with tempfile.TemporaryDirectory() as made:
        place = Path(made)
        setting = f"<fontconfig><dir>{fonts}</dir><cachedir>{place / 'cache'}</cachedir></fontconfig>"
        (place / "fonts.conf").write_text(setting)
        os.environ["FONTCONFIG_FILE"] = str(place / "fonts.conf")
        (place / "one.fodt").write_text(document(rows[:1]), encoding="utf-8")
        (place / out.with_suffix(".fodt").name).write_text(document(rows), encoding="utf-8")
        program = sys.argv[4]
        convert(program, place / "one.fodt", place, place / "profile")  # makes the profile
        begun = worked()
        starting = convert(program, place / "one.fodt", place, place / "profile")
        started = worked()
        seconds = convert(program, place / out.with_suffix(".fodt").name, out.parent, place / "profile")
        tell(len(rows), seconds - starting, worked() - started - (started - begun), resource.RUSAGE_CHILDREN)


if __name__ == "__main__":
    main()
