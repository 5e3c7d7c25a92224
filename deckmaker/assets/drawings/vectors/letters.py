"""Text as outlines, set as resvg sets it: in our fonts, from left to right (SVG 2, 11)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from unicodedata import bidirectional
from xml.etree.ElementTree import Element

from deckmaker.assets.drawings.reading import SVG
from deckmaker.assets.drawings.text import FIXED, SANS, SERIF
from deckmaker.assets.drawings.vectors.cascade import Cascade, Look, font_size, inherited
from deckmaker.assets.drawings.vectors.drawing import Outline, Unsaid
from deckmaker.assets.drawings.vectors.lengths import Viewport, length
from deckmaker.assets.drawings.vectors.outlines import mapped, read_path
from deckmaker.assets.drawings.vectors.work import Work
from deckmaker.dataclasses import dataclass, field
from deckmaker.fonts import FAMILIES, FaceKey, face
from deckmaker.fonts.face import LONGEST
from deckmaker.fonts.paths import glyph_path
from deckmaker.patterns import pattern

_GENERIC = {"sans-serif": SANS, "serif": SERIF, "monospace": FIXED, "cursive": SANS, "fantasy": SANS}
_OFFICE = {twin.lower(): office for office, twin in FAMILIES.items()}
"""Families by the names that `prepare_text` has given a drawing: our own."""

_TWINS = {**_OFFICE, **{name: _OFFICE[twin.lower()] for name, twin in _GENERIC.items()}}
_LISTS = pattern(r"[\s,]++")
_BOLD = 550
"""Weights from here on are set in the bold face."""

_WEIGHTS = {"normal": 400.0, "bold": 700.0, "bolder": 700.0, "lighter": 400.0}
_RIGHT_TO_LEFT = {"R", "AL", "AN", "RLE", "RLO", "RLI", "LRE", "LRO", "LRI", "FSI", "PDF", "PDI"}
_POSITIONED = ("x", "y", "dx", "dy")
_PLAIN = {
    "font-variant": {"normal"},
    "word-spacing": {"normal", "0"},
    "direction": {"ltr"},
    "writing-mode": {"lr-tb", "lr", "horizontal-tb"},
    "text-decoration": {"none"},
    "dominant-baseline": {"auto", "alphabetic", "baseline", "middle", "central"},
}
_PLAIN_OWN = {
    "alignment-baseline": {"auto", "baseline", "alphabetic"},
    "baseline-shift": {"baseline", "0"},
}


@dataclass(slots=True)
class Letters:
    """Outlines of letters that look alike, in the space of their text."""

    look: Look
    outlines: list[Outline] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Style:
    """How letters are set; lengths in user units."""

    look: Look
    key: FaceKey
    size: float
    spacing: float


@dataclass(slots=True)
class _Character:
    """A character, where the text says that it begins, and by how much it is moved."""

    letter: str
    style: _Style
    x: float | None = None
    y: float | None = None
    dx: float = 0.0
    dy: float = 0.0


class TextSetter:
    """Sets the texts of one drawing."""

    def __init__(self, cascade: Cascade, work: Work) -> None:
        self._cascade, self._work = cascade, work
        self._characters: list[_Character] = []

    def set(self, element: Element, look: Look, size: float, viewport: Viewport) -> list[Letters]:
        """Return the letters of a `text` element, in the order in which they are drawn. Raises Unsaid."""
        self._characters = []
        self._collect(element, look, self._cascade.stated(element), size, viewport)
        self._trim()
        adjusted = element.get("textLength")
        if adjusted and element.get("lengthAdjust", "spacing") != "spacing":
            raise Unsaid("text that is stretched")
        target = length(adjusted, viewport.width, size) if adjusted else None
        chunks = list(self._chunks())
        if target is not None and len(chunks) > 1:
            raise Unsaid("text of a given length in pieces")
        found: list[Letters] = []
        x = y = 0.0
        for chunk in chunks:
            x, y = self._chunk(chunk, x, y, target, found)
        return found

    def _collect(self, element: Element, look: Look, stated: Look, size: float, viewport: Viewport) -> None:
        """Take the characters of an element and of those in it."""
        if stated.get("display") == "none":
            return
        self._work.element(element)
        _check(element, look, stated)
        style = _Style(look, _face_key(look), size, _spacing(look, size))
        begin = len(self._characters)
        self._take(element.text, style)
        for child in element:
            name = child.tag.removeprefix(SVG)
            if name in ("tspan", "a"):
                own_look = self._cascade.stated(child)
                if child.get("textLength"):
                    raise Unsaid("text of a given length in pieces")
                if own_look.get("opacity", "1") != "1":
                    raise Unsaid("words with an opacity of their own")
                if any(own_look.get(key, "none") != "none" for key in ("clip-path", "mask", "filter")):
                    raise Unsaid("words that are masked")
                inner = inherited(look, own_look)
                self._collect(child, inner, own_look, font_size(own_look, size), viewport)
            elif name not in ("title", "desc", "metadata"):
                raise Unsaid("text along a path" if name == "textPath" else f"`<{name[:30]}>` in a text")
            self._take(child.tail, style)
        self._position(element, begin, size, viewport)

    def _take(self, text: str | None, style: _Style) -> None:
        if not text:
            return
        spaced = style.look["xml:space"] == "preserve" or style.look["white-space"].startswith("pre")
        self._work.steps(len(text))
        text = re.sub(r"[\t\r\n]", " ", text)
        for letter in text:
            after_space = self._characters and self._characters[-1].letter == " "
            if letter == " " and not spaced and (after_space or not self._characters):
                continue
            if bidirectional(letter) in _RIGHT_TO_LEFT:
                raise Unsaid("text from right to left")
            self._characters.append(_Character(letter, style))

    def _trim(self) -> None:
        """Leave out the space at the end of a text, as those at its beginning."""
        if self._characters and self._characters[-1].letter == " ":
            last = self._characters[-1].style.look
            if last["xml:space"] != "preserve" and not last["white-space"].startswith("pre"):
                self._characters.pop()

    def _position(self, element: Element, begin: int, size: float, viewport: Viewport) -> None:
        """Give the characters since `begin` their places; those that elements within gave them stay."""
        for key in _POSITIONED:
            whole = viewport.width if key.endswith("x") else viewport.height
            written = _LISTS.split((element.get(key) or "").strip()) if element.get(key) else []
            for character, value in zip(self._characters[begin:], written, strict=False):
                given = length(value, whole, size)
                if key.startswith("d"):
                    if not getattr(character, key):
                        setattr(character, key, given)
                elif getattr(character, key) is None:
                    setattr(character, key, given)

    def _chunks(self) -> Iterator[list[_Character]]:
        """Yield stretches of text each of which begins at a place of its own."""
        chunk: list[_Character] = []
        for one in self._characters:
            if chunk and (one.x is not None or one.y is not None):
                yield chunk
                chunk = []
            chunk.append(one)
        if chunk:
            yield chunk

    def _chunk(
        self, chunk: Sequence[_Character], x: float, y: float, target: float | None, found: list[Letters]
    ) -> tuple[float, float]:
        """Set a stretch of text from a place on, add its letters, and return where it ends."""
        x = chunk[0].x if chunk[0].x is not None else x
        y = chunk[0].y if chunk[0].y is not None else y
        runs = [(run, _shaped(run)) for run in _runs(chunk)]
        width = sum(glyph.advance for _, glyphs in runs for glyph in glyphs) - chunk[-1].style.spacing
        count = sum(len(glyphs) for _, glyphs in runs)
        more = (target - width) / (count - 1) if target is not None and count > 1 else 0.0
        width += more * count  # as in resvg: with the space behind the last letter, without what is moved by `dx`
        anchor = chunk[0].style.look["text-anchor"]
        x -= {"middle": width / 2, "end": width}.get(anchor, 0.0)
        for run, glyphs in runs:
            style = run[0].style
            letters = Letters(style.look)
            y_shift = _lowered(style)
            scale = style.size / face(style.key).units_per_em
            moved_to = -1
            for glyph in glyphs:
                for one in run[moved_to + 1 : glyph.cluster + 1]:
                    x, y = x + one.dx, y + one.dy
                moved_to = max(moved_to, glyph.cluster)
                outline = _glyph_outline(style.key, glyph.id)
                if outline:
                    place = (scale, 0.0, 0.0, -scale, x + glyph.right, y + y_shift - glyph.up)
                    letters.outlines.append(mapped(outline, place))
                x += glyph.advance + more
            found.append(letters)
        return x - chunk[-1].style.spacing, y


@dataclass(frozen=True, slots=True)
class _Glyph:
    """A glyph of a run: in user units, and with the index of its character in the run."""

    id: int
    cluster: int
    advance: float
    right: float
    up: float


def _runs(chunk: Sequence[_Character]) -> Iterator[list[_Character]]:
    """Yield stretches that are shaped at once: alike, and parted where a letter is moved by itself."""
    run: list[_Character] = []
    for one in chunk:
        if run and (one.style is not run[0].style or one.dx or one.dy):
            yield run
            run = []
        run.append(one)
    if run:
        yield run


def _shaped(run: Sequence[_Character]) -> list[_Glyph]:
    """Return a run's glyphs by HarfBuzz, with ligatures where letters are not spaced, as resvg has them."""
    style, font = run[0].style, face(run[0].style.key)
    if len(run) > LONGEST:
        raise Unsaid(f"a line of more than {LONGEST:,} letters")
    text = "".join(one.letter for one in run)
    shaped = font.shape(text) if style.spacing else font.shape_with_ligatures(text)
    if 0 in shaped.glyphs:
        raise Unsaid(f"letters that {FAMILIES[style.key.family]} lacks")
    offsets = shaped.offsets or ((0.0, 0.0),) * len(shaped.glyphs)
    return [
        _Glyph(glyph, cluster, advance * style.size + style.spacing, right * style.size, up * style.size)
        for glyph, cluster, advance, (right, up) in zip(
            shaped.glyphs, shaped.clusters, shaped.advances, offsets, strict=True
        )
    ]


@lru_cache(maxsize=2_048)
def _glyph_outline(key: FaceKey, glyph: int) -> Outline:
    return tuple(read_path(glyph_path(key, glyph)))


def _face_key(look: Look) -> FaceKey:
    """Return the face in which letters are set: of the first family in a list that we have."""
    names = (name.strip(" \t\r\n'\"").lower() for name in look["font-family"].split(","))
    family = next((_TWINS[name] for name in names if name in _TWINS), _TWINS["sans-serif"])
    weight = look["font-weight"]
    try:
        bold = _WEIGHTS.get(weight) or float(weight)
    except ValueError as error:
        raise Unsaid("a weight of text that is none") from error
    return FaceKey(family, bold > _BOLD, look["font-style"] in ("italic", "oblique"))


def _spacing(look: Look, size: float) -> float:
    written = look["letter-spacing"]
    return 0.0 if written == "normal" else length(written, size, size)


def _lowered(style: _Style) -> float:
    """Return by how much letters stand below their baseline's place, so that another line of theirs stands there."""
    baseline = style.look["dominant-baseline"]
    if baseline not in ("middle", "central"):
        return 0.0
    font = face(style.key)
    if baseline == "middle":
        return font.x_height / 2 * style.size
    return (font.metrics.ascent + font.metrics.descent) / 2 * style.size


def _check(element: Element, look: Look, stated: Look) -> None:
    """Raise Unsaid where a text is set in ways that are not known here."""
    for key, plain in _PLAIN.items():
        if look[key] not in plain:
            raise Unsaid(f"text with `{key}`")
    for key, plain in _PLAIN_OWN.items():
        if key in stated and stated[key] not in plain:
            raise Unsaid(f"text with `{key}`")
    if element.get("rotate"):
        raise Unsaid("letters that are turned one by one")
