"""All slides of all decks as after Reset Slide: whatever moves, no words lie over others."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from pptx import Presentation

from tests.agreement.libreoffice import convert_to_pdf
from tests.projects import DECKS
from tests.render.pptx.decks import document, find, rendered
from tests.samples import mostly_long

pytestmark = [pytest.mark.slow, pytest.mark.outside]

NAMES = [path.stem for path in DECKS]
USUAL = ("showcase", "heating-grant")
BY = 1.5
"""Points by which boxes of words must overlap, across and down, to be one over the other: they are higher than ink."""

SHARE = 0.3
"""The share of a line's height that its box may reach into that of another line: so close do lines stand."""


def reset(content: bytes, over: bool = False) -> bytes:
    """Return a presentation whose placeholders are where their layouts have them, with the markers that these have.

    With `over`, the places of titles are moved down onto those of texts. Tables and charts cannot do without frames.
    """
    presentation = Presentation(BytesIO(content))
    for slide in presentation.slides:
        for placeholder in find(slide._element, "//*[p:nvSpPr or p:nvPicPr][.//p:ph]"):
            for direct in find(placeholder, "p:spPr/a:xfrm | .//a:pPr/*[starts-with(local-name(), 'bu')]"):
                direct.getparent().remove(direct)
            for properties in find(placeholder, ".//a:pPr"):
                for name in ("marL", "indent"):
                    properties.attrib.pop(name, None)
    if over:
        for layout in presentation.slide_layouts:
            for offset in find(layout._element, "//p:sp[.//p:ph[@type='title']]/p:spPr/a:xfrm/a:off"):
                offset.set("y", str(int(offset.get("y")) + 60 * 12_700))
    stream = BytesIO()
    presentation.save(stream)
    return stream.getvalue()


def collisions(path: Path) -> Iterator[tuple[int, str, str]]:
    """Yield the pairs of words of a PDF that lie over one another, with their pages."""
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            words: list[Mapping[str, Any]] = page.extract_words(use_text_flow=True)
            for number, one in enumerate(words):
                for other in words[number + 1 :]:
                    if lies_over(one, other):
                        yield page.page_number, one["text"], other["text"]


def lies_over(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Tell whether a word's box reaches into another's by more than lines do that are close."""
    across = min(one["x1"], other["x1"]) - max(one["x0"], other["x0"])
    down = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
    lower = min(one["bottom"] - one["top"], other["bottom"] - other["top"])
    return bool(across > BY and down > max(BY, SHARE * lower))


Drawn = Callable[[str], Path]
"""Returns a deck as it is, as after a reset (`showcase reset`), or the one with titles over its texts (`over`)."""


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Drawn:
    """The usual decks are drawn in one start of LibreOffice, each of the others in one of its own."""
    made = cache(lambda decks: by_libreoffice(decks, tmp_path_factory.mktemp("reset-decks")))
    usual = {"over", *(f"{deck}{how}" for deck in USUAL for how in ("", " reset"))}
    return lambda name: made(USUAL if name in usual else (name.removesuffix(" reset"),))[name]


def by_libreoffice(decks: tuple[str, ...], folder: Path) -> Mapping[str, Path]:
    """Return PDFs of decks as they are, as after a reset, and of one of them with titles over its texts."""
    files = {}
    for deck in decks:
        content = rendered(document(deck))
        files[deck], files[f"{deck} reset"] = content, reset(content)
    if "showcase" in decks:
        files["over"] = reset(rendered(document("showcase")), over=True)
    paths = {name: folder / f"{name.replace(' ', '-')}.pptx" for name in files}
    for name, path in paths.items():
        path.write_bytes(files[name])
    convert_to_pdf([*paths.values()], folder)
    return {name: path.with_suffix(".pdf") for name, path in paths.items()}


@pytest.mark.parametrize("deck", mostly_long(NAMES, is_usual=lambda deck: deck in USUAL))
def test_no_words_collide_after_a_reset(deck: str, drawn: Drawn) -> None:
    """A footer that has made room for credits stays where it is, and so does all that is small."""
    known = {*collisions(drawn(deck))}
    assert [one for one in collisions(drawn(f"{deck} reset")) if one not in known] == []


def test_words_that_collide_are_found(drawn: Drawn) -> None:
    """Where they do."""
    assert [*collisions(drawn("over"))]
