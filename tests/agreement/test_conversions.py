"""What LibreOffice converts is kept by what it was made of; a stand-in for LibreOffice counts what it is given."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from tests.agreement import libreoffice
from tests.agreement.libreoffice import conversions_kept_in, convert_to_pdf, converted

Given = list[list[str]]


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Given]:
    """The names of the files of each start. What is converted is `PDF of`, and what it was; it never converts `bad`."""
    starts: Given = []

    def start(profile: Path, fontconfig: Path, files: list[Path], folder: Path, extension: str) -> CompletedProcess:
        starts.append([file.name for file in files])
        for file in files:
            if (content := file.read_text()) != "bad":
                (folder / f"{file.stem}.{extension}").write_text(f"{extension} of {content}")
        return CompletedProcess([], 0, "", "Error: source file could not be loaded")

    (empty := tmp_path / "profile").mkdir()
    monkeypatch.setattr(libreoffice, "_start", start)
    monkeypatch.setattr(libreoffice, "_new_profile", lambda: empty)
    with conversions_kept_in(tmp_path / "kept"):
        yield starts


def file(path: Path, content: str) -> Path:
    """Write a file to convert."""
    path.parent.mkdir(exist_ok=True)
    path.write_text(content)
    return path


def test_a_file_is_converted_once_whatever_its_name(tmp_path: Path, given: Given) -> None:
    """One start for what is new, and none where all is known; each is written where it is asked for."""
    first, second, third = (file(tmp_path / name, name[0]) for name in ("a.pptx", "b.pptx", "c.pptx"))
    convert_to_pdf([first, second], tmp_path / "one")
    again = file(tmp_path / "again" / "a2.pptx", "a")
    found = convert_to_pdf([third, again], tmp_path / "two")
    assert found == [tmp_path / "two" / "c.pdf", tmp_path / "two" / "a2.pdf"]
    assert [one.read_text() for one in found] == ["pdf of c", "pdf of a"]
    (known,) = convert_to_pdf([second], tmp_path / "three")
    assert known.read_text() == "pdf of b"
    assert given == [["a.pptx", "b.pptx"], ["c.pptx"]]


def test_what_else_it_follows_from_makes_it_another(tmp_path: Path, given: Given) -> None:
    """The formats, from which and to which, and the fonts that are there."""
    (fonts := tmp_path / "fonts").mkdir()
    one, other = file(tmp_path / "a.pptx", "a"), file(tmp_path / "a.otp", "a")
    for of, extension, more in ((one, "pdf", []), (one, "pptx", []), (other, "pdf", []), (one, "pdf", [fonts])):
        (written,) = converted([of], tmp_path / "made", extension, more)
        assert written.read_text() == f"{extension} of a"
        (fonts / "font.ttf").touch()
    assert len(given) == 4


def test_what_is_not_converted_is_not_kept(tmp_path: Path, given: Given) -> None:
    """The others of its start are not, either: the test that asked for them ends there."""
    bad = file(tmp_path / "a.pptx", "bad")
    for _ in range(2):
        with pytest.raises(RuntimeError, match=r"did not convert a\.pptx: Error: source file"):
            convert_to_pdf([bad], tmp_path / "made")
    assert given == [["a.pptx"], ["a.pptx"]]


def test_a_run_of_the_whole_keeps_them(tmp_path_factory: pytest.TempPathFactory) -> None:
    """In a folder of the run, which its processes share."""
    kept, own = libreoffice._kept.get(), tmp_path_factory.getbasetemp()
    assert kept in (own / "conversions", own.parent / "conversions")
