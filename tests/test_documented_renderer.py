"""The renderer that docs/renderers.md writes from scratch does what the page says."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import Any, get_args

from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import Role
from deckmaker.layout.item import Item
from deckmaker.layout.roles import FURNITURE
from tests.projects import ROOT
from tests.render.arrangements import arranged, written
from tests.render.laid_out_decks import document as laid_out

PAGE = (ROOT / "docs" / "renderers.md").read_text(encoding="utf-8")


def documented_renderer() -> Any:
    """Return the renderer of the page, taken as it stands."""
    code = next(block for block in re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL) if "class " in block)
    names: dict[str, Any] = {}
    exec(code, names)  # our own page
    return next(value for name, value in names.items() if name.endswith("Renderer") and isinstance(value, type))()


def rows(heading: str) -> list[list[str]]:
    """Return the cells of the table below a heading of the page, without its header."""
    part = PAGE.split(f"### {heading}\n")[1].split("\n#")[0]
    lines = [line for line in part.splitlines() if line.startswith("|")][2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_the_documented_renderer_works() -> None:
    """Run on the showcase."""
    renderer = documented_renderer()
    document = laid_out("showcase")
    stream = BytesIO()
    renderer.render(document, stream, Diagnostics())
    written = stream.getvalue().decode()
    assert renderer.extension and renderer.description
    assert all(one.title in written for one in document.pages)


def test_the_documented_renderer_shows_every_block(tmp_path: Path) -> None:
    """In whatever arrangement, each word once; of pictures it says that they are lost, each at its place."""
    stream, diagnostics = BytesIO(), Diagnostics()
    document = arranged(tmp_path)
    documented_renderer().render(document, stream, diagnostics)
    pictures = [leaf.item.alt for page in document.pages for leaf in page.leaves if hasattr(leaf.item, "alt")]
    assert all(f"“{alt}”" in one.message and one.span for alt, one in zip(pictures, diagnostics, strict=True))
    told = re.findall(r"\w+", stream.getvalue().decode()) + pictures
    assert {told.count(word) for words in written().words for word in words} == {1}


def test_the_page_names_every_item() -> None:
    """And no other."""
    assert {row[0].strip("`") for row in rows("Items")} == {one.__name__ for one in get_args(Item)}


def test_the_page_names_every_role() -> None:
    """Once, those of the furniture in the last two rows."""
    named = [re.findall(r"`([\w-]+)`", row[0]) for row in rows("Roles")]
    assert sorted(name for row in named for name in row) == sorted(one.value for one in Role)
    assert {name for row in named[-2:] for name in row} == {one.value for one in FURNITURE}
