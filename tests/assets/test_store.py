"""Pictures between the look at them and the files: what changes or goes is told, and little is kept in memory."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import pytest
from click.testing import Result

from deckmaker.assets import Found, PictureLost, Rights, content, look_at, prepare, rights_in, store, with_rights
from deckmaker.assets.files import Stamp
from deckmaker.budget.pictures import CONVERTED_BYTES
from tests.assets.reading_back import corners, found
from tests.assets.samples import PLAN, exif, picture, saved, segment, stored, with_segments
from tests.assets.test_rights import XMP, packet
from tests.projects import DECK, Project, run

PHOTO = saved(picture(), "JPEG")


def replaced(path: Path) -> None:
    path.write_bytes(saved(picture(size=(80, 60)), "PNG"))


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def piped(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


CHANGES = {
    replaced: "changed while the deck was built",
    emptied: "changed while the deck was built",
    Path.unlink: "cannot be read: no such file or directory",
    piped: "is not a file",
}


@pytest.mark.parametrize(("change", "said"), CHANGES.items(), ids=["replaced", "emptied", "removed", "piped"])
def test_what_changes_between_reading_and_rendering_is_told(
    change: Callable[[Path], None], said: str, tmp_path: Path
) -> None:
    """Nothing half-old is shown."""
    file = found(tmp_path, PHOTO)
    change(file.path)
    with pytest.raises(PictureLost, match=f"`a picture` {said}"):
        content(file)


def test_rights_are_read_without_pixels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the header, once; a file that has changed or gone since says nothing else."""
    monkeypatch.setattr(store, "rendition", None)
    file = found(tmp_path, with_segments(PHOTO, segment(0xE1, XMP + packet("", 'photoshop:Credit="Press"'))))
    assert rights_in(file) == Rights(credit_line="Press")
    file.path.unlink()
    assert rights_in(file) == Rights(credit_line="Press")


def test_a_picture_without_metadata_has_no_rights(tmp_path: Path) -> None:
    """Nothing is said, and nothing made up."""
    assert rights_in(found(tmp_path, PHOTO)) == Rights()


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_a_picture_of_two_owners_is_two_pictures_of_the_same_pixels(
    format: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each with its own packet; what is costly is done once."""
    monkeypatch.setattr(store, "_kept", store._Kept())
    plain = found(tmp_path, saved(picture(), format))
    lind, berg = (with_rights(plain, Rights(creator=(name,))) for name in ("A. Lind", "B. Berg"))
    assert len({plain, lind, berg, with_rights(plain, Rights(creator=("A. Lind",)))}) == 3
    made = {}
    for one in (plain, lind, berg):
        made[one] = content(one)
        assert (b"A. Lind" in made[one], b"B. Berg" in made[one]) == (one is lind, one is berg)
        assert content(one) == made[one] and corners(made[one]) == corners(made[plain])
    assert len(store._kept._held) == (format == "WEBP")


def built(project: Project, monkeypatch: pytest.MonkeyPatch, step: str) -> Result:
    """Build a deck whose picture goes before a step of the pipeline."""
    import deckmaker.pipeline as pipeline

    original = getattr(pipeline, step)

    def after_the_loss(*arguments: object, **more: object) -> object:
        (project.folder / "a.jpg").unlink()
        return original(*arguments, **more)

    monkeypatch.setattr(pipeline, step, after_the_loss)
    monkeypatch.chdir(project.folder)
    return run("build", "decks/deck.yaml")


def test_a_picture_that_goes_before_it_is_rendered_is_a_message_at_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In every format; none is written."""
    project = Project(tmp_path)
    (tmp_path / "a.jpg").write_bytes(PHOTO)
    project.write(DECK + "    image: {file: ../a.jpg, alt: A, credit: B}\n")
    result = built(project, monkeypatch, "build")
    assert (result.exit_code, result.stdout) == (1, "")
    assert (
        result.stderr
        == """\
error[unusable-picture]: `a.jpg` cannot be read: no such file or directory
 --> decks/deck.yaml:4:12
  |
4 |     image: {file: ../a.jpg, alt: A, credit: B}
  |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

1 error
"""
    )
    assert not list((tmp_path / "build").glob("deck.*"))


def test_a_picture_whose_pixels_are_broken_is_a_message_at_its_place(tmp_path: Path) -> None:
    """A PNG whose sums are right and whose pixels are not is found out by the look at it."""
    from tests.assets.samples import chunk

    plain = saved(picture(), "PNG")
    broken = plain[:33] + chunk(b"IDAT", b"no pixels at all") + plain[-12:]
    (tmp_path / "a.png").write_bytes(broken)
    slide = "    layout: picture-full\n    text: Noise\n    image: {file: ../a.png, alt: A, credit: B}\n"
    said = Project(tmp_path).said(DECK + slide)
    assert said.startswith("error[unusable-picture]: `../a.png` is damaged: its pixels cannot be unpacked")
    assert "--> decks/deck.yaml:6:19" in said


def test_only_what_was_costly_is_kept_and_not_much_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An upright photo is read from its file each time; turned ones are kept until there are too many."""
    kept = store._Kept()
    monkeypatch.setattr(store, "_kept", kept)
    content(found(tmp_path, PHOTO, "upright"))
    assert not kept._held
    turned = saved(stored(6), "JPEG", exif=exif(6))
    files = [found(tmp_path, turned + bytes(number), f"{number}") for number in range(4)]
    size = len(content(files[0]))
    monkeypatch.setattr(store, "CONVERTED_BYTES", replace(CONVERTED_BYTES, most=size * 2))
    for one in files:
        content(one)
    assert [key[0].path.name for key in kept._held] == ["2", "3"] and kept._bytes == size * 2


def test_what_every_output_decodes_is_decoded_once_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As long as there is room; what passes through is not read, and what has gone since is the outputs' to tell."""
    kept = store._Kept()
    monkeypatch.setattr(store, "_kept", kept)
    turned = saved(stored(6), "JPEG", exif=exif(6))
    names = ["turned", "upright", "inks", "gone", "more", "too many"]
    files = [
        found(tmp_path, data, name)
        for name, data in zip(names, [turned, PHOTO, saved(picture("CMYK"), "JPEG"), *[turned] * 3], strict=True)
    ]
    files[3].path.unlink()
    assert not kept._held
    prepare(files[:4])
    assert [key[0].path.name for key in kept._held] == ["turned", "inks"]
    monkeypatch.setattr(store, "CONVERTED_BYTES", replace(CONVERTED_BYTES, most=kept._bytes))
    prepare(files[4:])
    assert [key[0].path.name for key in kept._held] == ["inks", "more"]


@pytest.mark.slow
def test_a_drawing_is_drawn_once_for_all_formats(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Print and screens show the same; only of four inks is there another rendition for each."""
    monkeypatch.setattr(store, "_kept", store._Kept())
    drawing = found(tmp_path, PLAN.encode())
    pixels = content(drawing)
    path = drawing.path.rename(tmp_path / "elsewhere")
    assert content(drawing, inks=True) == content(drawing) == pixels
    path.rename(drawing.path)
    trimmed_ends = found(tmp_path, saved(stored(6, "CMYK"), "JPEG", exif=exif(6)))
    for _ in range(2):
        assert content(trimmed_ends, inks=True) != content(trimmed_ends)


def test_a_file_that_was_mended_is_looked_at_anew(tmp_path: Path) -> None:
    """A live preview must not remember what was wrong."""
    path = tmp_path / "a.jpg"
    path.write_bytes(b"")
    first = look_at(path)
    path.write_bytes(PHOTO)
    assert first != look_at(path)


def test_what_is_written_behind_a_file_meanwhile_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody may write on without end."""
    opened, lengths, facts_of = store.opened, list[int](), store.facts_of

    @contextmanager
    def growing(path: Path) -> Iterator[tuple[BinaryIO, Stamp]]:
        with opened(path) as (stream, now):
            with path.open("ab") as end:
                end.write(b"more")
            yield stream, now

    monkeypatch.setattr(store, "opened", growing)
    monkeypatch.setattr(store, "facts_of", lambda data, *kept: lengths.append(len(data)) or facts_of(data, *kept))
    (tmp_path / "a.jpg").write_bytes(PHOTO)
    seen = look_at(tmp_path / "a.jpg")
    assert isinstance(seen, Found) and seen.picture.stamp[0] == lengths[0] == len(PHOTO)
    with pytest.raises(PictureLost, match=r"`a\.jpg` changed while the deck was built"):
        content(seen.picture)
