"""What themes say of tables: colours that can be read, and what stands in for what they leave out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from deckmaker.theme.table_layout import LARGEST, SMALLEST

from deckmaker.diagnostics import Diagnostics
from deckmaker.theme import PAGE_SIZES, TableStyle, Theme, built_in_themes, load_theme
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


@pytest.mark.parametrize("size", PAGE_SIZES)
def test_a_theme_without_the_layout_shares_out_the_place_of_its_text(size, tmp_path):
    """Text, table and caption, one below the other within it; all else as on its plain pages."""
    theme = written()
    del theme["layouts"]["table"], theme["styles"]["table"]
    found = loaded(tmp_path, theme, size).layouts
    plain, slots = found["content"], found["table"].slots
    whole, step = plain.slots["body"].rect, 1.5
    body, table, caption = (slots[name].rect for name in ("body", "table", "caption"))
    assert whole.y - step <= body.y < body.bottom < table.y < table.bottom < caption.y
    assert caption.bottom <= whole.bottom + step and {whole.x} == {body.x, table.x, caption.x}
    style = slots["table"].style
    assert (style.size, style.minimum, style.align) == (LARGEST, SMALLEST, "left")
    assert {name: slot for name, slot in slots.items() if name not in ("body", "table", "caption")} == {
        name: slot for name, slot in plain.slots.items() if name != "body"
    }


def test_a_style_of_its_own_is_used_for_cells(tmp_path):
    """Though the theme has no layout for tables."""
    theme = written()
    del theme["layouts"]["table"]
    style = loaded(tmp_path, theme).layouts["table"].slots["table"].style
    assert (style.name, style.size, style.minimum) == ("table", 18, 12)


def test_a_theme_that_says_nothing_of_tables_takes_its_own_colours(tmp_path):
    """The palette's hairlines between rows, and for all else the colour of its text."""
    assert loaded(tmp_path, written(table=None)).table == TableStyle(rule="tint")
    assert TableStyle().zebra is None


@pytest.mark.parametrize("name", built_in_themes())
def test_the_built_in_themes_set_tables_in_whole_sizes_that_shrink_and_grow(name):
    """In steps of three points."""
    style = briefing(name=name).layouts["table"].slots["table"].style
    assert style.minimum <= style.size <= style.short
    assert (style.size - style.minimum) % 3 == (style.short - style.size) % 3 == 0


def test_headers_and_striped_rows_are_measured_like_other_texts(tmp_path):
    """On their own grounds; what is too faint everywhere is said once."""
    assert warned(tmp_path, "table: {header: tint}\n") == [
        "contrast of `tint` on `paper` is 1.2:1; headers in slot `table` of layout `table` need 4.5:1",
        "contrast of `tint` on `paper` is 1.7:1 in dark mode; headers in slot `table` of layout `table` need 4.5:1",
    ]
    where = "in slot `table` of layout `table`"
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


def test_a_layout_for_tables_has_a_place_for_one(tmp_path):
    """Else it is a slip."""
    theme = written()
    del theme["layouts"]["table"]["slots"]["table"]
    (tmp_path / "ours.yaml").write_text(yaml.safe_dump(theme), encoding="utf-8")
    _, diagnostics = Project(tmp_path).read(f"theme: ../ours.yaml\n{DECK}")
    assert [one.message for one in diagnostics] == ["layout `table` has no slot `table`"]
