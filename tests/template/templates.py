"""Templates for tests, made from python-pptx's own by changing the XML of its parts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pptx
from PIL import Image

DEFAULT = Path(pptx.__file__).parent / "templates" / "default.pptx"
"""4:3, 720 x 540 points, with Office's layouts of 2010."""

MASTER = "ppt/slideMasters/slideMaster1.xml"
TITLE_SLIDE, CONTENT, SECTION, TWO_CONTENT, _, TITLE_ONLY, BLANK = (
    f"ppt/slideLayouts/slideLayout{number}.xml" for number in range(1, 8)
)
PICTURE_CAPTION = "ppt/slideLayouts/slideLayout9.xml"
THEME = "ppt/theme/theme1.xml"
TYPES = "[Content_Types].xml"

_NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
EMU = 12_700


def parts() -> dict[str, bytes]:
    """Return the parts of python-pptx's template."""
    with zipfile.ZipFile(DEFAULT) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(content: Mapping[str, bytes]) -> bytes:
    """Return parts as a package."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in content.items():
            package.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def changed(part: str, *changes: tuple[str, str], of: Mapping[str, bytes] | None = None) -> dict[str, bytes]:
    """Return the parts with texts of one exchanged; each must be there."""
    found = dict(of or parts())
    text = found[part].decode()
    for before, after in changes:
        assert before in text, before
        text = text.replace(before, after)
    return {**found, part: text.encode()}


def with_shapes(shapes: Mapping[str, str], of: Mapping[str, bytes] | None = None) -> dict[str, bytes]:
    """Return the parts with shapes added to some of them, on top of what they have."""
    found = dict(of or parts())
    for part, xml in shapes.items():
        text = found[part].decode()
        assert "</p:spTree>" in text
        found[part] = text.replace("</p:spTree>", f"{xml}</p:spTree>").encode()
    return found


def with_picture(
    part: str, size: tuple[int, int] = (40, 20), of: Mapping[str, bytes] | None = None
) -> dict[str, bytes]:
    """Return the parts with a PNG, red at its left and blue at its right, that a part refers to as rIdPicture."""
    found = dict(of or parts())
    image = Image.new("RGB", size, "#FF0000")
    image.paste("#0000FF", (size[0] // 2, 0, *size))
    out = io.BytesIO()
    image.save(out, "PNG")
    folder, _, file = part.rpartition("/")
    relations = f"{folder}/_rels/{file}.rels"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    own = f'<Relationship Id="rIdPicture" Type="{kind}" Target="../media/brand.png"/></Relationships>'
    found[relations] = found[relations].replace(b"</Relationships>", own.encode())
    found["ppt/media/brand.png"] = out.getvalue()
    if b'Extension="png"' not in found[TYPES]:
        found = changed(TYPES, ("<Default ", '<Default Extension="png" ContentType="image/png"/><Default '), of=found)
    return found


def place(x: float, y: float, width: float, height: float, turned: float = 0, flip: str = "") -> str:
    """Return where a shape stands, in points."""
    attributes = f' rot="{round(turned * 60_000)}"' if turned else ""
    attributes += f' {flip}="1"' if flip else ""
    off, ext = f'x="{round(x * EMU)}" y="{round(y * EMU)}"', f'cx="{round(width * EMU)}" cy="{round(height * EMU)}"'
    return f"<a:xfrm{attributes}><a:off {off}/><a:ext {ext}/></a:xfrm>"


def solid(color: str) -> str:
    """Return a fill in six digits, or by its name in the scheme."""
    kind = "srgbClr" if len(color) == 6 and color[:2] != "ac" else "schemeClr"
    return f'<a:solidFill><a:{kind} val="{color}"/></a:solidFill>'


def preset(kind: str, adjustments: str = "") -> str:
    """Return the form of a shape."""
    return f'<a:prstGeom prst="{kind}"><a:avLst>{adjustments}</a:avLst></a:prstGeom>'


def shape(
    where: str, form: str = preset("rect"), look: str = "", name: str = "Box", text: str = "", style: str = ""
) -> str:
    """Return a shape of a form in its place; `look` is its fill and line."""
    body = f"<p:txBody><a:bodyPr/>{text}</p:txBody>" if text else ""
    return (
        f'<p:sp {_NAMESPACES}><p:nvSpPr><p:cNvPr id="90" name="{name}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
        f"<p:spPr>{where}{form}{look}</p:spPr>{style}{body}</p:sp>"
    )


def picture(where: str, crop: str = "", form: str = preset("rect"), name: str = "Picture") -> str:
    """Return a picture of what the part calls rIdPicture."""
    return (
        f'<p:pic {_NAMESPACES}><p:nvPicPr><p:cNvPr id="91" name="{name}"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr>'
        f'<p:blipFill><a:blip r:embed="rIdPicture"/>{crop}<a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        f"<p:spPr>{where}{form}</p:spPr></p:pic>"
    )


def group(where: str, inner: tuple[float, float, float, float], shapes: str) -> str:
    """Return a group in its place, whose own space begins at the first two of `inner` and is as large as the others."""
    x, y, width, height = (round(one * EMU) for one in inner)
    own = f'<a:chOff x="{x}" y="{y}"/><a:chExt cx="{width}" cy="{height}"/></a:xfrm>'
    return (
        f'<p:grpSp {_NAMESPACES}><p:nvGrpSpPr><p:cNvPr id="92" name="Group"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
        f"<p:grpSpPr>{where.replace('</a:xfrm>', own)}</p:grpSpPr>{shapes}</p:grpSp>"
    )
