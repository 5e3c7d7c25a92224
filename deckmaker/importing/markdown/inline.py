"""Words of Markdown to the marks of a deck: `_so_` becomes `*so*`, footnotes stand in texts, pictures beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from deckmaker.budget.importing import REPEATED_CHARACTERS
from deckmaker.importing.markdown.attributes import ATTRIBUTES, described, values_of, words_of
from deckmaker.importing.markdown.code_fences import code_fence
from deckmaker.importing.markdown.divs import Div, div_of
from deckmaker.importing.markdown.html import ReadHtml, read_html, read_tag
from deckmaker.importing.markdown.inline_formulas import FORMULA
from deckmaker.importing.markdown.item_marks import ItemMarks
from deckmaker.importing.markdown.marked_words import (
    around,
    as_typed,
    held,
    is_read_as,
    tidy,
    without_marks,
)
from deckmaker.importing.markdown.paired_tags import HTML_MARKS, paired_links, paired_tags
from deckmaker.importing.markdown.plain_text import plain_text
from deckmaker.importing.markdown.surplus_cells import SURPLUS
from deckmaker.importing.markdown.told import Told
from deckmaker.importing.markdown.words import BREAK, Words
from deckmaker.importing.marks import code_marked, in_a_footnote, literal
from deckmaker.resolve.addresses import address_of

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

_MARKS = "\\`*[]<^~!"
"""Signs before which a backslash must stay: they would begin or end a mark."""

_QUIET_TAGS = (
    *(
        "br",
        "img",
        "wbr",
        "a",
        "p",
        "hr",
        "div",
        "span",
        "section",
        "article",
        "aside",
        "main",
        "header",
        "footer",
        "center",
    ),
    *("details", "summary", "kbd", "code", "samp", "var", "mark", "small", "big", "abbr", "figure", "figcaption"),
    *HTML_MARKS,
)
"""Tags of which nothing is lost, or nothing but what is told elsewhere."""

_HARD_BREAK = f"{BREAK}\n"
_TEXT_NOW = "a link in HTML is a text now"
_LINK_HELP = "write it as `[words](https://…)`"
_TITLE_HELP = "write it among the words, if it is to be read"


class InlineReader:
    """Reads the words of one file, whose footnotes it knows by their numbers."""

    def __init__(self, footnotes: Mapping[int, SyntaxTreeNode], told: Told) -> None:
        self._footnotes, self._told = footnotes, told
        self._read_footnotes: dict[int, str] = {}
        self._noted: set[int] = set()
        self._repeated = 0
        self._addresses: dict[SyntaxTreeNode, str] = {}
        self._written: set[tuple[str, str]] = set()
        self._again = 0
        self._is_in_footnote = False
        self.id_of: Callable[[str], str | None] = lambda address: None
        """Returns the id of the slide that an address within the file leads to."""

    def read(self, node: SyntaxTreeNode) -> Words:
        """Return the words of a part that holds words: a paragraph, a heading, a cell."""
        words = Words()
        parts = [self._all(one.children, words) for one in node.children if one.type == "inline"]
        words.kept = as_typed(tidy("".join(parts)))
        if "*" in words.text and not is_read_as(node, words.text):
            self._told.tell(node, "words lose their bold and italics", "part what stands side by side with a space")
            footnotes = self._read_footnotes if self._repeated <= REPEATED_CHARACTERS.most else {}
            words.kept = tidy("".join(without_marks(one, footnotes) for one in node.children))
        return words

    def _all(self, nodes: Sequence[SyntaxTreeNode], words: Words) -> str:
        marks = {**paired_tags(nodes), **paired_links(nodes, self._target)}
        parts = []
        for index, node in enumerate(nodes):
            if node.type == "html_inline":
                if index in marks:
                    self._tell_titles(node, read_tag(node.content))
                parts.append(marks.get(index) or self._html(node, words))
            elif node.type == ATTRIBUTES:
                self._take_attributes(node, nodes[index - 1], words)
            else:
                parts.append(self._one(node, words))
        return "".join(parts)

    def _take_attributes(self, node: SyntaxTreeNode, behind: SyntaxTreeNode, words: Words) -> None:
        """Give a picture what its attributes say of it; tell what those of a link say."""
        title = values_of(node.content).get("title", "")
        if behind.type == "image" and words.pictures and words.pictures[-1][0] == self.address(behind):
            words.pictures[-1] = described(words.pictures[-1], node.content)
        elif title:
            what = "links" if behind.type == "link" else "words in brackets"
            self._told.tell(node, f"titles of {what} are left out: NAMES", _TITLE_HELP, title[:80])

    def _one(self, node: SyntaxTreeNode, words: Words) -> str:
        match node.type:
            case "text":
                return held(node.content)
            case "text_special" if node.info == FORMULA:
                help = "show it as an `equation`, or write what is raised as `x^2^`"
                self._told.tell(node, "formulas among words stay as they are typed: NAMES", help, node.content[:80])
                return literal(node.content)
            case "text_special":
                is_typed = node.info == "escape"
                return (node.markup if is_typed else f"\\{node.content}") if node.content in _MARKS else node.content
            case "softbreak":
                return "\n"
            case "hardbreak":
                return _HARD_BREAK
            case "code_inline":
                return code_marked(node.content)
            case "em" | "strong":
                return around(self._all(node.children, words), "*" if node.type == "em" else "**")
            case "link":
                return self._link(node, words)
            case "image":
                alt, title = plain_text(node.children), str(node.attrs.get("title", ""))
                address = self.address(node)
                if node.attrs["src"] and not address:
                    return literal(alt)
                words.pictures.append((address, alt, title))
                return ""
            case "footnote_ref":
                return self._footnote(node, words)
            case _:
                return ""  # the way back from a footnote, and nothing else that shows

    def address(self, node: SyntaxTreeNode) -> str:
        """Return where a link leads or a picture lies; nothing where such long ones come again and again."""
        if node not in self._addresses:
            found = str(node.attrs["href" if node.type == "link" else "src"])
            written = (found, str(node.attrs.get("title", "")))
            self._again += sum(map(len, written)) * (written in self._written)
            self._written.add(written)
            if self._again > REPEATED_CHARACTERS.most:
                limit = REPEATED_CHARACTERS.limit
                message = f"addresses come again and again, {limit} in all: the words alone are taken"
                self._told.tell(node, message, "say it once")
                found = ""
            self._addresses[node] = found
        return self._addresses[node]

    def _link(self, node: SyntaxTreeNode, words: Words) -> str:
        address, inner = self.address(node), self._all(node.children, words)
        if title := str(node.attrs.get("title", "")):
            self._told.tell(node, "titles of links are left out: NAMES", _TITLE_HELP, title[:80])
        if not inner.strip():  # a picture that leads somewhere
            if address and words.pictures:
                self._told.tell(node, "a picture that is a link leads nowhere", "write the link in a `text`")
            return ""
        if node.attrs["href"] and not address:
            return inner
        if not (target := self._target(address)):
            help = "link to a page of the web, in full; a deck travels without its neighbours"
            self._told.tell(node, "a link that leads to no slide, web page or mailbox is a text now", help)
            return inner
        if node.info == "auto":
            return f"<{plain_text(node.children)}>"
        return f"[{inner}]{target}"

    def _target(self, address: str) -> str:
        """Return what stands behind the words of a link; nothing where it leads nowhere."""
        if id := self.id_of(address):
            return f"(#{id})"
        return (f"(<{address}>)" if set("()") & set(address) else f"({address})") if address_of(address) else ""

    def texts_of_html(self, node: SyntaxTreeNode, read: ReadHtml) -> Iterator[str]:
        """Yield the texts of HTML with their links; tell those that lead nowhere."""
        for text in read.pieces:
            parts = []
            for words, address in text:
                inner = words.strip()
                target = self._target(address) if address and inner else ""
                if target:
                    parts.append(words.replace(inner, f"[{literal(inner)}]{target}"))
                else:
                    if address:
                        self._told.tell(node, _TEXT_NOW, _LINK_HELP)
                    parts.append(literal(words))
            yield "".join(parts)

    def _footnote(self, node: SyntaxTreeNode, words: Words) -> str:
        number = node.meta.get("id", -1)
        if number not in self._footnotes or self._is_in_footnote:
            self._told.tell(node, "a footnote in a footnote is left out", "put it into the text beside the other")
            return ""
        is_again = number in self._read_footnotes
        if not is_again:
            self._is_in_footnote = True
            text = " ".join(filter(None, self._texts_of_footnote(self._footnotes[number], words)))
            self._read_footnotes[number] = f"^[{in_a_footnote(text)}]" if text else ""
            self._is_in_footnote = False
        found = self._read_footnotes[number]
        self._repeated += len(found) * is_again
        if self._repeated > REPEATED_CHARACTERS.most:
            self._told.tell(node, f"footnotes come again and again, {REPEATED_CHARACTERS.limit} in all", "say it once")
            return ""
        return found

    def _texts_of_footnote(self, footnote: SyntaxTreeNode, words: Words) -> Iterator[str]:
        """Yield the texts of a footnote, which is one line of words; what stands among them goes beside `words`."""
        for node in footnote.walk():
            if node.type in ("table", "fence", "code_block"):
                self._told.tell(node, "a table or code in a footnote is words there", "show it on the slide")
            if node.type in ("paragraph", "heading", "dt"):
                yield self._line_beside(node, words)
            elif node.type == "table":
                rows = (row for part in node.children for row in part.children)
                yield "; ".join(" | ".join(self._cells(row, words)) for row in rows)
            elif node.type in ("fence", "code_block") and node.content.strip():
                yield literal(code_fence(node.info, "").title)
                yield code_marked(node.content.strip())
            elif node.type == "html_block":
                read = read_html(node.content)
                words.pictures += read.pictures
                words.comments += read.comments
                self.tell_tags(node, read)
                yield from self.texts_of_html(node, read)

    def _line_beside(self, node: SyntaxTreeNode, words: Words) -> str:
        read = self.read(node)
        words.pictures += read.pictures
        words.comments += read.comments
        return read.line

    def _cells(self, row: SyntaxTreeNode, words: Words) -> Iterator[str]:
        yield from (self._line_beside(cell, words) for cell in row.children)
        yield from map(literal, row.meta.get(SURPLUS, ()))

    def notes(self, node: SyntaxTreeNode, aside: Words) -> list[str]:
        """Return the paragraphs, items, rows and lines of code of notes, which are plain text; what else stands among
        them goes `aside`."""
        found = []
        marks = ItemMarks()
        for one in node.walk():
            marks.count(one)
            if one.type in ("paragraph", "heading", "dt") and (said := self.plain(one.children, aside)):
                found.append(f"{marks.before(one)}{said}")
            elif one.type == "container_div":
                found.append(_called(div_of(one.info)))
            elif one.type == "tr":
                cells = (self.plain(cell.children, aside) for cell in one.children)
                found.append(" | ".join([*cells, *one.meta.get(SURPLUS, ())]))
            elif one.type in ("fence", "code_block"):
                found += [code_fence(one.info, "").title, one.content.rstrip("\n")]
            elif one.type == "html_block":
                read = read_html(one.content)
                self._take_aside(one, read, aside)
                found += [*map(_with_addresses, read.pieces), *map(_words_of_picture, read.pictures)]
        return [one for one in found if one.strip()]

    def plain(self, nodes: Sequence[SyntaxTreeNode], aside: Words) -> str:
        """Return the words of notes, which have no marks: addresses behind the words of links, and footnotes."""
        parts, leads = [], ""
        for node in nodes:
            if node.type == "footnote_ref":
                parts.append(self._plain_footnote(node, aside))
            elif node.type == "link":
                words, address = self.plain(node.children, aside), address_of(self.address(node))
                parts.append(f"{words} ({address})" if address and words and node.info != "auto" else words)
                parts.append(_in_brackets(node))
            elif node.type in ("softbreak", "hardbreak"):
                parts.append(" ")
            elif node.type in ("text", "text_special", "code_inline"):
                parts.append(node.content)
            elif node.type == ATTRIBUTES:
                parts += [f" ({one})" for one in words_of(node.content)]
            elif node.type == "html_inline":
                read = read_tag(node.content)
                self._take_aside(node, read, aside)
                parts += [" " for tag in read.tags if tag == "br"] + [*map(_words_of_picture, read.pictures)]
                parts += [f" ({leads})" for tag in read.closed if tag == "a" and address_of(leads)]
                leads = read.addresses[0] if read.addresses else "" if "a" in read.closed else leads
            else:
                if node.type == "image":
                    self._tell_picture_in_notes(node, self.address(node))
                parts.append(self.plain(node.children, aside))
                parts.append(_in_brackets(node))
        return " ".join("".join(parts).split())

    def _take_aside(self, node: SyntaxTreeNode, read: ReadHtml, aside: Words) -> None:
        """Put comments of HTML in notes aside, and tell its pictures and elements."""
        aside.comments += read.comments
        self.tell_tags(node, read)
        for written, _, _ in read.pictures:
            self._tell_picture_in_notes(node, written)

    def _tell_picture_in_notes(self, node: SyntaxTreeNode, written: str) -> None:
        help = "notes are texts: show it on a slide"
        self._told.tell(node, "pictures in notes are there as their words: NAMES", help, written[:80])

    def _plain_footnote(self, node: SyntaxTreeNode, aside: Words) -> str:
        number = node.meta.get("id", -1)
        if number not in self._footnotes or self._is_in_footnote:
            self._told.tell(node, "a footnote in a footnote is left out", "put it into the text beside the other")
            return ""
        self._is_in_footnote = True
        text = " ".join(self.notes(self._footnotes[number], aside))
        self._is_in_footnote = False
        self._repeated += len(text) * (number in self._noted)
        self._noted.add(number)
        if self._repeated > REPEATED_CHARACTERS.most:
            self._told.tell(node, f"footnotes come again and again, {REPEATED_CHARACTERS.limit} in all", "say it once")
            return ""
        return f" [{text}]" if text else ""

    def _html(self, node: SyntaxTreeNode, words: Words) -> str:
        read = read_tag(node.content)
        words.pictures += read.pictures
        words.comments += read.comments
        self.tell_tags(node, read)
        if "a" in read.tags:
            self._told.tell(node, _TEXT_NOW, _LINK_HELP)
        return _HARD_BREAK if "br" in read.tags else ""

    def tell_tags(self, node: SyntaxTreeNode, read: ReadHtml) -> None:
        """Say of elements that they are left out, or that their words alone are there, and of their titles."""
        self._tell_titles(node, read)
        help = "a deck holds text and blocks"
        for tag in dict.fromkeys(read.tags):
            if tag in read.lost:
                self._told.tell(node, "HTML is left out: NAMES", help, f"<{tag[:40]}>")
            elif tag not in _QUIET_TAGS:
                self._told.tell(node, "HTML: of NAMES the words alone are taken", help, f"<{tag[:40]}>")

    def _tell_titles(self, node: SyntaxTreeNode, read: ReadHtml) -> None:
        for title in read.titles:
            self._told.tell(node, "titles of HTML are left out: NAMES", _TITLE_HELP, title[:80])


def _in_brackets(node: SyntaxTreeNode) -> str:
    """Return the title of a link or a picture as it stands behind its words in notes."""
    title = str(node.attrs.get("title", ""))
    return f" ({title})" if title else ""


def _words_of_picture(picture: tuple[str, str, str]) -> str:
    """Return what stands for a picture of HTML in notes."""
    _, alt, title = picture
    return f"{alt} ({title})" if alt and title else alt or title


def _called(div: Div) -> str:
    """Return what a reader sees above a div in notes: its title, or the kind of a callout without one."""
    return "" if "notes" in div.names else div.title or div.callout.capitalize()


def _with_addresses(text: Sequence[tuple[str, str]]) -> str:
    """Return a text of HTML with the addresses of links behind their words."""
    return "".join(f"{words} ({address})" if address_of(address) else words for words, address in text)


def is_emphasis(node: SyntaxTreeNode) -> bool:
    """Tell whether a paragraph is words in italics alone, as captions are."""
    inline = node.children[0].children if node.type == "paragraph" and node.children else []
    return len(inline) == 1 and inline[0].type == "em"
