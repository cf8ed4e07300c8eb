"""The master of every deck, made from python-pptx's own: 16:9, our colours and type, two layouts with real placeholders."""

import re
from typing import Any

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Emu

from dashboard.briefing._draw import Box, emu, place
from dashboard.figures import theme

WIDTH, HEIGHT = 13.333, 7.5
SLIDE: Box = (0.35, 0.2, 12.63, 7.1)  # texts keep within this
CHART: Box = (0.55, 2.02, 12.23, 4.76)
TITLE, TAKEAWAY, KEY, SOURCE = 0, 1, 13, 14
_SERIF, _SANS = "Georgia", "Segoe UI"
_DARK_TO_LIGHT = (("dk1", theme.INK), ("lt1", theme.CARD), ("dk2", theme.MUTED), ("lt2", theme.PAPER))
_ACCENTS = ("us", "kr-mnd", "kr-dia", "kr-nis", "ua", "researchers")
# type, index, name, place, anchor, points, colour of the scheme, font
_TITLE_LAYOUT: tuple[tuple[Any, ...], ...] = (
    ("ctrTitle", TITLE, "Title", (0.9, 1.7, 11.5, 1.9), "b", 40, "tx1", "+mj-lt"),
    ("subTitle", TAKEAWAY, "Summary", (0.9, 3.85, 10.4, 1.6), "t", 18, "tx1", "+mn-lt"),
    ("body", SOURCE, "Date and version", (0.9, 6.35, 11.5, 0.6), "t", 12, "tx2", "+mn-lt"),
)
_CHART_LAYOUT: tuple[tuple[Any, ...], ...] = (
    ("title", TITLE, "Title", (0.55, 0.3, 12.23, 0.78), "b", 24, "tx1", "+mj-lt"),
    ("body", TAKEAWAY, "Takeaway", (0.55, 1.12, 12.23, 0.5), "t", 13, "tx1", "+mn-lt"),
    ("body", KEY, "Key", (0.55, 1.64, 12.23, 0.34), "t", 10, "tx2", "+mn-lt"),
    ("body", SOURCE, "Sources", (0.55, 6.88, 11.3, 0.42), "t", 9, "tx2", "+mn-lt"),
    ("sldNum", 12, "Slide number", (12.08, 6.88, 0.7, 0.3), "t", 9, "tx2", "+mn-lt"),
)
_RULE: Box = (0.55, 6.83, 12.23, 0.0)


def blank() -> tuple[Any, Any, Any]:
    """An empty presentation, its title layout and its chart layout."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Emu(12192000), Emu(6858000)
    master = deck.slide_master
    titles, charts = deck.slide_layouts[0], deck.slide_layouts[1]
    for layout in list(deck.slide_layouts)[2:]:
        deck.slide_layouts.remove(layout)
    _recolour(master)
    _master(master)
    _layout(titles, "Title", _TITLE_LAYOUT)
    _layout(charts, "Chart", _CHART_LAYOUT, ruled=True)
    return deck, titles, charts


def _recolour(master: Any) -> None:
    """Our palette and type in the theme, so that whatever is added later looks like the rest."""
    part = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    xml = part.blob.decode("utf-8")
    for name, colour in (*_DARK_TO_LIGHT, *_accents()):
        xml = re.sub(
            rf"<a:{name}>.*?</a:{name}>", f'<a:{name}><a:srgbClr val="{colour[1:]}"/></a:{name}>', xml, flags=re.DOTALL
        )
    for kind, font in (("major", _SERIF), ("minor", _SANS)):
        xml = re.sub(rf'(<a:{kind}Font>\s*<a:latin typeface=)"[^"]*"', rf'\1"{font}"', xml)
    xml = re.sub(r'(<a:(?:theme|clrScheme|fontScheme)\b[^>]* name=)"[^"]*"', r'\1"Tumen Monitor"', xml)
    part._blob = xml.encode("utf-8")


def _accents() -> list[tuple[str, str]]:
    accents = [(f"accent{i}", theme.mark_colour(group)) for i, group in enumerate(_ACCENTS, 1)]
    return [*accents, ("hlink", theme.mark_colour("us")), ("folHlink", theme.mark_colour("msmt"))]


def _master(master: Any) -> None:
    """The placeholders of the master in the 16:9 places of the chart layout."""
    places = {"title": _CHART_LAYOUT[0][3], "body": (0.55, 1.4, 12.23, 5.3), "sldNum": _CHART_LAYOUT[4][3]}
    for shape in list(master.placeholders):
        kind = shape._element.nvSpPr.nvPr.find(qn("p:ph")).get("type")
        if kind not in places:
            shape._element.getparent().remove(shape._element)
            continue
        shape.left, shape.top, shape.width, shape.height = (Emu(emu(one)) for one in places[kind])
    style = master._element.find(f"{qn('p:txStyles')}/{qn('p:titleStyle')}/{qn('a:lvl1pPr')}")
    style.set("algn", "l")
    style.find(qn("a:defRPr")).set("sz", "2400")


def _layout(layout: Any, name: str, holders: tuple[tuple[Any, ...], ...], *, ruled: bool = False) -> None:
    layout._element.cSld.set("name", name)
    tree = layout.shapes._spTree
    for old in tree.findall(qn("p:sp")):
        tree.remove(old)
    for i, holder in enumerate(holders, 2):
        tree.append(parse_xml(_holder(i, *holder)))
    if ruled:
        line = f'<a:ln w="9525"><a:solidFill><a:srgbClr val="{theme.GRID[1:]}"/></a:solidFill></a:ln>'
        tree.append(parse_xml(
            f'<p:cxnSp {nsdecls("p", "a", "r")}><p:nvCxnSpPr><p:cNvPr id="20" name="Rule"/><p:cNvCxnSpPr/><p:nvPr userDrawn="1"/>'
            f'</p:nvCxnSpPr><p:spPr>{place(_RULE)}<a:prstGeom prst="line"><a:avLst/></a:prstGeom>{line}</p:spPr></p:cxnSp>'
        ))  # fmt: skip


def _holder(
    ident: int, kind: str, index: int, name: str, box: Box, anchor: str, points: float, ink: str, font: str
) -> str:
    """A placeholder that says how its text is set."""
    said = "" if index == TITLE else f' idx="{index}"'
    style = (
        f'<a:lvl1pPr marL="0" indent="0" algn="{"r" if kind == "sldNum" else "l"}"><a:lnSpc><a:spcPct val="95000"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/><a:defRPr sz="{round(points * 100)}"><a:solidFill><a:schemeClr val="{ink}"/>'
        f'</a:solidFill><a:latin typeface="{font}"/></a:defRPr></a:lvl1pPr>'
    )
    text = '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="en"/><a:t>‹#›</a:t></a:fld>'
    run = text if kind == "sldNum" else f'<a:r><a:rPr lang="en"/><a:t>{name}</a:t></a:r>'
    return (
        f'<p:sp {nsdecls("p", "a", "r")}><p:nvSpPr><p:cNvPr id="{ident}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="{kind}"{said}/></p:nvPr></p:nvSpPr><p:spPr>{place(box)}</p:spPr><p:txBody>'
        f'<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="{anchor}"><a:normAutofit/></a:bodyPr><a:lstStyle>{style}</a:lstStyle>'
        f"<a:p>{run}</a:p></p:txBody></p:sp>"
    )


def slide_number(slide: Any, lang: str) -> None:
    """The number of the slide, which python-pptx does not take over from the layout."""
    text = f'<a:fld id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum"><a:rPr lang="{lang}"/><a:t>‹#›</a:t></a:fld>'
    slide.shapes._spTree.append(parse_xml(
        f'<p:sp {nsdecls("p", "a", "r")}><p:nvSpPr><p:cNvPr id="0" name="Slide number"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="sldNum" idx="12"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p>{text}</a:p>'
        "</p:txBody></p:sp>"
    ))  # fmt: skip
