"""The output folder: whole files or none, and never over somebody's edits."""

from __future__ import annotations

import json
import os
from hashlib import sha256

import pytest

from deckmaker.diagnostics import Diagnostics
from deckmaker.output import RECORD
from tests.output.places import names, project
from tests.output.putting import put
from tests.projects import DECK, run

pytestmark = pytest.mark.slow

__all__ = ["project"]  # a fixture


def test_a_file_and_its_record_are_written(tmp_path):
    """Missing folders are made; the record holds the file's SHA-256."""
    diagnostics = Diagnostics()
    path = put(tmp_path / "a" / "b", "deck.md", b"words", diagnostics)
    assert path == tmp_path / "a" / "b" / "deck.md" and path.read_bytes() == b"words"
    assert json.loads((path.parent / RECORD).read_text()) == {"deck.md": sha256(b"words").hexdigest()}
    assert names(path.parent) == [RECORD, "deck.md"] and not len(diagnostics)


def test_a_file_takes_the_rights_that_the_user_gives_to_new_files(tmp_path):
    """A temporary file is private; a finished one is not."""
    before = os.umask(0o027)
    try:
        path = put(tmp_path, "deck.md", b"")
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


FORMATS = ("pptx", "pdf", "html", "md")


def edited_words(extension: str) -> str:
    """Return what is said of an edited file; of a presentation, which people edit, how that is taken over."""
    said = EDITED.replace("deck.md", f"deck.{extension}")
    command = "`deckmaker merge decks/deck.yaml build/deck.pptx`"
    way = f"{command} writes what was changed into the deck, and `diff` says it; or "
    return said.replace("help: ", f"help: {way}") if extension == "pptx" else said


@pytest.mark.parametrize("edited", FORMATS)
def test_one_edited_file_does_not_hold_up_the_others(edited, project):
    """Whatever the format: that file stays, the others are built, and the command says that not all went well."""
    others = [one for one in FORMATS if one != edited]
    everything = [argument for one in FORMATS for argument in ("-f", one)]
    assert run("build", *everything).exit_code == 0
    target = project.folder / "build" / f"deck.{edited}"
    target.write_bytes(target.read_bytes() + b"!")
    kept = target.read_bytes()
    project.write(DECK.replace("Night noise", "Day noise"))
    before = {one: (project.folder / "build" / f"deck.{one}").read_bytes() for one in others}
    result = run("build", *everything)
    assert (result.exit_code, result.stdout) == (1, "".join(f"build/deck.{one}\n" for one in others))
    assert result.stderr == edited_words(edited)
    assert target.read_bytes() == kept
    assert all((project.folder / "build" / f"deck.{one}").read_bytes() != before[one] for one in others)
    assert run("build", "-f", edited, "--force").exit_code == 0
    assert target.read_bytes()[-1:] != b"!"


@pytest.mark.parametrize("stranger", FORMATS)
def test_a_file_that_deckmaker_never_wrote_is_left_alone(stranger, project):
    """Nothing in the folder says that it is ours; `--force` takes it over."""
    target = project.folder / "build" / f"deck.{stranger}"
    target.parent.mkdir()
    target.write_bytes(b"somebody's")
    result = run("build", "-f", stranger)
    assert (result.exit_code, result.stderr) == (1, edited_words(stranger))
    assert target.read_bytes() == b"somebody's" and names(target.parent) == [target.name]
    assert run("build", "-f", stranger, "--force").exit_code == run("build", "-f", stranger).exit_code == 0


def test_an_older_file_put_back_is_an_edit(project):
    """The record knows what was written last, and only in passing what was written before."""
    run("build", "-f", "md")
    target = project.folder / "build/deck.md"
    first = target.read_bytes()
    project.write(DECK.replace("Night noise", "Day noise"))
    run("build", "-f", "md")
    target.write_bytes(first)
    assert run("build", "-f", "md").stderr == EDITED


def test_a_file_keeps_the_rights_that_it_was_given(tmp_path):
    """Whoever closed a file to others does not find it open after the next build."""
    put(tmp_path, "deck.md", b"one").chmod(0o600)
    assert put(tmp_path, "deck.md", b"two").stat().st_mode & 0o777 == 0o600
