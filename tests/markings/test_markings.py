"""Markings: on every page, over all else and in nobody's way; what is told of those that are wrong."""

from __future__ import annotations

import pytest

from deckmaker.accessibility.reading import reading_of_page
from deckmaker.layout import GroupItem, Role, ShapeItem
from deckmaker.model.marking import TLP, TLP_COLORS
from deckmaker.theme import built_in_themes
from deckmaker.theme.contrast import AA, contrast, rgb
from deckmaker.theme.markings import PLATE, with_markings, words_color
from tests.projects import Project, briefing

DECK = """title: Port security
marking: TLP:AMBER
slides:
  - title: Port security
    layout: title
  - title: Three things
    marking: TLP:GREEN
    text: Two berths are closed.
    credit: {creator: A. Lind, title: Harbour log}
  - title: Many
    overflow: split
    numbered: [%s]
  - title: Thank you
    layout: closing
credits: {where: end}
"""
MANY = DECK % ", ".join(f"night {number}" for number in range(1, 41))


@pytest.fixture
def project(tmp_path):
    """An empty project."""
    return Project(tmp_path)


def marks(page):
    """Return the words of a page's markings, from the top."""
    found = [one for one in page.placed if one.role is Role.MARKING]
    return [leaf.item.text for one in found for leaf in one.leaves if not isinstance(leaf.item, ShapeItem)]


def test_every_page_has_one_at_its_top_and_its_foot(project):
    """Title pages, parts of a slide and pages of credits too; that of a slide stands in place of the deck's."""
    document = project.document(MANY)
    own = [page.marking for page in document.pages]
    assert own.count("TLP:GREEN") == 1 and own[1] == "TLP:GREEN" and len(own) > 5
    assert {*own} == {"TLP:AMBER", "TLP:GREEN"} and document.marking == "TLP:AMBER"
    assert [marks(page) for page in document.pages] == [[one, one] for one in own]
    for page in document.pages:
        first, last = (one.rect for one in page.placed if one.role is Role.MARKING)
        assert first.y == 0 and last.bottom == document.theme.height
        assert [one.role for one in page.placed[-2:]] == [Role.MARKING] * 2  # nothing lies over them


def test_a_deck_without_has_none(project):
    """Nor does its theme have their colours, which would stand in its files."""
    document = project.document(MANY.replace("marking: TLP:AMBER\n", "").replace("    marking: TLP:GREEN\n", ""))
    assert not any(marks(page) for page in document.pages) and PLATE not in document.theme.palette


@pytest.mark.parametrize("size", ["16:9", "4:3", "A4"])
@pytest.mark.parametrize("name", built_in_themes())
def test_nothing_of_our_themes_stands_where_markings_do(name, size, project):
    """Only pictures reach the edges of pages."""
    document = project.document(f"title: A\ntheme: {name}\nsize: '{size}'\nmarking: Draft\nslides: [title: B]\n")
    plates = [one.rect for one in document.pages[0].placed if one.role is Role.MARKING]
    across = [plate.__class__(0, plate.y, document.theme.width, plate.height) for plate in plates]
    slots = [(one, slot) for one in briefing(size, name).layouts.values() for slot in one.slots.values() if slot.style]
    assert len(plates) == 2 and len(slots) > 40
    assert not [(one.name, slot.name) for one, slot in slots if any(slot.rect.overlaps(plate) for plate in across)]


def test_words_stand_within_their_plates(project):
    """However long they are: long ones are smaller."""
    for marking in ("A", "TLP:AMBER+STRICT", "Not for those who are not of the board of the harbour " * 3):
        document = project.document(f"title: A\nmarking: {marking}\nslides: [title: B]\n")
        for one in document.pages[0].placed:
            if isinstance(one.item, GroupItem):
                plate, text = one.item.children
                assert plate.rect == text.rect and plate.item.color == PLATE
                (line,) = text.item.setting.lines
                assert plate.rect.width - line.width >= 16
                assert 0 < text.item.offset < plate.rect.height - text.item.setting.height + 2
                assert abs(plate.rect.x + plate.rect.width / 2 - document.theme.width / 2) < 0.01


def test_one_that_no_page_has_room_for_is_an_error(project):
    """It is said at its own place."""
    said = project.said(f"title: A\nmarking: {'word ' * 60}\nslides: [title: B]\n")
    assert said.count("error[text-too-long]: the deck: `marking`") == 1 and "deck.yaml:2:10" in said
    assert "it has the same place on every slide" in said


@pytest.mark.parametrize("words", ["word " * 300, "x" * 400, "TLP:RED " + "word " * 300])
def test_of_one_that_hangs_out_of_its_plate_no_colour_is_told(words, project):
    """Plates are black: that it is too long is all that there is to mend."""
    said = project.said(f"title: A\nmarking: '{words}'\nslides: [{{title: B, layout: title}}, {{title: C, text: d}}]\n")
    assert "text-too-long" in said and "low-contrast" not in said


@pytest.mark.parametrize("label", TLP)
def test_labels_have_the_colours_of_the_protocol(label, project):
    """On black, on which all are read (FIRST, TLP 2.0, table 1)."""
    document = project.document(f"title: A\nmode: auto\nmarking: {label}\nslides: [title: B]\n")
    (text,) = [one for one in document.pages[0].leaves if one.slot == "marking"]
    for palette in (document.theme.palette, *document.theme.modes.values()):
        assert palette[text.item.style.color] == TLP_COLORS[label] and palette[PLATE] == "#000000"
        assert contrast(rgb(palette[text.item.style.color]), rgb(palette[PLATE])) >= AA


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tlp:amber", "TLP:AMBER"),
        ("TLP AMBER", "TLP:AMBER"),
        ("TLP-Red", "TLP:RED"),
        ("TLP:WHITE", "TLP:CLEAR"),
        ("TLP:Amber + Strict", "TLP:AMBER+STRICT"),
        ("TLP:AMBER-STRICT", "TLP:AMBER+STRICT"),
        ("TLP:GRENE", "TLP:GREEN"),
        ("TLP:AMBER +STRICT", "TLP:AMBER+STRICT"),
        ("TLP:AMBER + strict", "TLP:AMBER+STRICT"),
        ("TLP:AMBER STRICT", "TLP:AMBER+STRICT"),
        ("TLP:AMBER +STRICT, for the board", "TLP:AMBER+STRICT, for the board"),
        ("\ufefftlp:red", "TLP:RED"),
    ],
)
def test_what_is_no_label_is_told(typed, meant, project):
    """With the one that is meant."""
    said = project.said(f"title: A\nmarking: '{typed}'\nslides: [title: B]\n")
    assert "warning[unknown-marking]" in said and f"did you mean `{meant}`?" in said


def test_another_word_for_a_label_is_told_with_all_labels(project):
    """Where none is near."""
    assert "TLP:CLEAR, TLP:GREEN, TLP:AMBER" in project.said(
        "title: A\nmarking: 'TLP:NOBODY AT ALL'\nslides: [title: B]\n"
    )


def test_a_label_may_have_words_behind_it(project):
    """Such as for whom it is: it keeps its colour and its place among the others."""
    deck = "title: A\nmarking: %s\nslides: [{title: B}, {title: C, marking: %s}]\n"
    document = project.document(deck % ("TLP:RED, for the board", "TLP:AMBER members only"))
    texts = [one.item for page in document.pages for one in page.leaves if one.slot == "marking"]
    assert [one.text for one in texts] == ["TLP:RED, for the board", "TLP:AMBER members only"]
    assert [document.theme.palette[one.style.color] for one in texts] == [
        TLP_COLORS[own] for own in ("TLP:RED", "TLP:AMBER")
    ]
    assert "error[higher-marking]" in project.said(deck % ("TLP:GREEN, for all of us", "TLP:AMBER members only"))


def test_the_stricter_label_is_known_however_its_words_are_parted(project):
    """As the one below it, the slide would be for more people. Other words stay words."""
    deck = "title: A\nmarking: TLP:AMBER\nslides: [{title: B, marking: '%s'}]\n"
    for marking in ("TLP:AMBER +STRICT", "TLP:AMBER + Strict", "TLP:AMBER STRICT", "TLP:AMBER-STRICT"):
        assert "error[higher-marking]" in project.said(deck % marking)
    for marking in ("TLP:AMBER, strictly for us", "TLP:AMBER strict embargo until noon", "TLP:AMBER + STRICTURES"):
        assert not project.said(deck % marking)


@pytest.mark.parametrize("of_deck", TLP)
@pytest.mark.parametrize("of_slide", TLP)
def test_no_slide_is_for_fewer_than_its_deck(of_deck, of_slide, project):
    """Whoever has the deck has the slide."""
    said = project.said(f"title: A\nmarking: {of_deck}\nslides: [{{title: B, marking: {of_slide}}}]\n")
    assert ("error[higher-marking]" in said) == (TLP.index(of_slide) > TLP.index(of_deck))


def test_of_other_markings_nobody_knows_which_is_higher(project):
    """So nothing is said of them."""
    assert not project.said("title: A\nmarking: Draft\nslides: [{title: B, marking: TLP:RED}]\n")


def test_a_slide_with_one_in_a_deck_without_is_told(project):
    """Handouts, and the facts of files, would have none."""
    said = project.said("title: A\nslides: [{title: B, marking: Secret}]\n")
    assert "error[unmarked-deck]" in said and "write `marking:` above `slides:`, too" in said


def test_slides_of_another_file_keep_its_marking(project):
    """But for those that have one of their own; a list of slides has none."""
    (project.deck.parent / "other.yaml").write_text(
        "title: O\nmarking: TLP:GREEN\nslides: [{title: C}, {title: D, marking: TLP:CLEAR}]\n"
    )
    (project.deck.parent / "list.yaml").write_text("- title: E\n")
    both = "slides: [title: B, include: other.yaml, include: list.yaml]\n".replace(", include", "}, {include")
    document = project.document(
        "title: A\nmarking: TLP:AMBER\n" + both.replace("[title: B", "[{title: B").replace("]", "}]")
    )
    assert [page.marking for page in document.pages] == ["TLP:AMBER", "TLP:GREEN", "TLP:CLEAR", "TLP:AMBER"]
    said = project.said("title: A\nmarking: TLP:CLEAR\nslides: [{include: other.yaml}]\n")
    assert "error[higher-marking]" in said and "other.yaml:2:10" in said


def test_no_include_lowers_a_marking(project):
    """However far away the file is that says it, and whatever is left empty: slides would be shown to others."""
    folder = project.deck.parent
    (folder / "list.yaml").write_text("- title: In a list\n  id: a\n")
    (folder / "red.yaml").write_text(
        "title: R\nmarking: TLP:RED\nslides: [{include: list.yaml}, {title: Empty, id: b, marking: }]\n"
    )
    deck = "title: A\nmarking: %s\nslides: [{title: A}, {include: {file: red.yaml, slides: [a, b]}}]\n"
    document = project.document(deck % "TLP:RED")
    assert [page.marking for page in document.pages] == ["TLP:RED"] * 3
    said = project.said(deck % "TLP:CLEAR")
    assert "error[higher-marking]" in said and "red.yaml:2:10" in said
    assert "write `marking: TLP:RED` above `slides:` of `decks/deck.yaml`" in said


def test_decks_that_are_included_have_the_project_s(project):
    """As they have when they are built alone; a deck does not undo it by leaving its value out."""
    (project.folder / "deckmaker.yaml").write_text("marking: TLP:RED\n")
    (project.deck.parent / "other.yaml").write_text("title: O\nslides: [{title: C}]\n")
    said = project.said("title: A\nmarking: TLP:CLEAR\nslides: [{title: A}, {include: other.yaml}]\n")
    assert "error[higher-marking]" in said and "deckmaker.yaml:1:10" in said
    assert project.document("title: A\nmarking:\nslides: [{title: A}]\n").marking == "TLP:RED"


def test_a_wrong_one_of_another_file_is_told_there(project):
    """Once, and at its place."""
    (project.deck.parent / "other.yaml").write_text("title: O\nmarking: tlp:amber\nslides: [{title: C}, {title: D}]\n")
    said = project.said("title: A\nmarking: TLP:RED\nslides: [{title: A}, {include: other.yaml}]\n")
    assert said.count("unknown-marking") == 1 and "other.yaml:2:10" in said


def test_values_stand_in_markings(project):
    """As in a footer."""
    document = project.document("title: A\nvariables: {level: AMBER}\nmarking: 'TLP:{{ level }}'\nslides: [title: B]\n")
    assert marks(document.pages[0]) == ["TLP:AMBER"] * 2


def test_a_project_may_have_one(project):
    """For all of its decks; a deck's own comes first."""
    (project.folder / "deckmaker.yaml").write_text("marking: Draft\n")
    assert project.document("title: A\nslides: [title: B]\n").marking == "Draft"
    assert project.document("title: A\nmarking: TLP:RED\nslides: [title: B]\n").marking == "TLP:RED"


def test_a_theme_may_say_how_large_they_are(project):
    """Plates follow."""
    (project.deck.parent / "large.yaml").write_text(
        "extends: briefing\nstyles: {marking: {like: furniture, size: 18, min: 12}}\n"
    )
    sizes = []
    for theme in ("briefing", "large.yaml"):
        document = project.document(f"title: A\ntheme: {theme}\nmarking: Draft\nslides: [title: B]\n")
        (text,) = [one for one in document.pages[0].leaves if one.slot == "marking"]
        sizes.append((text.item.setting.size, text.rect.height))
    assert sizes[0][0] == 12 and sizes[1][0] == 18 and sizes[0][1] < sizes[1][1]


def test_words_that_a_plate_covers_are_told(project):
    """Our own themes have none there."""
    (project.deck.parent / "low.yaml").write_text(
        "extends: briefing\nlayouts: {content: {slots: {footer: {bottom: 3, columns: [4, 9], align: center}}}}\n"
    )
    deck = (
        "title: A\ntheme: low.yaml\nfooter: Harbour board\nmarking: Draft\nslides: [{title: B}, {title: C, text: D}]\n"
    )
    said = project.said(deck)
    assert "warning[covered-words]: slide 2: the marking covers words of `footer`" in said
    assert "covered-words" not in project.said(deck.replace("marking: Draft\n", ""))


def test_numbers_and_charts_that_a_plate_covers_are_told(project):
    """Whatever has no slot of its own; what several labels say is said once."""
    number = "{style: furniture, bottom: 3, height: 15, columns: [6, 7], align: center}"
    (project.deck.parent / "low.yaml").write_text(
        f"extends: briefing\nlayouts: {{content: {{slots: {{body: {{bottom: 0}}, number: {number}}}}}}}\n"
    )
    values = "categories: [alpha, beta, gamma, delta, epsilon, zeta], values: [1, 2, 3, 4, 5, 6]"
    said = project.said(
        "title: A\ntheme: low.yaml\nmarking: Draft for the board\nslides:\n  - title: B\n"
        f"  - {{title: C, chart: {{type: column, {values}}}}}\n"
    )
    assert "slide 2: the marking covers words of `number`" in said
    assert said.count("the marking covers words of a chart") == 1


def test_one_that_sheets_alone_show_is_looked_at_too(project):
    """Where all slides have one of their own."""
    said = project.said("title: A\nmarking: \U000f0000 intern\nslides: [{title: B, marking: X}]\n")
    assert "[missing-glyph]" in said and "deck.yaml:2:10" in said
    said = project.said(f"title: A\nmarking: {'x' * 400}\nslides: [{{title: B, marking: X}}]\n")
    assert "error[text-too-long]: the deck" in said


def test_they_are_no_words_to_read(project):
    """Neither the upper one nor the lower one."""
    decks = (f"title: A\n{own}slides: [{{title: One slide}}]\n" for own in ("", "marking: For us alone\n"))
    plain, marked = (reading_of_page(project.document(deck).pages[0]) for deck in decks)
    assert plain == marked and plain.words == 2


def test_typed_elsewhere(project):
    """What people type for it leads to it."""
    for key in ("classification", "confidentiality", "tlp"):
        assert "marking: " in project.said(f"title: A\n{key}: Secret\nslides: [title: B]\n")
        assert "marking: " in project.said(f"title: A\nslides: [{{title: B, {key}: Secret}}]\n")


def test_colours_have_names_that_no_theme_has():
    """Else a theme's own would be lost."""
    theme = briefing()
    assert not {words_color(one) for one in (*TLP, "x")} & {*theme.palette}
    assert {*theme.palette} < {*with_markings(theme).palette}
