"""Little memory: a sentence, exit code 1, and files that are whole or not there."""

from __future__ import annotations

import errno
import os
import resource
import subprocess
import sys
from contextlib import ExitStack
from hashlib import sha256
from pathlib import Path
from threading import Thread

import click
import pytest

import deckmaker.pipeline
from deckmaker import guards, parallel
from deckmaker.memory import threads_for
from deckmaker.output import Finished
from deckmaker.output.draft import open_draft
from deckmaker.rows.stores import FolderStore
from tests.projects import COMMAND, DECK, ROOT, Project, environment, run
from tests.samples import mostly_long

linux = pytest.mark.skipif(sys.platform != "linux", reason="other systems know no limit of address space")
MEGABYTE = 1_000_000
COMMANDS = ("check", "build -f pptx", "build -f pdf", "build -f html -f md", "build", "credits", "show")


CLOSELY = ("check",)
CASES = mostly_long(
    [*((one, 9 if one in CLOSELY else 20) for one in COMMANDS), *((one, 9) for one in COMMANDS if one not in CLOSELY)],
    is_usual=lambda case: case in (("check", 9), ("build", 20), ("credits", 20)),
)
"""Commands, and the megabytes between the amounts that each is tried with."""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project with a deck that shows a photo."""
    monkeypatch.chdir(tmp_path)
    project = Project(tmp_path)
    project.picture("a.jpg", (800, 600))
    project.write(DECK + "    text: Two of three nights.\n    image: {file: ../a.jpg, alt: A, credit: B}\n")
    return project


def limited(project: Project, arguments: str, most: int) -> subprocess.CompletedProcess[str]:
    """Run the command with so many bytes of address space."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (most, most))

    return subprocess.run(
        [*COMMAND, *arguments.split()],
        cwd=project.folder,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=limit,
    )


def least() -> int:
    """Return the megabytes that Python itself starts with."""
    for megabytes in range(8, 200, 2):
        script = f"import resource; resource.setrlimit(resource.RLIMIT_AS, 2 * ({megabytes * MEGABYTE},)); import re"
        if subprocess.run([sys.executable, "-c", script], capture_output=True, check=False).returncode == 0:
            return megabytes + 6
    raise AssertionError("Python does not start")


@linux
@pytest.mark.slow
@pytest.mark.parametrize(("arguments", "step"), CASES)
def test_too_little_memory_is_said_in_a_sentence(arguments, step, project):
    """From what Python starts with, up to enough."""
    failed = 0
    for megabytes in (*range(least(), 90, step), *range(90, 200, 2 * step), 300):
        done = limited(project, arguments, megabytes * MEGABYTE)
        said = f"{megabytes} MB: {done.returncode} {done.stdout} {done.stderr}"
        assert done.returncode in (0, 1), said
        assert (done.returncode == 1) == ("memory" in done.stderr), said
        assert not any(one in done.stderr for one in ("Traceback", "mistake", "Error", "ignored")), said
        failed += done.returncode
        left = {path.name for path in (project.folder / "build").rglob("*") if path.is_file()}
        assert not {one for one in left if one.startswith(".deckmaker-")}, said
    assert failed >= 3 and done.returncode == 0


FAILED = "error[out-of-memory]: there is not enough memory for `decks/deck.yaml`\n"
FAILED += " = help: build it alone, or give it more memory: its largest pictures take most\n\n1 error\n"


@pytest.mark.parametrize(
    "error",
    [
        MemoryError(),
        OSError(errno.ENOMEM, "Cannot allocate memory"),
        ImportError("libx.so.1: failed to map segment from shared object"),
        ImportError("libx.so.1: cannot allocate memory in static TLS block"),
        RuntimeError("can't start new thread"),
    ],
    ids=repr,
)
def test_memory_that_runs_out_in_a_stage_is_said(error, project, monkeypatch):
    """Whatever a library calls it, and whatever came of it."""

    def fail(*_: object) -> None:
        try:
            raise error
        except Exception as cause:
            raise ValueError("no font") from cause

    monkeypatch.setattr(deckmaker.pipeline, "read_document", fail)
    for command in ("check", "build"):
        result = run(command, "decks/deck.yaml")
        assert (result.exit_code, result.stdout, result.stderr) == (1, "", FAILED)


def test_memory_that_runs_out_while_that_is_said_is_told_to_who_started_the_command(monkeypatch):
    """It needs no module any more, and says it: the words of a mistake are read from a file, too."""

    def run_out(*_: object) -> None:
        raise OSError(errno.ENOMEM, "Cannot allocate memory")

    monkeypatch.setattr(click.Group, "main", run_out)
    monkeypatch.setattr(guards, "_say", run_out)
    with pytest.raises(OSError, match="Cannot allocate"):
        guards.GuardedGroup("deckmaker").main(["check"])


def test_where_no_copy_can_be_made_jobs_run_here(monkeypatch):
    """fork(2) needs memory too, and the system may have no place for another process."""

    def refuse() -> int:
        raise OSError(errno.EAGAIN, "Resource temporarily unavailable")

    before = set(os.listdir("/proc/self/fd"))
    monkeypatch.setattr(os, "fork", refuse)
    monkeypatch.setattr(parallel, "may_copy", lambda: True)
    own = os.getpid()
    assert parallel.run_parallel([os.getpid, os.getpid, lambda: 3]) == [own, own, 3]
    assert list(parallel.over_cores(lambda item: (item, os.getpid()), [1, 2, 3])) == [(n, own) for n in (1, 2, 3)]
    assert set(os.listdir("/proc/self/fd")) == before


@linux
def test_where_copies_die_and_no_others_can_be_made_the_rest_is_done_here():
    """The one that takes too much is lost, the others are not."""
    script = """
import os
from deckmaker.parallel import over_cores
fork, made, own = os.fork, [], os.getpid()
def few():
    made.append(1)
    if len(made) > 2:
        raise OSError(11, "Resource temporarily unavailable")
    return fork()
os.fork = few
def job(item):
    if item < 4 and os.getpid() != own:
        os._exit(1)
    return item
print(*over_cores(job, range(8)))
"""
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "None None 2 3 4 5 6 7\n"


@linux
@pytest.mark.parametrize(
    ("limit", "room", "most"), [("RLIMIT_AS", 50, 0), ("RLIMIT_DATA", 250, 2), ("RLIMIT_AS", 9_000, 8)]
)
def test_threads_are_begun_where_there_is_memory_for_them(limit, room, most, monkeypatch):
    """One that has room for its stack alone ends at once, and Python waits for it for ever."""
    field = 0 if limit == "RLIMIT_AS" else 5
    taken = int(Path("/proc/self/statm").read_text().split()[field]) * resource.getpagesize()
    allowed = {getattr(resource, limit): (taken + room * MEGABYTE, -1)}
    monkeypatch.setattr(resource, "getrlimit", lambda which: allowed.get(which, (resource.RLIM_INFINITY, -1)))
    assert threads_for(8) == most


@linux
def test_files_are_written_without_threads_where_there_is_no_memory_for_any(tmp_path, monkeypatch):
    """Those of one deck, a large one's, and those of many."""
    monkeypatch.setattr(resource, "getrlimit", lambda which: (0, 0))
    monkeypatch.setattr(Thread, "start", None)
    store = FolderStore(tmp_path / "out")
    content = bytes(9 * MEGABYTE)
    with store.alone(), ExitStack() as stack:
        drafts = [stack.enter_context(open_draft(store.ground, name)) for name in ("a.md", "b.md")]
        parts = []
        for draft in drafts:
            draft.stream.write(content)
            parts.append(store.stage(draft.name, Finished(draft, draft.finish())))
        store.settle(parts)
        assert {store.publish(part).digest for part in parts} == {sha256(content).hexdigest()}
