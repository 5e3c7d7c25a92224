"""Theme files of the time when columns, tables and captions had slots of their own: what is said of them, whole."""

from __future__ import annotations

import pytest

from deckmaker.theme.slots import FORMER, SLOT_NAMES
from tests.projects import DECK, Project

COLUMNS = """\
extends: briefing
layouts:
  columns:
    slots:
      heading-1: {style: heading, columns: [1, 6], top: 192, height: 30}
      body-1: {style: column, columns: [1, 6], top: 231, bottom: 66}
      heading-2: {style: heading, columns: [7, 12], top: 192, height: 30}
      body-2: {style: column, columns: [7, 12], top: 231, bottom: 66}
"""
TABLE = """\
extends: briefing
layouts:
  table:
    slots:
      table: {style: table, columns: [1, 12], top: 258, bottom: 87}
      caption: {style: note, columns: [1, 12], bottom: 58.2, height: 18}
"""
ALONE = """\
name: ours
fonts: {heading: Georgia, body: Calibri, code: Courier New}
palette: {ink: "#1B2330", paper: "#FBF9F5"}
grid: {left: 48, right: 48, columns: 12, gutter: 36, baseline: 1.5}
styles:
  title: {font: heading, size: 36, min: 21, leading: 1.08, color: ink}
  text: {font: body, size: 18, min: 12, leading: 1.2, color: ink}
lists: {indent: 0.8, shrink: 3, nested_gap: 0.25, bullet: "-", bullet_nested: "-", color: ink}
link: {color: ink}
layouts:
  content:
    slots:
      title: {style: title, columns: [1, 12], top: 54, height: 84}
      body: {style: text, columns: [1, 12], top: 174, bottom: 66}
      credits: {style: text, columns: [1, 12], bottom: 18, height: 24}
  columns:
    slots:
      title: {style: title, columns: [1, 12], top: 54, height: 84}
      body-1: {style: text, columns: [1, 6], top: 174, bottom: 66}
      body-2: {style: text, columns: [7, 12], top: 174, bottom: 66}
      credits: {style: text, columns: [1, 12], bottom: 18, height: 24}
"""

CASES = {
    "columns": (
        COLUMNS,
        """\
error[unknown-key]: there is no slot `heading-1`
 --> ours.yaml:5:7
  |
5 |       heading-1: {style: heading, columns: [1, 6], top: 192, height: 30}
  |       ^^^^^^^^^
  = help: columns stand in `body`; say how headings look in a style `heading`

error[unknown-key]: there is no slot `body-1`
 --> ours.yaml:6:7
  |
6 |       body-1: {style: column, columns: [1, 6], top: 231, bottom: 66}
  |       ^^^^^^
  = help: columns stand in `body`; say how their texts look in a style `column`

error[unknown-key]: there is no slot `heading-2`
 --> ours.yaml:7:7
  |
7 |       heading-2: {style: heading, columns: [7, 12], top: 192, height: 30}
  |       ^^^^^^^^^
  = help: columns stand in `body`; say how headings look in a style `heading`

error[unknown-key]: there is no slot `body-2`
 --> ours.yaml:8:7
  |
8 |       body-2: {style: column, columns: [7, 12], top: 231, bottom: 66}
  |       ^^^^^^
  = help: columns stand in `body`; say how their texts look in a style `column`""",
    ),
    "a table": (
        TABLE,
        """\
error[unknown-key]: there is no slot `table`
 --> ours.yaml:5:7
  |
5 |       table: {style: table, columns: [1, 12], top: 258, bottom: 87}
  |       ^^^^^
  = help: tables stand in `body`; say how cells look in a style `table`, and in `wide` how wide they are

error[unknown-key]: there is no slot `caption`
 --> ours.yaml:6:7
  |
6 |       caption: {style: note, columns: [1, 12], bottom: 58.2, height: 18}
  |       ^^^^^^^
  = help: captions follow their tables; say how they look in a style `note`""",
    ),
    "a theme that extends none": (
        ALONE,
        """\
error[unknown-key]: there is no slot `body-1`
  --> ours.yaml:19:7
   |
19 |       body-1: {style: text, columns: [1, 6], top: 174, bottom: 66}
   |       ^^^^^^
   = help: columns stand in `body`; say how their texts look in a style `column`

error[unknown-key]: there is no slot `body-2`
  --> ours.yaml:20:7
   |
20 |       body-2: {style: text, columns: [7, 12], top: 174, bottom: 66}
   |       ^^^^^^
   = help: columns stand in `body`; say how their texts look in a style `column`""",
    ),
}


@pytest.mark.parametrize(("theme", "message"), CASES.values(), ids=CASES)
def test_a_theme_with_former_slots_is_told_what_to_write(theme, message, tmp_path):
    """Each slot at its place; the whole text."""
    (tmp_path / "ours.yaml").write_text(theme, encoding="utf-8")
    assert Project(tmp_path).said(f"theme: ../ours.yaml\n{DECK}") == message


def test_what_the_messages_say_to_write_is_right(tmp_path):
    """A theme that follows them is taken, and sets columns and tables in the styles that it names."""
    theme = ALONE.partition("  columns:\n    slots")[0]
    styles = "  text: {font: body"
    theme = theme.replace(styles, "  heading: {like: text, size: 21}\n  column: {like: text, size: 15}\n" + styles)
    theme = theme.replace(styles, "  note: {like: text, min: 9, size: 9}\n  table: {like: text, size: 12}\n" + styles)
    theme = theme.replace("top: 174, bottom: 66}", "wide: [1, 12], top: 174, bottom: 66}")
    (tmp_path / "ours.yaml").write_text(theme, encoding="utf-8")
    deck = DECK.replace("slides:\n", "slides:\n  - title: First\n    layout: content\n    text: a\n")
    deck += "    columns: [{heading: A, text: a}, {heading: B, table: {rows: [[a, b], [c, d]], caption: Below}}]\n"
    page = Project(tmp_path).document(f"theme: ../ours.yaml\n{deck}").pages[1]
    names = ("column 1 heading", "column 1", "column 2 heading", "column 2 table", "column 2 caption")
    placed = [page.slot(name) for name in names]
    assert all(placed)
    sizes = [next(text.item.setting.size for text in one.texts) for one in placed if one]
    assert sizes == [21, 15, 21, 12, 9]


def test_no_former_slot_is_one():
    """Nor is one told of that a theme may have."""
    assert set(FORMER).isdisjoint(SLOT_NAMES)
    assert set(FORMER) == {"heading-1", "heading-2", "body-1", "body-2", "table", "caption"}
