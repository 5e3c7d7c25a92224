"""What stands on one slide, or in one of its columns: parts of a Markdown file to blocks of a deck."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, takewhile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from deckmaker.dataclasses import dataclass, field
from deckmaker.formulas.reading import Misread
from deckmaker.formulas.showing import sound_formula
from deckmaker.importing.credits import credit_value, is_credit, is_of_pictures
from deckmaker.importing.imported import MOST_COLUMNS, Block, column_of, side_by_side
from deckmaker.importing.markdown.attributes import attributes_of, values_of
from deckmaker.importing.markdown.code_fences import CodeFence, code_fence
from deckmaker.importing.markdown.divs import CALLOUTS, div_of
from deckmaker.importing.markdown.html import read_html
from deckmaker.importing.markdown.inline import InlineReader, is_emphasis
from deckmaker.importing.markdown.lists import LISTS, ListReader
from deckmaker.importing.markdown.mermaid import diagram_of
from deckmaker.importing.markdown.pictures import address_of_picture, is_colour, picture_of
from deckmaker.importing.markdown.plain_text import plain_text
from deckmaker.importing.markdown.tables import table_of
from deckmaker.importing.markdown.told import Told
from deckmaker.importing.markdown.words import Words
from deckmaker.importing.marks import escaped, literal
from deckmaker.importing.prose import Prose, blocks_of, code, heading, paragraph, quotation
from deckmaker.language.code import language_named
from deckmaker.patterns import pattern
from deckmaker.resolve.addresses import address_of

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

_ALERT = pattern(r"\\?\[!(\w+)\\?\][+-]?[ ]*(.*)")
_BY = pattern(r"(?:—|–|―|--|---)[ \u00a0]*(?=\S)")
_BEHIND = ("background", "background-image", "background-video", "background-iframe")
"""What Pandoc's attributes of a heading have behind its slide."""

_TABLE_CAPTION = pattern(r"(?:Table)?:[ ]+(?=\S)")
_FLOWCHART = "mermaid"
_DIAGRAMS = (_FLOWCHART, "dot", "graphviz", "plantuml", "d2")
_BEHIND_CREDITS = ("blockquote", "html_block", "container_div")
"""What may stand behind the credits of a slide: its notes, in the ways in which tools write them."""

_SNIPPET = pattern(r"<<<[ ]*([@./\w][^ ]*)(?: .*)?")
"""How Slidev takes code from another file."""

_FORMULA = "math"
"""The language of a formula between fences, as GitHub has it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a Markdown file lies and where its deck will, whether Marp's rules hold, and where paths of pictures begin
    that begin with a slash: with Slidev, in its folder for these.
    """

    folder: Path
    deck_folder: Path
    is_marp: bool
    root: Path | None = None


@dataclass(slots=True)
class Content:
    """The blocks of a slide, its credits and its comments, and where Marp wants its picture.

    `is_stepped` says that the items of a list are to appear one by one, `is_still` that they are not.
    """

    blocks: list[Block] = field(default_factory=list)
    credits: list[Any] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    picture_place: str = ""
    is_stepped: bool = False
    is_still: bool = False


_FORMULA_STEPS = pattern(r"[ \t]*\{(?:[0-9|,* -]|all|none|hide)+\}(?:\{[^{}\n]*\})?[ \t]*\n")
"""Lines that stand out one after another, as Slidev has them, behind the signs that begin a formula."""


class ContentReader:
    """Reads parts of a file, one after the other, to the blocks of a slide."""

    def __init__(self, inline: InlineReader, told: Told, place: Place, is_in_column: bool = False) -> None:
        self._inline, self._told, self._place, self._is_in_column = inline, told, place, is_in_column
        self._lists = ListReader(self._words_alone, self._code_words, told.tell)
        self._run: list[Prose] = []
        self._pictures: list[tuple[str, str, str]] = []
        self._content = Content()

    def read(self, nodes: Sequence[SyntaxTreeNode]) -> Content:
        """Return what stands on a slide, below the pictures of the heading that was read before."""
        self._show_pictures(None)
        for index, node in enumerate(nodes):
            rest = nodes[index + 1 : index + 4]  # of a slide with thousands of parts, not all of them each time
            self._add(node, is_last=len(rest) <= 2 and all(one.type in _BEHIND_CREDITS for one in rest))
        self._end_run()
        self._content.blocks = side_by_side(self._content.blocks)
        return self._content

    def line(self, node: SyntaxTreeNode) -> str:
        """Return the words of a heading, as a title shows them."""
        return self._words(node).line

    def _add(self, node: SyntaxTreeNode, is_last: bool = False) -> None:
        match node.type:
            case "paragraph" if tex := formula_in(node):
                steps = _FORMULA_STEPS.match(tex)
                if steps:
                    help = "show its parts on slides of their own, if they are to come one by one"
                    self._told.tell(node, "lines of a formula no longer stand out one by one", help)
                self._formula(node, tex[steps.end() :] if steps else tex)
            case "paragraph":
                self._paragraph(node, is_last)
            case "heading":
                if words := self.line(node):
                    self._run.append(heading(words))
            case "bullet_list" | "ordered_list":
                self._list(node)
            case "blockquote":
                self._quotation(node)
            case "fence" | "code_block":
                self._code(node)
            case "table":
                if table := table_of(node, self._words_of_cell, self._told):
                    self._end_run()
                    self._content.blocks.append(("table", table))
            case "html_block":
                self._html(node)
            case "container_div":
                self._div(node)
            case "dl":
                self._definitions(node)
            case _:
                pass  # a rule within a list or a quotation, and front matter
        self._show_pictures(node)

    def _show_pictures(self, node: SyntaxTreeNode | None) -> None:
        """Add the pictures that were put aside."""
        pictures, self._pictures = self._pictures, []
        for one in pictures:
            self._picture(node, *one)

    def _words(self, node: SyntaxTreeNode) -> Words:
        """Return the words of a part; put the pictures among them aside, to stand below all that is being read."""
        for key, file in values_of(attributes_of(node)).items():
            if key.removeprefix("data-") in _BEHIND and {".", "/"} & set(file):
                help = "show it as `image`, with `layout: picture-full`"
                self._told.tell(node, "what is behind a slide is left out: NAMES", help, file[:80])
        words = self._inline.read(node)
        self._content.comments += words.comments
        self._pictures += words.pictures
        return words

    def _words_of_cell(self, node: SyntaxTreeNode) -> str:
        words = self._inline.read(node)
        self._content.comments += words.comments
        if words.pictures:
            self._told.tell(node, "a picture in a table is left out", "show it as `image`")
        return words.line

    def _words_alone(self, node: SyntaxTreeNode) -> str:
        return self._words(node).text

    def _paragraph(self, node: SyntaxTreeNode, is_last: bool) -> None:
        text, typed = self._words_alone(node), plain_text(node.children, as_typed=True)
        if text == typed and text in (". . .", "\\pause"):
            help = "write what appears one by one as a list, with `incremental: true`"
            self._told.tell(node, "a pause is left out", help)
        elif typed.startswith("<<<") and (snippet := _SNIPPET.fullmatch(plain_text(node.children))):
            help = "name it as the `file` of a `code`"
            self._told.tell(node, "code of another file is left out: NAMES", help, snippet[1][:80])
        elif text and not self._credit(node, text, is_last) and not self._caption(node, text):
            self._run.append(paragraph(text))

    def _credit(self, node: SyntaxTreeNode, text: str, is_last: bool) -> bool:
        """Take a paragraph for the credit of what stands above it, or at its end for the slide's."""
        before = self._content.blocks[-1] if self._content.blocks and not self._run else None
        is_below = before is not None and before[0] in ("image", "table") and "credit" not in before[1]
        if not (is_below or is_last):
            return False
        plain = " ".join(plain_text([one]) for one in node.children)
        all_pictures = (value for key, value in self._content.blocks if key == "image") if is_last else ()
        pictures = [value for value in all_pictures if "credit" not in value]
        if not is_credit(plain, of_pictures=is_below or bool(pictures)):
            return False
        links = [self._inline.address(one) for part in node.children for one in part.walk() if one.type == "link"]
        value = credit_value(plain, [found for one in links if (found := address_of(one))])
        if pictures and is_of_pictures(plain):
            for one in pictures:
                one["credit"] = value
        elif is_below and before:
            before[1]["credit"] = value
        else:
            self._content.credits.append(value)
        return True

    def _caption(self, node: SyntaxTreeNode, text: str) -> bool:
        """Take a paragraph below a table or a picture for its caption: one in italics, or Pandoc's `Table:`."""
        before = self._content.blocks[-1] if self._content.blocks and not self._run else None
        if not before or before[0] not in ("table", "image") or {"caption", "credit"} & set(before[1]):
            return False
        is_typed = bool(_TABLE_CAPTION.match(plain_text(node.children, as_typed=True)))
        if is_emphasis(node):
            text = text[1:-1] if text.startswith("*") else text
        elif before[0] == "table" and is_typed and (found := _TABLE_CAPTION.match(text)):
            text = text[found.end() :]
        else:
            return False
        before[1]["caption"] = " ".join(text.split())
        return True

    def _picture(self, node: SyntaxTreeNode | None, written: str, alt: str, title: str) -> None:
        if address := address_of_picture(written):
            help = "save it into the project, and show the file as `image`"
            self._told.tell(node, "a picture on the web or in the text itself is not in the deck", help)
            if address_of(address):
                self._run.append(paragraph(f"[{literal(alt) or 'Picture'}](<{address}>)"))
            return
        if not written.strip():
            self._told.tell(node, "a picture names no file", "name one, or remove it")
            return
        place = self._place
        folder = place.folder
        if place.root and written.startswith("/"):
            folder, written = place.root, written.lstrip("/")
        found = picture_of(written, alt, title, folder, place.deck_folder, place.is_marp)
        if found.place and is_colour(written):
            help = "looks come from the `theme` of a deck"
            self._told.tell(node, "colours behind slides are left out: NAMES", help, written[:80])
            return
        self._end_run()
        self._content.blocks.append(("image", dict(found.value)))
        self._content.picture_place = self._content.picture_place or found.place

    def _list(self, node: SyntaxTreeNode) -> None:
        found, others = self._lists.read(node)
        if found:
            self._run.append(found)
            self._content.is_stepped |= self._place.is_marp and node.markup in ("*", ")")
        for other in others:
            self._add(other)

    def _quotation(self, node: SyntaxTreeNode) -> None:
        first = node.children[0] if node.children else None
        text = self._words_alone(first) if first and first.type == "paragraph" else ""
        typed = plain_text(first.children, as_typed=True) if first else ""
        if first and typed.startswith("[!") and (alert := _ALERT.match(text)):
            self._callout(alert[1].lower(), alert[2], text[alert.end() :].strip("\n"), node.children[1:])
            return
        if not first or any(one.type != "paragraph" for one in node.children):
            if first and any(one.type not in ("paragraph", "html_block") for one in node.children):
                help = "a quotation holds paragraphs alone"
                self._told.tell(node, "a quotation that holds more than paragraphs is none", help)
            for one in node.children:
                self._add(one)
            return
        words = [one for one in (text, *map(self._words_alone, node.children[1:])) if one]
        if not words:
            return
        lines = words[-1].split("\n")
        by = ""
        if (found := _BY.match(lines[-1])) and (len(words) > 1 or len(lines) > 1):
            by = lines.pop()[found.end() :]
            words[-1:] = ["\n".join(lines).removesuffix("\\")] if lines else []
        self._run.append(quotation(words, by))

    def _callout(self, kind: str, title: str, text: str, rest: Sequence[SyntaxTreeNode]) -> None:
        inner = ContentReader(self._inline, self._told, self._place, self._is_in_column)
        words = [text] if text else []
        nodes = list(rest)
        while nodes and nodes[0].type == "paragraph":
            words.append(self._words_alone(nodes.pop(0)))
        value = {"kind": CALLOUTS.get(kind, "note"), "title": title.strip(), "text": "\n\n".join(filter(None, words))}
        self._end_run()
        if not value["title"] and not value["text"]:
            value["text"] = kind.capitalize()
        self._content.blocks.append(("callout", {key: one for key, one in value.items() if one}))
        if nodes:
            self._told.tell(nodes[0], "what a callout cannot hold stands below it", "a callout holds paragraphs alone")
            self._take(inner.read(nodes))

    def _code(self, node: SyntaxTreeNode) -> None:
        if not node.content.strip():
            return
        if node.info.strip() == _FORMULA:
            self._formula(node, node.content)
            return
        fence = code_fence(node.info, node.content)
        if fence.language == _FLOWCHART and (diagram := diagram_of(node.content)):
            self._end_run()
            self._content.blocks.append(("diagram", diagram))
            return
        if fence.language in _DIAGRAMS:
            help = "make an SVG of it, and show that as `image`"
            self._told.tell(node, "a diagram is there as it is described, and not drawn", help)
        is_known = not fence.language or language_named(fence.language)
        if not fence.title or not is_known:  # a block of code has no language without colours
            self._run += self._code_words(node)
            return
        self._tell_lines(node, fence)
        self._end_run()
        said = {"language": fence.language, "title": escaped(fence.title), "highlight": ", ".join(fence.lit)}
        lines = node.content.rstrip("\n").expandtabs(4) + "\n"
        self._content.blocks.append(("code", {**{key: one for key, one in said.items() if one}, "text": lines}))

    def _code_words(self, node: SyntaxTreeNode) -> list[Prose]:
        """Return code among words, below its name."""
        fence = code_fence(node.info, node.content)
        self._tell_lines(node, fence)
        title = [paragraph(escaped(fence.title))] if fence.title else []
        return [*title, code(node.content, fence.info)]

    def _tell_lines(self, node: SyntaxTreeNode, fence: CodeFence) -> None:
        if fence.is_cut:
            help = "name them behind the language, as in `python {2,4-6}`"
            self._told.tell(node, "lines of code no longer stand out", help)

    def _formula(self, node: SyntaxTreeNode, tex: str) -> None:
        """Read a formula; one that decks cannot show is there as its LaTeX."""
        try:
            sound_formula(tex)
        except Misread as misread:
            self._told.tell(node, f"a formula is there as its LaTeX: {misread}", misread.help)
            self._run.append(code(tex, "latex"))
        else:
            self._end_run()
            self._content.blocks.append(("equation", tex.strip()))

    def _html(self, node: SyntaxTreeNode) -> None:
        read = read_html(node.content)
        self._content.comments += read.comments
        self._inline.tell_tags(node, read)
        self._run += map(paragraph, self._inline.texts_of_html(node, read))
        self._pictures += read.pictures

    def _div(self, node: SyntaxTreeNode) -> None:
        """Read a fenced div: a callout, notes, columns, or a part that is as if it stood alone."""
        div = div_of(node.info)
        self._content.is_still |= "nonincremental" in div.names
        self._content.is_stepped |= "incremental" in div.names and any(one.type in LISTS for one in node.walk())
        nodes = node.children
        if div.callout:
            title = escaped(div.title)
            if not title and nodes and nodes[0].type == "heading":  # as Quarto has it
                title, nodes = self.line(nodes[0]), nodes[1:]
            self._callout(div.callout, title, "", nodes)
            return
        if div.title:
            help = "write it as a text, if it is to be read"
            self._told.tell(node, "words behind the colons of a div are left out: NAMES", help, div.title[:80])
        if "notes" in div.names:
            aside = Words()
            self._content.notes += self._inline.notes(node, aside)
            self._content.comments += aside.comments
        elif "columns" in div.names and any(map(_is_column, nodes)):
            before = list(takewhile(lambda one: not _is_column(one), nodes))
            self.add_columns([_held_by(one) for one in nodes if _is_column(one)], before)
            for one in nodes[len(before) :]:
                if not _is_column(one):  # what stands between columns is below all of them, as comments often are
                    self._add(one)
        else:
            for one in nodes:
                self._add(one)

    def add_picture(self, written: str) -> None:
        """Add a picture that the front matter of a slide names."""
        self._picture(None, written, "", "")

    def add_columns(self, columns: Sequence[Sequence[SyntaxTreeNode]], above: Sequence[SyntaxTreeNode] = ()) -> None:
        """Add columns, two to four, and what stands above them; others are read as if there were none."""
        if self._is_in_column:
            first = next((one for nodes in columns for one in nodes), None)
            self._told.tell(first, "columns in a column stand below one another", "a column holds no columns")
            above, columns = [*above, *chain.from_iterable(columns)], ()
        for one in above:
            self._add(one)
        read = [ContentReader(self._inline, self._told, self._place, True).read(nodes) for nodes in columns]
        for content in read:
            self._content.comments += content.comments
            self._content.notes += content.notes
            self._content.credits += content.credits
            self._content.is_stepped |= content.is_stepped
            self._content.is_still |= content.is_still
        filled = [content.blocks for content in read if content.blocks]
        self._end_run()
        if 2 <= len(filled) <= MOST_COLUMNS:
            self._content.blocks.append(("columns", [column_of(blocks) for blocks in filled]))
        else:
            for blocks in filled:
                self._content.blocks += blocks

    def _definitions(self, node: SyntaxTreeNode) -> None:
        for one in node.children:
            if one.type == "dt" and (words := self._words(one).line):
                self._run.append(paragraph(f"**{words}**"))
            elif one.type == "dd":
                for child in one.children:
                    self._add(child)

    def _take(self, other: Content) -> None:
        self._content.blocks += other.blocks
        self._content.comments += other.comments
        self._content.credits += other.credits
        self._content.notes += other.notes

    def _end_run(self) -> None:
        run, self._run = self._run, []
        self._content.blocks += blocks_of(run)


def _is_column(node: SyntaxTreeNode) -> bool:
    return node.type == "container_div" and div_of(node.info).is_column


def _held_by(column: SyntaxTreeNode) -> Sequence[SyntaxTreeNode]:
    """Return what stands in a column: its parts, or itself where it is a callout, notes or the like as well."""
    return [column] if div_of(column.info).is_more_than_column else column.children


def formula_in(node: SyntaxTreeNode) -> str:
    """Return the formula that a paragraph is, between the signs that Pandoc and GitHub have for one; else ''."""
    text = node.children[0].content.strip() if node.children else ""
    inner = text[2:-2]
    return inner if len(text) > 4 and text.startswith("$$") and text.endswith("$$") and "$" not in inner else ""
