"""Shapes of a slide as DrawingML: texts, lines, boxes, outlines and groups of them; measures in inches, type in points.

Written as text because a map has hundreds of them and python-pptx builds each point of an outline as an object.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls

Box = tuple[float, float, float, float]  # left, top, width, height
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TAG = re.compile(r"<(/?)(b|i|span|br)\b([^>]*)>")
_DASHES = {"dot": "sysDot", "dash": "dash", "dashdot": "dashDot", "longdash": "lgDash"}


def clean(text: Any) -> str:
    """The text without the characters that XML cannot hold."""
    return _ILLEGAL.sub("", str(text))


def plain(text: Any) -> str:
    """The text of plotly's small HTML without its tags, lines joined by a space."""
    return clean(unescape(re.sub(r"<[^>]+>", "", re.sub(r"<br\s*/?>", " ", str(text))))).strip()


def emu(inches: float) -> int:
    """English metric units, the whole numbers that the format counts in."""
    return round(inches * 914400)


def colour(value: str, opacity: float = 1) -> str:
    """A fill or line colour; `rgba(…)` and full transparency are understood."""
    if value.startswith("rgb"):
        parts = [float(one) for one in re.findall(r"[\d.]+", value)]
        opacity *= parts[3] if len(parts) > 3 else 1
        value = "#" + "".join(f"{round(one):02X}" for one in parts[:3])
    if opacity <= 0:
        return "<a:noFill/>"
    alpha = f'<a:alpha val="{round(opacity * 100000)}"/>' if opacity < 1 else ""
    return f'<a:solidFill><a:srgbClr val="{value.lstrip("#").upper()}">{alpha}</a:srgbClr></a:solidFill>'


def hatching(value: str) -> str:
    """The fill of a stretch that is not compiled."""
    fore = f'<a:fgClr><a:srgbClr val="{value.lstrip("#")}"/></a:fgClr>'
    return f'<a:pattFill prst="wdUpDiag">{fore}<a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>'


def stroke(value: str, points: float, dash: str = "solid", opacity: float = 1) -> str:
    """The properties of a line; a line without width is none."""
    if points <= 0:
        return "<a:ln><a:noFill/></a:ln>"
    dashed = f'<a:prstDash val="{_DASHES[dash]}"/>' if dash in _DASHES else ""
    return (
        f'<a:ln w="{round(points * 12700)}" cap="flat">{colour(value, opacity)}{dashed}<a:miter lim="800000"/></a:ln>'
    )


@dataclass(frozen=True)
class Type:
    """How a text is set."""

    points: float
    colour: str = "#2A2620"
    align: str = "l"
    lang: str = "en"
    bold: bool = False


def paragraphs(text: Any, kind: Type) -> str:
    """The small HTML of plotly's labels (b, i, br) as paragraphs of runs."""
    bold, italic, lines = kind.bold, False, [""]
    for piece in re.split(r"(<[^>]+>)", str(text)):
        tag = _TAG.fullmatch(piece)
        if tag and tag[2] == "br":
            lines.append("")
        elif tag:
            opened = not tag[1]
            bold, italic = (opened or kind.bold if tag[2] == "b" else bold), (opened if tag[2] == "i" else italic)
        elif piece:
            lines[-1] += _run(piece, kind, bold=bold, italic=italic)
    return "".join(
        f'<a:p><a:pPr algn="{kind.align}"><a:lnSpc><a:spcPct val="86000"/></a:lnSpc></a:pPr>{line or _empty(kind)}</a:p>'
        for line in lines
    )


def _run(piece: str, kind: Type, *, bold: bool, italic: bool) -> str:
    style = f'lang="{kind.lang}" sz="{round(kind.points * 100)}" b="{int(bold)}" i="{int(italic)}"'
    text = escape(clean(unescape(piece)).replace("\n", " "))
    return f"<a:r><a:rPr {style}>{colour(kind.colour)}</a:rPr><a:t>{text}</a:t></a:r>"


def _empty(kind: Type) -> str:
    return f'<a:endParaRPr lang="{kind.lang}" sz="{round(kind.points * 100)}"/>'


def extent(text: Any, points: float) -> tuple[float, float]:
    """About the width and height in inches of a label."""
    lines = re.split(r"<br\s*/?>", str(text))
    return max(len(plain(one)) for one in lines) * points * 0.58 / 72, len(lines) * points * 1.1 / 72


def label(text: Any, box: Box, kind: Type, *, anchor: str = "ctr", ground: str = "", upright: bool = False) -> str:
    """A text box without margins; its text stands in one piece where `box` and the alignment put it."""
    fill = colour(ground) if ground else "<a:noFill/>"
    turned = ' vert="vert270"' if upright else ""
    body = (
        f'<a:bodyPr{turned} wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="{anchor}"><a:noAutofit/></a:bodyPr>'
    )
    words = f"<p:txBody>{body}<a:lstStyle/>{paragraphs(text, kind)}</p:txBody>"
    return _shape(
        plain(text)[:60] or "–", box, '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>' + fill, words, text=True
    )


def preset(form: str, name: str, box: Box, fill: str, line: str = "<a:ln><a:noFill/></a:ln>", turn: float = 0) -> str:
    """A ready-made form: rect, ellipse, triangle, diamond …; `turn` in degrees clockwise."""
    return _shape(name, box, f'<a:prstGeom prst="{form}"><a:avLst/></a:prstGeom>{fill}{line}', turn=turn)


def outline(
    name: str, rings: Iterable[Sequence[tuple[float, float]]], fill: str, line: str, *, closed: bool = True
) -> str:
    """A free form of one or more rings of points in inches."""
    kept = [[(emu(x), emu(y)) for x, y in ring] for ring in rings]
    xs, ys = [x for ring in kept for x, _ in ring], [y for ring in kept for _, y in ring]
    left, top, width, height = min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)
    drawn = "".join(_ring(ring, left, top, closed=closed) for ring in kept)
    path = f'<a:path w="{max(width, 1)}" h="{max(height, 1)}"{"" if closed else " fill=" + quoteattr("none")}>{drawn}</a:path>'
    lists = '<a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
    form = f"<a:custGeom>{lists}<a:pathLst>{path}</a:pathLst></a:custGeom>{fill}{line}"
    return _shape(name, (left / 914400, top / 914400, width / 914400, height / 914400), form)


def _ring(ring: Sequence[tuple[int, int]], left: int, top: int, *, closed: bool) -> str:
    points = [f'<a:pt x="{x - left}" y="{y - top}"/>' for x, y in ring]
    rest = "".join(f"<a:lnTo>{point}</a:lnTo>" for point in points[1:])
    return f"<a:moveTo>{points[0]}</a:moveTo>{rest}{'<a:close/>' if closed else ''}"


def _shape(name: str, box: Box, form: str, words: str = "", *, text: bool = False, turn: float = 0) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="0" name={quoteattr(clean(name))}/><p:cNvSpPr{" txBox=" + quoteattr("1") if text else ""}/>'
        f"<p:nvPr/></p:nvSpPr><p:spPr>{place(box, turn=turn)}{form}</p:spPr>{words or _NO_WORDS}</p:sp>"
    )


_NO_WORDS = "<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr/></a:p></p:txBody>"


def place(box: Box, tag: str = "a", turn: float = 0) -> str:
    """Where a shape stands."""
    x, y, w, h = (emu(one) for one in box)
    turned = f' rot="{round(turn * 60000)}"' if turn else ""
    return f'<{tag}:xfrm{turned}><a:off x="{x}" y="{y}"/><a:ext cx="{max(w, 0)}" cy="{max(h, 0)}"/></{tag}:xfrm>'


def group(shapes: Any, name: str, alt: str, children: Sequence[str], box: Box) -> None:
    """Add the shapes to the slide as one group that carries the text alternative; nothing when there are none.

    Their ids are given by `numbered`, when the slide is complete.
    """
    if not children:
        return
    x, y, w, h = (emu(one) for one in box)
    frame = f'<a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/><a:chOff x="{x}" y="{y}"/><a:chExt cx="{w}" cy="{h}"/>'
    named = f'<p:cNvPr id="0" name={quoteattr(clean(name))} descr={quoteattr(clean(alt))}/>'
    xml = (
        f"<p:grpSp {nsdecls('p', 'a', 'r')}><p:nvGrpSpPr>{named}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
        f"<p:grpSpPr><a:xfrm>{frame}</a:xfrm></p:grpSpPr>{''.join(children)}</p:grpSp>"
    )
    shapes._spTree.append(parse_xml(xml))


def numbered(shapes: Any) -> None:
    """Give every shape of a slide an id of its own."""
    for i, named in enumerate(
        shapes._spTree.iter("{http://schemas.openxmlformats.org/presentationml/2006/main}cNvPr"), 1
    ):
        named.set("id", str(i))
