"""A few examples of each property; `make soak` tries them for an hour."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from deckmaker.blocks import BLOCKS
from tests.soak.any_slide import SlideWriter
from tests.soak.checks import project_with_pictures
from tests.soak.properties import PROPERTIES

pytestmark = pytest.mark.slow

EXAMPLES = {
    "files": 60,
    "decks": 25,
    "overfull": 25,
    "any slide": 60,
    "blocks": 5,
    "few words": 5,
    "tables": 60,
    "table files": 100,
    "costs": 60,
    "paths": 100,
    "quoted": 40,
    "markdown": 60,
    "fonts": 40,
    "palettes": 40,
    "pictures": 20,
}


@pytest.mark.parametrize("name", PROPERTIES)
def test_a_property_holds_of_a_few_examples(name, tmp_path):
    """No traceback, no silence, no word lost."""
    one, project = PROPERTIES[name], project_with_pictures(tmp_path)

    @given(one.drawn)
    @settings(max_examples=EXAMPLES[name], deadline=None, suppress_health_check=list(HealthCheck))
    def holds(example):
        one.check(example, project)

    holds()


def test_any_slide_may_hold_every_block():
    """A kind that is added is drawn, too."""
    assert set(BLOCKS) <= set(SlideWriter(lambda _: 1, []).kinds())
