"""Pictures of every kind are in the page as the bytes of their files; the browser decodes them."""

from __future__ import annotations

from base64 import b64decode
from pathlib import Path

import lxml.html
import pytest

from tests.projects import Project
from tests.render.html.decks import rendered
from tests.render.pdf.pngs import PNGS, Png


@pytest.mark.sampled(every=4)
@pytest.mark.parametrize("png", PNGS.values(), ids=PNGS)
def test_a_picture_is_its_files_bytes(png: Png, tmp_path: Path) -> None:
    """Nothing is converted on the way."""
    (tmp_path / "a.png").write_bytes(png.file())
    laid_out = Project(tmp_path).document("title: T\nslides:\n  - title: A\n    image: ../a.png\n")
    kind, _, data = lxml.html.fromstring(rendered(laid_out)).xpath("string(//img/@src)").partition(",")
    assert (kind, b64decode(data)) == ("data:image/png;base64", png.file())
