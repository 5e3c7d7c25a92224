"""The file against the schemas and rules of Office Open XML."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

from openxml_audit import OpenXmlValidator

from tests.render.pptx.decks import every_deck, file, parts


@every_deck
def test_no_complaint(deck: str, tmp_path: Path) -> None:
    """Strict validation has no error and no warning."""
    path = tmp_path / f"{deck}.pptx"
    path.write_bytes(file(deck))
    result = OpenXmlValidator(strict=True).validate(path)
    assert result.is_valid and not result.errors, [str(error) for error in result.errors]


def test_the_validator_would_complain(tmp_path: Path) -> None:
    """A misplaced element and a wrong value are errors to it, so its silence means something."""
    path = tmp_path / "wrong.pptx"
    with ZipFile(path, "w") as archive:
        for name, content in parts("showcase").items():
            wrong = content.replace(b'type="body"', b'type="words"').replace(b"<a:bodyPr/>", b"<a:t/><a:bodyPr/>")
            archive.writestr(name, wrong if name == "ppt/slides/slide3.xml" else content)
    assert OpenXmlValidator(strict=True).validate(path).error_count >= 2
