"""Pictures as `p:pic`: cropped by the source rectangle, never squeezed, in their placeholder where they have one."""

from __future__ import annotations

from deckmaker.layout import PictureItem
from deckmaker.model.geometry import Rect
from deckmaker.render.pptx.placeholders import Placeholder
from deckmaker.render.pptx.units import thousandths
from deckmaker.render.pptx.xml import Xml, properties, transform


def picture_xml(
    id: int,
    name: str,
    item: PictureItem,
    relationship: str,
    rect: Rect | None,
    placeholder: Placeholder | None,
) -> Xml:
    """Return a picture; `rect` is None where it inherits its frame, `placeholder` None where it fills none."""
    left, top, right, bottom = (thousandths(part) for part in item.crop)
    crop = f'<a:srcRect l="{left}" t="{top}" r="{right}" b="{bottom}"/>' if any(item.crop) else ""
    # A picture without placeholder needs a geometry; one with inherits it.
    locks = 'noGrp="1" ' if placeholder else ""
    geometry = "" if placeholder else '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    return Xml(
        f"<p:pic><p:nvPicPr>{properties(id, name, item.alt, decorative=not item.alt)}<p:cNvPicPr>"
        f'<a:picLocks {locks}noChangeAspect="1"/></p:cNvPicPr>'
        f"<p:nvPr>{placeholder.xml() if placeholder else ''}</p:nvPr></p:nvPicPr><p:blipFill>"
        f'<a:blip r:embed="{relationship}"/>{crop}<a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        f"<p:spPr>{transform(rect) if rect else ''}{geometry}</p:spPr></p:pic>"
    )
