"""The slides of a Markdown file: their titles, sections, layouts, notes and contents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import dropwhile
from typing import TYPE_CHECKING

from deckmaker.budget.importing import MARKDOWN_LEVELS
from deckmaker.dataclasses import replace
from deckmaker.diagnostics import Diagnostics, SourceFile
from deckmaker.importing.credits import credit_keys
from deckmaker.importing.imported import ImportedDeck, Slide, cover_and_rest, keyed, with_id, with_steps
from deckmaker.importing.markdown.anchors import Anchors
from deckmaker.importing.markdown.attributes import attributes_of, values_of
from deckmaker.importing.markdown.blocks import Content, ContentReader, Place, formula_in
from deckmaker.importing.markdown.front_matter import FrontMatter, as_line, read_front_matter, without_front_matter
from deckmaker.importing.markdown.front_words import keys_of_deck
from deckmaker.importing.markdown.html import read_html
from deckmaker.importing.markdown.html_notes import parted_from_notes
from deckmaker.importing.markdown.inline import InlineReader
from deckmaker.importing.markdown.instructions import instructions_to, is_for_programs
from deckmaker.importing.markdown.parting import (
    Part,
    are_settings,
    cover_of,
    is_parted_by_rules,
    is_short,
    parts_of,
    slide_level,
)
from deckmaker.importing.markdown.plain_text import plain_text
from deckmaker.importing.markdown.reading import footnotes_of, read_markdown, too_deep
from deckmaker.importing.markdown.settings_of_slides import has_settings_of_slides, with_plain_settings
from deckmaker.importing.markdown.slots import slots_of
from deckmaker.importing.markdown.tight_rules import with_rules_for, with_rules_of_reveal, with_rules_of_slidev
from deckmaker.importing.markdown.title_block import without_title_block
from deckmaker.importing.markdown.told import Told
from deckmaker.importing.markdown.unused_footnotes import UNUSED_FOOTNOTE
from deckmaker.importing.markdown.words import Words
from deckmaker.importing.marks import unmarked
from deckmaker.patterns import pattern
from deckmaker.resolve.characters import without_unusable

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

_WITH_WORDS = pattern(r"[_$]?(?P<key>header|footer|title|author|description|keywords)[ ]*+:[ ]*+(?P<words>\S.*)")
"""Instructions that hold words."""

_BEHIND = pattern(r"data-background(?:-image|-video|-iframe)?=[\"'](?P<file>[^\"']*[./][^\"']*)[\"']")
"""How reveal.js has something behind a slide."""

_HIDDEN = pattern(r"(?<![\w-])data-visibility=[\"']?hidden\b")
"""How reveal.js hides a slide, in an instruction."""

_NOTE = pattern(r"notes?:\s*", 2)  # re.IGNORECASE
_LAYOUTS = {"image-left": "picture-left", "image-right": "picture-right", "image": "picture", "end": "closing"}
"""Our layouts by Slidev's names. Others are chosen by what a slide holds."""

_READ_SETTINGS = ("layout", "image", "title", "hide", "disabled")
_TEXTS = ("text", "bullets", "numbered", "quote", "heading")


def read_deck_of_slides(
    source: SourceFile, place: Place, name: str, level: int | None, diagnostics: Diagnostics
) -> ImportedDeck | None:
    """Read a Markdown file; report mistakes in its front matter and return None.

    `level` is that of headings that begin slides; without it, the file shows it. A file without a title has its `name`.
    """
    content, text = without_front_matter(without_unusable(source.text.replace("\r\n", "\n")))
    front = read_front_matter(content, source, diagnostics)
    if front is None:
        return None
    if not content:
        said, text = without_title_block(text)
        front = replace(front, keys={key: as_line(value) for key, value in said.items()})
    told = Told(source)
    root, is_slidev = _tree(text, front)
    if node := too_deep(root):
        help = f"at most {MARKDOWN_LEVELS.limit} of lists and quotations inside one another are read"
        told.tell(node, "what stands too deep in lists and quotations is left out", help)
    deck = _SlideReader(root, front, is_slidev, told, place, name).deck(level)
    told.tell_all(diagnostics)
    return deck


def _tree(text: str, front: FrontMatter) -> tuple[SyntaxTreeNode, bool]:
    """Return the tree of a file with a rule wherever its program begins a slide, and whether that is Slidev."""
    has_slots = front.is_slidev or "\nlayout:" in text  # which names the slots of a slide
    text = with_rules_for(with_plain_settings(text, front.is_slidev), front.separators)
    root = read_markdown(text, has_slots)
    pairs = zip(root.children, root.children[1:], strict=False)
    is_slidev = (
        front.is_slidev
        or any(one.type == "hr" and are_settings(one, two) for one, two in pairs)
        or (not front.is_marp and has_settings_of_slides(text))
    )
    apart = text
    if is_slidev:
        apart = with_rules_of_slidev(text)
    elif not front.is_marp and any(one.type == "hr" for one in root.children):
        apart = with_rules_of_reveal(text)
    return root if apart == text else read_markdown(apart, has_slots), is_slidev


_UNUSED = {
    False: ("to which no text refers", "write `[^1]` with its mark where it belongs"),
    True: ("whose marks others have, too,", "give each a mark of its own"),
}
"""Which footnotes are left out, and what helps, by whether another one is there instead."""


class _SlideReader:
    def __init__(
        self, root: SyntaxTreeNode, front: FrontMatter, is_slidev: bool, told: Told, place: Place, name: str
    ) -> None:
        self._inline = InlineReader(footnotes_of(root), told)
        for node in (one for one in root.children if one.type == UNUSED_FOOTNOTE):
            what, help = _UNUSED[node.meta["is_instead"]]
            told.tell(node, f"footnotes {what} are left out: NAMES", help, node.meta["label"][:40])
        nodes = [node for node in root.children if node.type not in ("footnote_block", UNUSED_FOOTNOTE)]
        self._nodes = list(dropwhile(lambda node: node.type == "hr", nodes))
        self._front, self._told, self._name = front, told, name
        self._instructions = instructions_to(front.is_marp, is_slidev)
        self._has_rules = front.is_marp or is_slidev
        public = place.folder / "public" if is_slidev else None  # Slidev's manual, "Assets Handling"
        self._place = Place(place.folder, place.deck_folder, front.is_marp, public)
        self._notes_in_comments = self._has_rules or any(node.type == "hr" for node in self._nodes)

    def deck(self, level: int | None) -> ImportedDeck:
        """Return the deck, whose first slide is its title slide."""
        front, cover = self._front, cover_of(self._nodes)
        self._tell_front_matter()
        given = level or front.level
        wanted = given or slide_level(self._nodes)
        parts = parts_of(self._nodes, wanted, at_headings=given is not None or not self._has_rules)
        if parts and front.settings:
            parts[0].settings = front.settings
        anchors = Anchors(parts)
        self._inline.id_of = anchors.id_of
        keys = keys_of_deck(front, self._told)
        slides: list[Slide] = []
        begins: list[int] = []
        begins_with_cover = cover is not None or self._has_rules or is_parted_by_rules(self._nodes)
        first = parts[0].title if parts and begins_with_cover else None
        if first and "title" in keys and not self._has_rules:  # that is the title slide, unless the file repeats it
            first = first if self._reader().line(first) == keys["title"] else None
        is_cover = first is not None
        if is_cover:
            begins.append(0)
            slides += self._cover(parts.pop(0), keys)
        keys = {"title": keys.pop("title", "") or self._name, **keys}
        if not is_cover:
            slides.append({"title": keys["title"]})
        for number, part in enumerate(parts, start=1):
            begins.append(len(slides))
            slides.append(self._slide(part, wanted, is_last=number == len(parts)))
        for index, id in anchors.used.items():
            slides[begins[index]] = with_id(slides[begins[index]], id)
        order = ("title", "subtitle", "author", "date", "language", "size", "footer", "incremental")
        return ImportedDeck({key: keys[key] for key in order if key in keys}, [one for one in slides if one])

    def _tell_front_matter(self) -> None:
        """Tell what the front matter has that a deck has not."""
        others, tell = self._front.others, self._told.tell
        if others:
            names = ", ".join(f"`{one[:40]}`" for one in others[:8])
            more = ", …" if len(others) > 8 else ""
            tell(None, f"left out of the front matter: {names}{more}", "looks come from the `theme` of a deck")
        for words in self._front.words:
            help = "a deck has one `footer`; write what a slide needs besides in a `text`"
            tell(None, "words of the front matter are left out: NAMES", help, words[:80])
        for file in self._front.pictures:
            help = "show it as `image`; a logo comes from the `theme`"
            tell(None, "pictures in the front matter are left out: NAMES", help, file[:80])

    def _cover(self, part: Part, keys: dict[str, str]) -> Iterator[Slide]:
        """Yield the title slide, and a second one for what has no place on it."""
        reader = self._reader()
        assert part.title
        title = reader.line(part.title) or self._name
        keys.setdefault("title", title)
        if part.section:
            help = "write it as the `subtitle`, or on a slide of its own"
            self._told.tell(part.title, "words above the first title are left out: NAMES", help, part.section[:80])
        nodes, comments = list(part.nodes), list[str]()
        shown, _ = parted_from_notes(nodes)
        first = next((node for node in shown if node.type != "html_block"), None)
        if "subtitle" not in keys and first and first.type in ("heading", "paragraph"):
            words = self._inline.read(first)
            if words.line and is_short(first) and not formula_in(first):
                keys["subtitle"] = reader.line(first)
                comments += words.comments
                nodes.remove(first)
        content = self._content(Part(part.title, nodes, part.settings), reader)
        content.comments += comments
        here, below = cover_and_rest(content.blocks)
        hidden = _hidden(part, content)
        yield self._stepped({"title": title, **hidden, **keyed(here), **self._ends(part, content)}, content)
        if below:
            yield self._stepped({"title": title, "layout": "content", **hidden, **keyed(below)}, content)

    def _slide(self, part: Part, level: int, is_last: bool) -> Slide:
        reader = self._reader()
        title = reader.line(part.title) if part.title else str(part.settings.get("title") or "")
        content = self._content(part, reader)
        slide: Slide = {}
        if title and part.title and part.level < level:
            slide["section"] = unmarked(title)
        elif part.section:
            slide["section"] = part.section
        if title:
            slide["title"] = title
        layout = self._layout(part, content)
        if not content.blocks and is_last and title and "section" not in slide:
            layout = "closing"
        if layout:
            slide["layout"] = layout
        slide |= _hidden(part, content)
        other = str(part.settings.get("title") or "") if part.title else ""
        if other and other != title and self._front.settings is not part.settings:
            help = "a slide has one title"
            self._told.tell(part.title, "titles in the settings of slides are left out: NAMES", help, other[:80])
        for key in part.settings if self._front.settings is not part.settings else ():
            if key == "src":
                help = "import that file as well, and take its slides with `include`"
                self._told.tell(part.title, "slides of another file are left out: NAMES", help, part.settings[key][:80])
            elif key not in _READ_SETTINGS:
                help = "looks come from the `theme` and the `layout`"
                self._told.tell(part.title, "left out of the settings of slides: NAMES", help, key[:40])
        return self._stepped({**slide, **keyed(content.blocks), **self._ends(part, content)}, content)

    def _stepped(self, slide: Slide, content: Content) -> Slide:
        """Return a slide that says what its part says of steps, where the deck says otherwise."""
        if "incremental" in self._front.keys:
            return {**slide, "incremental": "false"} if content.is_still else slide
        return with_steps(slide) if content.is_stepped else slide

    def _reader(self) -> ContentReader:
        return ContentReader(self._inline, self._told, self._place)

    def _content(self, part: Part, reader: ContentReader) -> Content:
        nodes, notes, instructions = self._without_notes(part.nodes)
        slots = slots_of(nodes)
        image = part.settings.get("image")
        if isinstance(image, str) and image:
            reader.add_picture(image)
        if "right" in slots:
            reader.add_columns(
                [slots.get("left", slots["default"]), slots["right"]], slots["default"] if "left" in slots else []
            )
            below = (slot for name, slot in slots.items() if name not in ("default", "left", "right"))
            content = reader.read([node for slot in below for node in slot])
        else:
            content = reader.read([node for slot in slots.values() for node in slot])
        content.notes += notes
        content.comments += instructions
        return content

    def _without_notes(self, nodes: Sequence[SyntaxTreeNode]) -> tuple[list[SyntaxTreeNode], list[str], list[str]]:
        """Part a slide from its notes, which reveal.js has behind `Note:` or in HTML, and from the instructions among
        these."""
        nodes, in_html = parted_from_notes(nodes)
        aside = Words()
        noted = [line for one in in_html for line in self._inline.notes(one, aside)] + aside.comments
        for index, node in enumerate(nodes):
            may_begin_notes = node.type == "paragraph" and self._notes_in_comments
            if may_begin_notes and (found := _NOTE.match(plain_text(node.children, as_typed=True))):
                lines, instructions = list[str](), list[str]()
                for at, one in enumerate(nodes[index:]):
                    aside = Words()
                    said = self._inline.notes(one, aside) if at else [self._inline.plain(one.children, aside)]
                    lines += said if at else [said[0][found.end() :]]
                    for comment in aside.comments:
                        (instructions if is_for_programs(comment, self._instructions) else lines).append(comment)
                return list(nodes[:index]), [*noted, *(one for one in lines if one)], instructions
        return list(nodes), noted, []

    def _layout(self, part: Part, content: Content) -> str:
        """Return the layout that Marp's or Slidev's words ask for, where there is one and it has room."""
        wanted = _LAYOUTS.get(str(part.settings.get("layout") or ""), "")
        kinds = [key for key, _ in content.blocks]
        if not all(key in (*_TEXTS, "image") for key in kinds) or kinds.count("image") > 1:
            return ""
        if "image" not in kinds:
            return wanted if wanted == "closing" else ""
        if content.picture_place == "behind":
            return "picture-full" if any(key in _TEXTS for key in kinds) else ""
        return f"picture-{content.picture_place}" if content.picture_place else wanted

    def _ends(self, part: Part, content: Content) -> Slide:
        """Return what stands below the blocks of a slide: its credits and its notes."""
        found: Slide = credit_keys(content.credits)
        instructions = [one for one in content.comments if one and is_for_programs(one, self._instructions)]
        places = _places_of_comments(part.nodes) if instructions else {}
        for one in instructions:
            self._tell_words(one, places.get(one, part.title))
        comments = [one for one in content.comments if one and not is_for_programs(one, self._instructions)]
        if comments and not self._notes_in_comments:
            first = next((node for node in part.nodes if node.type == "html_block"), part.title)
            self._told.tell(first, "comments are left out", "write what the presenter needs under `notes`")
            comments = []
        if notes := "\n\n".join([*content.notes, *_notes_in_attributes(part, instructions), *comments]):
            found["notes"] = notes
        return found

    def _tell_words(self, comment: str, node: SyntaxTreeNode | None) -> None:
        """Tell the words, and what stands behind slides, in instructions to a program, which stand at a part."""
        for line in map(str.strip, comment.split("\n")):
            said = _WITH_WORDS.match(line)
            words = said["words"].strip("'\" ") if said else ""
            if said and words and words != self._front.keys.get(said["key"]):
                help = "a deck has one `footer`; write what a slide needs besides in a `text`"
                self._told.tell(node, "words in instructions to a program are left out: NAMES", help, words)
            for found in _BEHIND.finditer(line):
                help = "show it as `image`, with `layout: picture-full`"
                self._told.tell(node, "what is behind a slide is left out: NAMES", help, found["file"][:80])


def _hidden(part: Part, content: Content) -> Slide:
    """Return that a slide is hidden, where Slidev's front matter, its heading as Pandoc and Quarto have it, or an
    instruction to reveal.js says so. One that they do not count is shown, and a slide like others.
    """
    values = values_of(_attributes_of(part))
    is_hidden = (
        str(part.settings.get("hide") or part.settings.get("disabled") or "").lower() == "true"
        or "hidden" in (values.get("visibility"), values.get("data-visibility"))
        or any(one.startswith(".slide") and _HIDDEN.search(one) for one in content.comments)
    )
    return {"hidden": "true"} if is_hidden else {}


def _notes_in_attributes(part: Part, instructions: Sequence[str]) -> Iterator[str]:
    """Yield notes in the attributes of a slide, as reveal.js has them: of its heading, or in an instruction."""
    for one in (_attributes_of(part), *(one for one in instructions if one.startswith(".slide"))):
        if notes := values_of(one).get("data-notes"):
            yield notes


def _attributes_of(part: Part) -> str:
    """Return the attributes behind the heading of a slide."""
    return attributes_of(part.title) if part.title else ""


def _places_of_comments(nodes: Sequence[SyntaxTreeNode]) -> dict[str, SyntaxTreeNode]:
    """Return where the comments of a slide stand, if that is on lines of their own."""
    places: dict[str, SyntaxTreeNode] = {}
    for node in nodes:
        for comment in read_html(node.content).comments if node.type == "html_block" else ():
            places.setdefault(comment, node)
    return places
