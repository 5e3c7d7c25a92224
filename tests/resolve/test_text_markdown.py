"""A text that is Markdown: the blocks of a `content` list, and what slides have no form for, told where it stands."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from deckmaker.blocks.code import Code
from deckmaker.diagnostics import SourceFile, Span
from deckmaker.model import Block, Marker, Paragraph, Run, TextBlock
from deckmaker.resolve.code_tokens import coloured
from deckmaker.resolve.text_markdown import passages_of, read_text
from tests.projects import DECK, Project, place
from tests.resolve.test_blocks import resolve
from tests.samples import examples

TEXT = """\
Two thirds of **loud** nights
come from ships.

- Berth 4

  faces the houses
- Berth 5
  1. 120 m
  2. no wall
     - at all
3) three
4) four

## What helps
> Power at the quay
> helps most.
>
> Nights would be quiet.
>
> — A neighbour

```python
def quiet():

    return  power
```
All else does not.
"""
CONTENT = """\
    content:
      - "Two thirds of **loud** nights come from ships."
      - bullets:
          - "Berth 4\\\\\\nfaces the houses"
          - Berth 5: [DEEPER]
      - heading: What helps
      - quote: {text: "Power at the quay helps most.\\n\\nNights would be quiet.", by: A neighbour}
      - code: CODE
      - "All else does not."
"""


def blocks(folder, text: str) -> tuple[Block, ...]:
    """Return the blocks of a slide with a text, of which there is nothing to tell."""
    indented = "".join(f"      {line}\n" for line in text.split("\n"))
    return resolve(Project(folder), f"{DECK}    text: |\n{indented}").slides[0].blocks


def item(text: str, level: int, marker: Marker, number: int) -> Paragraph:
    """Return an item of a list."""
    return Paragraph((Run(text),), level, marker, number)


def test_a_text_becomes_the_blocks_that_content_would_hold(tmp_path):
    """Paragraphs, lists, headings, quotations with who said them, and code line by line."""
    found = blocks(tmp_path, TEXT)
    written = resolve(Project(tmp_path), f"{DECK}{CONTENT}").slides[0].blocks
    assert [type(one) for one in found] == [type(one) for one in (*written[:2], *written[1:])]
    running, bullets, numbered, heading, quote, code, behind = found
    assert isinstance(bullets, TextBlock)
    assert isinstance(numbered, TextBlock)
    assert isinstance(code, Code)
    assert (running, heading, quote, behind) == (written[0], written[2], written[3], written[5])
    assert bullets.paragraphs == (
        item("Berth 4\nfaces the houses", 0, Marker.BULLET, 1),
        item("Berth 5", 0, Marker.BULLET, 2),
        item("120 m", 1, Marker.NUMBER, 1),
        item("no wall", 1, Marker.NUMBER, 2),
        item("at all", 2, Marker.BULLET, 1),
    )
    assert numbered.paragraphs == (item("three", 0, Marker.NUMBER, 3), item("four", 0, Marker.NUMBER, 4))
    (lines,) = code.paragraphs
    assert (lines.text, code.language, code.title) == ("def quiet():\n\n    return  power", "python", None)
    assert lines.runs == coloured(lines.text, "python")


def test_the_heading_of_a_column_is_its_own(tmp_path):
    """Not one that a text above it holds."""
    column = '{text: "## Inside\\n\\nwords", heading: Above}'
    deck = f"{DECK}    columns:\n      - {column}\n      - {{text: b}}\n"
    (columns,) = resolve(Project(tmp_path), deck).slides[0].blocks
    assert ["".join(one.text for one in block.texts()) for block in columns.children()][:3] == [
        "Above",
        "Inside",
        "words",
    ]


SAID = {
    "a new line of HTML": (
        "a `<br>` but <br/> b \\<b>",
        "warning[stays-as-typed]: HTML `<br/>` stays as typed",
        (6, 20, 25),
        "end the line with a backslash, or leave a line empty",
    ),
    "HTML": (
        "a `<em>` but <b> b \\<b>",
        "warning[stays-as-typed]: HTML `<b>` stays as typed",
        (6, 20, 23),
        "put a backslash before `<` where it is meant, or write it in Markdown",
    ),
    "a comment": (
        "a <!-- b -->",
        "warning[stays-as-typed]: HTML `<!--` stays as typed",
        (6, 9, 13),
        "put a backslash before `<` where it is meant, or write it in Markdown",
    ),
    "a rule": (
        "a\n\n---\nb",
        "warning[stays-as-typed]: a rule stays as typed",
        (8, 7, 10),
        "begin another slide, or remove the line",
    ),
    "a heading underlined": (
        "a\n===\nb",
        "warning[stays-as-typed]: `===` makes no heading of the line above it",
        (7, 7, 10),
        "write `## ` before that line instead",
    ),
    "a table": (
        "a\n\n| b | c |\n|---|---|\n| d | e |",
        "warning[stays-as-typed]: a table in a text stays as typed",
        (8, 7, None),
        "write it as a block of its own, a `table`",
    ),
    "a footnote by its name": (
        "a[^1] b",
        "warning[stays-as-typed]: `[^1]` stays as typed",
        (6, 8, 12),
        "write the footnote where its mark belongs, as `^[text]`",
    ),
    "a formula": (
        r"a $E = mc^2$, \$a_b$, $5 and 10^6^ for $7",
        "warning[stays-as-typed]: `$E = mc^2$` stays as typed",
        (6, 9, 19),
        "write it with signs, as in `E = mc^2^` or `v~0~`, or on lines of its own, as `equation`",
    ),
    "a citation": (
        r"a [@smith2020, p. 3] \[@b] [c](mailto:d@example.org)",
        "warning[stays-as-typed]: `[@smith2020, p. 3]` stays as typed",
        (6, 9, 27),
        "write the source as a footnote, as `^[text]`, or among the slide's `credits`",
    ),
    "a link with a space in its address": (
        'a [b](https://x.org/c) [b](https://x.org/c "d") but [b](https://x.org/c d.pdf)',
        "warning[stays-as-typed]: `[b](https://x.org/c d.pdf)` makes no link",
        (6, 59, 85),
        "write `[words](address)` without a space in it; within an address, write `%20` for each",
    ),
    "a link with a space before its address": (
        "a [b] (c) but [b] (https://x.org/c)",
        "warning[stays-as-typed]: `[b] (https://x.org/c)` makes no link",
        (6, 21, 42),
        "write `[words](address)` without a space in it; within an address, write `%20` for each",
    ),
    "a link without its end": (
        "a `[b](https://x.org/c` but [b](https://x.org/c",
        "warning[stays-as-typed]: `[b](https://x.org/c` makes no link",
        (6, 35, 54),
        "write `[words](address)` without a space in it; within an address, write `%20` for each",
    ),
    "a list in a paragraph": (
        "a\n    - b",
        "warning[stays-as-typed]: `-` within a paragraph begins no list",
        (7, 11, 12),
        "leave the line above it empty",
    ),
    "a picture": (
        "- a\n- b ![c](https://x.org/d.png)",
        "error[picture-in-text]: picture `![c](https://x.org/d.png)` stands in a text",
        (7, 11, 36),
        "write it beside the text, as `image: {file: https://x.org/d.png, alt: c}`",
    ),
    "an unsafe link in a quotation": (
        "> a\n> [b](c.html)",
        "error[unsafe-link]: link to `c.html`: expected an http, https or mailto address",
        (7, 9, 20),
        "begin with `https://`; files cannot be linked to, since they do not travel with every output",
    ),
    "a list in a quotation": (
        "> a\n> - b",
        "error[wrong-value]: a quotation holds no list",
        (7, 7, 12),
        "give it a place of its own: leave a line empty above it, and begin it at the left",
    ),
    "a quotation in a quotation": (
        "> > a",
        "error[wrong-value]: a quotation holds no quotation",
        (6, 7, 12),
        "give it a place of its own: leave a line empty above it, and begin it at the left",
    ),
    "a heading in an item": (
        "- a\n\n  ## b",
        "error[wrong-value]: an item of a list holds no heading",
        (8, 9, 13),
        "give it a place of its own: leave a line empty above it, and begin it at the left",
    ),
    "a paragraph below a nested list": (
        "- a\n  - b\n\n  c",
        "error[wrong-value]: a paragraph of an item stands below the list in it",
        (9, 9, 10),
        "write it above that list, or as an item of its own",
    ),
    "an item of nothing": (
        "- a\n-\n- b",
        "error[wrong-value]: a list item is empty",
        (7, 7, 8),
        "write its text behind its mark, or remove the line",
    ),
    "an item zero": (
        "0. a",
        "error[wrong-value]: an item has a number from 1 to 32,767",
        (6, 7, 11),
        "put a backslash before the point where it is no number of an item",
    ),
    "levels without end": (
        "\n".join("  " * level + "- a" for level in range(10)),
        "error[wrong-value]: lists nest at most 9 levels deep",
        (15, 25, 28),
        "put the deeper points on a slide of their own",
    ),
}


@pytest.mark.parametrize(("text", "message", "where", "help"), SAID.values(), ids=SAID)
def test_what_slides_have_no_form_for_is_told_where_it_stands(text, message, where, help, tmp_path):
    """Within the lines of a text, behind whatever marks."""
    indented = "".join(f"      {line}\n" for line in text.split("\n"))
    diagnostics = Project(tmp_path).read(f"{DECK}    layout: content\n    text: |\n{indented}")[1]
    (one,) = [one for one in diagnostics if one.code != "split-slide"]
    assert f"{one.severity.value}[{one.code}]: {one.message}" == message
    assert one.help == help
    assert one.span
    line, column, end = where
    assert (one.span.line, one.span.column) == (line, column)
    assert end is None or one.span.end_column == end


def test_what_stays_as_typed_is_shown_so(tmp_path):
    """Line by line."""
    (part,) = read_text("a <br>\n\n---\n\n| b | c |\n|---|---|\n| d | e |", place()).parts
    assert [words.passage.text.replace("  \n", "\n") for words in part.paragraphs] == [
        "a <br>",
        "---",
        "| b | c |\n|---|---|\n| d | e |",
    ]


@pytest.mark.parametrize(
    "text",
    ["-", "- ", "#", "#5", "1.", "2019 was loud", "-5 dB", "*a* b", "+240 %", "a - b", "a\n# b".replace("\n", " ")],
)
def test_what_only_looks_like_a_block_is_a_paragraph(text, tmp_path):
    """Signs without a text behind them."""
    quoted = text.replace("'", "''")
    (block,) = resolve(Project(tmp_path), f"{DECK}    text: '{quoted}'\n").slides[0].blocks
    assert len(block.paragraphs) == 1
    assert block.paragraphs[0].marker is Marker.NONE


@pytest.mark.parametrize("escaped", ["1\\. Berth", "\\- berth", "\\# berth", "\\> berth", "\\+ berth"])
def test_a_backslash_keeps_a_sign_from_beginning_a_block(escaped, tmp_path):
    """As in Markdown."""
    (block,) = blocks(tmp_path, escaped)
    assert block.paragraphs == (Paragraph((Run(escaped.replace("\\", "")),)),)


LINES = st.sampled_from(
    [
        "a",
        "- b",
        "  - c",
        "  d",
        "1. e",
        "2) f",
        "## g",
        "> h",
        "> - i",
        "",
        "",
        "```",
        "---",
        "    j",
        "| k |",
        "+ l",
        "*",
    ]
)


@given(st.lists(LINES, min_size=1, max_size=12).map("\n".join))
@settings(max_examples=examples(300))
def test_no_word_is_lost(text):
    """Whatever is nested in whatever: it is among the parts, or told as an error."""
    read = read_text(text, place(text))
    words = "".join(words.passage.text for words in read.words)
    wrong = any(flaw.code == "wrong-value" for flaw in read.flaws)
    assert wrong or [one for one in text if one.isalpha()] == [one for one in words if one.isalpha()]


@given(st.lists(LINES, min_size=1, max_size=12).map("\n".join))
@settings(max_examples=examples(300))
def test_every_word_knows_where_it_stands(text):
    """Each letter of each paragraph is found at its place in the text."""
    source = SourceFile("deck.yaml", "a: |1\n" + "".join(f" {line}\n" for line in text.split("\n")))
    span = Span(source, 1, 4, len(text.split("\n")) + 2, 1)
    for words in read_text(text, span).words:
        for index, one in enumerate(words.passage.text):
            if one.isalpha():
                found = words.passage.place(words.passage.text, index, index + 1)
                assert source.line(found.line)[found.column - 1] == one


@given(st.lists(LINES.filter(lambda line: line not in ("    j", "| k |", "*")), min_size=1, max_size=10).map("\n".join))
@settings(max_examples=examples(300))
def test_items_are_those_of_commonmark(text):
    """As many as its own parser finds, where all that it nests has a place here."""
    read = read_text(text, place(text))
    if any(flaw.code == "wrong-value" for flaw in read.flaws):
        return
    markdown = MarkdownIt("commonmark").disable(["lheading", "code"])
    theirs = [token for token in markdown.parse(text) if token.type == "list_item_open"]
    ours = [item for part in read.parts for item in getattr(part, "items", ())]
    assert len(ours) == len(theirs)


@given(st.text(alphabet="ab \n", max_size=40))
def test_paragraphs_are_parted_by_blank_lines(text):
    """With or without spaces in them."""
    parts = [one.text for one in passages_of(text, place(text))]
    assert "\n".join(parts).split("\n") == [line for line in text.split("\n") if line.strip()] or not parts


@pytest.mark.parametrize("date", ["today", "Today", "heute", "\\today"])
def test_a_date_that_is_to_be_worked_out_is_told(date, tmp_path):
    """It is shown as typed: a deck is the same whenever it is built."""
    _, diagnostics = Project(tmp_path).read(f"date: {date}\n{DECK}")
    assert "stays-as-typed" in [one.code for one in diagnostics]
