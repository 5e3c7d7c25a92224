"""Every text of a page stands on the theme's baseline grid, whatever its size and wherever it is anchored."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deckmaker.layout import Document, TextItem
from deckmaker.theme import built_in_themes
from tests.layout.test_strip import LAYOUTS, credits, slide, words
from tests.projects import Project
from tests.samples import examples

EXACT = 1e-5  # points

slides = st.lists(st.tuples(st.sampled_from(LAYOUTS), words, credits), min_size=1, max_size=4)
settings_of_decks = st.tuples(st.sampled_from(list(built_in_themes())), st.sampled_from(["16:9", "4:3", "A4"]))


def off_grid(document: Document) -> list[str]:
    """Return the texts whose baseline at the edge where they are anchored is on no step of the page's grid."""
    step = document.theme.baseline
    found = []
    for page in document.pages:
        for placed in page.leaves:
            if isinstance(placed.item, TextItem):
                lines = [line for one in placed.item.setting.paragraphs for line in one.lines]
                line = lines[-1 if placed.item.style.anchor == "bottom" else 0]
                baseline = placed.rect.y + placed.item.offset + line.baseline
                if abs(baseline / step - round(baseline / step)) * step > EXACT:
                    found.append(f"{page.number}: {placed.slot} at {baseline}")
    return found


@given(settings_of_decks, slides)
@settings(max_examples=examples(25), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_first_and_last_baselines_are_whole_steps_from_the_pages_top(tmp_path, deck, slides):
    """Of texts at the top of their place the first, of those at its bottom the last; credits that grow included."""
    (theme, size), project = deck, Project(tmp_path)
    project.picture("a.png", (80, 60))
    head = f"title: T\ntheme: {theme}\nsize: '{size}'\ntrail: [Home, Noise]\nfooter: Draft\nslides:\n"
    document, diagnostics = project.read(head + "".join(slide(*one) for one in slides))
    if document is None:
        assert {one.code for one in diagnostics} == {"text-too-long"}
    else:
        assert off_grid(document) == []


def test_columns_side_by_side_share_their_baselines(tmp_path):
    """Though one has a nested list, whose smaller lines have baselines of their own, and the other running text."""
    left = "{heading: A, text: 'Helps two streets of five, and only on the ground floor, where few bedrooms are.'}"
    right = "{heading: B, bullets: [Grid has room: [for four ships at once]]}"
    deck = f"title: T\nslides:\n  - {{title: A, layout: columns, columns: [{left}, {right}]}}\n"
    page = Project(tmp_path).document(deck).pages[0]
    for first, second in (("column 1 heading", "column 2 heading"), ("column 1", "column 2")):
        one, other = (
            placed.rect.y + placed.item.offset + placed.item.setting.paragraphs[0].lines[0].baseline
            for placed in map(page.slot, (first, second))
        )
        assert one == other


def test_a_text_that_shrank_is_moved_within_its_frame(tmp_path):
    """Its frame stays the slot's; the rest that is missing to a step is added before its first line."""
    text = "Night noise in the harbour. " * 47
    deck = f"title: T\nslides:\n  - {{title: A, layout: content, text: '{text}'}}\n"
    document = Project(tmp_path).document(deck)
    page = document.pages[0]
    body, slot = page.slot("body"), page.layout.slots["body"]
    assert body.item.setting.size < slot.style.size
    assert (body.rect.y, body.rect.height) == (slot.rect.y, slot.rect.height)
    assert body.item.offset % document.theme.baseline > 0
