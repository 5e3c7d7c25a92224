"""Callouts: what is written, what is shown of it and how, where it goes on, and what is wrong with one."""

from __future__ import annotations

from io import BytesIO
from random import Random

import pytest
from lxml import html
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

from deckmaker.blocks.callout import KINDS
from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import Document, GroupItem, Outline, Placed, Role, ShapeItem, TextItem, parts
from deckmaker.render.registry import load_renderer
from deckmaker.theme import built_in_themes
from tests.installed_fonts import NOTO_CJK, fonts_in
from tests.projects import DECK, Project

FINDING = "callout: {kind: finding, title: Halve it, text: 'Half of it is *wasted*.', credit: The court}"


@pytest.fixture
def project(tmp_path):
    """An empty project."""
    return Project(tmp_path)


def slide(written: str, before: str = "") -> str:
    """Return a deck whose second slide has a block."""
    return f"{before}{DECK}  - title: A\n    {written}\n"


def callout_of(document: Document, page: int = 1) -> Placed:
    """Return the callout on a page, from 0."""
    (found,) = [one for one in document.pages[page].placed if one.role is Role.CALLOUT]
    assert isinstance(found.item, GroupItem)
    return found


def texts_of(callout: Placed) -> list[str]:
    """Return the words of its texts."""
    return [one.item.text for one in callout.leaves if isinstance(one.item, TextItem)]


def rendered(document: Document, name: str) -> bytes:
    """Return an output."""
    stream, diagnostics = BytesIO(), Diagnostics()
    renderer = load_renderer(name, diagnostics)
    assert renderer
    renderer.render(document, stream, diagnostics)
    return stream.getvalue()


def test_a_callout_is_a_panel_with_a_title_and_a_text(project):
    """The panel is behind both, and its bar has the colour of the title."""
    callout = callout_of(project.document(slide(FINDING)))
    ground, bar, title, text = callout.leaves
    assert texts_of(callout) == ["Halve it", "Half of it is wasted."]
    assert (title.role, text.role) == (Role.HEADING, Role.TEXT)
    assert isinstance(ground.item, ShapeItem) and ground.rect == callout.rect
    assert isinstance(bar.item, ShapeItem) and isinstance(title.item, TextItem)
    assert bar.item.color == title.item.style.color == "accent"
    assert bar.rect.right < title.rect.x and text.rect.right < ground.rect.right
    assert ground.rect.y < title.rect.y < title.rect.bottom <= text.rect.y < text.rect.bottom < ground.rect.bottom


def test_a_text_alone_is_a_note(project):
    """Its kind stands above it."""
    assert texts_of(callout_of(project.document(slide("callout: Mind the gap.")))) == ["Note", "Mind the gap."]


def test_a_title_alone_is_enough(project):
    """Nothing else stands on the panel."""
    assert texts_of(callout_of(project.document(slide("callout: {title: Halve it}")))) == ["Halve it"]


@pytest.mark.sampled(every=3)
@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en-GB", ["Finding", "Note", "Warning", "Question"]),
        ("de", ["Ergebnis", "Hinweis", "Warnung", "Frage"]),
        ("fr-CA", ["Constat", "Remarque", "Attention", "Question"]),
        ("es", ["Conclusión", "Nota", "Advertencia", "Pregunta"]),
        ("zh", ["结论", "说明", "警告", "问题"]),
        ("nl", ["Finding", "Note", "Warning", "Question"]),
    ],
)
def test_the_kind_is_a_word_of_the_decks_language(project, language, words):
    """English where deckmaker does not know it."""
    decks = [slide(f"callout: {{kind: {kind}, text: a}}", f"language: {language}\n") for kind in KINDS]
    with fonts_in(NOTO_CJK):
        assert [texts_of(callout_of(project.document(deck)))[0] for deck in decks] == words


def test_each_kind_has_a_style_of_its_own(project):
    """Its title says by its colour what it is."""
    styles = []
    for kind in KINDS:
        leaves = callout_of(project.document(slide(f"callout: {{kind: {kind}, title: a}}"))).leaves
        styles += [one.item.style for one in leaves if isinstance(one.item, TextItem)]
    assert [one.name for one in styles] == [f"callout-title{one}" for one in ("", "-note", "-warning", "-question")]
    assert len({one.color for one in styles}) == len(KINDS)


def test_a_theme_may_round_its_corners(project):
    """Where it has no bar beside them."""
    (project.folder / "house.yaml").write_text("extends: plain\npanels: {bar: 0}\n", encoding="utf-8")
    leaves = [*callout_of(project.document(slide(FINDING, "theme: ../house.yaml\n"))).leaves]
    (ground,) = [one.item for one in leaves if isinstance(one.item, ShapeItem)]
    assert ground.outline is Outline.ROUNDED and ground.corner > 0


@pytest.mark.parametrize(("count", "is_smaller"), [(1, False), (4, True)])
def test_its_text_stands_closer_to_the_edges_where_it_is_smaller(project, count, is_smaller):
    """In proportion: small panels are not mostly edge. Nowhere does it stand farther from them than the theme says."""
    cell = "{callout: {kind: warning, text: Two ships in three cannot be refitted this year.}}"
    cells = ", ".join([cell] * 4 if is_smaller else [cell, "{text: A}"])
    deck = f"theme: plain\nsize: '4:3'\n{DECK}  - title: A\n    grid: {{cells: [{cells}]}}\n"
    document = project.document(deck)
    theme = document.theme
    found = [one for one in document.pages[1].placed if one.role is Role.CALLOUT]
    assert len(found) == count
    for callout in found:
        ground, _, title, text = callout.leaves
        share = text.item.setting.size / text.item.style.size
        assert (share < 1) is is_smaller
        for edge in (title.rect.y - ground.rect.y, title.rect.x - ground.rect.x - theme.panels.bar):
            assert edge == pytest.approx(theme.panels.inset * min(1.0, share), abs=theme.baseline)


@pytest.mark.parametrize("theme", built_in_themes())
def test_its_texts_can_be_read_on_the_panel(project, theme):
    """On light pages and on dark ones: nothing is warned of."""
    columns = [f"{{callout: {{kind: {kind}, title: a, text: '[b](https://example.org)'}}}}" for kind in KINDS]
    assert project.said(slide(f"columns: [{', '.join(columns)}]", f"theme: {theme}\nmode: auto\n")) == ""


def test_on_a_coloured_page_it_has_no_ground(project):
    """The text there has one colour, made for the page."""
    document = project.document(f"title: T\nslides:\n  - title: T\n    {FINDING}\n")
    leaves = [*callout_of(document, 0).leaves]
    assert {one.item.color for one in leaves if isinstance(one.item, ShapeItem)} == {"light"}
    assert {one.item.style.color for one in leaves if isinstance(one.item, TextItem)} == {"light"}


def test_it_is_credited(project):
    """As a text is."""
    strip = project.document(slide(FINDING)).pages[1].slot("credits")
    assert strip and isinstance(strip.item, TextItem) and strip.item.text == "Text after: The court"


def test_all_outputs_set_it_apart(project):
    """A group of shapes and texts, an aside with a heading, a quotation."""
    document = project.document(slide(FINDING))
    shapes = Presentation(BytesIO(rendered(document, "pptx"))).slides[1].shapes
    (group,) = [one for one in shapes if one.shape_type == MSO_SHAPE_TYPE.GROUP]
    assert [one.text_frame.text for one in group.shapes if one.has_text_frame and one.text_frame.text] == [
        "Halve it",
        "Half of it is wasted.",
    ]
    (aside,) = html.fromstring(rendered(document, "html").decode()).xpath("//aside[contains(@class,'composition')]")
    assert aside.xpath("string(.//h3)") == "Halve it" and aside.xpath("string(.//p)") == "Half of it is wasted."
    assert "\n> **Halve it**\n>\n> Half of it is *wasted*.\n" in rendered(document, "md").decode()


def test_a_long_one_goes_on_under_its_title(project):
    """Each part has a panel that ends on the page, and nothing is said twice."""
    words = [f"word{number}" for number in range(700)]
    document = project.document(slide(f"callout: {{title: Read this, text: {' '.join(words)}}}\n    overflow: split"))
    callouts = [callout_of(document, page) for page in range(1, len(document.pages))]
    assert len(callouts) > 1
    assert {texts_of(one)[0] for one in callouts} == {"Read this"}
    assert [word for one in callouts for word in texts_of(one)[1].split()] == words
    assert all(one.rect.bottom <= 540 - 66 for one in callouts)
    assert all(one.rect.bottom > 540 - 66 - 60 for one in callouts[:-1]), "a part leaves room"


@pytest.mark.sampled(every=3)
@pytest.mark.parametrize("theme", built_in_themes())
def test_a_part_of_a_long_one_has_room_at_once(project, theme, monkeypatch):
    """Without trying what leaves some points free at the foot, which not every text mends."""
    monkeypatch.setattr(parts, "KEPT_FREE", (0.0,))
    lengths = Random(0)
    text = " ".join(f"{'Abcdefghijklm'[: lengths.randint(2, 12)]}." for _ in range(300))
    document = project.document(slide(f"callout: {text}\n    overflow: split", before=f"theme: {theme}\n"))
    callouts = [callout_of(document, page) for page in range(1, len(document.pages))]
    assert len(callouts) > 1
    assert " ".join(texts_of(one)[1] for one in callouts) == text


def test_parts_of_one_whose_title_is_too_wide_are_in_smaller_type(project):
    """Also where their texts have room as they are."""
    text = " ".join(f"word{number}" for number in range(60))
    cells = f"{{callout: {{title: Residents, text: {text}}}}}, {{text: A}}, {{text: B}}, {{text: C}}"
    written = f"layout: columns\n    grid: {{across: 4, cells: [{cells}]}}\n    overflow: split"
    document = project.document(slide(written, before="theme: plain\nsize: '4:3'\n"))
    callouts = [one.item for page in document.pages for one in page.leaves if one.role is Role.HEADING]
    titles = [one for one in callouts if isinstance(one, TextItem) and one.text == "Residents"]
    assert titles and all(len(one.setting.lines) == 1 and one.setting.size < 24 for one in titles)


def test_footnotes_of_a_long_one_stand_below_their_part(project):
    """Those of its title on each."""
    text = " ".join(f"word{number}{'^[note]' if number % 90 == 0 else ''}" for number in range(600))
    written = f"callout: {{title: 'Read^[this] this', text: '{text}'}}\n    overflow: split"
    document = project.document(slide(written))
    assert len(document.pages) > 2
    for page in document.pages[1:]:
        notes = page.slot("footnotes")
        assert notes and isinstance(notes.item, TextItem) and notes.item.text.startswith("this")


def test_mistakes_are_told_where_they_are(project):
    """Nothing in it, another kind, another key."""
    assert (
        project.said(slide("callout: {kind: note}"))
        == """\
error[missing-key]: a callout has neither `title` nor `text`
 --> decks/deck.yaml:5:14
  |
5 |     callout: {kind: note}
  |              ^^^^^^^^^^^^
  = help: add `text:`"""
    )
    said = project.said(slide("callout: {kind: warnning, text: a}"))
    assert "decks/deck.yaml:5:21" in said and "warning" in said
    assert "`title`" in project.said(slide("callout: {titel: a, text: a}"))


def test_a_theme_says_how_far_its_text_stands_below_its_title(tmp_path) -> None:
    tops = []
    for gap in (6, 30):
        (tmp_path / "theme.yaml").write_text(f"extends: plain\npanels: {{title_gap: {gap}}}\n")
        head = "title: T\ntheme: ../theme.yaml\nslides:\n"
        deck = f"{head}  - title: A\n    layout: content\n    callout: {{title: One path, text: All jobs share one.}}\n"
        page = Project(tmp_path).document(deck).pages[0]
        title, text = page.slot("callout title"), page.slot("callout")
        assert title and text
        tops.append(text.rect.y - title.rect.y)
    assert tops[1] - tops[0] == pytest.approx(24)
