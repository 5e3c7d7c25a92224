"""Texts of which nothing is left when what no output can show is taken out: told, and nothing else goes wrong."""

from __future__ import annotations

import pytest

from tests.projects import DECK, Project

NOTHING = '"\\e\\e"'
BLOCKS = (
    f"text: {NOTHING}",
    'text: "\\e\\n\\n\\e"',
    'text: "> \\e"',
    'text: "## \\e"',
    'text: "- \\e"',
    f"heading: {NOTHING}",
    f"bullets: [{NOTHING}]",
    f"quote: {NOTHING}",
    f"quote: {{text: {NOTHING}, by: {NOTHING}}}",
    f"callout: {NOTHING}",
    f"metrics: [{{value: {NOTHING}, label: {NOTHING}}}]",
    f"timeline: [{{when: {NOTHING}, title: {NOTHING}}}, {{when: 2020, title: A}}]",
    f"process: [{NOTHING}, A]",
    f"compare: {{options: [{NOTHING}, A], criteria: [{{name: {NOTHING}, values: [{NOTHING}, a]}}]}}",
    f"table: {{rows: [[{NOTHING}, a], [b, c]], caption: {NOTHING}}}",
    f"columns: [{{heading: {NOTHING}, text: {NOTHING}}}, {{text: a}}]",
)


@pytest.mark.sampled(every=3)
@pytest.mark.parametrize("block", BLOCKS)
def test_what_cannot_be_shown_is_told_and_nothing_else(tmp_path, block):
    """Alone on a slide, and beside others."""
    for more in ("", "    numbered: [a]\n"):
        slide = f"{DECK}  - title: A\n    {block}\n{more}"
        _, diagnostics = Project(tmp_path).read(slide)
        assert {one.code for one in diagnostics} == {"unusable-character"}
