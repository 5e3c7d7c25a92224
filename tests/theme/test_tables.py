"""What themes say of tables: colours that can be read, and what stands in for what they leave out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from deckmaker.diagnostics import Diagnostics
from deckmaker.theme import PAGE_SIZES, TableStyle, Theme, built_in_themes, load_theme
from deckmaker.theme.contrast import contrast, rgb
from deckmaker.theme.flow_styles import CELL, LARGEST, NOTE, SMALLEST, FlowStyles
from tests.projects import DECK, Project, briefing, place


def written(**changes: Any) -> dict[str, Any]:
    """Return the built-in theme as written, with other parts; those that are None are left out."""
    theme = yaml.load(built_in_themes()["briefing"].read_text(encoding="utf-8"), yaml.BaseLoader)
    theme |= changes
    return {key: value for key, value in theme.items() if value is not None}


def loaded(tmp_path: Path, theme: dict[str, Any], size: str = "16:9") -> Theme:
    """Return a theme as read from a file of the project; nothing is said of it."""
    (tmp_path / "ours.yaml").write_text(yaml.safe_dump(theme), encoding="utf-8")
    diagnostics = Diagnostics()
    found = load_theme("ours.yaml", size, tmp_path / "deck.yaml", place(), diagnostics)
    assert found and [one.message for one in diagnostics] == []
    return found


def warned(tmp_path: Path, theme: str) -> list[str]:
    """Return what is said of a deck in a theme that extends the built-in one."""
    (tmp_path / "ours.yaml").write_text(f"extends: briefing\n{theme}", encoding="utf-8")
    _, diagnostics = Project(tmp_path).read(f"theme: ../ours.yaml\n{DECK}")
    return [one.message for one in diagnostics]


def styles_in(theme: Theme, layout: str = "table") -> FlowStyles:
    """Return the styles of what stands in the text of a layout."""
    found = theme.layouts[layout]
    return FlowStyles(theme, found, found.slots["body"])


@pytest.mark.sampled(every=3)
@pytest.mark.parametrize("size", PAGE_SIZES)
def test_a_theme_without_the_layout_puts_tables_where_its_text_is(size, tmp_path):
    """All of its plain page is there for text, table and caption; cells are set as its text, and not too large."""
    theme = written()
    del theme["layouts"]["table"], theme["styles"]["table"]
    found = loaded(tmp_path, theme, size)
    assert found.layouts["table"].slots == found.layouts["content"].slots
    style, text = styles_in(found).named(CELL), found.plain.slots["body"].style
    assert text and (style.font, style.color) == (text.font, text.color)
    assert (style.size, style.minimum, style.align) == (LARGEST, SMALLEST, "left")


def test_a_theme_without_the_layout_keeps_the_table_in_its_text(tmp_path):
    """Text, table and caption stand one below the other within it."""
    theme = written()
    del theme["layouts"]["table"], theme["styles"]["table"], theme["styles"]["note"]
    loaded(tmp_path, theme)
    deck = DECK + "  - title: A\n    text: Above.\n    table: {rows: [[a, b], [c, d]], caption: Below.}\n"
    (page,) = Project(tmp_path).document(f"theme: ../ours.yaml\n{deck}").pages[1:]
    body, table, caption = (page.slot(name) for name in ("body", "table", "caption"))
    whole = page.layout.slots["body"]
    assert body and table and caption and whole.wide
    assert whole.rect.y - 1.5 <= body.rect.y < body.rect.bottom < table.rect.y < table.rect.bottom < caption.rect.y
    assert caption.rect.bottom <= whole.rect.bottom + 1.5
    assert {whole.rect.x} == {one.rect.x for one in (body, table, caption)}


def test_no_style_that_is_made_is_larger_at_the_least_than_at_the_most():
    """A text of 40 points that may shrink to 30 is set at 18 beside a table, and one of 10 makes cells of 10."""
    theme = briefing()
    layout = theme.layouts["content"]
    body, most = layout.slots["body"], theme.styles["intro"].size

    def styles(size: int, minimum: int) -> FlowStyles:
        text = replace(body.style, size=size, minimum=minimum)
        named = {name: one for name, one in theme.styles.items() if name != CELL}
        return FlowStyles(replace(theme, styles=named), layout, replace(body, style=text))

    assert (styles(40, 30).beside.size, styles(40, 30).beside.minimum) == (most, most)
    assert (styles(40, 9).beside.size, styles(40, 9).beside.minimum) == (most, 9)
    cells = styles(10, 9).named(CELL)
    assert (cells.size, cells.minimum) == (10, 10)


def test_a_style_of_its_own_is_used_for_cells(tmp_path):
    """Though the theme has no layout for tables."""
    theme = written()
    del theme["layouts"]["table"]
    style = styles_in(loaded(tmp_path, theme)).named(CELL)
    assert (style.name, style.size, style.minimum) == ("table", 21, 12)


def test_captions_are_set_as_credits_are_in_a_theme_without_a_style_for_them(tmp_path):
    """As small, and in their colour."""
    theme = written()
    del theme["styles"]["note"]
    found = loaded(tmp_path, theme)
    style, credits = styles_in(found).named(NOTE), found.layouts["table"].slots["credits"].style
    assert credits and (style.size, style.color, style.font) == (credits.size, credits.color, credits.font)
    assert (style.anchor, style.short) == ("top", None)


def test_a_theme_that_says_nothing_of_tables_takes_its_own_colours(tmp_path):
    """The palette's hairlines between rows, and for all else the colour of its text."""
    assert loaded(tmp_path, written(table=None)).table == TableStyle(rule="tint")
    assert TableStyle().zebra is None


@pytest.mark.parametrize("name", built_in_themes())
def test_the_built_in_themes_set_tables_in_whole_sizes_that_shrink_and_grow(name):
    """In steps of three points."""
    style = styles_in(briefing(name=name)).named(CELL)
    assert style.minimum <= style.size <= style.short
    assert (style.size - style.minimum) % 3 == (style.short - style.size) % 3 == 0


def test_headers_and_striped_rows_are_measured_like_other_texts(tmp_path):
    """On their own grounds; what is too faint everywhere is said once."""
    where = "of tables in slot `body` of layout `content`"
    assert warned(tmp_path, "table: {header: tint}\n") == [
        f"contrast of `tint` on `paper` is 1.6:1; headers {where} need 4.5:1",
        f"contrast of `tint` on `paper` is 2.1:1 in dark mode; headers {where} need 4.5:1",
    ]
    assert warned(tmp_path, "table: {header_ground: deep, header: light, zebra: mark, zebra_opacity: 1}\n") == [
        f"contrast of `ink` on `mark` is 3.4:1; every other row {where} needs 4.5:1",
        f"contrast of `accent` on `mark` is 1.4:1; links {where} need 4.5:1",
        f"contrast of `ink` on `mark` is 3.8:1 in dark mode; every other row {where} needs 4.5:1",
        f"contrast of `accent` on `mark` is 1.8:1 in dark mode; links {where} need 4.5:1",
    ]


def test_a_colour_that_there_is_not_is_an_error(tmp_path):
    """The whole message."""
    (tmp_path / "ours.yaml").write_text("extends: briefing\ntable: {zebra: tnt}\n", encoding="utf-8")
    assert (
        Project(tmp_path).said(f"theme: ../ours.yaml\n{DECK}")
        == """\
error[wrong-value]: the theme has no colour `tnt`
 --> ours.yaml:2:16
  |
2 | table: {zebra: tnt}
  |                ^^^
  = help: did you mean `tint`?"""
    )


@pytest.mark.sampled(every=2)
@pytest.mark.parametrize("name", ["table", "columns"])
def test_a_layout_for_tables_or_columns_has_a_place_for_them(name, tmp_path):
    """Else it is a slip: every slide with one would be refused."""
    theme = written()
    del theme["layouts"][name]["slots"]["body"]
    (tmp_path / "ours.yaml").write_text(yaml.safe_dump(theme), encoding="utf-8")
    _, diagnostics = Project(tmp_path).read(f"theme: ../ours.yaml\n{DECK}")
    assert [one.message for one in diagnostics] == [f"layout `{name}` has no slot `body`"]


@pytest.mark.parametrize("name", built_in_themes())
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_rules_between_rows_can_be_seen(name, mode, tmp_path):
    """On the page, by 1.6:1 at least, in every mode."""
    theme = Project(tmp_path).document(f"theme: {name}\nmode: {mode}\n{DECK}").theme
    rule, paper = (rgb(theme.palette[color]) for color in (theme.table.rule, "paper"))
    assert contrast(rule, paper) >= 1.6
