"""Three judges of a presentation: ours, openxml-audit and the validator of the Open XML SDK. One finds each mistake."""

from __future__ import annotations

from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from tests.open_xml_sdk import complaints
from tests.render.pptx.decks import parts_to_spoil
from tests.render.pptx.planted_faults import FAULTS, SOUND
from tests.render.pptx.spoiling import both, packed

FEWEST = 26

OF_SCHEMAS = {name: one.plant for name, one in FAULTS.items() if not one.said}
"""Mistakes that schemas forbid: our inspection leaves them to validators. It finds all others, as its tests show."""


def test_faults_of_every_kind_are_planted() -> None:
    """Most of them are such as no schema forbids."""
    assert len(FAULTS) >= FEWEST
    assert 5 <= len(OF_SCHEMAS) < len(FAULTS) / 2


@pytest.mark.slow
@pytest.mark.alike(every=2)
@pytest.mark.parametrize("name", [*reversed(OF_SCHEMAS)])  # so that each fault is judged by one of the two
def test_openxml_audit_finds_what_schemas_forbid(name: str, tmp_path: Path) -> None:
    """Strictly read, each is an error to it."""
    path = tmp_path / "planted.pptx"
    path.write_bytes(packed(OF_SCHEMAS[name](parts_to_spoil())))
    assert OpenXmlValidator(strict=True).validate(path).errors


@pytest.mark.outside
@pytest.mark.alike(every=2)
@pytest.mark.parametrize("name", OF_SCHEMAS)
def test_the_open_xml_sdk_finds_what_schemas_forbid(name: str, tmp_path: Path) -> None:
    """By the schemas that PowerPoint has."""
    path = tmp_path / "planted.pptx"
    path.write_bytes(packed(OF_SCHEMAS[name](parts_to_spoil())))
    assert complaints(path)


@pytest.mark.outside
def test_no_judge_complains_of_what_is_sound(tmp_path: Path) -> None:
    """So that the mistakes are what is found, and not that a package was changed: here in each way at once."""
    path = tmp_path / "sound.pptx"
    path.write_bytes(packed(both(*SOUND.values())(parts_to_spoil())))
    assert not OpenXmlValidator(strict=True).validate(path).errors
    assert complaints(path) == []
