"""Templates as companies have them, made from python-pptx's own by changes of its parts: each function is one such.

A package is its parts by their names; what is changed is checked to have been there.
"""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile

from tests.template.templates import packed
from tests.template.templates import parts as default

__all__ = ["default", "packed"]  # the tests of slides in templates take them from here

Parts = dict[str, bytes]

TYPES = "[Content_Types].xml"
PRESENTATION = "ppt/presentation.xml"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108020000009077"
    "53de0000000c49444154789c63606060000000040001f61738550000000049454e44ae426082"
)
"""A black pixel, as PNG."""


def opened(content: bytes) -> Parts:
    """Return the parts of a package."""
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(parts: Parts, name: str, old: str, new: str, count: int = 1) -> Parts:
    """Return a package in one of whose parts the first places of a text, which is there, are others."""
    assert old.encode() in parts[name], f"{name} has no {old}"
    return {**parts, name: parts[name].replace(old.encode(), new.encode(), count)}


def related(parts: Parts, source: str, id: str, kind: str, target: str, mode: str = "") -> Parts:
    """Return a package in which a part has one more relationship."""
    folder, _, file = source.rpartition("/")
    name = f"{folder}/_rels/{file}.rels".lstrip("/")
    type = kind if "/" in kind else f"{_RELATIONSHIPS}/{kind}"
    one = f'<Relationship Id="{id}" Type="{type}" Target="{target}"{mode}/>'
    return changed(parts, name, "</Relationships>", f"{one}</Relationships>")


def typed(parts: Parts, name: str, type: str, content: bytes) -> Parts:
    """Return a package with one more part of a type."""
    one = f'<Override PartName="/{name}" ContentType="{type}"/>'
    return changed({**parts, name: content}, TYPES, "</Types>", f"{one}</Types>")


def as_template(parts: Parts, word: str = "template") -> Parts:
    """Return it as .potx, or as .ppsx for the word `slideshow`."""
    return changed(parts, TYPES, "presentationml.presentation.main+xml", f"presentationml.{word}.main+xml")


def with_own_map(parts: Parts, layout: int) -> Parts:
    """Return it with a layout whose texts are light and whose ground is dark: it has a colour map of its own."""
    accents = " ".join(f'accent{n}="accent{n}"' for n in range(1, 7))
    swapped = f'bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2" {accents} hlink="hlink" folHlink="folHlink"'
    name = f"ppt/slideLayouts/slideLayout{layout}.xml"
    return changed(parts, name, "<a:masterClrMapping/>", f"<a:overrideClrMapping {swapped}/>")


def without_masters_shapes(parts: Parts, layout: int) -> Parts:
    """Return it with a layout that does not show the master's shapes."""
    return changed(
        parts, f"ppt/slideLayouts/slideLayout{layout}.xml", "<p:sldLayout ", '<p:sldLayout showMasterSp="0" '
    )


def without_title(parts: Parts, layout: int) -> Parts:
    """Return it with a layout that has lost its title."""
    name = f"ppt/slideLayouts/slideLayout{layout}.xml"
    text = parts[name].decode()
    found = next(one for one in re.findall(r"<p:sp>.*?</p:sp>", text, re.DOTALL) if 'type="title"' in one)
    return changed(parts, name, found, "")


def with_doubled_index(parts: Parts) -> Parts:
    """Return it with a layout of two columns whose places have the same index."""
    return changed(parts, "ppt/slideLayouts/slideLayout4.xml", 'sz="half" idx="2"', 'sz="half" idx="1"')


def with_vertical_text(parts: Parts, layout: int) -> Parts:
    """Return it with a layout whose main text runs from top to bottom."""
    name = f"ppt/slideLayouts/slideLayout{layout}.xml"
    text = parts[name].decode()
    found = next(one for one in re.findall(r"<p:sp>.*?</p:sp>", text, re.DOTALL) if 'idx="1"' in one)
    return changed(parts, name, found, re.sub(r"<a:bodyPr[^>]*/>", '<a:bodyPr vert="eaVert"/>', found, count=1))


def with_brand(parts: Parts) -> Parts:
    """Return it with a bar and a picture on the master, and a dark ground behind titles of sections."""
    shapes = (
        '<p:sp><p:nvSpPr><p:cNvPr id="90" name="Bar"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm>'
        '<a:off x="0" y="6705600"/><a:ext cx="9144000" cy="152400"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        '</a:prstGeom><a:solidFill><a:schemeClr val="accent1"/></a:solidFill></p:spPr></p:sp>'
        '<p:pic><p:nvPicPr><p:cNvPr id="91" name="Mark"/><p:cNvPicPr/><p:nvPr userDrawn="1"/></p:nvPicPr><p:blipFill>'
        '<a:blip r:embed="rId90"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm>'
        '<a:off x="8763000" y="76200"/><a:ext cx="304800" cy="152400"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></p:spPr></p:pic>"
    )
    master = "ppt/slideMasters/slideMaster1.xml"
    parts = changed(parts, master, "</p:spTree>", f"{shapes}</p:spTree>")
    parts = related({**parts, "ppt/media/image1.png": PIXEL}, master, "rId90", "image", "../media/image1.png")
    if b'Extension="png"' not in parts[TYPES]:
        parts = changed(parts, TYPES, "<Default ", '<Default Extension="png" ContentType="image/png"/><Default ')
    return parts


def with_two_masters(parts: Parts) -> Parts:
    """Return it with a second master, of other colours and two layouts, whose names are those of the first's."""
    theme = "ppt/theme/theme1.xml"
    second = {"ppt/theme/theme2.xml": changed(parts, theme, 'name="Office Theme"', 'name="Second"')[theme]}
    second["ppt/theme/theme2.xml"] = second["ppt/theme/theme2.xml"].replace(b"4F81BD", b"7030A0")
    kinds = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
    master = parts["ppt/slideMasters/slideMaster1.xml"].decode()
    listed = "".join(f'<p:sldLayoutId id="{2147484000 + n}" r:id="rId{n}"/>' for n in (1, 2))
    master = re.sub(
        r"<p:sldLayoutIdLst>.*?</p:sldLayoutIdLst>", f"<p:sldLayoutIdLst>{listed}</p:sldLayoutIdLst>", master
    )
    second["ppt/slideMasters/slideMaster2.xml"] = master.encode()
    rels = "".join(
        f'<Relationship Id="rId{n}" Type="{_RELATIONSHIPS}/slideLayout" Target="../slideLayouts/slideLayout2{n}.xml"/>'
        for n in (1, 2)
    )
    look = f'<Relationship Id="rId3" Type="{_RELATIONSHIPS}/theme" Target="../theme/theme2.xml"/>'
    second["ppt/slideMasters/_rels/slideMaster2.xml.rels"] = (
        f"<Relationships {kinds}>{rels}{look}</Relationships>".encode()
    )
    for number in (1, 2):
        second[f"ppt/slideLayouts/slideLayout2{number}.xml"] = parts[f"ppt/slideLayouts/slideLayout{number}.xml"]
        second[f"ppt/slideLayouts/_rels/slideLayout2{number}.xml.rels"] = (
            f'<Relationships {kinds}><Relationship Id="rId1" Type="{_RELATIONSHIPS}/slideMaster" '
            'Target="../slideMasters/slideMaster2.xml"/></Relationships>'
        ).encode()
    parts = related(parts, PRESENTATION, "rId80", "slideMaster", "slideMasters/slideMaster2.xml")
    parts = changed(
        parts, PRESENTATION, "</p:sldMasterIdLst>", '<p:sldMasterId id="2147483999" r:id="rId80"/></p:sldMasterIdLst>'
    )
    office = "application/vnd.openxmlformats-officedocument"
    for name, content in second.items():
        kind = {"theme": f"{office}.theme", "slideMasters": f"{office}.presentationml.slideMaster"}
        folder = name.split("/")[1]
        if name.endswith(".rels"):
            parts = {**parts, name: content}
        else:
            type = kind.get(folder, f"{office}.presentationml.slideLayout")
            parts = typed(parts, name, f"{type}+xml", content)
    return parts


def widened(parts: Parts) -> Parts:
    """Return it with pages of 16:9: all that is on masters and layouts is a third wider."""

    def wider(found: re.Match[bytes]) -> bytes:
        return found[1] + str(round(int(found[2]) * 4 / 3)).encode()

    places = [name for name in parts if re.match(r"ppt/slide(Masters|Layouts)/[^/]*$", name)]
    made = {name: re.sub(rb'(<a:(?:off x|ext cx)=")(\d+)', wider, parts[name]) for name in places}
    made = {**parts, **made}
    made[PRESENTATION] = re.sub(
        rb"<p:sldSz [^>]*/>", b'<p:sldSz cx="12192000" cy="6858000"/>', made[PRESENTATION], count=1
    )
    return made
