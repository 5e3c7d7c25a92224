"""Any Markdown: its words are in the deck, under the marks that CommonMark's own reader gives them, and the deck is
one that can be built."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options
from hypothesis import assume, example, given
from hypothesis import strategies as st
from lxml import html

from deckmaker.diagnostics import Diagnostics, SourceFile, Span
from deckmaker.importing.markdown.inline import InlineReader
from deckmaker.importing.markdown.reading import read_markdown
from deckmaker.importing.markdown.told import Told
from deckmaker.importing.prose import paragraph
from deckmaker.pipeline import read_document
from deckmaker.resolve.inline import parse_inline
from deckmaker.resolve.text_markdown import may_begin_block
from tests.importing.markdown_decks import imported

SIGNS = [
    *"ab ",
    " ",
    "*",
    "**",
    "_",
    "__",
    "`",
    "``",
    "\\",
    "[",
    "]",
    "(",
    ")",
    "<",
    ">",
    "&lt;",
    "!",
    "1. ",
    "- ",
    "# ",
]


def marked(text: str) -> list[tuple[str, bool, bool, bool]]:
    """Return the signs of a paragraph but spaces, and whether each is bold, italic and code, as cmark reads them."""
    page = html.fragment_fromstring(cmarkgfm.markdown_to_html(text, Options.CMARK_OPT_UNSAFE), create_parent="div")
    return list(_signs(page, ()))


def _signs(element: html.HtmlElement, around: tuple[str, ...]) -> Iterator[tuple[str, bool, bool, bool]]:
    inner = (*around, element.tag)
    yield from _of(element.text, inner)
    for child in element:
        yield from _signs(child, inner)
        yield from _of(child.tail, inner)


def _of(text: str | None, tags: tuple[str, ...]) -> Iterator[tuple[str, bool, bool, bool]]:
    for sign in text or "":
        if not sign.isspace():
            yield sign, "strong" in tags, "em" in tags, "code" in tags


@example("_a_*b*")
@example("**a _b_**_c_")
@example("\\*a*")
@example("*a `*` b*")
@given(st.lists(st.sampled_from(SIGNS), min_size=1, max_size=16).map("".join))
def test_words_have_the_marks_that_commonmark_gives_them(text):
    """Whatever stands beside them: cmark reads the Markdown, our reader of decks what the import made of it."""
    source = SourceFile("talk.md", text)
    root = read_markdown(text)
    assume(len(root.children) == 1 and root.children[0].type == "paragraph")
    assume(not re.search(r"<[a-zA-Z/!?]", text))  # HTML, which has rules of its own
    told, diagnostics = Told(source), Diagnostics()
    words = InlineReader({}, told).read(root.children[0])
    assume(not words.pictures)
    runs = parse_inline(words.text, Span(source, 1, 1, 1, 2), Diagnostics(), may_break=True)
    found = [(sign, run.bold, run.italic, run.code) for run in runs for sign in run.text if not sign.isspace()]
    told.tell_all(diagnostics)
    if any(one.message == "words lose their bold and italics" for one in diagnostics):
        assert [sign for sign, *_ in found] == [sign for sign, *_ in marked(text)]
    else:
        assert found == marked(text)
    for line in paragraph(words.text).markdown.split("\n"):
        assert not may_begin_block(line)


ODD = [*SIGNS, "^[", "^", "~", "](", "](javascript:alert(1))", "](tel:+1)", "](a.md)", "<data:,x>", "![", "[^t]", "@"]


@example("^[^[t](javascript:alert(1))")
@example("^[^[^t](tel:+1) [r](../x.md)")
@example("[d]([^[[^[@^[^[^t](tel:+1) [r](../x.md)")
@given(st.lists(st.sampled_from(ODD), min_size=1, max_size=16).map("".join))
def test_no_deck_of_words_is_refused(tmp_path_factory, text):
    """Decks read a few marks that Markdown has not: what they would refuse stays as it was typed."""
    path = tmp_path_factory.getbasetemp() / "words.yaml"
    path.write_text(imported(f"# Talk\n\n## Words\n\nx {text}").text)
    diagnostics = Diagnostics()
    read_document(path, diagnostics)
    errors = [f"{one.code}: {one.message}" for one in diagnostics if one.severity.value == "error"]
    assert [one for one in errors if not one.startswith("missing-file:")] == []  # of a picture, which nobody has


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("^[^[t](javascript:alert(1))", r"\^\[^[t](javascript:alert(1))"),
        ("^[^[^t](tel:+1) [r](https://x.org)", r"\^\[^[\^t](tel:+1) [r](https://x.org)"),
        ("^[t](https://x.org)", "^[t](https://x.org)"),
    ],
    ids=["a link that is none", "beside one that is one", "a footnote"],
)
def test_what_a_deck_would_refuse_stays_as_typed(typed: str, kept: str) -> None:
    """It is no link in Markdown either; marks beside it stay marks."""
    assert imported(f"# Talk\n\n## Words\n\nx {typed}").slides[-1]["text"] == f"x {kept}"


WORDS = st.integers(0, 10**6).map("w{}x".format)
INLINE = st.lists(
    st.one_of(
        WORDS,
        WORDS.map("*{}*".format),
        WORDS.map("__{}__".format),
        WORDS.map("`{}`".format),
        WORDS.map("[{}](https://example.org)".format),
        WORDS.map("[{}](other.md)".format),
        WORDS.map("<b>{}</b>".format),
        WORDS.map("^[{}]".format),
        WORDS.map("![{}](a.png)".format),
        st.sampled_from(["a: b", "- c", "1. d", "# e", "{{ f }}", "> g", "| h", "**", "'", '"', "&amp;", "\\"]),
    ),
    min_size=1,
    max_size=4,
).map(" ".join)


def _indented(text: str, mark: str) -> str:
    return mark + text.replace("\n", "\n" + " " * len(mark))


def _list_of(items: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.tuples(st.sampled_from(["- ", "1. ", "* "]), st.lists(items, min_size=1, max_size=3)).map(
        lambda pair: "\n".join(_indented(item, pair[0]) for item in pair[1])
    )


LISTS = st.recursive(_list_of(INLINE), lambda below: _list_of(st.tuples(INLINE, below).map("\n".join)), max_leaves=6)
PARTS = st.one_of(
    INLINE,
    LISTS,
    INLINE.map("## {}".format),
    INLINE.map("# {}".format),
    INLINE.map("> {}".format),
    LISTS.map(lambda text: "\n".join(f"> {line}" for line in text.split("\n"))),
    st.tuples(WORDS, WORDS).map(lambda two: f"> {two[0]}\n>\n> — {two[1]}"),
    st.tuples(WORDS, WORDS).map(lambda two: f"> [!NOTE]\n> {two[0]}\n>\n> {two[1]}"),
    WORDS.map("```py\n{} = 1\n```".format),
    WORDS.map("    {}\n    y".format),
    st.tuples(INLINE, WORDS, WORDS).map(lambda three: "| {} | {} |\n|---|:-:|\n| {} | 1 |".format(*three)),
    WORDS.map("Source: {}".format),
    WORDS.map("<div>{}</div>".format),
    WORDS.map("::: {{.columns}}\n::: column\n{}\n:::\n::: column\ny\n:::\n:::".format),
    st.just("---"),
    st.just("![A](a.png)"),
)


def _tiny_png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"".join(b"\0" + bytes(range(24)) for _ in range(8)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@given(st.lists(PARTS, min_size=1, max_size=7).map("\n\n".join))
def test_every_deck_that_is_imported_can_be_built_and_has_all_words(tmp_path_factory, text):
    """No error is said of it, whatever the file holds; and no word that Markdown shows is missing."""
    folder = tmp_path_factory.getbasetemp() / "imported"
    folder.mkdir(exist_ok=True)
    (folder / "a.png").write_bytes(_tiny_png())
    found = imported(text, folder=str(folder), deck_folder=str(folder))
    path = folder / "talk.yaml"
    path.write_text(found.text)
    diagnostics = Diagnostics()
    read_document(path, diagnostics)
    errors = [f"{one.code}: {one.message}" for one in diagnostics if one.severity.value == "error"]
    assert errors == []
    shown = set(re.findall(r"w\d+x", text))
    assert shown <= set(re.findall(r"w\d+x", found.text))
