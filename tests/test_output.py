"""The output folder: whole files or none, and never over somebody's edits."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from deckmaker.diagnostics import Diagnostics
from deckmaker.output import RECORD, OutputFolder
from tests.projects import DECK, ROOT, Project, run


def names(folder: Path) -> list[str]:
    """Return every file in a folder, hidden ones too."""
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project in the working folder, with one deck."""
    monkeypatch.chdir(tmp_path)
    project = Project(tmp_path)
    project.write(DECK)
    return project


def test_a_file_and_its_record_are_written(tmp_path):
    """Missing folders are made; the record holds the file's SHA-256."""
    diagnostics = Diagnostics()
    path = OutputFolder(tmp_path / "a" / "b").write("deck.md", b"words", diagnostics)
    assert path == tmp_path / "a" / "b" / "deck.md" and path.read_bytes() == b"words"
    assert json.loads((path.parent / RECORD).read_text()) == {"deck.md": sha256(b"words").hexdigest()}
    assert names(path.parent) == [RECORD, "deck.md"] and not len(diagnostics)


def test_a_file_takes_the_rights_that_the_user_gives_to_new_files(tmp_path):
    """A temporary file is private; a finished one is not."""
    before = os.umask(0o027)
    try:
        path = OutputFolder(tmp_path).write("deck.md", b"", Diagnostics())
    finally:
        os.umask(before)
    assert path.stat().st_mode & 0o777 == 0o640


def test_building_again_replaces_what_deckmaker_wrote(project):
    """Also after the deck has changed."""
    assert run("build", "-f", "md").exit_code == 0
    project.write(DECK.replace("Night noise", "Day noise"))
    assert run("build", "-f", "md").exit_code == 0
    assert (project.folder / "build/deck.md").read_text() == "# Day noise\n"


EDITED = """\
error[edited-output]: `build/deck.md` is not as deckmaker wrote it, and is left alone
 = help: keep it under another name, or build with `--force`

1 error
"""


def test_an_edited_file_is_left_alone_until_forced(project):
    """The whole message; `--force` overwrites it, and it is deckmaker's again."""
    run("build", "-f", "md")
    target = project.folder / "build/deck.md"
    target.write_text("# My own words\n")
    result = run("build", "-f", "md")
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", EDITED)
    assert target.read_text() == "# My own words\n"
    assert run("build", "-f", "md", "--force").exit_code == 0
    assert target.read_text() == "# Night noise\n"
    assert run("build", "-f", "md").exit_code == 0


@pytest.mark.parametrize("record", [None, "", "[]", "{", '{"deck.md": 1}', "\x00"])
def test_a_file_that_deckmaker_does_not_know_is_left_alone(record, project):
    """It may be somebody's; a record that is missing or broken proves nothing."""
    (project.folder / "build").mkdir()
    (project.folder / "build/deck.md").write_text("# My own words\n")
    if record is not None:
        (project.folder / "build" / RECORD).write_text(record)
    assert run("build", "-f", "md").stderr == EDITED
    assert (project.folder / "build/deck.md").read_text() == "# My own words\n"


def test_one_edited_file_does_not_hold_up_the_others(project):
    """Each format is written for itself."""
    run("build", "-f", "md", "-f", "pdf")
    (project.folder / "build/deck.md").write_text("# My own words\n")
    result = run("build", "-f", "md", "-f", "pdf")
    assert (result.exit_code, result.stdout) == (1, "build/deck.pdf\n")


FULL_DISK = """
import resource, sys
from pathlib import Path
from deckmaker.diagnostics import Diagnostics
from deckmaker.output import OutputFolder
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, resource.RLIM_INFINITY))
diagnostics = Diagnostics()
written = OutputFolder(Path(sys.argv[1])).write("deck.md", b"x" * 5000, diagnostics)
print(written, *(one.message for one in diagnostics), sep="\\n")
"""


def test_a_failure_while_writing_leaves_the_old_file_and_no_litter(tmp_path):
    """The system stops the write after 1,000 of 5,000 bytes, as a full disk would."""
    OutputFolder(tmp_path).write("deck.md", b"old", Diagnostics())
    command = [sys.executable, "-c", FULL_DISK, str(tmp_path)]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    assert said == ["None", f"`{tmp_path}/deck.md` cannot be written: file too large"]
    assert (tmp_path / "deck.md").read_bytes() == b"old"
    assert names(tmp_path) == [RECORD, "deck.md"]


def test_a_file_in_place_of_the_folder_is_said_plainly(project):
    """The default folder's name may be taken by a file."""
    (project.folder / "build").write_text("a file")
    result = run("build", "-f", "md")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "error[cannot-write]: `build/deck.md` cannot be written: file exists\n\n1 error\n"


def test_a_folder_in_place_of_the_file_is_said_plainly(project):
    """Nothing in it is touched."""
    (project.folder / "build/deck.md").mkdir(parents=True)
    assert run("build", "-f", "md", "--force").stderr == (
        "error[cannot-write]: `build/deck.md` cannot be written: is a directory\n\n1 error\n"
    )
    assert names(project.folder / "build") == ["deck.md"]


def test_a_folder_without_rights_is_said_plainly(project):
    """The message is the system's own reason, not a traceback."""
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere")
    (project.folder / "build").mkdir(mode=0o555)
    assert run("build", "-f", "md").stderr == (
        "error[cannot-write]: `build/deck.md` cannot be written: permission denied\n\n1 error\n"
    )
