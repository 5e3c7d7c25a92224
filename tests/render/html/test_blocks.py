"""Paragraphs as laid out, to headings, paragraphs, lists and marks."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from deckmaker.model import Marker, Paragraph, Run
from deckmaker.render.html.blocks import block_html
from deckmaker.text.measuring import measure
from deckmaker.theme import Theme
from tests.render.html.decks import document


@cache
def theme() -> Theme:
    """Return the theme of the showcase."""
    return document("showcase").theme


def _html(*paragraphs: Paragraph) -> str:
    return block_html(measure(paragraphs, theme().styles["body"], 24, theme()).set(400.0), "p", "ink", 1)


def _skeleton(html: str) -> str:
    """Return elements and words alone, without attributes and markers."""
    return re.sub(r"<(\w+)[^>]*>", r"<\1>", re.sub(r'<span class="marker.*?</span>', "", html))


def _item(text: str, marker: Marker, level: int = 0, number: int = 0) -> Paragraph:
    return Paragraph((Run(text),), level, marker, number)


def test_lists_between_paragraphs() -> None:
    """A list ends where running text goes on."""
    html = _html(Paragraph((Run("a"),)), _item("b", Marker.BULLET), Paragraph((Run("c"),)))
    assert _skeleton(html) == "<p>a</p><ul><li><p>b</p></li></ul><p>c</p>"


def test_a_list_in_a_list() -> None:
    """Deeper items are inside the item before them, and the outer list goes on after them."""
    html = _html(
        _item("a", Marker.BULLET),
        _item("b", Marker.NUMBER, 1, 1),
        _item("c", Marker.NUMBER, 1, 2),
        _item("d", Marker.BULLET),
    )
    assert _skeleton(html) == ("<ul><li><p>a</p><ol><li><p>b</p></li><li><p>c</p></li></ol></li><li><p>d</p></li></ul>")


def test_lists_of_two_kinds_and_a_new_count() -> None:
    """Bullets after numbers are a new list, and so are numbers that begin again."""
    html = _html(_item("a", Marker.NUMBER, 0, 1), _item("b", Marker.BULLET), _item("c", Marker.BULLET))
    assert _skeleton(html) == "<ol><li><p>a</p></li></ol><ul><li><p>b</p></li><li><p>c</p></li></ul>"
    html = _html(_item("a", Marker.NUMBER, 0, 1), _item("b", Marker.NUMBER, 0, 1))
    assert _skeleton(html) == "<ol><li><p>a</p></li></ol><ol><li><p>b</p></li></ol>"


def test_numbers_that_begin_later() -> None:
    """A count that does not begin at one says where it does."""
    assert '<ol role="list" start="3">' in _html(_item("c", Marker.NUMBER, 0, 3))


def test_numbers_are_as_bold_as_their_items_begin() -> None:
    """They say so themselves, as they stand outside of the words' own marks; bullets do not."""
    begins, behind = Run("b", bold=True, italic=True), Run("c")
    (number,) = re.findall(r'<span class="marker.*?>', _html(Paragraph((begins, behind), 0, Marker.NUMBER, 1)))
    assert "font-weight:700" in number and "font-style:italic" in number
    (bullet,) = re.findall(r'<span class="marker.*?>', _html(Paragraph((begins,), 0, Marker.BULLET, 1)))
    (plain,) = re.findall(r'<span class="marker.*?>', _html(Paragraph((behind, begins), 0, Marker.NUMBER, 1)))
    assert "font-" not in bullet + plain


def test_marks_around_one_word() -> None:
    """All marks of a run are there, the link outermost."""
    run = Run("w", bold=True, italic=True, code=True, link="https://example.org/?a=1&b=2", script=1)
    assert re.sub(r' (class|style)="[^"]*"', "", _html(Paragraph((run,)))) == (
        '<p><a href="https://example.org/?a=1&amp;b=2" target="_blank" rel="noopener">'
        "<strong><em><sup><code>w</code></sup></em></strong></a></p>"
    )


def test_one_link_over_several_runs() -> None:
    """Runs of one link are one link."""
    link = "https://example.org"
    html = _html(Paragraph((Run("see "), Run("this ", link=link), Run("one", link=link, bold=True), Run("."))))
    assert _skeleton(html) == "<p>see <a>this <strong>one</strong></a>.</p>"


def test_words_across_a_break_keep_their_space() -> None:
    """The space at a line's end, which layout does not draw, is in the text for copying and searching."""
    words = "The loudest hour is the one after midnight, when three ships run at once, and nobody sleeps."
    assert _skeleton(_html(Paragraph((Run(words),)))) == f"<p>{words}</p>"


def test_lines_are_kept_whole_where_breaks_are_not_safe() -> None:
    """Each line is a span that cannot break; between them stands the space, or the place of the break at a hyphen, and
    there the style sheet has one."""
    style = theme().styles["body"]
    setting = measure(
        (
            Paragraph(
                (Run("well-known "), Run("facts", bold=True)),
            ),
        ),
        style,
        24,
        theme(),
    ).set(75.0)
    lines = [line.line.text for line in setting.paragraphs[0].lines]
    assert lines == ["well-", "known", "facts"]
    html = block_html(replace(setting, safe=False), "p", "ink", 1)
    assert html == (
        '<p><span class="line">well-</span><wbr><span class="line-end"></span>'
        '<span class="line">known</span><span class="line-end"> </span>'
        '<span class="line"><strong>facts</strong></span></p>'
    )
