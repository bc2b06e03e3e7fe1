"""The certificate with ReportLab: `python reportlab_page.py FOLDER FONTS OUT.pdf`. Frames and diamonds are drawn once and used again."""

from page import GOLD, HIGH, MOTTO, RED, UNIT, WIDE, centred, measure, runs
from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

STYLES = ("Regular", "Bold", "BoldItalic")


def draw(rows, fonts, out):
    for style in STYLES:
        pdfmetrics.registerFont(TTFont(style, str(fonts / f"LiberationSerif-{style}.ttf")))
    canvas = Canvas(str(out), pagesize=(WIDE * UNIT, HIGH * UNIT), pageCompression=1, initialFontName="Bold")
    canvas.beginForm("border", upperx=WIDE * UNIT, uppery=HIGH * UNIT)
    border(canvas)
    canvas.endForm()
    for one in rows:
        canvas.doForm("border")
        certificate(canvas, one)
        canvas.showPage()
    canvas.save()


def border(canvas):
    for inset, colour in ((9, RED), (14, GOLD)):
        canvas.setStrokeColor(HexColor(colour))
        canvas.rect(inset * UNIT, inset * UNIT, (WIDE - 2 * inset) * UNIT, (HIGH - 2 * inset) * UNIT)
    canvas.setFillColor(HexColor(GOLD))
    path = canvas.beginPath()
    for x, y in diamonds():
        path.moveTo(x * UNIT, (y + 1.35) * UNIT)
        for across, up in ((1.35, 0), (0, -1.35), (-1.35, 0)):
            path.lineTo((x + across) * UNIT, (y + up) * UNIT)
        path.close()
    canvas.drawPath(path, stroke=0, fill=1)


def diamonds():
    for n in range(44):
        yield from ((17 + 6.1 * n, 11.5), (17 + 6.1 * n, HIGH - 11.5))
    for n in range(30):
        yield from ((11.5, 17 + 6.1 * n), (WIDE - 11.5, 17 + 6.1 * n))


def certificate(canvas, one):
    middle = WIDE / 2 * UNIT
    canvas.setFillColor(HexColor("#000000"))
    for n, line in enumerate(MOTTO):
        written(canvas, middle, (HIGH - 43 - 5 * n) * UNIT, line, "Bold", 14 + n)
    length = pdfmetrics.stringWidth(MOTTO[1], "Bold", 15)
    canvas.setStrokeColor(HexColor("#000000"))
    canvas.line(middle - length / 2, (HIGH - 50) * UNIT, middle + length / 2, (HIGH - 50) * UNIT)
    at = (HIGH - 65) * UNIT
    for text, size, bold, red in centred(one):
        canvas.setFillColor(HexColor(RED if red else "#000000"))
        at -= size * 1.25
        written(canvas, middle, at, text, "Bold" if bold else "Regular", size)
    canvas.setFillColor(HexColor("#000000"))
    code(canvas, runs(one["url"]))
    for n, line in enumerate(one["notes"]):
        canvas.setFont("BoldItalic", 13)
        canvas.drawString(48 * UNIT, (34 - 5 * n) * UNIT, line)
    written(canvas, 218 * UNIT, 62 * UNIT, one["place_and_day"], "BoldItalic", 14)
    written(canvas, 218 * UNIT, 55 * UNIT, one["authority"], "Bold", 14)
    written(canvas, 218 * UNIT, 22 * UNIT, one["signer"], "Bold", 15)


def written(canvas, x, y, text, font, size):  # noqa: PLR0917 -- like the library's own calls
    canvas.setFont(font, size)
    canvas.drawCentredString(x, y, text)


def code(canvas, rows):
    side = 20 * UNIT / (len(rows) + 4)
    path = canvas.beginPath()
    for y, row in enumerate(rows):
        for x, width in row:
            path.rect(24 * UNIT + (x + 2) * side, 40 * UNIT - (y + 3) * side, width * side, side)
    canvas.drawPath(path, stroke=0, fill=1)


if __name__ == "__main__":
    measure(draw)
