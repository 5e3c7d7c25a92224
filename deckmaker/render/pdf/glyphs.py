"""Glyphs as a PDF shows them: codes that lead back to text, and the operators that set each where layout has it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby, pairwise, repeat
from operator import itemgetter
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


_Shown = tuple[int, str, float, float]
"""A glyph, the text that it stands for, its advance in points, and how far to the right it is drawn, in ems."""


class ShownGlyphs(dict[_Shown, str]):
    """The operands of a TJ operator (ISO 32000-2, 9.4.3) that show the glyphs of one font at `size` points.

    A slide shows some hundred glyphs, most of them as others before: remembered, they cost a fifth.
    """

    def __init__(self, codes: GlyphCodes, size: float, width: Callable[[int], float]) -> None:
        """`width` says how many thousandths of an em the font itself moves the pen by a glyph."""
        self._codes = codes
        self._size = size
        self._width = width

    def __missing__(self, shown: _Shown) -> str:
        glyph, text, advance, right = shown
        code = f"{self._codes.code(glyph, text):04x}"
        behind = self._width(glyph) - advance / self._size * _EM + right * _EM
        self[shown] = _moved(-right * _EM) + code + _moved(behind)
        return self[shown]

    def operators(self, run: GlyphRun, space: int = 0, turned: bool = False) -> str:
        """Return the operators that show a run's glyphs, the rise put back to where it was.

        If a glyph is named for a `space`, it stands behind them and takes no room. In a `turned` line that is on their
        left.
        """
        texts = texts_of(run)
        spaces = [(space, " ", 0.0, 0.0)] if space else []
        before, behind = (spaces, []) if turned else ([], spaces)
        if not run.offsets:
            return self._array([*before, *zip(run.glyphs, texts, run.advances, repeat(0.0)), *behind])
        rights, ups = zip(*run.offsets, strict=True)
        shown = zip(zip(run.glyphs, texts, run.advances, rights, strict=True), ups, strict=True)
        done = []
        for up, level in groupby(
            [*((one, 0.0) for one in before), *shown, *((one, 0.0) for one in behind)], key=itemgetter(1)
        ):
            done += [f"{up * self._size:.3f} Ts", self._array(one for one, _ in level)]
        return " ".join([*done, "0 Ts"])

    def _array(self, shown: Iterable[_Shown]) -> str:
        return f"[<{''.join(map(self.__getitem__, shown))}>] TJ".replace("<>", "")


def _moved(back: float) -> str:
    """Return what moves the pen to the left by thousandths of an em, between two codes."""
    if abs(back) < _LEAST_KERN:
        return ""
    return f">{f'{back:.2f}'.rstrip('0').rstrip('.')} <"


def texts_of(run: GlyphRun) -> Sequence[str]:
    """Return the characters that each glyph of a run stands for; joined they are its text, from its end to its
    beginning if it is turned.

    A cluster's are shared out among its glyphs that have a width, since readers take a gap for a space; its marks have
    none. In many scripts signs stand in another order than they are written in: it is the writing's that counts.
    """
    if run.clusters == tuple(range(len(run.text))):  # a glyph a character, as in most
        return run.text
    texts: list[str] = []
    ends = dict(pairwise([*sorted({*run.clusters}), len(run.text)]))
    for cluster, group in groupby(zip(run.clusters, run.advances, strict=True), key=itemgetter(0)):
        wide = [advance > 0 for _, advance in group]
        texts += _shared(run.text[cluster : ends[cluster]], wide if any(wide) else [True, *wide[1:]])
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
