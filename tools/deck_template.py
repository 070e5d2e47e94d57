"""The template of slides that cxmap brings: 16:9, four layouts, Arial, and the colours of the light theme of charts."""

from __future__ import annotations

import io
import zipfile

from cxmap.output.drawing.theme import LIGHT

PATH = "src/cxmap/output/drawing/default.pptx"

_INCH = 914_400
_WIDTH, _HEIGHT = 12_192_000, 6_858_000
_MAIN = "http://schemas.openxmlformats.org/presentationml/2006/main"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument.presentationml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NAMESPACES = f'xmlns:a="{_DRAWING}" xmlns:r="{_LINKS}" xmlns:p="{_MAIN}"'
_NO_GROUP = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
    '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/>'
    '<a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)

_LEFT, _RIGHT = 0.6, 12.733
# What a placeholder is called, its attributes, and where it is, in inches: left, top, width, height.
_TITLE = ("Title", 'type="title"', (_LEFT, 0.35, _RIGHT - _LEFT, 0.95))
_BODY = ("Text", 'type="body" idx="1"', (_LEFT, 1.45, _RIGHT - _LEFT, 5.4))
_DATE = ("Date", 'type="dt" sz="half" idx="10"', (_LEFT, 6.98, 2.5, 0.3))
_FOOTER = ("Footer", 'type="ftr" sz="quarter" idx="11"', (3.4, 6.98, 6.5, 0.3))
_NUMBER = ("Slide Number", 'type="sldNum" sz="quarter" idx="12"', (_RIGHT - 1.2, 6.98, 1.2, 0.3))
_LAYOUTS = (
    (
        "Title Slide",
        "title",
        (
            ("Title", 'type="ctrTitle"', (1.2, 2.0, 10.9, 1.6)),
            ("Subtitle", 'type="subTitle" idx="1"', (1.2, 3.75, 10.9, 1.4)),
        ),
    ),
    ("Title and Content", "obj", (_TITLE, ("Content", 'idx="1"', _BODY[2]), _DATE, _FOOTER, _NUMBER)),
    ("Title Only", "titleOnly", (_TITLE, _DATE, _FOOTER, _NUMBER)),
    ("Blank", "blank", (_DATE, _FOOTER, _NUMBER)),
)


def template() -> bytes:
    """The file; stored, not packed, so that its bytes do not depend on a version of zlib."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in _parts().items():
            archive.writestr(zipfile.ZipInfo(name), _HEAD + text)
    return out.getvalue()


def _parts() -> dict[str, str]:
    numbers = range(1, len(_LAYOUTS) + 1)
    overrides = {
        "/ppt/presentation.xml": f"{_TYPES}.presentation.main+xml",
        "/ppt/slideMasters/slideMaster1.xml": f"{_TYPES}.slideMaster+xml",
        **{f"/ppt/slideLayouts/slideLayout{number}.xml": f"{_TYPES}.slideLayout+xml" for number in numbers},
        "/ppt/presProps.xml": f"{_TYPES}.presProps+xml",
        "/ppt/viewProps.xml": f"{_TYPES}.viewProps+xml",
        "/ppt/tableStyles.xml": f"{_TYPES}.tableStyles+xml",
        "/ppt/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
    }
    master = _links(
        [(f"rId{n}", "slideLayout", f"../slideLayouts/slideLayout{n}.xml") for n in numbers]
        + [("rId9", "theme", "../theme/theme1.xml")]
    )
    return {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            + "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
            + "</Types>"
        ),
        "_rels/.rels": _links([("rId1", "officeDocument", "ppt/presentation.xml")]),
        "ppt/presentation.xml": (
            f'<p:presentation {_NAMESPACES}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/>'
            f'</p:sldMasterIdLst><p:sldSz cx="{_WIDTH}" cy="{_HEIGHT}"/><p:notesSz cx="6858000" cy="9144000"/>'
            "</p:presentation>"
        ),
        "ppt/_rels/presentation.xml.rels": _links(
            [
                ("rId1", "slideMaster", "slideMasters/slideMaster1.xml"),
                # PowerPoint asks to repair a file without the first two.
                ("rId2", "presProps", "presProps.xml"),
                ("rId3", "viewProps", "viewProps.xml"),
                ("rId4", "tableStyles", "tableStyles.xml"),
                ("rId5", "theme", "theme/theme1.xml"),
            ]
        ),
        "ppt/presProps.xml": f"<p:presentationPr {_NAMESPACES}/>",
        "ppt/viewProps.xml": f"<p:viewPr {_NAMESPACES}/>",
        "ppt/tableStyles.xml": (
            f'<a:tblStyleLst xmlns:a="{_DRAWING}" def="{{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}}"/>'
        ),
        "ppt/slideMasters/slideMaster1.xml": _master(numbers),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": master,
        **{f"ppt/slideLayouts/slideLayout{n}.xml": _layout(*_LAYOUTS[n - 1]) for n in numbers},
        **{
            f"ppt/slideLayouts/_rels/slideLayout{n}.xml.rels": _links(
                [("rId1", "slideMaster", "../slideMasters/slideMaster1.xml")]
            )
            for n in numbers
        },
        "ppt/theme/theme1.xml": _theme(),
    }


def _links(links: list[tuple[str, str, str]]) -> str:
    inside = "".join(f'<Relationship Id="{id_}" Type="{_LINKS}/{kind}" Target="{to}"/>' for id_, kind, to in links)
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>'
    )


def _master(numbers: range) -> str:
    shapes = "".join(_placeholder(i, *found) for i, found in enumerate((_TITLE, _BODY, _DATE, _FOOTER, _NUMBER), 2))
    layouts = "".join(f'<p:sldLayoutId id="{2147483648 + n}" r:id="rId{n}"/>' for n in numbers)
    levels = "".join(
        f'<a:lvl{level}pPr marL="{285750 * level}" indent="-285750"><a:spcBef><a:spcPts val="900"/></a:spcBef>'
        f'<a:buFont typeface="Arial"/><a:buChar char="•"/>{_run(size, "tx1")}</a:lvl{level}pPr>'
        for level, size in enumerate((20, 18, 16, 14, 14), 1)
    )
    other = "".join(f"<a:lvl{level}pPr>{_run(18, 'tx1')}</a:lvl{level}pPr>" for level in range(1, 6))
    return (
        f'<p:sldMaster {_NAMESPACES}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill>'
        f"<a:effectLst/></p:bgPr></p:bg><p:spTree>{_NO_GROUP}{shapes}</p:spTree></p:cSld>"
        '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
        'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
        f"<p:sldLayoutIdLst>{layouts}</p:sldLayoutIdLst><p:txStyles><p:titleStyle>"
        f'<a:lvl1pPr><a:lnSpc><a:spcPct val="95000"/></a:lnSpc>{_run(26, "tx1", bold=True, face="+mj")}</a:lvl1pPr>'
        f"</p:titleStyle><p:bodyStyle>{levels}</p:bodyStyle><p:otherStyle>{other}</p:otherStyle></p:txStyles>"
        "</p:sldMaster>"
    )


def _run(size: float, color: str, *, bold: bool = False, face: str = "+mn") -> str:
    weight = ' b="1"' if bold else ""
    fonts = "".join(
        f'<a:{kind} typeface="{face}-{end}"/>' for kind, end in (("latin", "lt"), ("ea", "ea"), ("cs", "cs"))
    )
    fill = f'<a:solidFill><a:schemeClr val="{color}"/></a:solidFill>'
    return f'<a:defRPr sz="{round(size * 100)}"{weight}>{fill}{fonts}</a:defRPr>'


def _layout(name: str, kind: str, placeholders: tuple[tuple[str, str, tuple[float, ...]], ...]) -> str:
    shapes = "".join(_placeholder(i, *found) for i, found in enumerate(placeholders, 2))
    if kind == "title":
        bar = _bar(len(placeholders) + 2)
        shapes = bar + shapes
    return (
        f'<p:sldLayout {_NAMESPACES} type="{kind}" preserve="1"><p:cSld name="{name}"><p:spTree>{_NO_GROUP}{shapes}'
        "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def _bar(number: int) -> str:
    """The one ornament: a bar in the first accent's colour at the left of the opening slide."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="Bar"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>'
        f'<a:xfrm><a:off x="{round(0.6 * _INCH)}" y="{2 * _INCH}"/><a:ext cx="{round(0.09 * _INCH)}" '
        f'cy="{round(3.15 * _INCH)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill>'
        '<a:schemeClr val="accent1"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr>'
        "<p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody></p:sp>"
    )


_FIELD = (
    '<a:fld id="{00000000-0000-4000-8000-000000000001}" type="slidenum"><a:rPr lang="en-GB"/><a:t>‹#›</a:t></a:fld>'
)


def _placeholder(number: int, name: str, attributes: str, box: tuple[float, ...]) -> str:
    left, top, width, height = (round(value * _INCH) for value in box)
    anchor, style = "t", "<a:lstStyle/>"
    if 'type="title"' in attributes:
        anchor = "b"
    elif 'type="ctrTitle"' in attributes:
        anchor, style = "b", f"<a:lstStyle><a:lvl1pPr>{_run(40, 'tx1', bold=True, face='+mj')}</a:lvl1pPr></a:lstStyle>"
    elif 'type="subTitle"' in attributes:
        style = f'<a:lstStyle><a:lvl1pPr marL="0" indent="0"><a:buNone/>{_run(18, "tx2")}</a:lvl1pPr></a:lstStyle>'
    elif "sldNum" in attributes or "dt" in attributes or "ftr" in attributes:
        align = {"sldNum": "r", "ftr": "ctr"}.get(attributes.split('"')[1], "l")
        anchor = "ctr"
        style = f'<a:lstStyle><a:lvl1pPr algn="{align}">{_run(10, "tx2")}</a:lvl1pPr></a:lstStyle>'
    text = _FIELD if "sldNum" in attributes else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph {attributes}/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="{left}" y="{top}"/>'
        f'<a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f'<p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="{anchor}"><a:normAutofit/></a:bodyPr>{style}'
        f"<a:p>{text}</a:p></p:txBody></p:sp>"
    )


def _theme() -> str:
    series = [one.color[1:] for one in LIGHT.series[:3]]
    colors = {
        "dk1": LIGHT.ink[1:],
        "lt1": LIGHT.paper[1:],
        "dk2": LIGHT.muted[1:],
        "lt2": LIGHT.band[1:],
        **{f"accent{n}": value for n, value in enumerate((*series, LIGHT.short[1:], LIGHT.rule[1:], "CC79A7"), 1)},
        "hlink": series[0],
        "folHlink": LIGHT.muted[1:],
    }
    scheme = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in colors.items())
    font = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525">{fill}</a:ln>'
    return (
        f'<a:theme xmlns:a="{_DRAWING}" name="cxmap"><a:themeElements><a:clrScheme name="cxmap">{scheme}</a:clrScheme>'
        f'<a:fontScheme name="cxmap"><a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="cxmap"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>'
        f"<a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )
