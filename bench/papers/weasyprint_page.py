"""The certificate with WeasyPrint: `python weasyprint_page.py FOLDER FONTS OUT.pdf`. The border is one picture for all pages."""

import base64
from html import escape

from page import MOTTO, RED, centred, measure, runs
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

STYLES = (("Regular", "normal", "normal"), ("Bold", "bold", "normal"), ("BoldItalic", "bold", "italic"))
LAYOUT = """
@page { size: A4 landscape; margin: 0; background: url(border.svg) no-repeat 0 0 / 297mm 210mm }
body { margin: 0; font-family: Serif163; text-align: center }
section { break-after: page; height: 174mm; margin: 16mm 24mm 19mm; position: relative; display: flow-root }
p { margin: 0; line-height: 1.25 }
.creed { display: inline-block; border-bottom: 0.8pt solid; margin-bottom: 12mm }
.notes { position: absolute; left: 0; bottom: 0; font: italic bold 13pt Serif163; text-align: left; display: flex;
  align-items: end }
.notes img { width: 20mm; height: 20mm; margin-right: 4mm }
.signed { position: absolute; right: 0; bottom: 0; width: 110mm; height: 42mm; font: bold 14pt Serif163 }
.signed p:last-child { position: absolute; bottom: 0; width: 100%; font-size: 15pt }
"""


def draw(rows, fonts, out):
    known = FontConfiguration()
    faces = "".join(
        f"@font-face {{ font-family: Serif163; font-weight: {weight}; font-style: {style};"
        f" src: url({(fonts / f'LiberationSerif-{name}.ttf').as_uri()}) }}"
        for name, weight, style in STYLES
    )
    border = fonts.parent / "pdf"
    css = CSS(string=faces + LAYOUT, font_config=known, base_url=f"{border.as_uri()}/")
    text = "".join(map(certificate, rows))
    HTML(string=f"<html lang=vi><body>{text}").write_pdf(out, stylesheets=[css], font_config=known)


def certificate(one):
    lines = "".join(
        f'<p style="font-size:{size}pt{";font-weight:bold" * bold}{f";color:{RED}" * red}">{escape(text)}</p>'
        for text, size, bold, red in centred(one)
    )
    notes = "".join(f"<p>{escape(line)}</p>" for line in one["notes"])
    return f"""<section><p style="font-size:14pt;font-weight:bold;margin-top:25mm">{MOTTO[0]}</p>
<p class=creed style="font-size:15pt;font-weight:bold">{MOTTO[1]}</p>{lines}
<div class=notes><img src="{code(runs(one["url"]))}"><div>{notes}</div></div><div class=signed>
<p style="font-style:italic">{escape(one["place_and_day"])}</p><p>{escape(one["authority"])}</p>
<p>{escape(one["signer"])}</p></div></section>"""


def code(rows):
    side = len(rows) + 4
    runs = "".join(f"M{x + 2} {y + 2}.5h{width}" for y, row in enumerate(rows) for x, width in row)
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}"><path stroke="#000" d="{runs}"/></svg>'
    return f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}"


if __name__ == "__main__":
    measure(draw)
