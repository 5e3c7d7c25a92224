"""Texts of signs that show nothing: they are empty, wherever a text has to be read."""

from __future__ import annotations

import pytest

from tests.projects import DECK, Project

SIGNS = (
    "200B",
    "00AD",
    "2060",
    "FEFF",
    "3164",
    "2800",
    "180E",
    "115F",
    "FFA0",
    "200D",
    "FE0F",
    "200E",
    "202E",
    "2067",
    "E0041",
)
"""Spaces without width, soft hyphens, joiners, fillers, the pattern of Braille without a dot, directions, tags."""

PLACES = {
    "credit": "    text: A\n    credit: {}\n",
    "creator": "    text: A\n    credit: {{creator: {}, license: CC-BY-4.0}}\n",
    "title": "    title: {}\n    text: A\n",
    "text": "    text: {}\n",
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("sign", SIGNS)
def test_it_is_empty(sign, place, tmp_path):
    """A credit of these would be a label alone, and nobody would be named."""
    title = "" if place == "title" else "title: B\n    "
    text = PLACES[place].format(f'"\\U{sign:0>8} \\U{sign:0>8}"').strip()
    said = Project(tmp_path).said(f"{DECK}  - {title}{text}\n")
    assert f"error[wrong-value]: `{place}` is empty" in said


def test_a_cell_may_be(tmp_path):
    """As it may have no text at all; and beside letters, such signs stay."""
    table = 'table: {rows: [["\\u200b", b], [c, "\\u200b"]]}'
    assert Project(tmp_path).said(f"{DECK}  - title: B\n    {table}\n    credit: A.\\u200BLind\n") == ""
