"""When what stands in an order appears: one thing after the other, from 1, whatever holds it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deckmaker.layout import GroupItem, Page, Placed, TextItem
from tests.projects import Project
from tests.samples import examples
from tests.stepped_deck import STEPPED, STEPS


def steps_of(page: Page) -> list[int]:
    """Return the steps of a page in reading order, each once."""
    return [*dict.fromkeys(chain.from_iterable(map(_steps, page.placed)))]


def _steps(placed: Placed) -> Iterator[int]:
    if placed.step:
        yield placed.step
    elif isinstance(placed.item, TextItem):
        yield from filter(None, placed.item.steps)
    elif isinstance(placed.item, GroupItem):
        yield from chain.from_iterable(map(_steps, placed.item.children))


def test_each_slide_counts_its_own(tmp_path):
    """In reading order, from 1."""
    pages = Project(tmp_path).document(STEPPED).pages
    assert [steps_of(page) for page in pages] == [[*range(1, count + 1)] for count in STEPS]


def test_places_are_as_without(tmp_path):
    """Nothing is set otherwise for it."""
    with_steps, without = (
        Project(tmp_path).document(STEPPED.replace("incremental: true", f"incremental: {one}"))
        for one in ("true", "false")
    )
    assert [[one.rect for one in page.leaves] for page in with_steps.pages] == [
        [one.rect for one in page.leaves] for page in without.pages
    ]


def test_items_of_a_split_slide_appear_on_their_own_part(tmp_path):
    """What goes on from the part before is there at once."""
    long = "word " * 400
    slide = f"{{title: B, overflow: split, bullets: [{long}, b, c]}}"
    deck = f"title: T\nincremental: true\nslides:\n  - title: T\n  - {slide}\n"
    _, *parts = Project(tmp_path).document(deck).pages
    assert len(parts) > 1
    assert steps_of(parts[0]) == [1]
    assert steps_of(parts[-1]) == [1, 2]


NONE = {
    "text": "text: Words alone.",
    "callout": 'callout: {title: Mind, text: "a\\n\\n- b"}',
    "table": "table: {rows: [[a, b], [c, d]]}",
}


@pytest.mark.parametrize("block", NONE.values(), ids=NONE)
def test_a_slide_that_asks_for_steps_and_has_none_is_told(block, tmp_path):
    """The deck may ask for those of all slides that have some."""
    head = "title: T\nslides:\n  - title: T\n  - title: B\n"
    found = Project(tmp_path).read(f"{head}    incremental: true\n    {block}\n")[1]
    (one,) = [one for one in found if one.code == "no-steps"]
    assert (one.span.line, one.message) == (5, "slide 2: nothing on it appears one by one")
    found = Project(tmp_path).read(f"{head}    {block}\n".replace("slides:", "incremental: true\nslides:"))[1]
    assert [one for one in found if one.code == "no-steps"] == []


WORDS = st.text("ab c", min_size=1, max_size=12).map(str.strip).filter(bool)
ITEMS = st.lists(st.one_of(WORDS, st.tuples(WORDS, st.lists(WORDS, min_size=1, max_size=3))), min_size=1, max_size=6)


@given(st.lists(ITEMS, min_size=1, max_size=3))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=examples(25))
def test_each_outermost_item_is_a_step(tmp_path, lists):
    """Of all lists of a slide, however deep they are."""

    def written(items):
        return "".join(
            f"      - {one}\n"
            if isinstance(one, str)
            else f"      - {one[0]}:\n" + "".join(f"          - {below}\n" for below in one[1])
            for one in items
        )

    blocks = "".join(f"      - bullets:\n{written(items).replace('      - ', '          - ')}" for items in lists)
    deck = f"title: T\nincremental: true\nslides:\n  - title: T\n  - title: B\n    content:\n{blocks}"
    pages = Project(tmp_path).document(deck).pages[1:]
    if len(pages) == 1:
        assert steps_of(pages[0]) == [*range(1, sum(map(len, lists)) + 1)]


@pytest.mark.parametrize("word", ["fragments", "steps", "one_by_one", "v-clicks", "build"])
def test_what_other_tools_call_it_leads_to_it(word, tmp_path):
    """On a slide, and in the deck."""
    for place in ("slide", "deck"):
        deck = (
            "title: T\nslides:\n  - title: T\n    {}\n" if place == "slide" else "title: T\n{}\nslides:\n  - title: T\n"
        )
        (one,) = Project(tmp_path).read(deck.format(f"{word}: true"))[1]
        assert one.help == "write `incremental: true`: items of lists then appear one by one"
