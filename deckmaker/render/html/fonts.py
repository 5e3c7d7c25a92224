"""Web fonts: faces cut down to the characters used, with metrics that put baselines where layout has them."""

from __future__ import annotations

from base64 import b64encode
from collections import defaultdict
from collections.abc import Iterable
from io import BytesIO

from deckmaker.fonts import FaceKey, face
from deckmaker.fonts.subset import subset_by_text
from deckmaker.render.html.markup import identifier, rule
from deckmaker.text import InlineStyle, SetParagraph
from deckmaker.theme import Theme
from deckmaker.theme.baselines import DESCENT

ASCENT = 1 - DESCENT
"""Ems above the baseline, for every face the same, as `DESCENT` is below it: code on a line cannot make it taller, and
the baseline stands where layout has it, but for half of the spare line space: see deck.css."""

_GENERIC = {
    "Calibri": "sans-serif",
    "Arial": "sans-serif",
    "Times New Roman": "serif",
    "Courier New": "monospace",
    "Georgia": "serif",
}
_FULL_NAME, _FAMILY, _UNIQUE, _POSTSCRIPT = 4, 1, 3, 6  # OpenType: name, "Name IDs"
_KEPT_NAMES = (0, 13, 14)  # copyright and licence


class WebFonts:
    """The faces of one document: collects the characters that each must show, then writes the rules.

    Families are called dm-1, dm-2 …: "Carlito" is a reserved name that a changed font may not bear.
    """

    def __init__(self, theme: Theme) -> None:
        self._families: dict[tuple[str, bool], str] = {}
        for family in theme.fonts.values():
            self._name(family, installed=False)
        self._classes: dict[str, str] = {}  # of families that stand in for the theme's
        self._characters: defaultdict[FaceKey, set[str]] = defaultdict(set)

    def stack(self, family: str) -> str:
        """Return the value of font-family for an Office family."""
        return f'{self._families[family, False]},"{family}",{_GENERIC[family]}'

    def collect(self, paragraphs: Iterable[SetParagraph]) -> None:
        """Note the characters that paragraphs show, and a space: those at line ends are not in the lines."""
        for paragraph in paragraphs:
            runs = [run for set_line in paragraph.lines for run in set_line.line.runs]
            for run in [*runs, paragraph.marker] if paragraph.marker else runs:
                self._characters[run.style.face] |= {" ", *run.text}
                name = self._name(run.style.face.family, run.style.face.installed)
                if one := face_class(run.style):
                    self._classes[one] = name

    def _name(self, family: str, installed: bool) -> str:
        """Return a family's name in the page, a new one where it has none yet."""
        return self._families.setdefault((family, installed), f"dm-{len(self._families) + 1}")

    def rules(self) -> str:
        """Return an @font-face rule for each face that is used, and a class for each family that stands in."""
        faces = "".join(self._rule(key) for key in sorted(self._characters))
        return faces + "".join(rule(f".{one}", {"font-family": name}) for one, name in self._classes.items())

    def _rule(self, key: FaceKey) -> str:
        family = self._families[key.family, key.installed]
        data = b64encode(web_font(key, self._characters[key], family)).decode("ascii")
        declarations = {
            "font-family": family,
            "font-weight": "700" if key.bold else "400",
            "font-style": "italic" if key.italic else "normal",
            "src": f"url(data:font/woff;base64,{data}) format('woff')",
        }
        return rule("@font-face", declarations)


def face_class(style: InlineStyle) -> str | None:
    """Return the class of words in a face that is not their text's own, None for all others."""
    if style.instead_of is None:
        return None
    return f"{'installed' if style.face.installed else 'face'}-{identifier(style.face.family)}"


def web_font(key: FaceKey, characters: Iterable[str], name: str) -> bytes:
    """Return a WOFF of one face with the given characters, under a neutral name."""
    from fontTools.ttLib import TTFont

    font = TTFont(BytesIO(subset_by_text(face(key), characters)), recalcTimestamp=False, recalcBBoxes=False)
    em = font["head"].unitsPerEm
    ascent, descent = round(ASCENT * em), round(DESCENT * em)
    hhea, os2 = font["hhea"], font["OS/2"]  # browsers differ in which of the three they read
    hhea.ascent, hhea.descent, hhea.lineGap = ascent, -descent, 0
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = ascent, -descent, 0
    os2.usWinAscent, os2.usWinDescent = ascent, descent
    table = font["name"]
    table.names = [record for record in table.names if record.nameID in _KEPT_NAMES]
    for name_id in (_FAMILY, _UNIQUE, _FULL_NAME, _POSTSCRIPT):
        table.setName(name, name_id, 3, 1, 0x409)  # Windows, Unicode, English
    font.flavor = "woff"
    stream = BytesIO()
    font.save(stream)
    return stream.getvalue()
