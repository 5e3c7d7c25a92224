"""Glyphs as a PDF shows them: codes that lead back to text, and the operators that set each where layout has it."""

from __future__ import annotations

from itertools import pairwise
from unicodedata import normalize

from deckmaker.text import GlyphRun

_LAST_CODE = 0xFFFF
_EM = 1000  # glyph space units to an em in a PDF
_LEAST_KERN = 0.05  # thousandths of an em: below what any device can show


class GlyphCodes:
    """The codes of one font. A glyph's own id is its code, until it stands for another text too.

    A reader knows the text of a code alone, and in many scripts one glyph stands for this here and for that there.
    """

    def __init__(self) -> None:
        self._codes: dict[tuple[int, str], int] = {}
        self._next = _LAST_CODE
        self.glyphs: dict[int, int] = {}
        self.texts: dict[int, str] = {}

    def code(self, glyph: int, text: str) -> int:
        """Return the code for a glyph that stands for `text`."""
        known = self._codes.get((glyph, text))
        if known is not None:
            return known
        code = glyph
        while code in self.glyphs:
            code, self._next = self._next, self._next - 1
        self._codes[glyph, text] = code
        self.glyphs[code], self.texts[code] = glyph, text
        return code


class ShownGlyphs:
    """Text-showing operators (ISO 32000-2, 9.4.3) for glyphs at `size` points, added one by one."""

    def __init__(self, size: float) -> None:
        self._size = size
        self._done: list[str] = []
        self._array: list[str] = []
        self._codes = ""
        self._rise = 0.0

    def add(self, code: int, width: float, advance: float, offset: tuple[float, float]) -> None:
        """Add a glyph of `width` thousandths, after which the pen stands `advance` points on. `offset` is in ems."""
        right, up = offset
        if up != self._rise:
            self._end_array()
            self._done.append(f"{up * self._size:.3f} Ts")
            self._rise = up
        self._move(-right * _EM)
        self._codes += f"{code:04x}"
        self._move(width - advance / self._size * _EM + right * _EM)

    def _move(self, back: float) -> None:
        if abs(back) >= _LEAST_KERN:
            codes = f"<{self._codes}>" if self._codes else ""
            self._array.append(f"{codes}{back:.2f}".rstrip("0").rstrip("."))
            self._codes = ""

    def _end_array(self) -> None:
        if self._array or self._codes:
            self._done.append(f"[{' '.join(self._array)}{f'<{self._codes}>' if self._codes else ''}] TJ")
        self._array, self._codes = [], ""

    def operators(self) -> str:
        """Return the operators, the rise put back to where it was."""
        self._end_array()
        return " ".join([*self._done, *(["0 Ts"] if self._rise else [])])


def texts_of(run: GlyphRun) -> list[str]:
    """Return the characters that each glyph of a run stands for; joined they are its text.

    A cluster's are shared out among its glyphs that have a width, since readers take a gap for a space; its marks have
    none. In many scripts signs stand in another order than they are written in: it is the writing's that counts.
    """
    texts: list[str] = []
    starts = [index for index, cluster in enumerate(run.clusters) if not index or run.clusters[index - 1] != cluster]
    for first, last in pairwise([*starts, len(run.clusters)]):
        end = run.clusters[last] if last < len(run.clusters) else len(run.text)
        wide = [run.advances[index] > 0 for index in range(first, last)]
        texts += _shared(run.text[run.clusters[first] : end], wide if any(wide) else [True, *wide[1:]])
    return texts


def _shared(text: str, wide: list[bool]) -> list[str]:
    """Share a text out: a character to each wide glyph, the rest to the last of them."""
    count = sum(wide)
    if len(text) < count:
        text = normalize("NFD", text)  # some vowels are one character, and stand on both sides of their consonant
    parts = iter([*text[: count - 1], text[count - 1 :]] if count > 1 else [text])
    return [next(parts, "") if one else "" for one in wide]


def to_unicode(texts: dict[int, str]) -> bytes:
    """Return the CMap that leads from codes back to text (ISO 32000-2, 9.10.3), in blocks of at most 100."""
    pairs = [f"<{code:04x}> <{text.encode('utf-16-be').hex()}>" for code, text in sorted(texts.items())]
    blocks = [pairs[i : i + 100] for i in range(0, len(pairs), 100)]
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <0000> <ffff> endcodespacerange",
    ]
    for block in blocks:
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines.append("endcmap CMapName currentdict /CMap defineresource pop end end")
    return "\n".join(lines).encode("ascii")
