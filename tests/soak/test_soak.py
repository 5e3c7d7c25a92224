"""A few examples of each property; `make thorough` tries more, and `make soak` does for an hour."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from deckmaker.blocks import BLOCKS
from tests.samples import examples
from tests.soak.any_slide import SlideWriter
from tests.soak.checks import project_with_pictures
from tests.soak.properties import PROPERTIES

pytestmark = pytest.mark.slow

EXAMPLES = {
    "files": 30,
    "decks": 15,
    "overfull": 6,
    "any slide": 25,
    "blocks": 3,
    "few words": 3,
    "tables": 25,
    "table files": 50,
    "costs": 30,
    "paths": 50,
    "quoted": 20,
    "markdown": 30,
    "fonts": 20,
    "palettes": 20,
    "pictures": 10,
}


@pytest.mark.parametrize("name", PROPERTIES)
def test_a_property_holds_of_a_few_examples(name, tmp_path):
    """No traceback, no silence, no word lost."""
    one, project = PROPERTIES[name], project_with_pictures(tmp_path)

    @given(one.drawn)
    @settings(max_examples=examples(EXAMPLES[name]), deadline=None, suppress_health_check=list(HealthCheck))
    def holds(example):
        one.check(example, project)

    holds()


def test_any_slide_may_hold_every_block():
    """A kind that is added is drawn, too."""
    assert set(BLOCKS) <= set(SlideWriter(lambda _: 1, []).kinds())
