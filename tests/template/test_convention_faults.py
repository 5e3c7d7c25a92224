"""What is told of a template whose parts or relationships are called as the conventions of packages forbid."""

from __future__ import annotations

import pytest

from deckmaker.template.convention_faults import convention_faults
from deckmaker.template.reading import read_template
from tests.template.templates import CONTENT, MASTER, packed, parts

PRESENTATION = "ppt/presentation.xml"


@pytest.mark.parametrize("file", ["Übersicht.xml", "slide Layout2.xml"])
def test_names_that_no_part_may_have_are_told(file: str) -> None:
    """They are of few letters: others cannot be opened by all programs."""
    content = parts()
    relations = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
    content[relations] = content[relations].replace(b"slideLayout2.xml", file.encode())
    named = CONTENT.replace("slideLayout2.xml", file)
    content[named] = content[CONTENT]
    content[f"ppt/slideLayouts/_rels/{file}.rels"] = content["ppt/slideLayouts/_rels/slideLayout2.xml.rels"]
    faults = list(convention_faults(read_template(packed(content)).package))
    assert faults == [(named, "no part may be called so")]


@pytest.mark.parametrize("id", ["a b", "1a"])
def test_ids_that_no_relationship_may_have_are_told(id: str) -> None:
    """They are names, as ids of XML are."""
    content = parts()
    for part, relations in (
        (PRESENTATION, "ppt/_rels/presentation.xml.rels"),
        (MASTER, "ppt/slideMasters/_rels/slideMaster1.xml.rels"),
    ):
        assert b'Id="rId1"' in content[relations] and b'r:id="rId1"' in content[part]
        content[relations] = content[relations].replace(b'Id="rId1"', f'Id="{id}"'.encode())
        content[part] = content[part].replace(b'r:id="rId1"', f'r:id="{id}"'.encode())
    faults = list(convention_faults(read_template(packed(content)).package))
    assert faults == [(part, f"it has a relationship `{id}`, which is no id") for part in (PRESENTATION, MASTER)]


def test_nothing_is_told_of_a_sound_template() -> None:
    """As PowerPoint saved it."""
    assert list(convention_faults(read_template(packed(parts())).package)) == []
