"""Native tables: heatmaps, the matrix of who listed whom, and the rows beside a map."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import quoteattr

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls

from dashboard.briefing._draw import Box, Type, clean, colour, emu, hatching, paragraphs, place, stroke
from dashboard.figures.theme import CARD, HATCH, INK

_URI = "http://schemas.openxmlformats.org/drawingml/2006/table"


@dataclass(frozen=True)
class Cell:
    """One cell: its text and how it looks; `fill` "hatched" for what is not compiled, "" for none."""

    text: str = ""
    fill: str = ""
    ink: str = INK
    align: str = "ctr"
    bold: bool = False
    edge: str = ""


def table(
    shapes: Any, rows: Sequence[Sequence[Cell]], widths: Sequence[float], box: Box, points: float, lang: str, alt: str
) -> None:
    """Add a table that fills the box; `widths` in inches."""
    height = box[3] / len(rows)
    grid = "".join(f'<a:gridCol w="{emu(one)}"/>' for one in widths)
    body = "".join(f'<a:tr h="{emu(height)}">{"".join(_cell(one, points, lang) for one in row)}</a:tr>' for row in rows)
    named = f'<p:cNvPr id="0" name={quoteattr(clean(alt)[:60] or "–")} descr={quoteattr(clean(alt))}/>'
    locks = '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>'
    xml = (
        f"<p:graphicFrame {nsdecls('p', 'a', 'r')}><p:nvGraphicFramePr>{named}{locks}<p:nvPr/></p:nvGraphicFramePr>"
        f'{place(box, "p")}<a:graphic><a:graphicData uri="{_URI}"><a:tbl><a:tblPr firstRow="1"/>'
        f"<a:tblGrid>{grid}</a:tblGrid>{body}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )
    shapes._spTree.append(parse_xml(xml))


def _cell(cell: Cell, points: float, lang: str) -> str:
    kind = Type(points, cell.ink, cell.align, lang, cell.bold)
    fill = hatching(HATCH) if cell.fill == "hatched" else colour(cell.fill) if cell.fill else "<a:noFill/>"
    edges = "".join(
        stroke(cell.edge or CARD, 1).replace("<a:ln ", f"<a:{side} ", 1).replace("</a:ln>", f"</a:{side}>")
        for side in ("lnL", "lnR", "lnT", "lnB")
    )
    text = f"<a:txBody><a:bodyPr/><a:lstStyle/>{paragraphs(cell.text, kind)}</a:txBody>"
    margins = 'marL="27432" marR="27432" marT="0" marB="0" anchor="ctr"'
    return f"<a:tc>{text}<a:tcPr {margins}>{edges}{fill}</a:tcPr></a:tc>"
