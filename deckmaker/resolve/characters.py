"""Characters that no output may hold, that would turn the order of others or hide a text, and too many: reported, and
left out.

The rest stays as it was typed, but for Unicode's NFC: macOS hands out letters in two parts, and fonts lack the second.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from deckmaker.budget.decks import CODE_LINES, LETTER_MARKS, TEXT_CHARACTERS
from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.patterns import pattern
from deckmaker.source.scalars import span_within

MOST_MARKS = LETTER_MARKS.most

FEWER_MARKS = "remove marks: they would cover other words"

SHORTEN = "shorten the text, or give readers a link to it"

SPACES = pattern("[ \t\r\n\x85\u2028\u2029]+")
"""What parts words and may become one space. A no-break space is no space to break at, and stays."""

_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(0xFFFE + plane)}{chr(0xFFFF + plane)}" for plane in range(0, 0x110000, 0x10000)
)
_UNUSABLE = pattern(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff{_NONCHARACTERS}]")

BIDI_CONTROLS = pattern("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u206a-\u206f]")
"""Marks, embeddings, overrides and isolates of UAX 9, and the deprecated format characters: invisible, and with them a
credit could be shown in another order than it is written, or not at all. Text runs as its letters do without them."""

_FLAG = "\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{1,6}\U000e007f"
"""A region's flag, as Scotland's: a black one, tags that spell the region, and their end (UTS 51, ED-14a)."""

_SELECTORS, _OF_IDEOGRAPHS = "\ufe00-\ufe0f\U000e0100-\U000e01ef", "\U000e0100-\U000e01ef"
_IDEOGRAPHS = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
_HIDDEN = pattern(
    f"(?P<flag>{_FLAG})|[\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]+"
    f"|(?<=[{_SELECTORS}])[{_SELECTORS}]+|(?<![{_IDEOGRAPHS}])[{_OF_IDEOGRAPHS}]+"
)
"""Tags and variation selectors that neither spell a flag nor vary a sign (UTS 37: those of ideographs). Nobody sees
them, and programs that read the deck are told what they spell."""


def without_unusable(text: str) -> str:
    """Return the text without characters that no output can show."""
    return text if text.isascii() and text.isprintable() else _UNUSABLE.sub("", text)


def check_characters(text: str, span: Span, diagnostics: Diagnostics) -> str:
    """Return the text without what cannot stay, composed (NFC); report what was left out."""
    text = limit_length(text, span, diagnostics)
    if text.isascii() and text.isprintable():  # nothing of what is looked for below
        return text
    for found in dict.fromkeys(_UNUSABLE.findall(text)):
        where = _first(found, text, span)
        diagnostics.report("unusable-character", f"the text holds U+{ord(found):04X}, which no output can show", where)
    for found in dict.fromkeys(BIDI_CONTROLS.findall(text)):
        message = f"the text holds U+{ord(found):04X}, an invisible sign of direction, which is left out"
        diagnostics.report("direction-sign", message, _first(found, text, span))
    clean = BIDI_CONTROLS.sub("", _UNUSABLE.sub("", text))
    if not clean.isascii():
        clean = _without_towers(_without_hidden(clean, text, span, diagnostics), span, diagnostics)
    return unicodedata.normalize("NFC", clean)


def _without_hidden(clean: str, text: str, span: Span, diagnostics: Diagnostics) -> str:
    """Return a text without what is hidden in it; report that at its place in the text as it is written."""
    found = [one[0] for one in _HIDDEN.finditer(clean) if not one["flag"]]
    if not found:
        return clean
    count = sum(map(len, found))
    what = f"U+{ord(found[0][0]):04X}, which nobody sees" if count == 1 else f"{count:,} characters that nobody sees"
    index = next((one.start() for one in _HIDDEN.finditer(text) if not one["flag"]), text.index(found[0][0]))
    where = span_within(span, text, index, index + 1)
    diagnostics.report("unseen-character", f"the text holds {what}: left out", where)
    return _HIDDEN.sub(lambda one: one["flag"] or "", clean)


def _first(character: str, text: str, span: Span) -> Span:
    """Return where a text that is written at `span` holds a character first."""
    index = text.index(character)
    return span_within(span, text, index, index + 1)


def limit_length(text: str, span: Span, diagnostics: Diagnostics) -> str:
    """Return a text that outputs can hold; report one with too many characters.

    A sign stands in its place until the deck is refused: without any text, the slide would seem to lack one too.
    """
    if len(text) <= TEXT_CHARACTERS.most:
        return text
    message = f"the text has {len(text):,} characters: expected {TEXT_CHARACTERS.most:,} at most"
    diagnostics.report("endless-text", message, span, help=SHORTEN)
    return "…"


def limit_lines(code: str, span: Span, diagnostics: Diagnostics) -> str:
    """Return code that has as many lines as a deck may show; report one with too many, as `limit_length` does."""
    count = code.count("\n") + 1
    if count <= CODE_LINES.most:
        return code
    message = f"the code has {count:,} lines: expected {CODE_LINES.most:,} at most"
    diagnostics.report("endless-text", message, span, help="show fewer of its lines, as in `lines: 10-25` of a file")
    return "…"


def check_line(text: str, span: Span, diagnostics: Diagnostics) -> str:
    """Return a text of one line: as `check_characters` does, with a space for each tab or line break."""
    return SPACES.sub(" ", check_characters(text, span, diagnostics)).strip(" ")


def _without_towers(text: str, span: Span, diagnostics: Diagnostics) -> str:
    """Return the text, of towers of marks the first alone; report them.

    Before it is composed: to put marks in order takes the square of their number.
    """
    heights = list(_heights(text))
    most = max(heights, default=0)
    if most <= MOST_MARKS:
        return text
    message = f"the text holds a letter with {most} marks on it: expected {MOST_MARKS} at most"
    diagnostics.report("too-many-marks", message, span, help=FEWER_MARKS)
    return "".join(character for character, height in zip(text, heights, strict=True) if height <= 1)


def _heights(text: str) -> Iterator[int]:
    """Yield for each character how many marks its letter bears so far."""
    marks = 0
    for character in text:
        match unicodedata.category(character):
            case "Mn" | "Me":
                marks += 1
            case "Mc" | "Cf":  # vowels at a letter's side and joiners go on with it
                pass
            case _:
                marks = 0
        yield marks
