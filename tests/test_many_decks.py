"""Many decks in one command: on all cores, said in their order, and none held up by another."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from deckmaker.parallel import cores
from tests.projects import COMMAND, DECK, Project, environment
from tests.signals import answered
from tests.terminal import PATIENCE

pytestmark = pytest.mark.slow

linux = pytest.mark.skipif(sys.platform != "linux" or cores() < 2, reason="decks take turns here")

NUMBERS = range(1, 21)
WRONG = (3, 4, 11, 20)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with twenty decks, of which four are wrong; the first is much the longest."""
    project = Project(tmp_path)
    project.deck.unlink(missing_ok=True)
    for number in NUMBERS:
        text = DECK.replace("Night noise", f"Night {number}") + "".join(
            f"  - title: More {more}\n" for more in range(60 * (number == 1))
        )
        text += "    bulets: [a]\n" if number in WRONG else ""
        (tmp_path / f"decks/{number:02}.yaml").write_text(text)
    return project


def ran(project: Project, *arguments: str, script: str = "") -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own, or a script that does."""
    command = [sys.executable, "-c", script] if script else COMMAND
    return subprocess.run(
        [*command, *arguments], cwd=project.folder, env=environment(), capture_output=True, text=True, check=False
    )


def test_files_and_mistakes_come_in_the_order_of_the_decks(project):
    """Whichever is ready first."""
    done = ran(project, "build", "-f", "md", "-f", "pdf", "--messages", "short")
    right = [number for number in NUMBERS if number not in WRONG]
    assert done.returncode == 1
    assert done.stdout.split() == [f"build/{number:02}.{format}" for number in right for format in ("md", "pdf")]
    assert [line[:13] for line in done.stderr.splitlines() if line[:5] == "decks"] == [
        f"decks/{number:02}.yaml"[:13] for number in WRONG
    ]


@pytest.mark.slow
def test_each_file_is_what_it_is_when_built_alone(project):
    """Nothing of one deck gets into another: not its numbers, fonts, pictures or words."""
    ran(project, "build", "-o", "together")
    for number in (1, 2, 19):
        assert ran(project, "build", f"decks/{number:02}.yaml", "-o", "alone").returncode == 0
        for format in ("pptx", "pdf", "html"):
            name = f"{number:02}.{format}"
            assert (project.folder / "together" / name).read_bytes() == (project.folder / "alone" / name).read_bytes()


def test_checks_share_the_cores_too(project):
    """Counts in order."""
    done = ran(project, "check", "-q", "--messages", "short")
    assert (done.returncode, done.stdout) == (1, "")
    lines = ran(project, "check", "--messages", "short").stdout.splitlines()
    assert [line.partition(", ")[0] for line in lines] == [
        f"decks/{number:02}.yaml: {61 if number == 1 else 1} slide{'s' if number == 1 else ''}"
        for number in NUMBERS
        if number not in WRONG
    ]


PATCHED = """
import os, sys, time
import deckmaker.pipeline
from deckmaker.cli import main

read = deckmaker.pipeline.read_document


def read_or_else(path, diagnostics, audience=None):
    if path.name == "07.yaml":
        {what}
    return read(path, diagnostics, audience)


deckmaker.pipeline.read_document = read_or_else
main()
"""

LOST = """\
error[internal-error]: deckmaker was ended by the system while it worked on `decks/07.yaml`
 = help: give it more memory, or build this deck alone

1 error
"""


@linux
def test_a_deck_that_its_process_dies_of_holds_up_no_other(project):
    """As when the system is out of memory."""
    for number in WRONG:
        (project.folder / f"decks/{number:02}.yaml").unlink()
    done = ran(project, "build", "-f", "md", script=PATCHED.format(what="os.kill(os.getpid(), 9)"))
    assert (done.returncode, done.stderr) == (1, LOST)
    assert done.stdout.split() == [f"build/{n:02}.md" for n in NUMBERS if n not in (*WRONG, 7)]


@linux
@pytest.mark.parametrize("everyone", [True, False], ids=["a terminal's", "one process's"])
def test_control_c_ends_all_at_once_and_without_words(everyone, project):
    """Whether the signal reaches every process, as from a terminal, or the command's own alone."""
    script = PATCHED.format(what="print('reading', flush=True); time.sleep(600)")
    command = [sys.executable, "-c", script, "check", "decks/07.yaml", "decks/08.yaml", "decks/09.yaml"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    pipes |= {"start_new_session": True, "preexec_fn": answered}
    with subprocess.Popen(command, cwd=project.folder, env=environment(), **pipes) as process:
        assert process.stdout.readline() == "reading\n"
        time.sleep(0.3)
        (os.killpg if everyone else os.kill)(process.pid, signal.SIGINT)
        assert process.communicate(timeout=PATIENCE) == ("", "")
    assert process.returncode == 130
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)


@linux
def test_libraries_are_imported_once_for_all(project):
    """Before the processes part ways."""
    script = """
import os, sys
from deckmaker.cli import main
own = os.getpid()
late = lambda event, arguments: event == "import" and os.getpid() != own and print(arguments[0], file=sys.stderr)
sys.addaudithook(late)
main()
"""
    done = ran(project, "build", "decks/01.yaml", "decks/02.yaml", "decks/05.yaml", script=script)
    assert done.returncode == 0
    late = done.stderr.split()
    assert not [name for name in late if name.split(".")[0] in ("pydantic", "pptx", "reportlab", "lxml", "PIL", "yaml")]
