"""The file against the schemas and rules of Office Open XML."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest
from openxml_audit import OpenXmlValidator

from tests import open_xml_audit
from tests.open_xml_sdk import complaints
from tests.projects import DECK, Project, run
from tests.render.pptx.decks import every_deck, file, parts_to_spoil


@pytest.mark.sampled(every=2)
@every_deck
def test_no_complaint(deck: str, tmp_path: Path) -> None:
    """Strict validation has no error and no warning."""
    path = tmp_path / f"{deck}.pptx"
    path.write_bytes(file(deck))
    assert open_xml_audit.complaints(path) == []


@pytest.mark.parametrize("most", ["lists: {indent: 10}", "pictures: {border: ink, border_width: 400}"])
def test_no_complaint_of_a_theme_that_asks_for_the_most(most: str, tmp_path: Path) -> None:
    """Indents of levels that no slide has are within what the format can hold, too."""
    project = Project(tmp_path)
    (tmp_path / "wide.yaml").write_text(f"extends: briefing\n{most}\n", encoding="utf-8")
    deck = project.write("theme: ../wide.yaml\n" + DECK)
    assert run("build", deck, "--format", "pptx", "-o", tmp_path / "out").exit_code == 0
    (file,) = (tmp_path / "out").glob("*.pptx")
    assert open_xml_audit.complaints(file) == []


@pytest.mark.outside
@every_deck
def test_no_complaint_of_the_open_xml_sdk(deck: str, tmp_path: Path) -> None:
    """The SDK has no error either; openxml-audit is another program, written from the same schemas."""
    path = tmp_path / f"{deck}.pptx"
    path.write_bytes(file(deck))
    assert complaints(path) == []


@pytest.mark.slow
def test_the_validator_would_complain(tmp_path: Path) -> None:
    """A misplaced element and a wrong value are errors to it, so its silence means something."""
    assert OpenXmlValidator(strict=True).validate(spoiled(tmp_path)).error_count >= 2


@pytest.mark.outside
def test_the_open_xml_sdk_would_complain(tmp_path: Path) -> None:
    """Of the same, by part and place."""
    found = complaints(spoiled(tmp_path))
    assert any("/ppt/slides/slide3.xml" in one and "'words'" in one for one in found)
    assert any("invalid child element" in one for one in found)


def spoiled(folder: Path) -> Path:
    """Return a presentation with a misplaced element and a wrong value on its third slide."""
    path = folder / "wrong.pptx"
    with ZipFile(path, "w") as archive:
        for name, content in parts_to_spoil().items():
            wrong = content.replace(b'type="title"', b'type="words"').replace(b"<a:bodyPr/>", b"<a:t/><a:bodyPr/>")
            archive.writestr(name, wrong if name == "ppt/slides/slide3.xml" else content)
    return path
