"""Progress: told on a terminal, of long work, on a line that nothing else shares; to nobody else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from deckmaker.diagnostics.printer.columns import display_width
from deckmaker.progress import Progress
from tests.projects import COMMAND, DECK, environment
from tests.terminal import Terminal, screen

SCRIPT = """\
import os, sys
from pathlib import Path
from deckmaker.commands.running import run
from deckmaker.jobs import JobResult
from deckmaker.messages import MessageOptions
names, form, quiet, cores = sys.argv[1].split(), sys.argv[2], sys.argv[3] == "quiet", int(sys.argv[4])
os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cores])
asked = os.open("asked", os.O_RDONLY)
def job(deck):
    os.read(asked, 1)
    return JobResult([f"warning: {deck}"], [f"made {deck}"], [], False)
try:
    run(job, [Path(name) for name in names], MessageOptions(form, quiet=quiet), doing="Building")
except KeyboardInterrupt:
    print("stopped")
"""
"""Jobs that each take until somebody lets one end: a byte in the pipe `asked`."""

TIMED = SCRIPT.replace("os.read(asked, 1)", "import signal; print(signal.getitimer(signal.ITIMER_REAL)[0])")
"""Jobs that print how long it takes until a line is painted; 0.0 for never."""

FOR_PEOPLE = {name: value for name, value in environment().items() if name not in ("CI", "NO_COLOR")}


class Work:
    """Such jobs on a terminal, and what lets one of them end."""

    def __init__(
        self, folder: Path, names: str, cores: int = 1, form: str = "full", quiet: str = "", **env: str
    ) -> None:
        os.mkfifo(folder / "asked")
        command = [sys.executable, "-c", SCRIPT, names, "full", "", str(cores)]
        self.terminal = Terminal(command, folder, FOR_PEOPLE | env)
        self._asked = os.open(folder / "asked", os.O_WRONLY)

    def let_end(self, count: int = 1) -> None:
        """Let so many jobs end."""
        os.write(self._asked, b"." * count)

    def end(self) -> list[str]:
        """Return the lines that stand on the terminal when all is done."""
        assert self.terminal.end() == 0
        os.close(self._asked)
        return screen(self.terminal.shown)


@pytest.mark.slow
def test_a_deck_that_takes_long_is_named(tmp_path):
    """With the seconds that it takes; in the end only what there is to say stands there."""
    work = Work(tmp_path, "harbour.yaml")
    work.terminal.until(r"Building harbour\.yaml \.\.\. 2 s")
    work.let_end()
    assert work.end() == ["warning: harbour.yaml", "made harbour.yaml", ""]


@pytest.mark.sampled(every=2)
@pytest.mark.parametrize("cores", [1, 2])
def test_of_several_decks_those_that_are_done_are_counted(cores, tmp_path):
    """One after another or side by side; each message has a line of its own, in the midst of it."""
    work = Work(tmp_path, "a.yaml b.yaml c.yaml", cores)
    work.terminal.until(r"Building 3 decks: 0 done, \d+ s")
    work.let_end()
    if cores == 1:  # else the first that ends may be one that waits for its turn to be told
        work.terminal.until(r"made a\.yaml\n.*Building 3 decks: 1 done, \d+ s")
    work.let_end(2)
    said = [f"{word} {name}.yaml" for name in "abc" for word in ("warning:", "made")]
    assert work.end() == [*said, ""]
    for line in work.terminal.shown.split("\n"):
        painted, _, printed = line.rpartition("\x1b[K")
        assert "warning" not in painted and "made" not in painted
        assert not ("Building" in printed and "yaml" in printed)


@pytest.mark.sampled(every=5)
@pytest.mark.parametrize(
    "more",
    [{"CI": "true"}, {"TERM": "dumb"}, {"quiet": "quiet"}, {"form": "json"}, {"form": "github"}],
    ids=str,
)
def test_nothing_is_painted_where_nobody_would_read_it(more, tmp_path):
    """In a CI's log, on a terminal that erases nothing, for programs, and where somebody wants quiet."""
    env = FOR_PEOPLE | {name: value for name, value in more.items() if name.isupper()}
    assert on_a_terminal(tmp_path, env, more.get("form", "full"), more.get("quiet", "")) == 0


@pytest.mark.slow
def test_colours_are_another_matter(tmp_path):
    """The line has none: who wants no colours is told of progress."""
    assert on_a_terminal(tmp_path, FOR_PEOPLE | {"NO_COLOR": "1"}, "full", "") > 0


def on_a_terminal(folder: Path, env: dict[str, str], form: str, quiet: str) -> float:
    """Return after how many seconds a line would be painted there."""
    os.mkfifo(folder / "asked")
    terminal = Terminal([sys.executable, "-c", TIMED, "a.yaml", form, quiet, "1"], folder, env)
    os.close(os.open(folder / "asked", os.O_WRONLY))
    assert terminal.end() == 0
    return float(terminal.shown.partition("\n")[0])


def test_a_pipe_gets_none(tmp_path):
    """Neither the line nor the timer behind it."""
    os.mkfifo(tmp_path / "asked")
    command = [sys.executable, "-c", TIMED, "a.yaml", "full", "", "1"]
    piped = subprocess.Popen(command, cwd=tmp_path, env=FOR_PEOPLE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    os.close(os.open(tmp_path / "asked", os.O_WRONLY))
    assert piped.communicate() == (b"0.0\nmade a.yaml\n", b"warning: a.yaml\n")


@pytest.mark.slow
def test_ctrl_c_leaves_a_clean_line(tmp_path):
    """The shell's prompt comes next."""
    work = Work(tmp_path, "harbour.yaml")
    work.terminal.until("Building harbour")
    work.terminal.interrupt()
    assert work.end() == ["stopped", ""]


@pytest.mark.slow
def test_real_work_leaves_only_what_there_is_to_say(tmp_path):
    """However long it takes here."""
    (tmp_path / "harbour.yaml").write_text(DECK + "    bulets: [a]\n")
    terminal = Terminal([*COMMAND, "build", "--messages", "short", "-f", "md"], tmp_path, FOR_PEOPLE)
    assert terminal.end() == 1
    assert screen(terminal.shown) == [
        "harbour.yaml:4:5: error[unknown-key]: unknown key `bulets`; did you mean `bullets`?",
        "1 error",
        "",
    ]


@pytest.mark.parametrize("name", ["harbour.yaml", "噪音" * 30 + ".yaml", "x" * 300])
@pytest.mark.parametrize("width", [1, 12, 40, 80])
def test_the_line_is_narrower_than_the_terminal(name, width):
    """Or it would begin another one, which is not erased."""
    assert display_width(Progress("Building", 1, name).line(width)) < max(width, 1)
    assert display_width(Progress("Building", 2, name).line(width)) < max(width, 1)
