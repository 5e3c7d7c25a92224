"""The renderer that docs/renderers.md writes from scratch does what the page says."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

from deckmaker.diagnostics import Diagnostics
from deckmaker.pipeline import read_document
from tests.projects import ROOT


def test_the_documented_renderer_works() -> None:
    """Taken from the page as it stands, and run on the showcase."""
    page = (ROOT / "docs" / "renderers.md").read_text(encoding="utf-8")
    code = next(block for block in re.findall(r"```python\n(.*?)```", page, re.DOTALL) if "class " in block)
    names: dict[str, Any] = {}
    exec(code, names)  # our own page
    renderer = next(value for name, value in names.items() if name.endswith("Renderer") and isinstance(value, type))()
    document = read_document(ROOT / "decks" / "showcase.yaml", Diagnostics())
    stream = BytesIO()
    renderer.render(document, stream, Diagnostics())
    written = stream.getvalue().decode()
    assert renderer.extension and renderer.description
    assert document is not None
    assert all(one.title in written for one in document.pages)
