"""What takes the place of a file between the look at its path and its opening: no link is followed any more."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import pytest

from deckmaker.diagnostics import Diagnostics
from deckmaker.pipeline import read_document
from deckmaker.project import listing, opening
from deckmaker.render.registry import load_renderer
from tests.projects import DECK, Project

PICTURE = f"{DECK}    image: {{file: ../pics/a.png, alt: A, credit: B}}\n"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with a picture, a table and a theme, each in a folder, and another of each outside."""
    (tmp_path / "project").mkdir()
    project = Project(tmp_path / "project")
    for place in ("pics/a.png", "../pics/a.png"):
        project.picture(place, (8, 6) if place[0] == "p" else (80, 60))
    for place, word in (("pics", "ours"), ("../pics", "secret")):
        (project.folder / place / "a.csv").write_text(f"a,b\n{word},1\n")
        (project.folder / place / "a.yaml").write_text(f"extends: briefing\nname: {word}\n{word}: 1\n")
    return project


def file_swapped(project: Project, name: str) -> None:
    """Put a link in the file's place."""
    (project.folder / "pics" / name).unlink()
    (project.folder / "pics" / name).symlink_to(f"../../pics/{name}")


def folder_swapped(project: Project, name: str) -> None:
    """Put a link in its folder's place."""
    (project.folder / "pics").rename(project.folder / "old")
    (project.folder / "pics").symlink_to("../pics")


@pytest.fixture(params=[file_swapped, folder_swapped])
def swap(request: pytest.FixtureRequest, project: Project, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Return what makes a file be swapped the moment before it is opened."""

    def swapped_on_opening(name: str) -> None:
        opened, done = opening._descriptor, []

        def swapped(path: Path) -> int:
            if path.name == name and not done:
                done.append(path)
                request.param(project, name)
            return opened(path)

        monkeypatch.setattr(opening, "_descriptor", swapped)

    return swapped_on_opening


def test_a_picture_that_is_swapped_is_not_embedded(swap, project):
    """It is refused, and not a byte of the other is read."""
    swap("a.png")
    document, diagnostics = project.read(PICTURE)
    assert document is None
    (one,) = diagnostics
    assert one.code == "unusable-picture"
    assert one.message in ("`../pics/a.png` is not a file", "`../pics/a.png` cannot be read: not a directory")


def test_a_table_that_is_swapped_is_not_shown(swap, project):
    """Nor quoted."""
    swap("a.csv")
    said = project.said(f"{DECK}    table: ../pics/a.csv\n")
    assert said.startswith("error[unusable-table]: `../pics/a.csv` ") and "secret" not in said


def test_a_theme_that_is_swapped_is_not_read(swap, project):
    """Nor quoted."""
    swap("a.yaml")
    said = project.said(f"{DECK}theme: ../pics/a.yaml\n")
    assert said.startswith("error[unreadable-file]: ") and "secret" not in said


def test_a_deck_that_is_swapped_is_not_read(swap, project):
    """Nor quoted: it was no link when it was judged."""
    deck = project.folder / "pics/a.yaml"
    swap("a.yaml")
    diagnostics = Diagnostics()
    assert read_document(deck, diagnostics) is None
    said = project.shown(diagnostics)
    assert said.startswith("error[unreadable-file]: ") and "secret" not in said


def swapped_by(moment: str, project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a link in a folder's place: after a look at it, once what is above it was listed, or just before it is."""
    looked, scan, done = listing.without_links, os.scandir, list[str]()

    def swap() -> None:
        if not done:
            done.append(moment)
            folder_swapped(project, "")

    def look(path: Path) -> Path:
        found = looked(path)
        if moment == "look" and path.name == "pics":
            swap()
        return found

    @contextmanager
    def listed(place: str | int | Path) -> Iterator[Iterator[os.DirEntry[str]]]:
        name = Path(os.readlink(f"/proc/self/fd/{place}") if isinstance(place, int) else place).name
        if moment == "before" and name == "pics":
            swap()
        with scan(place) as entries:
            found = list(entries)
        if moment == "above" and name == project.folder.name:
            swap()
        yield iter(found)

    monkeypatch.setattr(listing, "without_links", look)
    monkeypatch.setattr(os, "scandir", listed)


@pytest.mark.skipif(sys.platform != "linux", reason="the paths of open folders are Linux's")
@pytest.mark.parametrize("moment", ["look", "before"])
def test_no_name_beside_a_folder_that_is_swapped_is_offered(moment, project, monkeypatch):
    """Help named files outside of the project."""
    for place, name in (("pics", "figure-1.csv"), ("../pics", "figure-2.csv")):
        (project.folder / place / name).touch()
    swapped_by(moment, project, monkeypatch)
    said = project.said(f"{DECK}    table: ../pics/figure-3.csv\n")
    assert (project.folder / "pics").is_symlink()
    assert said.startswith("error[missing-file]: ") and "figure-2" not in said


@pytest.mark.skipif(sys.platform != "linux", reason="the paths of open folders are Linux's")
@pytest.mark.parametrize("moment", ["above", "before"])
def test_no_file_below_a_folder_that_is_swapped_is_found(moment, project, monkeypatch):
    """Nor did a file of that name help that lies there."""
    (project.folder / "../pics/far").mkdir()
    (project.folder / "../pics/far/figure.csv").touch()
    swapped_by(moment, project, monkeypatch)
    said = project.said(f"{DECK}    table: figure.csv\n")
    assert (project.folder / "pics").is_symlink()
    assert said.startswith("error[missing-file]: ") and "far" not in said


@pytest.mark.parametrize("format", ["html", "pptx", "pdf"])
@pytest.mark.parametrize("swapped", [file_swapped, folder_swapped])
def test_a_picture_that_is_swapped_after_the_check_reaches_no_output(swapped, format, project):
    """Renderers hold what was judged, or have nothing."""
    document = project.document(PICTURE)
    swapped(project, "a.png")
    renderer = load_renderer(format, Diagnostics())
    assert renderer
    with pytest.raises(Exception, match=r"`a\.png` (is not a file|cannot be read: not a directory)"):
        renderer.render(document, BytesIO(), Diagnostics())


def test_another_file_of_the_same_size_and_time_is_another(project):
    """Size and time can be set by anybody; the number of a file on its disk cannot."""
    document = project.document(PICTURE)
    path = project.folder / "pics/a.png"
    status, content = path.stat(), path.read_bytes()
    other = project.folder / "pics/b.png"
    other.write_bytes(content)
    os.utime(other, ns=(status.st_atime_ns, status.st_mtime_ns))
    other.replace(path)
    renderer = load_renderer("html", Diagnostics())
    assert renderer
    with pytest.raises(Exception, match=r"`a\.png` changed while the deck was built"):
        renderer.render(document, BytesIO(), Diagnostics())
