"""The fonts of a drawing's text: deckmaker's own, so that it looks alike on every machine."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from deckmaker.assets.drawings.reading import SVG
from deckmaker.assets.drawings.references import without_comments
from deckmaker.assets.drawings.short_fonts import font_at_length
from deckmaker.assets.flaw import Unusable
from deckmaker.fonts.families import FAMILIES, font_file
from deckmaker.patterns import pattern

_LIKE = {**FAMILIES, "Helvetica": "Arimo", "Helvetica Neue": "Arimo", "Times": "Tinos", "Courier": "Cousine"}
_NAME = pattern(
    r"(?<![\w-])({})(?![\w-])".format("|".join(sorted(map(re.escape, _LIKE), key=len, reverse=True))), re.IGNORECASE
)
_DECLARED = pattern(r"(?<![\w-])(font(?:-family)?+)\s*+:([^;}]*+)", re.IGNORECASE)
_TWINS = {name.lower(): twin for name, twin in _LIKE.items()}
_WIDE = {"inherit", "initial", "unset", "revert"}
"""Words of CSS that stand alone."""

SANS, SERIF, FIXED = FAMILIES["Arial"], FAMILIES["Times New Roman"], FAMILIES["Courier New"]
"""What `sans-serif`, `serif` and `monospace` are; a family that we do not have is set in the first."""


def font_files() -> list[str]:
    """Return every font file that a drawing may use."""
    styles = ((bold, italic) for bold in (False, True) for italic in (False, True))
    return sorted(str(font_file(family, *style)) for style in styles for family in FAMILIES)


def prepare_text(root: Element) -> None:
    """Name our families where a drawing names their twins, and say its fonts at length: resvg knows few short forms.

    Raises Unusable where letters would be missing.
    """
    for element in root.iter():
        if written := element.get("font-family"):
            element.set("font-family", _ours(written))
        if written := element.get("style"):
            element.set("style", _in_our_fonts(written))
        if element.tag == f"{SVG}style" and element.text:
            element.text = _in_our_fonts(element.text)
    root.set("font-family", root.get("font-family", SANS))
    missing = {letter for letter in _letters(root) if not letter.isspace() and not _can_be_shown(letter)}
    if missing:
        shown = ", ".join(f"`{one}`" for one in sorted(missing)[:5])
        raise Unusable(f"is an SVG file with letters that our fonts do not have: {shown}", "turn its text into paths")


def _in_our_fonts(css: str) -> str:
    """Return declarations, or a style sheet, in our fonts."""
    return _DECLARED.sub(_declared, without_comments(css)) if "font" in css.lower() else css


def _declared(found: re.Match[str]) -> str:
    value, mark, important = found[2].partition("!")
    look = font_at_length(value) if found[1].lower() == "font" else None
    if look is None:
        look = {found[1]: _ours(value)}
    else:
        look["font-family"] = _ours(look["font-family"])
    return ";".join(f"{name}:{said}{mark}{important}" for name, said in look.items())


def _ours(written: str) -> str:
    """Return a list of families with ours in it, and Arimo at its end: resvg would end it with a serif."""
    named = _NAME.sub(lambda found: _TWINS[found[0].lower()], written).strip()
    return named if named.lower() in _WIDE else f"{named}, {SANS}"


def _letters(root: Element) -> set[str]:
    return {letter for text in root.iter(f"{SVG}text") for part in text.itertext() for letter in part}


def _can_be_shown(letter: str) -> bool:
    from deckmaker.fonts import FaceKey, face

    return any(face(FaceKey(family, False, False)).has(letter) for family in FAMILIES)
