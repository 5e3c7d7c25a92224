"""Names of picture files: whatever a system allows works, in every output; what it does not is said."""

from __future__ import annotations

import json
from io import BytesIO
from unicodedata import normalize

import pytest

from deckmaker.diagnostics import Diagnostics
from deckmaker.diagnostics.shortening import shortened
from deckmaker.render.registry import load_renderer
from tests.projects import DECK
from tests.resolve.test_pictures import complaint, project
from tests.samples import mostly_slow

__all__ = ["project"]  # the fixture


@pytest.mark.parametrize(("on_disk", "written"), [("NFD", "NFC"), ("NFC", "NFD"), ("NFC", "NFC")])
def test_a_name_is_found_in_either_unicode_form(on_disk, written, project):
    """An umlaut is one character or two; macOS and its archives write two, keyboards one."""
    path = project.picture(normalize(on_disk, "Häfen/Übersicht.png"))
    file = normalize(written, "../Häfen/Übersicht.png")
    document = project.document(DECK + f"    image: {{file: {file}, alt: A, credit: B}}\n")
    assert document.pages[0].slot("picture").item.file.path == path.resolve()


def test_a_name_that_is_missing_in_either_unicode_form_is_said(project):
    """Nor does a folder that is not there break the search."""
    assert complaint(project, "../Häfen/Übersicht.png") == (
        "missing-file",
        "`../Häfen/Übersicht.png` is not a file",
        None,
    )


NAMES = [
    "a b",
    "a'b",
    'a"b',
    "a#b",
    "a%20b",
    "a&b",
    "a<b",
    "a\nb",
    "a,b",
    "{a}",
    "ä",
    "漢",
    "a`b",
    "n" * 255,
    "-",
    "a: b",
]


@pytest.mark.sampled(every=4)
@pytest.mark.parametrize("name", mostly_slow(NAMES, every=4), ids=range(len(NAMES)))
def test_a_file_may_have_any_name(name, project):
    """In every output, and up to the longest that a system has."""
    (project.folder / "pictures" / "berth.png").rename(project.folder / name)
    document = project.document(DECK + f"    image: {{file: {json.dumps(f'../{name}')}, alt: A, credit: B}}\n")
    for format in ("pdf", "pptx", "html", "md"):
        stream, diagnostics = BytesIO(), Diagnostics()
        load_renderer(format, diagnostics).render(document, stream, diagnostics)
        assert stream.getvalue() and not len(diagnostics)


@pytest.mark.parametrize("length", [256, 300, 5000])
def test_a_name_that_no_system_has_is_said(length, project):
    """The folder's limit is 255 bytes."""
    file = "n" * length
    assert complaint(project, file) == ("missing-file", shortened(f"`{file}` is not a file"), None)
