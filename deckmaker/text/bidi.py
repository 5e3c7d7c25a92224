"""Which way the parts of a text run: the Unicode Bidirectional Algorithm (UAX 9, revision 50), without the controls
that it has for embedding and isolating, which decks do not keep.

Browsers, LibreOffice and PowerPoint do the same to the lines that they set (docs/analysis/right-to-left.md). A part on
an even level runs from left to right, one on an odd level from right to left.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from deckmaker.patterns import MAY_TURN, pattern

_STRONG = {"L": 0, "R": 1, "AL": 1}
"""The level of the paragraph that begins with a character of such a class (P2, P3)."""

_NUMBERS = ("EN", "AN")
_NEUTRAL = ("B", "S", "WS", "ON", "BN")

_MOST_BRACKETS = 63
"""Brackets that may be open at once: of more, no pairs are looked for (BD16)."""

_SAME_BRACKETS = {"\u2329": "\u3008", "\u232a": "\u3009"}
"""Brackets that count as others: those are their canonical forms (BD16)."""

_CURSIVE = pattern(
    "[\u0600-\u077f\u07c0-\u07ff\u0840-\u08ff\ufb50-\ufdff\ufe70-\ufefc\U00010d00-\U00010d3f\U0001e900-\U0001e95f]"
)
"""Letters that join: Arabic, Syriac, N'Ko, Mandaic, Hanifi Rohingya and Adlam."""


def is_cursive(text: str) -> bool:
    """Tell whether a text has letters that join each other, between which browsers set no space (CSS Text 4, 8.2)."""
    return not text.isascii() and _CURSIVE.search(text) is not None


def is_right_to_left(character: str) -> bool:
    """Tell whether a character runs from right to left, or, Arabic digits, turns the signs beside it that way."""
    return unicodedata.bidirectional(character) in ("R", "AL", "AN")


def may_turn(text: str) -> bool:
    """Tell whether any part of a text may run from right to left."""
    return not text.isascii() and MAY_TURN.search(text) is not None


def runs_right_to_left(text: str) -> bool:
    """Tell whether a paragraph runs from right to left: by its first letter (P2, P3)."""
    if not may_turn(text):
        return False
    return next((_STRONG[kind] for one in text if (kind := unicodedata.bidirectional(one)) in _STRONG), 0) == 1


def is_mostly_right_to_left(text: str) -> bool:
    """Tell whether a paragraph of a page that runs from right to left does so, too: by its first letter, or by at least
    half of all."""
    kinds = [_STRONG[kind] for one in text if (kind := unicodedata.bidirectional(one)) in _STRONG]
    return bool(kinds) and (kinds[0] == 1 or 2 * sum(kinds) >= len(kinds))


@lru_cache(maxsize=1_024)  # a text is measured at several sizes, one after the other
def levels(text: str, base: int) -> bytes:
    """Return the level of each character of a paragraph whose own level is `base`, 0 or 1.

    A hard line break ends what is looked at together, as it does in browsers.
    """
    found = bytearray()
    for is_break, group in groupby(text, lambda one: one == "\n"):
        part = "".join(group)
        found += bytes([base] * len(part)) if is_break else _line_levels(part, base)
    return bytes(found)


def _line_levels(text: str, base: int) -> bytes:
    own = "R" if base else "L"
    classes = [unicodedata.bidirectional(one) or "L" for one in text]
    kept = [index for index, one in enumerate(classes) if one != "BN"]  # others take no part (X9)
    resolved = [classes[index] for index in kept]
    _resolve_weak(resolved, own)
    _resolve_brackets([text[index] for index in kept], [classes[index] for index in kept], resolved, own)
    _resolve_neutral(resolved, own)
    found = bytearray([base] * len(text))
    for index, kind in zip(kept, resolved, strict=True):
        found[index] = base + ((kind == "R") or 2 * (kind in _NUMBERS) if not base else kind != "R")
    for index in range(1, len(text)):
        if classes[index] == "BN":
            found[index] = found[index - 1]
    for index in range(len(text) - 1, -1, -1):  # spaces at the end (L1)
        if classes[index] not in ("WS", "S", "B", "BN"):
            break
        found[index] = base
    return bytes(found)


def _resolve_weak(classes: list[str], own: str) -> None:
    """Resolve marks, numbers and what stands between them (W1 to W7)."""
    last = strong = own
    for index, kind in enumerate(classes):
        last = last if kind == "NSM" else kind
        if last in _STRONG:
            strong = last
        classes[index] = "AN" if last == "EN" and strong == "AL" else last
    for index, kind in enumerate(classes):
        if kind == "AL":
            classes[index] = "R"
    for index in range(1, len(classes) - 1):
        before, kind, behind = classes[index - 1 : index + 2]
        if before == behind and ((kind == "ES" and before == "EN") or (kind == "CS" and before in _NUMBERS)):
            classes[index] = before
    for kind, start, end in _stretches(classes):
        if kind == "ET":
            is_beside = "EN" in (*classes[max(start - 1, 0) : start], *classes[end : end + 1])
            classes[start:end] = ["EN" if is_beside else "ON"] * (end - start)
    strong = own
    for index, kind in enumerate(classes):
        if kind in ("L", "R"):
            strong = kind
        if kind in ("ES", "CS"):
            classes[index] = "ON"
        elif kind == "EN" and strong == "L":
            classes[index] = "L"


def _resolve_brackets(text: Sequence[str], original: Sequence[str], classes: list[str], own: str) -> None:
    """Have both brackets of a pair run as what is between them (N0)."""
    other = "L" if own == "R" else "R"
    before, passed = own, 0  # which way runs what is before a bracket, as far as is known
    for opening, closing in sorted(_bracket_pairs(text, classes)):
        for index in range(passed, opening):
            before = _direction(classes[index]) or before
        passed = opening
        within = {_direction(one) for one in classes[opening + 1 : closing]}
        if own in within:
            found = own
        elif other in within:
            found = other if before == other else own
        else:
            continue
        for bracket in (opening, closing):
            classes[bracket] = found
            for index in range(bracket + 1, len(classes)):  # marks on it go with it
                if original[index] != "NSM":
                    break
                classes[index] = found


def _bracket_pairs(text: Sequence[str], classes: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where the brackets of each pair stand; none that crosses another (BD16)."""
    opened: list[tuple[str, int]] = []
    signs = (_SAME_BRACKETS.get(sign, sign) for sign in text)
    for index, (sign, kind) in enumerate(zip(signs, classes, strict=True)):
        if kind != "ON":
            continue
        if closing := _closing(sign):
            if len(opened) == _MOST_BRACKETS:
                return
            opened.append((closing, index))
            continue
        for depth in range(len(opened) - 1, -1, -1):
            if opened[depth][0] == sign:
                yield opened[depth][1], index
                del opened[depth:]
                break


@lru_cache(maxsize=256)
def _closing(sign: str) -> str:
    """Return the bracket that closes one: the next sign that ends what is between, at most two behind it."""
    if unicodedata.category(sign) != "Ps" or not unicodedata.mirrored(sign):
        return ""
    return next((one for one in (chr(ord(sign) + 1), chr(ord(sign) + 2)) if unicodedata.category(one) == "Pe"), "")


def _direction(kind: str) -> str:
    """Return which way a resolved class runs, empty for a neutral one. Numbers count as from right to left (N0)."""
    return "R" if kind in _NUMBERS else kind if kind in ("L", "R") else ""


def _resolve_neutral(classes: list[str], own: str) -> None:
    """Have what runs no way by itself run as what is on both its sides, else as the paragraph (N1, N2)."""
    for kind, start, end in _stretches(["" if one in _NEUTRAL else one for one in classes]):
        if kind == "":
            before = _direction(classes[start - 1]) if start else own
            behind = _direction(classes[end]) if end < len(classes) else own
            classes[start:end] = [before if before == behind else own] * (end - start)


def _stretches(classes: Sequence[str]) -> list[tuple[str, int, int]]:
    """Return the stretches of equal classes: which, and where they begin and end."""
    found, start = [], 0
    for kind, group in groupby(classes):
        end = start + len(list(group))
        found.append((kind, start, end))
        start = end
    return found


def visual_order(levels: Sequence[int]) -> list[int]:
    """Return the indexes of parts that stand in a line on such levels, from left to right (L2)."""
    order = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = end + 1
    return order
