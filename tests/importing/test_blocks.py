"""Each thing that Markdown has, and what it is in a deck."""

from __future__ import annotations

import pytest

from tests.importing.markdown_decks import imported


def slide(body: str) -> dict[str, object]:
    """Return the one slide of a file, without its title; nothing is said of it."""
    found = imported(f"# Talk\n\n## Other\n\nWords.\n\n## Slide\n\n{body}\n")
    assert found.messages == []
    other, result = found.slides
    assert other == {"title": "Other", "text": "Words."}
    assert result.pop("title") == "Slide"
    return dict(result)


@pytest.mark.parametrize(
    "body, expected",
    [
        ("Words _so_ and __so__.", {"text": "Words *so* and **so**."}),
        ("One\ntwo.\n\nThree.", {"text": "One\ntwo.\n\nThree.\n"}),
        ("Two lines\\\nhere  \nand here", {"text": "Two lines\\\nhere\\\nand here\n"}),
        ("- a\n- b\n\n  - c\n  - d", {"bullets": ["a", {"b": ["c", "d"]}]}),
        ("1. a\n2. b", {"numbered": ["a", "b"]}),
        ("Before:\n\n- a", {"text": "Before:", "bullets": ["a"]}),
        ("- a\n\nAfter.", {"bullets": ["a"], "text": "After."}),
        ("One.\n\n- a\n\nTwo.", {"text": "One.\n\n- a\n\nTwo.\n"}),
        ("3. a\n4. b", {"text": "3. a\n4. b\n"}),
        ("- a\n  1. b", {"text": "- a\n  1. b\n"}),
        ("- a\n\n  more", {"text": "- a\n\n  more\n"}),
        ("- text\n  - b", {"bullets": [{"text": ["b"]}]}),
        ("### Part\n\nWords.", {"heading": "Part", "text": "Words."}),
        ("### A\n\nOne.\n\n### B\n\nTwo.", {"text": "## A\n\nOne.\n\n## B\n\nTwo.\n"}),
        ("> We have not slept.", {"quote": "We have not slept."}),
        ("> We have not slept.\n>\n> — A neighbour", {"quote": {"text": "We have not slept.", "by": "A neighbour"}}),
        ("> We have not slept.\n> -- A neighbour", {"quote": {"text": "We have not slept.", "by": "A neighbour"}}),
        ("> One.\n>\n> Two.", {"text": "> One.\n>\n> Two.\n"}),
        ("> [!WARNING]\n> Mind the gap.", {"callout": {"kind": "warning", "text": "Mind the gap."}}),
        ("> [!tip] Halve it\n> From 2027.", {"callout": {"kind": "note", "title": "Halve it", "text": "From 2027."}}),
        ("```python\nx = 1\n\n```", {"text": "```python\nx = 1\n```\n"}),
        ("```python {2, 3}\na\nb\nc\n```", {"text": "```python {2, 3}\na\nb\nc\n```\n"}),
        ("```python{2-3}\na\nb\nc\n```", {"text": "```python {2-3}\na\nb\nc\n```\n"}),
        ("```{2}\na\nb\n```", {"text": "```{2}\na\nb\n```\n"}),
        ("````\n```\n````", {"text": "````\n```\n````\n"}),
        ("    x = 1", {"text": "```\nx = 1\n```\n"}),
        ("![Berth 4](b.jpg)", {"image": {"file": "b.jpg", "alt": "Berth 4"}}),
        ('![Berth 4](b.jpg "At dusk")', {"image": {"file": "b.jpg", "alt": "Berth 4", "caption": "At dusk"}}),
        ("![Berth 4](b%20c.jpg){width=50%}", {"image": {"file": "b c.jpg", "alt": "Berth 4"}}),
        ('<img src="b.jpg" alt="Berth 4">', {"image": {"file": "b.jpg", "alt": "Berth 4"}}),
        ("Words ![A](a.jpg) go on.", {"text": "Words  go on.", "image": {"file": "a.jpg", "alt": "A"}}),
        (
            "![A](a.jpg)\n![B](b.jpg)",
            {"images": [{"file": "a.jpg", "alt": "A"}, {"file": "b.jpg", "alt": "B"}]},
        ),
        (
            "![A](a.jpg)\n\nWords.\n\n![B](b.jpg)",
            {
                "content": [
                    {"image": {"file": "a.jpg", "alt": "A"}},
                    "Words.",
                    {"image": {"file": "b.jpg", "alt": "B"}},
                ]
            },
        ),
        ("![A](a.jpg)\n\n*At dusk*", {"image": {"file": "a.jpg", "alt": "A", "caption": "At dusk"}}),
        ("- a ![A](a.jpg)\n- b", {"bullets": ["a", "b"], "image": {"file": "a.jpg", "alt": "A"}}),
        ("| A | B |\n|---|--:|\n| x | 1.50 |", {"table": {"rows": [["A", "B"], ["x", "1.50"]]}}),
        ("| | |\n|---|---|\n| x | y |", {"table": {"header": "0", "rows": [["x", "y"]]}}),
        (
            "| A | B |\n|---|:-:|\n| x | y |\n\nTable: At prices of 2026",
            {
                "table": {
                    "rows": [["A", "B"], ["x", "y"]],
                    "columns": ["A", {"from": "B", "align": "center"}],
                    "caption": "At prices of 2026",
                }
            },
        ),
        ("Term\n: What it means", {"text": "**Term**\n\nWhat it means\n"}),
        ("H<sub>2</sub>O, 10<sup>2</sup>, H~2~O", {"text": "H~2~O, 10^2^, H~2~O"}),
        ("One<br>two", {"text": "One\\\ntwo\n"}),
        ("A claim[^1].\n\n[^1]: Says _who_?", {"text": "A claim^[Says *who*?]."}),
        ("A claim^[Says who?].", {"text": "A claim^[Says who?]."}),
        ("A claim[^1].\n\n[^1]: In [3\\].", {"text": "A claim^[In \\[3\\].]."}),
        ("See [it](https://example.org/a_(b)).", {"text": "See [it](<https://example.org/a_(b)>)."}),
        ("See <https://example.org/a>.", {"text": "See <https://example.org/a>."}),
        ("See [it][1].\n\n[1]: https://example.org", {"text": "See [it](https://example.org)."}),
        ("Costs {{ x }} &amp; \\*more\\*", {"text": "Costs \\{{ x }} & \\*more\\*"}),
        ("a \\\\{{ b \\{{ c `\\{{`", {"text": "a \\\\\\{{ b \\{{ c `\\{{`"}),
        ("&#42;a&#42; &lt;b&gt;", {"text": "\\*a\\* \\<b>"}),
        ("1986\\. A good year.", {"text": "1986\\. A good year."}),
        ("Code `a  b` and `` ` ``", {"text": "Code `a  b` and `` ` ``"}),
        ("- [ ] open\n- [x] done", {"bullets": ["[ ] open", "[x] done"]}),
    ],
)
def test_what_markdown_has_is_a_block_or_a_mark(body, expected):
    """Short forms where they say it all, else one `text` that keeps the order."""
    assert slide(body) == expected


@pytest.mark.parametrize(
    "body, expected",
    [
        ("![A](a.jpg)\n\nPhoto: A. Lind", "Photo: A. Lind"),
        ("![A](a.jpg)\n\n*Foto: A. Lind*", "Foto: A. Lind"),
        (
            "![A](a.jpg)\n\nPhoto: [A. Lind](https://example.org/a), [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/)",
            {
                "text": "Photo: A. Lind, CC BY 4.0",
                "url": "https://example.org/a",
                "license": "https://creativecommons.org/licenses/by/4.0/",
            },
        ),
        (
            "![A](a.jpg)\n\nPhoto: [A](https://example.org/a), [B](https://example.org/b)",
            "Photo: A, B (https://example.org/a, https://example.org/b)",
        ),
    ],
)
def test_a_line_below_a_picture_that_begins_as_a_credit_is_its_credit(body, expected):
    """In any language of the labels that credits have; the licence is data."""
    assert slide(body)["image"] == {"file": "a.jpg", "alt": "A", "credit": expected}


def test_a_credit_at_the_end_of_a_slide_is_the_slide_s_or_that_of_its_pictures():
    """`Source:` is of the slide; `Photo:` of all pictures that have none. A text that begins so elsewhere stays one."""
    assert slide("Words.\n\nSource: Port Authority, 2026") == {
        "text": "Words.",
        "credit": "Source: Port Authority, 2026",
    }
    assert slide("![A](a.jpg)\n![B](b.jpg)\n\nPhotos: A. Lind")["images"] == [
        {"file": "a.jpg", "alt": "A", "credit": "Photos: A. Lind"},
        {"file": "b.jpg", "alt": "B", "credit": "Photos: A. Lind"},
    ]
    assert slide("Source: it is the ship.\n\nWords.") == {"text": "Source: it is the ship.\n\nWords.\n"}
    assert slide("| A |\n|---|\n| x |\n\nSource: Meters")["table"] == {
        "rows": [["A"], ["x"]],
        "credit": "Source: Meters",
    }


@pytest.mark.parametrize(
    "body, expected, message",
    [
        ('<video src="a.mp4"></video>', {}, "HTML is left out: `<video>`"),
        ("<div>One <u>two</u></div>", {"text": "One two"}, "HTML: of `<u>` the words alone are taken"),
        ("<style>p {color: red}</style>", {}, "HTML is left out: `<style>`"),
        ("A [neighbour](other.md).", {"text": "A neighbour."}, "a link that leads to no slide, web page or mailbox"),
        ("[x](javascript:alert(1))", {"text": "x"}, "a link that leads to no slide, web page or mailbox"),
        (
            "![Cat](https://example.org/cat.png)",
            {"text": "[Cat](<https://example.org/cat.png>)"},
            "a picture on the web or in the text itself is not in the deck",
        ),
        ("![Cat](data:image/png;base64,AAAA)", {}, "a picture on the web or in the text itself is not in the deck"),
        ("![]()", {}, "a picture names no file"),
        ("One.\n\n. . .\n\nTwo.", {"text": "One.\n\nTwo.\n"}, "a pause is left out"),
        (
            "- a\n\n  | A |\n  |---|\n  | x |",
            {"bullets": ["a"], "table": {"rows": [["A"], ["x"]]}},
            "what an item of a",
        ),
        ("- a\n  - b\n\n  c", {"bullets": [{"a": ["b"]}, "c"]}, "a paragraph below the list of an item"),
        ("> - a", {"bullets": ["a"]}, "a quotation that holds more than paragraphs is none"),
        ("```mermaid\ngraph TD\n```", {"text": "```mermaid\ngraph TD\n```\n"}, "a diagram is there as it is described"),
        ("```py {9}\na\n```", {"text": "```py\na\n```\n"}, "lines of code no longer stand out"),
        ("```py {1|2}\na\nb\n```", {"text": "```py\na\nb\n```\n"}, "lines of code no longer stand out"),
        ("```py {2,}\na\nb\n```", {"text": "```py\na\nb\n```\n"}, "lines of code no longer stand out"),
        ("0. a", {"numbered": ["a"]}, "a list whose numbers are not from 1 to 32,767 begins with 1"),
        ("| A |\n|---|\n| ![x](x.png) y |", {"table": {"rows": [["A"], ["y"]]}}, "a picture in a table is left out"),
        ("x[^1].\n\n[^1]: y[^2]\n\n[^2]: z", {"text": "x^[y]."}, "a footnote in a footnote is left out"),
        ("[![A](a.jpg)](https://example.org)", {"image": {"file": "a.jpg", "alt": "A"}}, "a picture that is a link"),
        ("<!-- later -->", {}, "comments are left out"),
        (f"{'>' * 70} x", {}, "what stands too deep in lists and quotations is left out"),
    ],
)
def test_what_a_deck_has_no_place_for_is_told_where_it_stands(body, expected, message):
    """Nothing is lost without a word."""
    found = imported(f"# Talk\n\n## Slide\n\n{body}\n\n## Other\n\nWords.\n")
    assert {key: value for key, value in found.slides[0].items() if key != "title"} == expected
    assert any(told.startswith(message) for _, told in found.messages), found.messages


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("|harbour|\n|:-:|", {"table": {"header": "0", "rows": [["harbour"]]}}),
        ("|harbour|quay|\n|-|-|\n|||", {"table": {"rows": [["harbour", "quay"], ["", ""]]}}),
        ("|||\n|---|---|", {}),
        ("|||\n|---|---|\n|||", {}),
    ],
)
def test_a_table_of_a_header_alone_is_one_that_can_be_built(table, expected):
    """Its row heads nothing; one without a word is none."""
    found = imported(f"# Talk\n\n## Slide\n\n{table}\n\n## Other\n\nWords.\n")
    assert {key: value for key, value in found.slides[0].items() if key != "title"} == expected


def test_comments_are_told_where_the_first_one_stands():
    """In files that no rule parts into slides, where they are no notes."""
    found = imported("# Talk\n\n## A\n\nWords.\n\n<!-- later -->\n\n<!-- and later -->\n")
    assert found.messages == [(7, "comments are left out")]


def test_a_loss_that_comes_again_is_told_once_at_its_first_place():
    """With how often it comes."""
    found = imported("# Talk\n\n## A\n\n<u>x</u>\n\n## B\n\n<u>y</u> <u>z</u>\n")
    assert found.messages == [(5, "HTML: of `<u>` the words alone are taken (and 2 more like it)")]


def test_elements_of_html_are_told_together():
    """Components of Slidev are many. Of those that only group words, nothing is lost."""
    found = imported("# Talk\n\n## A\n\n<div><kbd>x</kbd> <u>y</u></div>\n\n<Toc/>\n\n<Tweet>z</Tweet>\n")
    assert found.messages == [(5, "HTML: of `<u>`, `<toc>`, `<tweet>` the words alone are taken")]


def test_lists_deeper_than_a_deck_s_go_on_at_its_last_level():
    """Nine levels, and the items of further ones beside those of the ninth."""
    deep = "".join(f"{'  ' * level}- {level}\n" for level in range(12))
    found = imported(f"# Talk\n\n## Slide\n\n{deep}")
    value, levels = found.slides[0]["bullets"], []
    while value:
        levels.append([next(iter(one)) if isinstance(one, dict) else one for one in value])
        value = next((below for one in value if isinstance(one, dict) for below in one.values()), None)
    assert levels == [[str(level)] for level in range(8)] + [["8", "9", "10", "11"]]
    assert [message for _, message in found.messages] == [
        "items deeper than 9 levels are on level 9 (and 2 more like it)"
    ]


def test_footnotes_to_which_nothing_refers_are_told():
    """Once, with their marks, on the line of the first: they would be lost without a word."""
    text = "# A\n\n## B\n\nx[^1] y\n\n[^1]: one\n[^2]: two\n\n- z\n\n  [^three]: 3\n  more\n\n[^4]:\n"
    found = imported(text)
    message = "footnotes to which no text refers are left out: `2`, `three`, `4`"
    assert found.messages == [(8, message)]
    assert found.slides == [{"title": "B", "text": "x^[one] y", "bullets": ["z"]}]


def test_a_footnote_that_another_one_hides_is_told():
    """One of two with the same mark, and one to which only a footnote refers that nobody sees."""
    found = imported("# A\n\n## B\n\nx[^1] y\n\n[^1]: one\n[^2]: two, see [^3]\n[^3]: three\n[^1]: again\n")
    assert found.messages == [
        (7, "footnotes whose marks others have, too, are left out: `1`"),
        (8, "footnotes to which no text refers are left out: `2`, `3`"),
    ]
    assert found.slides == [{"title": "B", "text": "x^[again] y"}]
    shown = imported("# A\n\n## B\n\nx^[see [^1]] y\n\n[^1]: one\n")
    assert "no text refers" not in str(shown.messages)


def test_a_footnote_that_many_texts_refer_to_is_written_out_within_bounds():
    """A thousand references to a long one would be a million characters."""
    found = imported(f"# Talk\n\n## Slide\n\n{'x[^1] ' * 1000}\n\n[^1]: {'y' * 1000}\n")
    assert len(found.text) < 250_000
    assert found.messages[0][1].startswith("footnotes come again and again, 200,000 characters in all")


@pytest.mark.parametrize(
    "table",
    [
        "| A | B |\n|---|---|\n| a | `x|y` |\n| c | d | last | |\n",
        "A | B\n---|---\na | `x|y`\nc | d | last\n",
        "> | A | B |\n> |---|---|\n> | a | `x|y` |\n> | c | d | last |\n",
        "- item\n\n  | A | B |\n  |---|---|\n  | a | `x|y` |\n  | c | d | last |\n",
    ],
)
def test_cells_beyond_the_last_head_are_told(table):
    """Which Markdown ignores, also those of a stroke within code."""
    found = imported(f"# Talk\n\n## Slide\n\n{table}")
    said = [(line, text) for line, text in found.messages if "cells" in text]
    (one,) = said
    assert one[1] == "cells beyond the last head of a table are left out: `y``, `last`"
    assert imported("# Talk\n\n## Slide\n\n| A | B |\n|---|---|\n| a |\n| b | `c\\|d` |\n").messages == []
