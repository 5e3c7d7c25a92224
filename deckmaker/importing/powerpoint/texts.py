"""Texts of shapes: paragraphs, items of lists, and their words with marks (ECMA-376 part 1, 21.1.2)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from xml.etree.ElementTree import Element

from deckmaker.dataclasses import dataclass, replace
from deckmaker.importing.lists import Item, Items, list_of
from deckmaker.importing.marks import with_marks
from deckmaker.importing.powerpoint.answers import ANSWERS, are_answers
from deckmaker.importing.powerpoint.bullets import LOOKS, MARKED, NUMBERED, TYPED_BULLET, Bullet, Bullets
from deckmaker.importing.powerpoint.lost_addresses import LostLink, lost_link
from deckmaker.importing.powerpoint.numbering import OTHER_NUMBERS, Counted, number_shown, other_numbers
from deckmaker.importing.powerpoint.shapes import SLIDE_NUMBER, Shape, click_in, is_number_alone, plain_words
from deckmaker.importing.powerpoint.slide_ids import SlideIds
from deckmaker.importing.powerpoint.slide_parts import SlidePart
from deckmaker.importing.powerpoint.symbols import with_signs
from deckmaker.importing.prose import Prose, code, paragraph
from deckmaker.importing.seen_texts import seen_text
from deckmaker.importing.told import Told
from deckmaker.model import Run, SlideLink
from deckmaker.model.number_ranges import ranges
from deckmaker.patterns import BLANK, pattern
from deckmaker.resolve.addresses import address_of
from deckmaker.resolve.characters import BIDI_CONTROLS, without_unusable
from deckmaker.resolve.text_markdown import DEEPEST
from deckmaker.template.block_names import block_text
from deckmaker.template.names import A, P, R, local
from deckmaker.template.numbers import attribute, flag
from deckmaker.template.package import Relationship

MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_LINE_END = pattern(r"(?<![ \t])[ \t]*+\\\n[ \t]*+")
_CONTROL = pattern(r"_x([0-9A-Fa-f]{4})_|[\x00-\x08\x0b-\x1f\x7f]")
"""Control characters, and how PowerPoint writes them; a line tab is a line break."""

_MONOSPACED = pattern(r"(?i)courier|consol|\bmono|menlo|monaco|source code|fira code|jetbrains")

_OUR_TEXT = pattern(r"Text \d+")
"""How text boxes are called in our own files."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its words as a deck has them, plain on one line and as they are typed, its level from 0, and what
    stands before it.

    `number` is that of an item with a number, 0 for one with a bullet, None for no item. `size` is that of its first
    words in points, 0 where it is not said there.
    """

    words: str
    plain: str
    typed: str
    level: int
    number: int | None
    addresses: tuple[str, ...]
    size: float
    is_bold: bool
    is_code: bool
    bold_lines: tuple[bool, ...]


class TextReader:
    """Reads the texts of a slide; where bold paragraphs are `plain`, only bold words within a paragraph are bold.

    `ids` are those of all slides.
    """

    def __init__(self, slide: SlidePart, bullets: Bullets, ids: SlideIds, plain: bool = False) -> None:
        self.plain = plain
        self._ids = ids
        self._number = slide.number
        self._bullets = bullets
        self._relations: Mapping[str, Relationship] = slide.relations
        self._master = slide.master
        self._lost_links: dict[tuple[int, str], LostLink] = {}  # once of a paragraph: its runs may be parted anew
        self._equations = 0
        self._other_numbers: list[str] = []
        self._has_answers = False

    def take_marks(self, shapes: Iterable[Shape]) -> None:
        """Look whether marks of items say yes or no, which all of a slide's shapes tell together. What is compared may
        come from a program that has other marks."""
        self._has_answers = not self.plain and are_answers(mark for shape in shapes for mark in self._marks(shape))

    def _marks(self, shape: Shape) -> Iterator[tuple[int, str]]:
        """Yield the mark of each item of a shape, with its level."""
        if shape.body is None or shape.is_title:
            return
        styles = self._styles(shape.body, shape)
        for one in shape.body.iterfind(f"{A}p"):
            plain = "".join(found.text or "" for found in one.iter(f"{A}t"))
            level, bullet = self._begin(one, styles)
            typed = TYPED_BULLET.match(plain) if bullet.kind == "buNone" else None
            if typed or (bullet.kind in MARKED and not BLANK.fullmatch(plain)):
                yield level, typed[1] if typed else bullet.mark

    def _begin(self, paragraph_element: Element, styles: Sequence[Element]) -> tuple[int, Bullet]:
        """Return the level of a paragraph, and what stands before it."""
        properties = paragraph_element.find(f"{A}pPr")
        level = min(max(attribute(properties, "lvl"), 0), DEEPEST - 1)
        return level, self._bullets.of(properties, level, styles)

    def tell_changes(self, slide: int, is_ours: bool, told: Told) -> None:
        """Tell what is not as it was in the texts read so far. Lists of a presentation that `is_ours` count as decks
        do."""
        for lost in self._lost_links.values():
            told.note(slide, *lost)
        if self._equations:
            told.note(slide, "an equation is there as its signs", "write it anew, as `equation`")
        for first in dict.fromkeys(() if is_ours else self._other_numbers):
            told.note(slide, *OTHER_NUMBERS, first)

    def paragraphs(self, shape: Shape) -> list[Paragraph]:
        """Return the paragraphs of a shape that have words."""
        return self._of(shape.body, shape) if shape.body is not None else []

    def of_cell(self, cell: Element) -> list[Paragraph]:
        """Return the paragraphs of a cell of a table that have words."""
        body = cell.find(f"{A}txBody")
        return self._of(body, None) if body is not None else []

    def _of(self, body: Element, shape: Shape | None) -> list[Paragraph]:
        found = []
        counts: dict[int, int] = {}
        counted: list[Counted] = []
        if shape and plain_words(body) and is_number_alone(body):  # pages of a deck have theirs by themselves
            return []
        styles, link = self._styles(body, shape), self._whole_link(shape) if shape else None
        for one in body.iterfind(f"{A}p"):
            runs = [replace(run, link=link) if link else run for run in self._runs(one)]
            plain = "".join(run.text for run in runs)
            if BLANK.fullmatch(plain):
                continue
            level, bullet = self._begin(one, styles)
            kind, start, numbers, mark = bullet
            typed = TYPED_BULLET.match(plain) if shape and kind == "buNone" else None
            if typed and (self._has_answers or typed[1] in LOOKS):
                kind, mark, runs = "buChar", typed[1], _without(runs, typed.end())
            counted.append(Counted(level, None if kind == "buNone" else numbers))
            for deeper in [one for one in counts if one > level]:
                del counts[deeper]
            counts[level] = counts.get(level, start - 1) + 1 if kind == NUMBERED else 0
            is_bold = all(run.bold for run in runs if run.text.strip())
            if is_bold and self.plain:
                runs = [replace(run, bold=False) for run in runs]
            if self._has_answers and shape and kind == "buChar" and mark in ANSWERS:
                runs = [Run(f"{ANSWERS[mark]} "), *_tidy(runs)]
            if not shape and kind != "buNone":  # a cell has no list: what counts its lines stands among the words
                begin = number_shown(numbers, counts[level]) if kind == NUMBERED else bullet.sign
                runs = [Run(f"{begin} "), *_tidy(runs)]
            words = _LINE_END.sub(r"\\\n", with_marks(_tidy(runs)))
            first = one.find(f"{A}r/{A}rPr")
            found.append(
                Paragraph(
                    words,
                    " ".join("".join(run.text for run in runs).split()),
                    "".join(run.text for run in runs),
                    level,
                    None if kind == "buNone" else counts[level],
                    tuple(run.link for run in runs if isinstance(run.link, str)),
                    attribute(first, "sz") / 100,
                    is_bold,
                    all(run.code for run in runs if run.text.strip()),
                    tuple(_bold_lines(runs)),
                )
            )
            if kind != NUMBERED:
                counts.pop(level, None)
        self._other_numbers += other_numbers(counted) if shape else ()  # a cell is one line
        return found

    def _runs(self, paragraph_element: Element) -> Iterator[Run]:
        for one in paragraph_element:
            name = local(one.tag)
            if name == "br":
                yield Run("\n")
            elif name in ("r", "fld"):
                run = self._run(one, paragraph_element)
                is_unfilled = one.get("type") == SLIDE_NUMBER and not any(map(str.isalnum, run.text))
                yield replace(run, text=str(self._number)) if is_unfilled else run
            elif text := "".join(found.text or "" for found in one.iter(MATH_TEXT)):
                self._equations += 1
                yield Run(text)

    def _run(self, element: Element, paragraph_element: Element) -> Run:
        written = "".join(found.text or "" for found in element.iterfind(f"{A}t"))
        text = without_unusable(_CONTROL.sub(_readable, written))
        properties = element.find(f"{A}rPr")
        text = with_signs(BIDI_CONTROLS.sub("", text), properties)
        raised = attribute(properties, "baseline")
        return Run(
            text,
            bold=flag(properties, "b"),
            italic=flag(properties, "i"),
            code=_is_monospaced(properties),
            link=self._link(properties, paragraph_element),
            script=(raised > 0) - (raised < 0),
        )

    def _link(self, properties: Element | None, paragraph_element: Element) -> str | SlideLink | None:
        found = click_in(properties)
        return None if found is None else self._led_to(found, paragraph_element)

    def _whole_link(self, shape: Shape) -> str | SlideLink | None:
        """Return where a click on all of a text leads. In what is compared, the entries of an agenda lead to their
        sections by themselves, and others may have no names of slides."""
        click = shape.click
        if click is None or not is_linked_as_a_whole(shape):
            return None
        to = self._relations.get(click.get(f"{R}id", ""))
        is_named_by_us = _OUR_TEXT.fullmatch(shape.name) or block_text(shape.name)
        is_entry = self.plain and to is not None and to.kind == "slide" and is_named_by_us
        return None if is_entry else self._led_to(click, shape.element)

    def section_that_begins_at(self, shape: Shape) -> str:
        """Return the section to which a click on a text leads that says its name; nothing for another text."""
        click = shape.click
        to = self._relations.get(click.get(f"{R}id", "")) if click is not None else None
        section = self._ids.section_of(to.target) if to and to.kind == "slide" else ""
        return section if section and _letters(words_in(shape)) == _letters(section) else ""

    def _led_to(self, click: Element, of: Element) -> str | SlideLink | None:
        """Return where a click leads on words of a paragraph, or of a shape; what no deck has is remembered."""
        to = self._relations.get(click.get(f"{R}id", ""))
        if to and to.kind == "slide" and not to.is_external and (slide := self._ids.of(to.target)):
            return SlideLink(-1, id=slide)
        address = address_of(to.target) if to and to.is_external else None
        if address is None:
            self._lost_links[id(of), to.target if to else click.get("action", "")] = lost_link(click, self._relations)
        return address

    def _styles(self, body: Element, shape: Shape | None) -> list[Element]:
        """Return the list styles that a text takes from, the nearest first."""
        bodies = [body, *(parent.find(f"{P}txBody") for parent in (shape.parents if shape else ()))]
        found = [one.find(f"{A}lstStyle") for one in bodies if one is not None]
        if self._master is not None and shape and shape.type:
            style = "titleStyle" if shape.is_title else "bodyStyle"
            found.append(self._master.find(f"{P}txStyles/{P}{style}"))
        return [one for one in found if one is not None]


def is_linked_as_a_whole(shape: Shape) -> bool:
    """Tell whether what a click on a shape does it does on its words, none of which has a link of its own."""
    if shape.kind != "sp" or shape.body is None or next(shape.body.iter(f"{A}hlinkClick"), None) is not None:
        return False
    return bool(words_in(shape))


def words_in(shape: Shape) -> str:
    """Return the words of a shape as they stand in the file; nothing where it has none."""
    return seen_text("".join(shape.body.itertext())).strip() if shape.body is not None else ""


def _letters(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _is_monospaced(properties: Element | None) -> bool:
    """Tell whether words are set in a font for code."""
    font = properties.find(f"{A}latin") if properties is not None else None
    return font is not None and bool(_MONOSPACED.search(font.get("typeface") or ""))


def _readable(found: re.Match[str]) -> str:
    """Return what stands for a control character: a line break for a line tab, nothing for others."""
    code = int(found[1], 16) if found[1] else ord(found[0])
    if found[1] and code >= 0x20 and not 0xD800 <= code < 0xE000:
        return chr(code)
    return "\n" if code in (0x0A, 0x0B, 0x0D) else " " if code == 0x09 else ""


def _tidy(runs: Sequence[Run]) -> list[Run]:
    """Return runs without spaces and line breaks at their ends: people move titles with them, which says nothing."""
    text = "".join(run.text for run in runs)
    found = _without(runs, len(text) - len(text.lstrip()))
    left = len(text.strip())
    for index, run in enumerate(found):
        found[index] = replace(run, text=run.text[:left])
        left -= len(found[index].text)
    return found


def _bold_lines(runs: Sequence[Run]) -> Iterator[bool]:
    """Yield for each line whether it is bold, all of it; one that nobody sees is not."""
    seen: list[bool] = []
    for run in runs:
        first, *others = run.text.split("\n")
        seen += [run.bold] if first.strip() else []
        for line in others:
            yield bool(seen) and all(seen)
            seen = [run.bold] if line.strip() else []
    yield bool(seen) and all(seen)


def _without(runs: Sequence[Run], count: int) -> list[Run]:
    """Return runs without their first characters."""
    found = []
    for run in runs:
        cut = min(count, len(run.text))
        count -= cut
        found.append(replace(run, text=run.text[cut:]))
    return found


def prose_of(paragraphs: Sequence[Paragraph]) -> list[Prose]:
    """Return paragraphs as texts and lists, in their order."""
    found: list[Prose] = []
    items: list[Paragraph] = []
    for is_code, group in groupby(paragraphs, lambda one: one.is_code and one.number is None):
        if is_code:
            found += [*_lists(items), _code(list(group))]
            items = []
            continue
        for one in group:
            if one.number is not None or (items and one.level > items[-1].level):
                items.append(one)
            else:
                found += [*_lists(items), paragraph(one.words)]
                items = []
    return found + _lists(items)


def _code(paragraphs: Sequence[Paragraph]) -> Prose:
    """Return paragraphs as code."""
    lines, highlight = lines_of_code(paragraphs)
    return code(lines, f"{{{highlight}}}" if highlight else "")


def lines_of_code(paragraphs: Sequence[Paragraph]) -> tuple[str, str]:
    """Return the lines of code, and the numbers of those that stand out where these are bold and others are not."""
    lines = "\n".join(one.typed for one in paragraphs)
    bold = [is_bold for one in paragraphs for is_bold in one.bold_lines]
    quiet = [line for line, is_bold in zip(lines.split("\n"), bold, strict=True) if line.strip() and not is_bold]
    numbers = [number for number, is_bold in enumerate(bold, 1) if is_bold]
    return lines, ranges(numbers) if numbers and quiet else ""


def _lists(paragraphs: Sequence[Paragraph]) -> list[Prose]:
    """Return the lists of items that follow one another: another one begins where the kind of the mark changes."""
    found: list[Items] = []
    open_lists: list[tuple[int, Items]] = []
    for one in paragraphs:
        number = one.number or None
        while open_lists and open_lists[-1][0] > one.level:
            open_lists.pop()
        is_like = open_lists and open_lists[-1][0] == one.level
        if is_like and (open_lists[-1][1].begin is None) != (number is None):
            open_lists.pop()
            is_like = False
        if not is_like:
            new = Items(number)
            if not open_lists:
                found.append(new)
            elif below := open_lists[-1][1].items[-1].below:
                new = below  # a second list below one item: its items follow those of the first
            else:
                open_lists[-1][1].items[-1].below = new
            open_lists.append((one.level, new))
        open_lists[-1][1].items.append(Item([paragraph(one.words)]))
    return [list_of(one) for one in found]
