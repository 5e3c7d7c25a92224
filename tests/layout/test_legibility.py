"""Texts that are shown and cannot be read: each is named, whatever lies behind it, where the theme says its colour."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from deckmaker.theme import built_in_themes
from tests.hostile.work import calls_of
from tests.layout.faint import EVERYTHING, faint_texts, messages_about
from tests.projects import DECK, Project

NAMED = "theme: ../house.yaml\n"
SENTENCES = "Two of three nights have a reefer ship at berth 4. " * 3


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with a white and a black picture, whose decks name a theme file that a test writes."""
    for name, color in (("white", "white"), ("black", "black")):
        Image.new("RGB", (160, 90), color).save(tmp_path / f"{name}.png")
    (tmp_path / "levels.csv").write_text("Berth,Level\nBerth 4,62.5\nBerth 5,55\n", encoding="utf-8")
    return Project(tmp_path)


def said(project: Project, theme: str, deck: str = DECK) -> str:
    """Return the warnings of a deck in a theme that extends the built-in one."""
    (project.folder / "house.yaml").write_text(f"extends: briefing\n{theme}", encoding="utf-8")
    return project.said(NAMED + deck)


@pytest.mark.sampled(every=3)
@pytest.mark.parametrize(
    "palette",
    [
        "{ink: '#FBF9F5'}",
        "{ink: '#FFFFFF', paper: '#FFFFFF', muted: '#FFFFFF', accent: '#FFFFFF', deep: '#FFFFFF', light: '#FFFFFF'}",
        "{deep: '#FBF9F5', tint: '#1B2330', accent: '#E6DCC9', muted: '#CCCCCC'}",
        "{bright: '#10161F', light: '#1F2A3C'}",
    ],
)
def test_every_text_that_is_shown_and_cannot_be_read_is_named(palette, project):
    """Titles, texts, markers, links, code, headings, cells, captions, footnotes, credits, trail, footer and number."""
    (project.folder / "house.yaml").write_text(f"extends: briefing\npalette: {palette}\n", encoding="utf-8")
    document, diagnostics = project.read(NAMED + EVERYTHING)
    assert document, project.shown(diagnostics)
    named = messages_about(diagnostics)
    faint = faint_texts(document)
    assert len(faint) > 1
    assert {slot for slot, _ in faint} <= named.keys(), named
    assert all(color in named[slot] for slot, color in faint), named


def test_a_palette_that_can_be_read_is_not_warned_of(project):
    """In any place, on any ground that the built-in theme has."""
    document, diagnostics = project.read(EVERYTHING)
    assert document and faint_texts(document) == set()
    assert [one.code for one in diagnostics if one.code == "low-contrast"] == []


def test_a_warning_of_a_theme_names_all_slots_that_it_is_about(project):
    """The first in the sentence, the others below it: a slide may show any of them."""
    assert said(project, "palette: {ink: '#FBF9F5'}\n").split("\n\n")[0] == (
        "warning[low-contrast]: contrast of `ink` on `paper` is 1.0:1; text in slot `body` of layout `content` needs "
        "4.5:1\n"
        " --> house.yaml:2:16\n"
        "  |\n"
        "2 | palette: {ink: '#FBF9F5'}\n"
        "  |                ^^^^^^^^^\n"
        "  = note: the same holds in slots `entries-1`, `entries-2`, `title`\n"
        '  = help: `ink: "#6C6B69"` in `palette` would do'
    )


PANEL = """\
palette: {sheet: '#1B2330'}
layouts:
  content:
    shapes:
      - {color: sheet, columns: [1, 12], top: 156, bottom: 60}
"""


def test_a_panel_under_a_part_of_a_text_is_what_lies_behind_that(project):
    """A slot is seldom full: the text is where the panel is."""
    deck = f"{DECK}    layout: content\n    text: {SENTENCES}\n"
    assert said(project, PANEL, deck) == (
        "warning[low-contrast]: contrast of `ink` on `sheet` is 1.0:1; `body` of slide 1 needs 3:1\n"
        " --> house.yaml:2:18\n"
        "  |\n"
        "2 | palette: {sheet: '#1B2330'}\n"
        "  |                  ^^^^^^^^^\n"
        "  = help: change one of the two colours, or what lies there"
    )


def test_a_panel_beside_a_text_is_not(project):
    """Nor one that is a rule."""
    theme = "palette: {sheet: '#1B2330'}\nlayouts:\n  content:\n    shapes:\n"
    theme += "      - {color: sheet, columns: [11, 12], top: 190, bottom: 60}\n"
    theme += "      - {color: sheet, columns: [1, 12], top: 198, height: 2}\n"
    deck = f"{DECK}    layout: content\n    text: {SENTENCES}\n"
    assert said(project, theme, deck) == ""


BARE = """\
layouts:
  picture-full:
    without_picture: content
    shapes: [{color: mark, columns: [1, 6], top: 210, height: 3, width: 42, over: picture}]
"""


@pytest.mark.parametrize(("picture", "warnings"), [("black", 0), ("white", 1)])
def test_a_text_on_a_bare_picture_is_measured_on_that_picture(picture, warnings, project):
    """Bright texts over it: on a black one they stand out."""
    deck = DECK + f"    layout: picture-full\n    image: {{file: ../{picture}.png, alt: A, credit: B}}\n"
    found = said(project, BARE, deck)
    message = "contrast of `bright` on the picture is 1.0:1; `title`, `credits` and `number` of slide 1 need 4.5:1"
    assert found.count(message) == warnings
    assert found.count("low-contrast") == warnings


def test_a_scrim_of_the_colour_of_its_text_hides_it(project):
    """However opaque layout makes it."""
    deck = DECK + "    layout: picture-full\n    image: {file: ../white.png, alt: A, credit: B}\n"
    found = said(project, "palette: {scrim: '#FFFFFF', bright: '#FFFFFF'}\n", deck)
    assert "contrast of `bright` on `scrim` is 1.0:1; `title`, `credits` and `number` of slide 1 need" in found


def test_slides_have_their_numbers_in_the_deck(project):
    """As in all other messages: a slide that goes on over several pages is one."""
    long = "".join(f"      - {SENTENCES}\n" for _ in range(30))
    deck = f"{DECK}  - title: Long\n    overflow: split\n    bullets:\n{long}"
    deck += "  - title: Over it\n    layout: picture-full\n    image: {file: ../white.png, alt: A, credit: B}\n"
    found = said(project, BARE, deck)
    assert len(project.document(NAMED + deck).pages) > 3
    assert "contrast of `bright` on the picture is 1.0:1; `title`, `credits` and `number` of slide 3 need" in found


def test_many_slides_are_counted(project):
    """And a few named."""
    slide = f"  - {{title: More, layout: content, text: {SENTENCES}}}\n"
    found = said(project, PANEL, DECK + slide * 9)
    assert "`body` of slides 2, 3, 4, 5 and 5 more needs 3:1" in found


def test_a_text_is_marked_where_the_theme_has_no_colours_of_its_own(project):
    """Nobody who reads the message wrote those of the built-in one."""
    (project.folder / "house.yaml").write_text(
        "extends: briefing\nlayouts:\n  content:\n    shapes:\n"
        "      - {color: ink, columns: [1, 12], top: 156, bottom: 60}\n",
        encoding="utf-8",
    )
    found = project.said(f"{NAMED}{DECK}    layout: content\n    text: {SENTENCES}\n")
    assert " --> decks/deck.yaml:6:11\n" in found


def test_measuring_takes_work_that_grows_with_the_texts(project):
    """Each run is looked at once, on the few things behind it."""
    slide = f"  - {{title: More, layout: content, text: {SENTENCES}}}\n"
    from deckmaker.diagnostics import Diagnostics
    from deckmaker.layout.legibility import report_faint_texts

    work = []
    for count in (20, 40):
        document = project.document(DECK + slide * count)
        work.append(calls_of(lambda pages=document: report_faint_texts(pages.pages, pages.theme, Diagnostics())))
    assert work[1] < 2.1 * work[0] < 40 * 2_000


@pytest.mark.parametrize("theme", built_in_themes())
def test_a_bullet_over_a_picture_lies_on_the_picture(theme, project):
    """As the soak found: one as narrow as it is may lie on it by a little less than its width, as floats have it."""
    image = "image: {file: ../black.png, alt: A, credit: B}"
    slide = f"  - {{title: A, layout: picture-full, bullets: [Daquet], {image}}}\n"
    assert project.said(f"theme: {theme}\n{DECK}{slide}") == ""


def test_a_share_in_a_ring_is_read_on_its_part_of_it(project):
    """Native rings say no position of labels, so that it was taken for one on the page."""
    chart = "  - title: Parts\n    chart: {type: doughnut, subtitle: s, values: {a: 70, b: 30}, labels: all}\n"
    assert said(project, "", DECK + chart) == ""
