"""A deck and its presentation that were both changed: the author's words stay, and the colleague's are not lost."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from typing import Any

import pytest
from click.testing import Result
from pptx.chart.data import CategoryChartData

from tests.merging.presentations import built, edited, paragraph_added, paragraph_removed, replacing
from tests.projects import run

DECK = """title: Noise in the harbour
slides:
  - title: Noise in the harbour
  - title: One
    text: |
      First paragraph about ships.

      Second paragraph about cranes.
  - title: Two
    bullets:
      - Alpha item here   # ca
      - Beta item here
    notes: Some notes
  - title: Three
    table:
      rows:
        - [Place, dB]
        - [Altona, 62]
        - [Harburg, 61]
"""


@pytest.fixture
def both(project: Any) -> Callable[[str, Callable[[Any], object]], tuple[str, Result]]:
    """Merge what somebody changed in the presentation of a deck into another state of it."""

    def merged(now: str, change: Callable[[Any], object]) -> tuple[str, Result]:
        shown = edited(built(project, DECK), change)
        base = shutil.copy(project.folder / "build/deck.pptx", project.folder / "sent.pptx")
        project.write(now)
        return project.deck.read_text(), run("merge", project.deck, shown, "--base", base)

    return merged


def _row_removed(found: Any) -> None:
    table = next(one for one in found.slides[3].shapes if one.has_table).table
    table._tbl.remove(table.rows[1]._tr)


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ("Alpha item here", "Alpha item there", lambda found: paragraph_removed(found, "Alpha")),
        ("[Altona, 62]", "[Altona, 65]", _row_removed),
        ("cranes", "lorries", lambda found: paragraph_removed(found, "Second")),
    ],
    ids=["item", "row", "paragraph"],
)
def test_what_the_author_has_changed_is_not_removed(
    old: str, new: str, change: Callable[[Any], object], both: Any, project: Any
) -> None:
    """Who removed it had not read that; it is told. What nobody changed goes."""
    now = DECK.replace(old, new)
    text, result = both(now, change)
    assert project.deck.read_text() == text == now
    assert result.exit_code == 1
    assert new.strip("[]").replace(",", "") in result.stdout.partition("Left to you")[2].replace("[-", "").replace(
        "-]", ""
    )
    both(DECK.replace("Noise", "Sounds"), change)
    assert old not in project.deck.read_text()


def test_nothing_is_left_where_all_that_differs_is_the_authors(both: Any, project: Any) -> None:
    """Of one text, the author changed a word, and a colleague another."""
    now = DECK.replace("about ships", "about vessels").replace("Alpha", "Delta")

    def change(found: Any) -> None:
        replacing("cranes", "lorries")(found)
        replacing("Beta item", "Beta thing")(found)

    _, result = both(now, change)
    assert project.deck.read_text() == now.replace("cranes", "lorries").replace("Beta item", "Beta thing")
    assert result.exit_code == 0, result.stdout


def test_nothing_is_left_of_a_text_that_has_all_that_somebody_changed(both: Any, project: Any) -> None:
    """Also if the author changed a word there that somebody changed in another place."""
    now = DECK.replace("First paragraph", "First words").replace("- Beta item", "- A new item\n      - Beta words")

    def change(found: Any) -> None:
        replacing("Second paragraph", "Second passage")(found)
        replacing("Alpha item", "Gamma item")(found)

    text, result = both(now, change)
    assert project.deck.read_text() == text.replace("Second paragraph", "Second passage").replace("Alpha", "Gamma")
    assert (result.exit_code, "Left" in result.stdout) == (0, False), result.stdout


def test_what_both_changed_is_told(both: Any, project: Any) -> None:
    """The author's word stays."""
    now = DECK.replace("about ships", "about vessels")
    _, result = both(now, replacing("about ships", "about boats"))
    assert project.deck.read_text() == now
    assert result.exit_code == 1
    assert "{+boats+}" in result.stdout


@pytest.mark.parametrize(
    ("own", "theirs", "told"),
    [
        (
            ("Alpha item here", "Alpha words here"),
            ("Alpha item here", "Alpha item is there"),
            "Alpha [-words here-]{+item is there+}",
        ),
        (
            ("about ships", "about big ships"),
            ("First paragraph", "First words"),
            "First [-paragraph-]{+words+} about[- big-] ships.",
        ),
        (("Altona", "Altona West"), ("Altona", "Old Altona"), "Altona West → Old Altona"),
        (("Some notes", "Some long notes"), ("Some notes", "Some notes here"), "Some [-long notes-]{+notes here+}"),
    ],
    ids=["item", "paragraph", "cell", "notes"],
)
def test_a_sentence_that_both_changed_is_left(
    own: tuple[str, str], theirs: tuple[str, str], told: str, both: Any, project: Any
) -> None:
    """Nobody wrote what would come of both. What was changed elsewhere is written, and what the author alone changed
    is not told."""
    now = DECK.replace(*own).replace("Second paragraph", "Another paragraph")

    def change(found: Any) -> None:
        replacing(*theirs)(found)
        replacing("Beta item", "Beta thing")(found)
        paragraph_added(found, "Beta", "Gamma item")

    _, result = both(now, change)
    wanted = now.replace("Beta item here\n", "Beta thing here\n      - Gamma item\n")
    assert project.deck.read_text() == wanted, result.stdout
    left = result.stdout.partition("Left to you")[2]
    assert result.exit_code == 1 and told in left and "a sentence was changed in the deck, too" in left
    assert "-Another" not in left


def test_nothing_is_left_once_the_author_has_decided(both: Any, project: Any) -> None:
    """What else of the same text differs is the author's own."""
    now = DECK.replace("Alpha item here", "Alpha is the item").replace("Beta item here", "Beta thing is here")

    def change(found: Any) -> None:
        replacing("Beta item here", "Beta was here")(found)

    _, result = both(now, change)
    assert project.deck.read_text() == now and result.exit_code == 1
    left = result.stdout.partition("Left to you")[2]
    assert "Alpha is the item\n" in left and "-is the" not in left
    _, result = both(now.replace("Beta thing is here", "Beta was here"), change)
    assert (result.exit_code, "Left" in result.stdout) == (0, False), result.stdout


def test_sentences_of_one_text_are_changed_by_each(project: Any) -> None:
    """Both are kept, and the other's is not told again."""
    deck = "title: T\nslides:\n  - title: T\n  - title: One\n    text: The ships are loud. The nights are long.\n"
    shown = edited(built(project, deck), replacing("nights are long", "days are short"))
    base = shutil.copy(project.folder / "build/deck.pptx", project.folder / "sent.pptx")
    now = deck.replace("ships are loud", "boats hum")
    project.write(now)
    result = run("merge", project.deck, shown, "--base", base)
    assert project.deck.read_text() == now.replace("nights are long", "days are short")
    assert (result.exit_code, "Left" in result.stdout) == (0, False), result.stdout


def test_what_was_changed_on_a_slide_that_is_gone_is_told(both: Any, project: Any) -> None:
    """The author removed it meanwhile."""
    before, rest = DECK.split("  - title: Two\n")
    now = before + rest[rest.index("  - title: Three") :]
    _, result = both(now, replacing("Beta item", "Beta thing"))
    assert project.deck.read_text() == now
    assert result.exit_code == 1
    assert "slide 3 “Two” changed" in result.stdout and "{+thing+}" in result.stdout
    _, result = both(now, replacing("about ships", "about boats"))
    assert result.exit_code == 0 and "Two" not in result.stdout


def test_a_dry_run_tells_what_would_be_left(both: Any, project: Any) -> None:
    """On stderr: the diff alone is on stdout."""
    shown = edited(built(project, DECK), replacing("Noise in the harbour", "Din"))
    now = DECK.replace("about ships", "about vessels")
    project.write(now)
    result = run("merge", project.deck, shown, "--base", project.folder / "build/deck.pptx", "--dry-run")
    assert project.deck.read_text() == now
    assert result.stdout.startswith("--- a/") and "Left to you" not in result.stdout
    changed = edited(built(project, DECK), replacing("about ships", "about boats"))
    project.write(now)
    result = run("merge", project.deck, changed, "--base", project.folder / "build/deck.pptx", "--dry-run")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "Left to you" in result.stderr and "{+boats+}" in result.stderr


def test_the_title_page_of_a_deck_with_sections_is_named_anew(project: Any) -> None:
    """PowerPoint's first section has the deck's title: it is none of the deck's."""
    deck = DECK.replace("  - title: One\n", "  - title: One\n    section: Findings\n")
    shown = edited(built(project, deck), lambda found: _first_title(found, "Din in the harbour"))
    result = run("merge", project.deck, shown)
    assert "  - title: Din in the harbour\n" in project.deck.read_text()
    assert "section" not in result.stdout and result.exit_code == 0, result.stdout


def _first_title(found: Any, words: str) -> None:
    title = found.slides[0].shapes.title
    title.text_frame.paragraphs[0].runs[0].text = words
    for one in title.text_frame.paragraphs[0].runs[1:]:
        one.text = ""


CHART = """title: Noise in the harbour
slides:
  - title: Noise in the harbour
  - title: Year by year
    chart:
      type: column
      categories: [North, South, East, West]
      series:
        - {name: Night, values: ["1,061.5", 62, 63, ""]}
        - {name: Day, values: [51, 52, 53, 54]}
"""


@pytest.mark.parametrize(
    ("index", "new", "wanted"),
    [
        (1, 72, '["1,070.5", 72, 63, ""]'),
        (0, 1099, None),
        (3, 64.5, '["1,070.5", 62, 63, "64.5"]'),
    ],
    ids=["another", "the same", "one that was missing"],
)
def test_numbers_of_one_series_are_changed_by_both(index: int, new: float, wanted: str | None, project: Any) -> None:
    """Each stands where it was typed. One that both have changed is the author's, and told."""

    def change(found: Any) -> None:
        chart = next(one for one in found.slides[1].shapes if one.has_chart).chart
        data = CategoryChartData()
        data.categories = list(chart.plots[0].categories)
        for series in chart.plots[0].series:
            values = list(series.values)
            if series.name == "Night":
                values[index] = new
            data.add_series(series.name, values)
        chart.replace_data(data)

    shown = edited(built(project, CHART), change)
    base = shutil.copy(project.folder / "build/deck.pptx", project.folder / "sent.pptx")
    now = CHART.replace("1,061.5", "1,070.5")
    project.write(now)
    result = run("merge", project.deck, shown, "--base", base)
    assert project.deck.read_text() == (now.replace('["1,070.5", 62, 63, ""]', wanted) if wanted else now), (
        result.stdout
    )
    assert result.exit_code == (0 if wanted else 1)
    assert ("1099" in result.stdout.partition("Left to you")[2].replace(",", "")) == (wanted is None)


def test_lines_come_below_the_last_one_of_a_file_without_an_end(project: Any) -> None:
    """A block of text that ends there has no end of line either."""
    deck = "title: Harbour\nslides:\n  - title: Harbour\n  - title: One\n    text: |\n      Words."

    def change(found: Any) -> None:
        paragraph_added(found, "Words.", "More words.")
        found.slides.add_slide(found.slides[1].slide_layout).shapes.title.text = "Two"

    shown = edited(built(project, deck), change)
    result = run("merge", project.deck, shown)
    assert result.exit_code == 0, result.output
    assert project.deck.read_text() == f"{deck}\n\n      More words.\n  - title: Two\n"


def test_a_file_of_which_nothing_changes_keeps_its_end(project: Any) -> None:
    """Without an end of line, too."""
    deck = DECK.rstrip("\n")
    assert run("merge", project.deck, edited(built(project, deck), lambda found: None)).exit_code == 0
    assert project.deck.read_text() == deck


HEADINGS = """title: Harbour
slides:
  - title: Harbour
  - title: One
    text: |
      First words.

      ## A heading
      Words below it.

      - an item

      ## Another heading
      The last words.
"""


def test_headings_and_the_lines_below_them_are_apart(project: Any) -> None:
    """No empty line has to be between them."""
    pairs = [
        ("A heading", "A title"),
        ("Words below", "Lines below"),
        ("Another", "A second"),
        ("last words", "last lines"),
    ]

    def change(found: Any) -> None:
        for old, new in pairs:
            replacing(old, new)(found)

    shown = edited(built(project, HEADINGS), change)
    result = run("merge", project.deck, shown)
    wanted = HEADINGS
    for old, new in pairs:
        wanted = wanted.replace(old, new)
    assert project.deck.read_text() == wanted, result.stdout
    assert result.exit_code == 0
