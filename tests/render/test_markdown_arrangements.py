"""What blocks become in Markdown, in whatever arrangement: read back by a parser that had no part in writing it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from io import BytesIO

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import Document
from deckmaker.render.markdown import MarkdownRenderer
from tests.projects import Project
from tests.render.arrangements import ARRANGEMENTS, arranged, written

NAMES = {"paragraph": "p", "bullet_list": "ul", "ordered_list": "ol", "list_item": "li", "image": "img"}
HOLDERS = ("ul", "ol", "li", "blockquote")


@pytest.fixture(scope="module")
def markdown(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The deck of arrangements."""
    return render(arranged(tmp_path_factory.mktemp("arrangements")))


def render(document: Document) -> str:
    """Return a document as Markdown; the renderer has nothing to report."""
    stream, diagnostics = BytesIO(), Diagnostics()
    MarkdownRenderer().render(document, stream, diagnostics)
    assert not len(diagnostics)
    return stream.getvalue().decode()


def read(markdown: str) -> list[Token]:
    """Return the tokens of Markdown with pipe tables."""
    return MarkdownIt("commonmark").enable("table").parse(markdown)


def slides(markdown: str) -> list[SyntaxTreeNode]:
    """Return what stands between rules, a tree a slide."""
    parts: list[list[Token]] = [[]]
    for token in read(markdown):
        if token.type == "hr":
            parts.append([])
        else:
            parts[-1].append(token)
    return [SyntaxTreeNode(part) for part in parts]


def skeleton(nodes: Sequence[SyntaxTreeNode]) -> str:
    """Return the skeleton of what was read; of a paragraph it tells whether it is a picture alone."""
    parts = []
    for node in nodes:
        name = node.tag if node.type == "heading" else NAMES.get(node.type, node.type)
        inner = skeleton(node.children) if name in HOLDERS else ""
        if name == "p" and [one.type for one in node.children[0].children] == ["image"]:
            inner = "img"
        parts.append(f"{name}({inner})" if inner else name)
    return " ".join(parts)


@pytest.mark.sampled(every=5)
@pytest.mark.parametrize("name", ARRANGEMENTS)
def test_an_arrangement_is_read_back_in_its_order(name: str, markdown: str) -> None:
    """Headings, paragraphs, lists that are apart, tables, pictures and quotations, one column after the other."""
    slide = slides(markdown)[list(ARRANGEMENTS).index(name) + 1]
    assert skeleton(slide.children) == f"h1 {ARRANGEMENTS[name].markdown}"


def test_every_word_is_there_once(markdown: str) -> None:
    """On its own slide, as text or for a picture."""
    for slide, words in zip(slides(markdown), written().words, strict=True):
        texts = [node.content for node in slide.walk() if node.type == "text"]  # those of an image are in it, too
        found = [word.strip("“”·,") for text in texts for word in text.split() if "Word" in word]
        assert Counter(found) == Counter(words)


def test_a_caption_is_stressed_below_what_it_is_of(tmp_path) -> None:
    """What is stressed in it is not; a table's and a picture's alike."""
    project = Project(tmp_path)
    project.picture("a.png")
    image = "{file: ../a.png, alt: A, caption: The *old* quay, credit: E}"
    blocks = f"[{{image: {image}}}, {{table: {{rows: [[b, c]], header: 0, caption: D}}}}]"
    found = render(project.document(f"title: T\nslides:\n  - title: S\n    layout: content\n    content: {blocks}\n"))
    assert "![A](a.png)\n\n*The* old *quay*\n\n|" in found
    assert "| b | c |\n\n*D*\n\nPicture: E" in found


def test_a_quotation_says_who_said_it_behind_a_dash(tmp_path) -> None:
    """On a line of its own, in the quotation; a dash that the author typed is not doubled."""
    blocks = '[{quote: {text: "1. a\\n\\nb", by: c}}, {quote: {text: d, by: — e}}, {quote: f}]'
    found = render(
        Project(tmp_path).document(f"title: T\nslides:\n  - title: S\n    layout: content\n    content: {blocks}\n")
    )
    assert found == "# S\n\n> 1\\. a\n>\n> b\n>\n> — c\n\n> d\n>\n> — e\n\n> f\n"
    assert skeleton(SyntaxTreeNode(read(found)).children) == "h1 blockquote(p p p) blockquote(p p) blockquote(p)"


def test_a_list_that_goes_on_from_the_slide_before_is_no_code(tmp_path) -> None:
    """Items whose outer item stands there keep their depth."""
    items = ", ".join(f"Point {number} of the many that we have to make about the harbour" for number in range(30))
    head = "title: T\nslides:\n  - title: S\n    layout: content\n    overflow: split\n"
    found = slides(render(Project(tmp_path).document(f"{head}    bullets: [All of it: [{items}], Last]\n")))
    assert len(found) > 2
    for slide in found:
        assert not [node for node in slide.walk() if node.type in ("code_block", "fence")]
        assert [one.type for one in slide.children] == ["heading", "bullet_list"]
    assert len(_inner_items(found)) == 30


def _inner_items(found: Sequence[SyntaxTreeNode]) -> list[SyntaxTreeNode]:
    """Return the items of lists in items."""
    return [
        node
        for slide in found
        for node in slide.walk()
        if node.type == "list_item" and node.parent.parent.type == "list_item"
    ]


def test_long_numbers_hold_the_lists_in_them(tmp_path) -> None:
    """An item's own list is indented by what its number takes."""
    items = ", ".join(str(number) for number in range(1, 100)) + ", {x: [y]}"
    deck = f"title: T\nslides:\n  - title: S\n    layout: content\n    overflow: split\n    numbered: [{items}]\n"
    last = slides(render(Project(tmp_path).document(deck)))[-1]
    assert skeleton(last.children).endswith("li(p) li(p ol(li(p))))")
