"""The numbers of lists in DrawingML: what counts them, and where each list begins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deckmaker.model import Marker, Paragraph
from deckmaker.render.pptx.xml import Xml

AUTO_NUMBERED = (Marker.NUMBER, Marker.FOOTNOTE)


def auto_number(one: Paragraph, first_number: int) -> Xml:
    """Return what counts the items of a list; every item names the number of its first (ECMA-376, 21.1.2.4.1)."""
    kind = "alphaLcPeriod" if one.level % 2 else "arabicPeriod"
    kind = "arabicPlain" if one.marker is Marker.FOOTNOTE else kind
    start = f' startAt="{first_number}"' if first_number > 1 else ""
    return Xml(f'<a:buAutoNum type="{kind}"{start}/>')


def first_numbers(paragraphs: Iterable[Paragraph]) -> Iterator[int]:
    """Yield for each paragraph the number of the first item of its list in this text: a list may go on from elsewhere.

    An item that does not count on begins another list. So does a footnote, of which some may stand on other slides.
    """
    begun: dict[int, tuple[int, int]] = {}  # of each level the first and the last number
    for one in paragraphs:
        numbered = one.marker in AUTO_NUMBERED and not one.continues
        begun = {
            level: numbers
            for level, numbers in begun.items()
            if level < one.level + (numbered or one.continues) and one.marker is not Marker.NONE
        }
        if numbered:
            first, last = begun.get(one.level, (one.number, one.number - 1))
            begun[one.level] = (first if one.number == last + 1 else one.number), one.number
        yield begun[one.level][0] if numbered else 1
