"""The list of a presentation's slides, and their ids (ECMA-376 Part 1, 19.2.1.34)."""

from __future__ import annotations

from collections.abc import Sequence

from deckmaker.render.pptx.xml import Xml, attribute
from deckmaker.template.names import FIRST_SLIDE_ID


def slide_list(slides: Sequence[str]) -> Xml:
    """Return `p:sldIdLst`, given the ids of the presentation's relationships with slides."""
    ones = (f"<p:sldId id={attribute(id)} r:id={attribute(one)}/>" for id, one in enumerate(slides, FIRST_SLIDE_ID))
    return Xml(f"<p:sldIdLst>{''.join(ones)}</p:sldIdLst>")
