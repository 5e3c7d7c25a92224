"""Files in the making: unseen until they are whole, and gone without a trace."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile

import pytest

from deckmaker.diagnostics import Diagnostics
from deckmaker.output import RECORD, Finished, OutputFolder
from tests.output.places import names
from tests.output.putting import put
from tests.projects import ROOT
from tests.signals import answered


@pytest.fixture(params=["nameless", "passing name", "another disk"])
def system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """A system that knows files without a name, one that does not, and one that cannot name them afterwards."""
    if request.param == "passing name":
        monkeypatch.delattr(os, "O_TMPFILE", raising=False)
        monkeypatch.setattr(tempfile, "_O_TMPFILE_WORKS", False)
    elif request.param == "another disk":

        def refuse(*paths: object, **how: object) -> None:
            raise OSError(18, "Invalid cross-device link")

        monkeypatch.setattr(os, "link", refuse)
    return request.param


def test_a_file_is_seen_when_it_is_whole(system, tmp_path):
    """Until then its name is free, and nothing else has come; larger than any buffer, it arrives whole."""
    folder, diagnostics = OutputFolder(tmp_path), Diagnostics()
    with folder.draft("deck.md", diagnostics) as draft:
        draft.stream.write(b"x" * 3_000_000)
        draft.stream.seek(0)
        draft.stream.write(b"y")
        assert names(tmp_path) == []
        assert folder.put([Finished(draft, draft.finish())], diagnostics) == [tmp_path / "deck.md"]
    assert (tmp_path / "deck.md").read_bytes() == b"y" + b"x" * 2_999_999
    assert names(tmp_path) == [RECORD, "deck.md"] and not len(diagnostics)


def test_a_draft_that_is_given_up_leaves_nothing(system, tmp_path):
    """Not even the folder that it was meant for."""
    with OutputFolder(tmp_path / "a" / "b").draft("deck.md", Diagnostics()) as draft:
        draft.stream.write(b"words")
    assert names(tmp_path) == []


def test_a_file_is_as_open_to_others_as_the_user_wants(system, tmp_path):
    """Whatever the way it came about."""
    before = os.umask(0o027)
    try:
        assert put(tmp_path, "deck.md", b"words").stat().st_mode & 0o777 == 0o640
    finally:
        os.umask(before)


KILLED = """
import os, sys
from pathlib import Path
from deckmaker.diagnostics import Diagnostics
from deckmaker.output import OutputFolder

with OutputFolder(Path(sys.argv[1])).draft("deck.md", Diagnostics()) as draft:
    draft.stream.write(b"x" * 1_000_000)
    os.kill(os.getpid(), int(sys.argv[2]))
"""


@pytest.mark.sampled(every=3)
@pytest.mark.skipif(sys.platform != "linux", reason="other systems give a file in the making a passing name")
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_a_renderer_that_is_killed_leaves_nothing(number, tmp_path):
    """The system forgets a file that has no name."""
    command = [sys.executable, "-c", KILLED, str(tmp_path), str(int(number))]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, preexec_fn=answered)
    assert ended.returncode == -number
    assert names(tmp_path) == []


def test_what_the_system_had_against_writing_is_remembered(tmp_path):
    """A renderer may hide it in an exception of its own."""
    script = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (1000, resource.RLIM_INFINITY))\n"
    script += KILLED.replace("    draft.stream.write", "    try: draft.stream.write").split("    os.kill")[0]
    script += "    except OSError: pass\n    print(draft.error.strerror)"
    command = [sys.executable, "-c", script, str(tmp_path)]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert said == "File too large\n"


def test_a_disk_that_takes_nothing_is_named(tmp_path, monkeypatch):
    """As soon as a file is begun."""

    def refuse(*arguments: object, **how: object) -> int:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(os, "open", refuse)
    diagnostics = Diagnostics()
    with OutputFolder(tmp_path / "out").draft("deck.md", diagnostics) as draft:
        assert draft is None
    assert [one.message for one in diagnostics] == [
        f"`{tmp_path / 'out/deck.md'}` cannot be written: read-only file system"
    ]


def test_the_folder_above_must_be_one(tmp_path):
    """A file in the place of one is told before anything is rendered."""
    (tmp_path / "out").write_text("")
    diagnostics = Diagnostics()
    with OutputFolder(tmp_path / "out/sub").draft("deck.md", diagnostics) as draft:
        assert draft is None
    (said,) = diagnostics
    assert said.message.endswith("is not a folder")
