"""Whether a glyph in PostScript's curves is one that browsers draw (Adobe Technical Note 5177; OpenType: CFF2).

HarfBuzz takes what makes sense of a damaged one, and leaves the rest. Browsers refuse the whole font.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

_LONGEST = 65_535
"""Bytes of a glyph (5177, Appendix B)."""

_MOST_NUMBERS, _MOST_NUMBERS_OF_2 = 48, 513
"""Numbers before an operator, in CFF and in CFF2."""

_END, _ESCAPE, _DOT_SECTION = 14, 12, (12, 0)
_TWO_BYTES, _FOUR_BYTES = 28, 255
_VARYING = (15, 16)
"""CFF2's vsindex and blend, whose numbers follow from the font's axes."""

_MOVES: Mapping[int, int] = {21: 2, 22: 1, 4: 1}
"""How many numbers each move has: rmoveto, hmoveto, vmoveto. The first has the glyph's width before them, if any."""

_DRAWS: Mapping[int | tuple[int, int], Callable[[int], bool]] = {
    5: lambda count: count >= 2 and count % 2 == 0,  # rlineto
    6: lambda count: count >= 1,  # hlineto
    7: lambda count: count >= 1,  # vlineto
    8: lambda count: count >= 6 and count % 6 == 0,  # rrcurveto
    24: lambda count: count >= 8 and count % 6 == 2,  # rcurveline
    25: lambda count: count >= 8 and count % 2 == 0,  # rlinecurve
    26: lambda count: count >= 4 and count % 4 <= 1,  # vvcurveto
    27: lambda count: count >= 4 and count % 4 <= 1,  # hhcurveto
    30: lambda count: count >= 4 and count % 4 <= 1,  # vhcurveto
    31: lambda count: count >= 4 and count % 4 <= 1,  # hvcurveto
    (_ESCAPE, 34): lambda count: count == 7,  # hflex
    (_ESCAPE, 35): lambda count: count == 13,  # flex
    (_ESCAPE, 36): lambda count: count == 9,  # hflex1
    (_ESCAPE, 37): lambda count: count == 11,  # flex1
}
"""Which counts of numbers each line and curve may have. Subroutines, hints and sums are not among them: a font that was
cut down has none (`subset`)."""


def is_drawn(charstring: bytes, second: bool) -> bool:
    """Tell whether a glyph of CFF, or of the `second` version, has numbers for each of its operators, and an end."""
    if len(charstring) > _LONGEST:
        return False
    most, has_begun = _MOST_NUMBERS_OF_2 if second else _MOST_NUMBERS, second
    at, count = 0, 0
    while at < len(charstring):
        first = charstring[at]
        at += 1
        if first >= 32 or first == _TWO_BYTES:
            at += 2 if first == _TWO_BYTES else 0 if first < 247 else 1 if first < _FOUR_BYTES else 4
            count += 1
            if count > most:
                return False
            continue
        if first == _END:
            return not second
        if second and first in _VARYING:
            return True
        if (wanted := _MOVES.get(first)) is not None:
            if count != wanted and (has_begun or count != wanted + 1):
                return False
            has_begun = True
        else:
            operator = (first, charstring[at]) if first == _ESCAPE else first
            at += first == _ESCAPE
            takes = _DRAWS.get(operator)
            if operator == _DOT_SECTION and not count:
                continue
            if not (takes and has_begun and takes(count)):
                return False
        count = 0
    return second and at == len(charstring)
