"""Where a text that is too tall for its place is parted: what stays, and what goes on on the next slide."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from enum import IntEnum
from math import inf
from typing import NamedTuple

from deckmaker.model import Footnote, Marker, Paragraph
from deckmaker.model.text import split_runs
from deckmaker.text.breaks import without_spaces
from deckmaker.text.fitting import TOLERANCE, FrameText
from deckmaker.text.lines import MeasuredParagraph
from deckmaker.text.measuring import measure
from deckmaker.text.script_space import has_east_asian
from deckmaker.text.sentences import sentence_ends
from deckmaker.theme import Theme
from deckmaker.theme.baselines import grid_shift

WELL_FILLED = 1 / 3
"""Of a place's height: what a part takes at least before a worse place to part the text is looked for."""

FEWEST = 2
"""Lines of a paragraph that stay together at either side of where it is parted."""

READ = 4_000
"""Characters of a text that are looked at for one part: more than a page holds, and fewer than a book has."""


HeightFor = Callable[[tuple[Footnote, ...]], float]
"""The height of a text's place, in points, above the footnotes that are marked in it."""


class Kind(IntEnum):
    """Places to part a text, the best first: before an outermost item or a paragraph, before a nested item, behind a
    sentence, behind a line, behind the last line that has room; and anywhere behind a line, where nothing else has."""

    ITEM = 0
    CHILD = 1
    SENTENCE = 2
    LINE = 3
    LAST = 4
    ANY = 5


class Cut(NamedTuple):
    """The rest begins in the paragraph of this index, behind `position` of its characters.

    `height` is what stays takes, `needed` the room that this place is taken in.
    """

    paragraph: int
    position: int
    height: float
    needed: float
    kind: Kind


def part(
    frame: FrameText, theme: Theme, given: int = 0, room: HeightFor | None = None
) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    """Return what of a text fits its place at its style's size, behind so many `given` paragraphs, and the rest.

    Its place is no higher than the `room` that the footnotes of what stays leave.

    Where it is parted follows from what would have room, and not from what comes behind: whoever adds a word on a slide
    need not look at those before it, unless these have room for two lines only, or the word is before the mark of a
    footnote that had none. Nothing fits where no line does.
    """
    paragraphs = frame.paragraphs
    shift = grid_shift(frame.rect, frame.style.anchor, frame.style.size, theme.baseline)
    height = frame.rect.height - shift + TOLERANCE
    heights = {}
    for one in _cuts(frame, theme):
        above = height if room is None else min(height, room(_footnotes(paragraphs, one)) - shift + TOLERANCE)
        if one.needed <= above and one[:2] > (given, 0):
            heights[one] = above
    cuts = list(heights)
    good = [one for one in cuts if one.kind is not Kind.ANY]
    for kind in Kind:
        if well := [one for one in good if one.kind is kind and one.height >= WELL_FILLED * heights[one]]:
            return parted(paragraphs, well[-1])
    if not cuts:
        return (), paragraphs
    return parted(paragraphs, max(good or cuts, key=lambda one: one.height))


def _footnotes(paragraphs: tuple[Paragraph, ...], cut: Cut) -> tuple[Footnote, ...]:
    """Return the footnotes that are marked before a cut."""
    found = [footnote for one in paragraphs[: cut.paragraph] for footnote in one.footnotes]
    if cut.position:
        before, _ = split_runs(paragraphs[cut.paragraph].runs, cut.position)
        found += Paragraph(before).footnotes
    return tuple(found)


def words_fit(frame: FrameText, size: int, theme: Theme) -> bool:
    """Tell whether no word of a text is wider than its place at that size."""
    text = measure(frame.paragraphs, frame.style, size, theme)
    room = frame.rect.width + text.outdent
    for own, measured in zip(text.styles, text.measured, strict=True):
        lines = measured.breaks(room - own.left, own.first_hanging)
        if any(measured.width(start, end) > room - own.left + TOLERANCE for start, end in lines[1:]):
            return False
        if lines and measured.width(*lines[0]) > room - own.left + own.first_hanging + TOLERANCE:
            return False
    return True


def parted(paragraphs: tuple[Paragraph, ...], cut: Cut) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    """Return the paragraphs before and behind a cut. The rest of an item is no item of its own."""
    before, behind = paragraphs[: cut.paragraph], paragraphs[cut.paragraph :]
    if not cut.position:
        return before, behind
    one, text = behind[0], behind[0].text
    first, _ = split_runs(one.runs, without_spaces(text, 0, cut.position))
    _, rest = split_runs(one.runs, cut.position)
    return (*before, replace(one, runs=first)), (replace(one, runs=rest, continues=True), *behind[1:])


def _beginning(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """Return as much of a text as is looked at, the last paragraph cut short where need be."""
    taken: list[Paragraph] = []
    room = READ
    for one in paragraphs:
        length = len(one.text)
        taken.append(one if length <= room else replace(one, runs=split_runs(one.runs, room)[0]))
        room -= length
        if room <= 0:
            break
    return tuple(taken)


def _cuts(frame: FrameText, theme: Theme) -> Iterator[Cut]:
    """Yield every place at which the text may be parted, from its beginning to its end."""
    paragraphs = _beginning(frame.paragraphs)
    text = measure(paragraphs, frame.style, frame.style.size, theme)
    y = 0.0
    for index, (own, measured) in enumerate(zip(text.styles, text.measured, strict=True)):
        if index:
            yield Cut(index, 0, y, y, _kind_before(index, paragraphs))
        room = frame.rect.width + text.outdent - own.left
        lines = measured.breaks(room, own.first_hanging)
        goes_on = len(measured.text) < len(frame.paragraphs[index].text)
        for position, count, kind in _within(measured, lines, room, goes_on):
            stays = y + own.before + count * own.leading
            yield Cut(index, position, stays, stays if kind >= Kind.LAST else stays + own.leading, kind)
        y += own.before + len(lines) * own.leading


def _kind_before(index: int, paragraphs: tuple[Paragraph, ...]) -> Kind:
    """Return what parting before a paragraph is: as bad as can be where what introduces it would stand alone."""
    last, one = paragraphs[index - 1], paragraphs[index]
    if one.marker is Marker.NONE:
        return Kind.ITEM
    if one.level > last.level and last.marker is not Marker.NONE:
        return Kind.ANY
    if last.marker is Marker.NONE and last.unmarked.endswith((":", "：")):
        return Kind.ANY
    return Kind.CHILD if one.level else Kind.ITEM


def _within(
    measured: MeasuredParagraph, lines: list[tuple[int, int]], room: float, goes_on: bool
) -> Iterator[tuple[int, int, Kind]]:
    """Yield where a paragraph may be parted, how many of its lines come before that, and what kind of place it is.

    Of a paragraph without room, the last line that has some goes on with the rest, which so never is a line alone: not
    now, and not before or after a word is added there.
    """
    # A mark behind a full stop is no word that the sentence goes on with.
    unmarked = "".join("”" * len(text) if style.footnote else text for text, style in measured.pieces)
    sentences = iter([*sentence_ends(unmarked), inf])
    sentence = next(sentences)
    for count, (_, end) in enumerate(lines[:-1], start=1):
        left = len(lines) - count if not goes_on else FEWEST
        while sentence <= end:
            place, sentence = int(sentence), next(sentences)
            if count >= FEWEST and (left >= FEWEST or measured.width(place, len(measured.text)) > room):
                yield place, count, Kind.SENTENCE
        between = _is_between_words(measured.text, end)
        if between and count >= FEWEST <= left:
            yield end, count, Kind.LINE
            yield end, count, Kind.LAST
        else:
            yield end, count, Kind.ANY


def _is_between_words(text: str, place: int) -> bool:
    """Tell whether a line ends between words, and not behind a hyphen or a dash within one."""
    return text[place - 1] in " \u200b" or has_east_asian(text[place - 1 : place + 1])
