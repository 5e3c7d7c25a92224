"""A presentation to a deck: what each slide holds, in the order in which it is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from itertools import takewhile
from typing import Any

from deckmaker.dataclasses import replace
from deckmaker.diagnostics import Diagnostics, SourceFile, Span
from deckmaker.importing.credits import credit_keys
from deckmaker.importing.imported import ImportedDeck, Slide, cover_and_rest, keyed, with_id, with_steps
from deckmaker.importing.marks import escaped
from deckmaker.importing.powerpoint.alternative_texts import AlternativeTexts, is_spelling, said_of
from deckmaker.importing.powerpoint.arrows import OUR_GROUP, TooLarge, arrows_of, described, diagram_of, is_arrow
from deckmaker.importing.powerpoint.axis_titles import take_axis_titles
from deckmaker.importing.powerpoint.bullets import Bullets
from deckmaker.importing.powerpoint.chart_axes import AXIS_TITLE_LEFT_OUT
from deckmaker.importing.powerpoint.chart_labels import OUR_LABELS, of_authors
from deckmaker.importing.powerpoint.chart_notes import ChartNotes
from deckmaker.importing.powerpoint.chart_rows import ChartRows
from deckmaker.importing.powerpoint.content import Content
from deckmaker.importing.powerpoint.custom_properties import told_in
from deckmaker.importing.powerpoint.equations import formula_in, outlined_formula
from deckmaker.importing.powerpoint.fills import tell_fills
from deckmaker.importing.powerpoint.frames import Frames
from deckmaker.importing.powerpoint.furniture import Furniture, tell_foot, typed_at_foot
from deckmaker.importing.powerpoint.left_out import tell_left_out
from deckmaker.importing.powerpoint.list_columns import ListColumn, is_list_column, joined_list
from deckmaker.importing.powerpoint.lost_links import AT_FOOT, tell_lost_links
from deckmaker.importing.powerpoint.notes import OUR_CREDITS, is_of_ours, notes_of
from deckmaker.importing.powerpoint.order import read_from
from deckmaker.importing.powerpoint.own_blocks import OwnBlocks, is_quote_mark
from deckmaker.importing.powerpoint.own_charts import Framed, OwnCharts
from deckmaker.importing.powerpoint.own_footnotes import NO_MARKS, are_footnotes
from deckmaker.importing.powerpoint.pictures import PictureNames, Pictures, is_cropped, is_film_or_sound
from deckmaker.importing.powerpoint.shapes import Shape, shapes_of
from deckmaker.importing.powerpoint.slide_ids import SlideIds
from deckmaker.importing.powerpoint.slide_parts import SlidePart, page_size, slides_of, title_of_file
from deckmaker.importing.powerpoint.texts import TextReader, prose_of, words_in
from deckmaker.importing.powerpoint.title_lines import (
    LONGEST_SUBTITLE,
    LONGEST_TITLE,
    is_line,
    line_of,
    title_from,
    title_line,
)
from deckmaker.importing.powerpoint.trails import Trails, is_trail
from deckmaker.importing.purpose import Purpose
from deckmaker.importing.told import Told
from deckmaker.language.deck import LANGUAGE_TAG
from deckmaker.localization.slide_words import slide_words
from deckmaker.model.diagram import MOST_EDGES, MOST_NODES
from deckmaker.model.marking import seen
from deckmaker.patterns import pattern
from deckmaker.template.names import MARKED, MARKING_GROUP, A, P
from deckmaker.template.package import NotATemplate, Package

_LANGUAGE = pattern(LANGUAGE_TAG)
_TITLE_PLACE = 0.25
"""The part of the page, from its top, in which a text box may be the title of a slide that has none."""

_TITLE_SIZE = 20.0
"""Points of such a title at least."""

_DEFAULT_SECTION = "Default Section"
"""What PowerPoint calls slides before the first section that somebody named."""

_BOX_LINES = 3
"""Paragraphs of a box that are one text of a diagram's: more are a text with an arrow beside it."""


def read_deck_of_presentation(
    content: bytes,
    name: str,
    file_name: str,
    pictures: PictureNames,
    diagnostics: Diagnostics,
    chart_notes: Sequence[Sequence[str]] = (),
) -> ImportedDeck:
    """Read a presentation, which messages call `file_name`. Raises NotATemplate for a file that cannot be read.

    A deck without a title has the `name`. Its `pictures` lie beside it. Known `chart_notes` are no notes.
    """
    package = Package(content)
    reader = _PresentationReader(package, pictures, escaped(name), ChartNotes(chart_notes))
    deck = reader.deck(escaped(title_of_file(package)))
    rows = "\n".join(title or "(no title)" for title in reader.titles)
    source = SourceFile(file_name, rows)
    reader.told.span_of = lambda number: Span(source, number, 1, number, 2, cell=f"slide {number}")
    if pictures.purpose.is_comparison:
        return replace(deck, losses=reader.told.losses())
    reader.told.tell_all(diagnostics)
    return deck


def _marking_in(text: str) -> str:
    """Return a marking that a presentation has; one of which nobody sees anything is none."""
    return text if seen(text) else ""


class _PresentationReader:
    def __init__(self, package: Package, names: PictureNames, name: str, chart_notes: ChartNotes) -> None:
        self._package, self._name, self._chart_notes = package, name, chart_notes
        # Then bold that is the look of a paragraph counts as little as its size.
        self._is_compared = names.purpose.is_comparison
        self._has_names = names.purpose is not Purpose.COMPARISON_WITHOUT_NAMES
        self._pictures = Pictures(package, names)
        self._bullets = Bullets()
        self._height = page_size(package)[1]
        self._marking = ""
        with suppress(NotATemplate):  # broken properties say nothing, and all else is there
            self._marking = _marking_in(told_in(package).get(MARKED, ""))
        self._languages: Counter[str] = Counter()
        self._arrows: dict[int, list[str]] = {}  # of slides as they stand in the presentation
        self._boxes: dict[int, list[list[str]]] = {}  # of these, too
        self._listed_notes: dict[int, str] = {}  # and of these
        self._ids = SlideIds(())
        self._deck_title, self._is_ours = "", False
        self._first_section = self._appendix_begins = 0  # the slides with which these begin, 0 for none
        self._section_above = ""
        self._own_blocks: OwnBlocks | None = None
        self._trails = Trails((), "", self._is_compared)
        self.titles: list[str] = []
        self.told = Told(lambda number: Span(SourceFile("", ""), 1, 1, 1, 1))
        self._alternatives = AlternativeTexts(self.told, self._is_compared)
        self._frames = Frames(package, self.told, self._alternatives, self._is_compared)

    def deck(self, title: str) -> ImportedDeck:
        slides: list[Slide] = []
        keys: dict[str, str] = {}
        self._deck_title = title
        read = slides_of(self._package)
        if not self._is_compared:  # then links to slides are words: LibreOffice keeps no names of slides
            self._ids = SlideIds(read.slides)
        self._is_ours = self._is_compared or is_of_ours(self._package, read.slides)
        if self._is_ours and read.slides and not self._is_compared:  # blocks are compared by their words
            in_talk = takewhile(lambda one: one != self._appendix(read.slides[0]), self._ids.shown_sections)
            self._own_blocks = OwnBlocks(list(in_talk), self.told)
        self._trails = Trails(read.slides if self._is_ours else (), title, self._is_compared)
        for one in read.slides if self._is_ours else ():
            self._first_section = self._first_section or (one.number if one.section else 0)
            if one.section and one.section == self._appendix(one):
                self._appendix_begins = one.number  # the last one: all behind it is of the appendix
        begins: dict[int, int] = {}
        furniture = Furniture(read.slides, page_size(self._package), self.told, self._is_compared)
        cover = self._cover_among(read.slides)
        for part in read.slides:
            content = self._read(part, furniture)
            self.titles.append(content.title)
            begins[part.number] = len(slides)
            found = self._cover(part, content, keys, title) if part.number == cover else [self._slide(part, content)]
            found = [content.footnotes.put_back(one) for one in found]
            # What is compared may come from a program that keeps no steps.
            is_stepped = part.is_stepped and not self._is_compared
            slides += map(with_steps, found) if is_stepped else found
        if not read.slides:
            raise NotATemplate("has no slides", "open it in PowerPoint, and look whether slides are there")
        if not cover:
            keys.setdefault("title", next(filter(None, self.titles), ""))
        for number, id in self._ids.used.items():
            slides[begins[number]] = with_id(slides[begins[number]], id)
        read.tell(self.told, has_sections=not self._is_compared)
        order: dict[str, Any] = {"title": title or keys.get("title") or self._name}
        language = next((one for one, _ in self._languages.most_common() if _LANGUAGE.fullmatch(one)), "")
        order |= {"subtitle": keys.get("subtitle", ""), "language": language, "size": self._size()}
        order |= {"footer": furniture.footer, "marking": self._marking, "trail": self._trails.own}
        said = {key: value for key, value in order.items() if value}
        kept = [index for index, one in enumerate(slides) if one or self._is_compared]
        numbers = {index: number for number, index in enumerate(kept, start=1)}
        there = {part: numbers[index] for part, index in begins.items() if index in numbers}
        arrows = {there[part]: found for part, found in self._arrows.items() if part in there}
        boxes = {there[part]: found for part, found in self._boxes.items() if part in there}
        notes = {there[part]: found for part, found in self._listed_notes.items() if part in there}
        lost = frozenset(there[one.number] for one in read.slides if one.notes_are_lost and one.number in there)
        own, files = [slides[index] for index in kept], self._pictures.files
        return ImportedDeck(said, own, files, arrows, boxes, self._chart_notes.taken, notes, lost, there)

    def _cover_among(self, parts: Sequence[SlidePart]) -> int:
        """Return the number of the title slide: the first one. In a presentation of ours, another may be before it, and
        somebody may have removed it: then there is none, 0."""
        if not self._is_compared:
            return 1
        return next((one.number for one in parts if one.layout_type == "title"), 0)

    def _cover(self, part: SlidePart, content: Content, keys: dict[str, str], name: str) -> list[Slide]:
        """Return the title slide, and a second one for what has no place there; a slide like others as it is."""
        blocks = content.blocks(self._is_compared)
        if not content.title and not name:
            content.title, content.subtitle, blocks = title_from(content.subtitle, blocks)
        title = content.title or name or self._name
        keys["title"] = content.title
        begins = {"section": part.section} if part.section not in ("", title, name, _DEFAULT_SECTION) else {}
        self._section_above = begins.get("section", self._section_above)
        begins |= {"hidden": "true"} if part.is_hidden else {}
        is_like_others = not content.title or (part.layout_type != "title" and not content.subtitle)
        if is_like_others and cover_and_rest(blocks)[1]:
            heading = {"title": content.title} if content.title else {}
            if content.subtitle:  # of no title
                blocks.insert(0, ("text", content.subtitle))
            return [{**begins, **heading, "layout": "content", **keyed(blocks), **self._ends(part, content)}]
        if not content.subtitle and blocks and blocks[0][0] == "text" and is_line(blocks[0][1]):
            content.subtitle = blocks.pop(0)[1]
        if len(content.subtitle) <= LONGEST_SUBTITLE:
            keys["subtitle"] = content.footnotes.put_back(content.subtitle)
        elif content.subtitle:
            blocks.insert(0, ("text", content.subtitle))
        here, below = cover_and_rest(blocks)
        found: list[Slide] = [{**begins, "title": title, **keyed(here), **self._ends(part, content)}]
        begins.pop("section", None)
        return [*found, {**begins, "title": title, "layout": "content", **keyed(below)}] if below else found

    def _slide(self, part: SlidePart, content: Content) -> Slide:
        slide: Slide = {}
        # The first section of ours, which title slides are in, has the deck's title.
        is_of_cover = self._is_compared and part.section == self._deck_title and part.number == self._first_section
        if part.section and self._own_blocks is not None and part.number == self._appendix_begins:
            slide["appendix"] = "true"
        elif part.section and not is_of_cover and part.section != self._section_above:  # in a deck, that goes on
            slide["section"] = self._section_above = part.section
        elif part.layout_type == "secHead" and content.title and not self._is_ours:
            slide["section"] = content.title
        if content.title:
            slide["title"] = content.title
        if part.is_hidden:
            slide["hidden"] = "true"
        blocks = content.blocks(self._is_compared)
        if content.subtitle:
            blocks.insert(0, ("text", content.subtitle))
        return {**slide, **keyed(blocks), **self._ends(part, content)}

    def _appendix(self, part: SlidePart) -> str:
        """Return what we call the section of an appendix that has no name of its own."""
        return slide_words(part.language).appendix

    def _read(self, part: SlidePart, furniture: Furniture) -> Content:
        content = Content()
        texts = TextReader(part, self._bullets, self._ids, plain=self._is_compared)
        # Who changes all words above titles is told.
        every = [(one, furniture.has(one, part) and not self._is_our_trail(one)) for one in shapes_of(part)]
        # What heads many slides may be their title, such as of those that continue one another.
        own, of_theme = ([one for one, is_of in every if is_of == kind] for kind in (False, True))
        title = self._title(own, texts) or self._title(of_theme, texts)
        shapes = [one for one, is_of_theme in every if not is_of_theme or one is title]
        of_theme = [one for one in of_theme if one is not title]
        for one in of_theme:
            furniture.tell(one, part)
        texts.take_marks(shapes)
        labels = [one for one in shapes if one.group.startswith(OUR_LABELS)]
        drawn = [*self._diagram_of_arrows(shapes, title, texts, part, content)]
        drawn += self._take_own_blocks(shapes, texts, part, content)
        charts: list[Framed] = []
        for shape in shapes:
            if shape.group.startswith(OUR_LABELS) or shape in drawn:
                continue
            if shape.group.startswith(MARKING_GROUP):
                words = " ".join(one.plain for one in texts.paragraphs(shape)) if shape.body is not None else ""
                content.marking = content.marking or _marking_in(words)
                continue
            if shape is title:
                content.title = title_line(texts.paragraphs(shape))
            elif shape.kind == "sp" and shape.type not in AT_FOOT and not self._is_our_trail(shape):
                self._text(shape, texts, part, content)
            elif self._is_our_trail(shape):
                self._trails.tell(shape, part, self.told)
            elif shape.type in AT_FOOT and (words := typed_at_foot(shape)):
                tell_foot(words, part, self.told)
            elif shape.kind == "pic":
                self._picture(shape, part, content)
            elif shape.kind == "graphicFrame":
                held = self._frames.held_by(shape, texts, part)
                if isinstance(held, tuple) and held[0] == "chart":
                    charts.append(Framed(shape, held))
                elif held:
                    content.parts.append((shape.place, held))
                elif shape.instead is not None:  # a picture of a chart that nobody can read
                    self._picture(shape.instead, part, content)
            elif shape.kind == "cxnSp" and not self._is_compared and is_arrow(shape):
                help = "say what it shows in words, or draw it as a `diagram`"
                self.told.note(part.number, "an arrow that joins no boxes of a diagram is left out", help)
            elif shape.kind == "contentPart":
                self.told.note(part.number, "what was drawn with a pen is left out", "show a picture of it as `image`")
        if self._own_blocks is not None:
            content.parts += OwnCharts(labels, texts, part.number, self.told).of(charts)
        else:
            content.parts += [(one.shape.place, one.block) for one in charts]
        tell_fills(part, shapes, self.told)
        tell_left_out(part, shapes, self._package, self.told)
        tell_lost_links(part, shapes, of_theme, self.told)
        blocks = [one for _, one in (*content.parts, *content.pictures)]
        self._alternatives.tell(part, shapes, of_theme, blocks, self._is_ours)
        for shape in of_authors(labels, texts, content.parts):
            self._text(shape, texts, part, content)
        if self._has_names:
            for words in take_axis_titles(labels, texts, content.parts):
                self.told.note(part.number, *AXIS_TITLE_LEFT_OUT, words)
        self._languages.update(one.get("lang", "") for one in part.root.iter(f"{A}rPr"))
        for shape in (one for one in drawn if are_footnotes(one)):
            if not content.take_footnotes(shape, texts.paragraphs(shape)):
                self.told.note(part.number, *NO_MARKS)
        content.parts += joined_list(content.list_columns)
        content.parts, content.pictures = (read_from(one, part.is_turned) for one in (content.parts, content.pictures))
        texts.tell_changes(part.number, self._is_ours, self.told)
        return content

    def _take_own_blocks(
        self, shapes: Sequence[Shape], texts: TextReader, part: SlidePart, content: Content
    ) -> Iterator[Shape]:
        """Take the blocks of ours that shapes are, and yield these, and those that hold footnotes or no words of a
        deck."""
        if self._own_blocks is None:
            return
        for one in self._own_blocks.of(shapes, texts, part.number):
            content.parts.append((one.place, one.block))
            yield from one.shapes
        yield from (one for one in shapes if is_quote_mark(one) or are_footnotes(one))

    def _is_our_trail(self, shape: Shape) -> bool:
        return self._is_ours and is_trail(shape)

    def _diagram_of_arrows(
        self, shapes: Sequence[Shape], title: Shape | None, texts: TextReader, part: SlidePart, content: Content
    ) -> Collection[Shape]:
        """Take shapes with arrows between them as a diagram, and return them. What is compared is compared by its
        words, and by its arrows beside these: a name of a deck's diagram may stand in several of its edges."""

        def words(shape: Shape) -> str:
            paragraphs = texts.paragraphs(shape) if shape is not title else []
            if self._is_compared:
                return " ".join(one.plain for one in paragraphs)
            is_short = len(paragraphs) <= _BOX_LINES and not any(
                one.level or one.number is not None for one in paragraphs
            )
            return line_of(paragraphs) if is_short else ""

        if self._is_compared:
            self._arrows[part.number] = arrows_of(shapes, words)
            return ()
        found = diagram_of(shapes, words)
        if found is None:
            return ()
        if isinstance(found, TooLarge):
            most = f"a diagram has {MOST_NODES} and {MOST_EDGES} at most"
            help = "draw its parts as diagrams on slides of their own"
            self.told.note(part.number, f"the arrows of a drawing are left out: it has {found.said}, {most}", help)
            return found.arrows
        value = dict(found.value)
        if said := described(part.root, found.shapes):
            value["alt"] = said
        content.parts.append((found.place, ("diagram", value)))
        if not found.shapes[0].group.startswith(OUR_GROUP):
            help = "layout finds places for boxes; look whether it should lead `right` or `down`"
            self.told.note(part.number, "shapes with arrows between them are a diagram, in places of its own", help)
        return found.shapes

    def _title(self, shapes: Sequence[Shape], texts: TextReader) -> Shape | None:
        """Return the shape with the slide's title: a placeholder of it, else a line of large letters at the top."""
        for shape in shapes:
            if shape.is_title and texts.paragraphs(shape):
                return shape
        for shape in shapes:
            is_high = shape.place is not None and shape.place.y < _TITLE_PLACE * self._height
            paragraphs = texts.paragraphs(shape) if shape.kind == "sp" and not shape.type and is_high else []
            is_line = len(paragraphs) == 1 and len(paragraphs[0].plain) <= LONGEST_TITLE
            if is_line and paragraphs[0].size >= _TITLE_SIZE:
                return shape
        return None

    def _text(self, shape: Shape, texts: TextReader, part: SlidePart, content: Content) -> None:
        if not shape.is_title and (tex := formula_in(shape.body) or outlined_formula(shape)):
            said = "" if self._is_compared else said_of(shape.description)
            value = {"tex": tex, "alt": said} if said and not is_spelling(said, tex) else tex
            content.parts.append((shape.place, ("equation", value)))
            return
        paragraphs = texts.paragraphs(shape)
        if not paragraphs:
            outlines = (f"{P}spPr/{A}prstGeom", f"{P}spPr/{A}custGeom")
            is_drawn = not shape.type and any(shape.element.find(one) is not None for one in outlines)
            if is_drawn and not shape.is_decorative and not words_in(shape):  # the slide's number is no drawing
                self.told.note(part.number, "a drawn shape without words is left out", "make an SVG of drawings")
            return
        if shape.type == "subTitle" and not content.subtitle:
            content.subtitle = line_of(paragraphs[:1])
            paragraphs = paragraphs[1:]
        if not shape.type or shape.name == OUR_CREDITS:
            left = [one for one in paragraphs if not content.takes_as_credit(one)]
        else:
            left = paragraphs
        if left and self._is_ours and self._has_names and is_list_column(shape):
            content.list_columns.append(ListColumn(shape, left))
        elif left:
            content.parts.append((shape.place, prose_of(left)))
            if self._is_compared and not (shape.type or shape.group):
                self._boxes.setdefault(part.number, []).append([one.words for one in left])

    def _picture(self, shape: Shape, part: SlidePart, content: Content) -> None:
        if is_film_or_sound(shape):
            self.told.note(part.number, "a film or a sound is left out", "link to it in a `text`")
            return
        value = self._pictures.value_of(shape, part)
        if value is None and not self._pictures.is_inside(shape, part):
            help = "insert the picture itself in PowerPoint, not a link to it"
            self.told.note(part.number, "a picture that is not in the presentation is left out", help)
            return
        if value is None:
            help = "save it as PNG or SVG in PowerPoint, and show that as `image`"
            self.told.note(part.number, "a picture that is no JPEG, PNG, GIF, TIFF or SVG is left out", help)
            return
        if is_cropped(shape):
            help = "crop the file, or say what matters with `focus`"
            self.told.note(part.number, "a picture that was cropped is there whole", help)
        content.pictures.append((shape.place, ("image", value)))

    def _ends(self, part: SlidePart, content: Content) -> Slide:
        found: Slide = credit_keys(content.credits)
        if content.marking and content.marking != self._marking:
            found["marking"] = content.marking
        lines = self._chart_notes if self._is_ours else None
        charts = ChartRows(content.charts, part.language)
        if notes := notes_of(part, lines, charts, self.told, has_lists=not self._is_compared):
            found["notes"] = notes
        if notes and self._is_compared:
            again = Told(self.told.span_of)  # which nobody reads: all of it is told
            lines = self._chart_notes.again()
            self._listed_notes[part.number] = notes_of(part, lines, charts, again, has_lists=True)
        return found

    def _size(self) -> str:
        """Return the size of pages that is nearest to the presentation's; nothing for the usual one."""
        width, height = page_size(self._package)
        sizes = {"": 16 / 9, "4:3": 4 / 3, "A4": 297 / 210}
        return min(sizes, key=lambda one: abs(sizes[one] - width / height))
