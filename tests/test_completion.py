"""Completion: what shells are offered, that it is quick, and that no name that somebody gave a file does harm."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from deckmaker.cli import COMMANDS
from deckmaker.completions import VARIABLE
from deckmaker.diagnostics import CATALOGUE
from deckmaker.starters import STARTERS
from tests.projects import COMMAND, DECK, environment, run
from tests.terminal import Terminal

NOT_LOADED = ("yaml", "deckmaker.pipeline", "deckmaker.layout", "deckmaker.language", "deckmaker.theme", "uharfbuzz")


@pytest.fixture
def project(tmp_path) -> Path:
    """Make a project of two decks, for some audiences."""
    (tmp_path / "decks").mkdir()
    for name, audiences in (("harbour", "[board, press]"), ("quay", "[press]")):
        (tmp_path / f"decks/{name}.yaml").write_text(f"audiences: {audiences}\n{DECK}")
    return tmp_path


def asked(folder: Path, shell: str, typed: str, *more: str) -> str:
    """Return click's answer to a shell in which `typed` stands, the cursor behind it."""
    words = typed.split(" ")
    word = words[-1] if shell == "fish" else str(len(words) - 1)
    env = environment(COMP_WORDS=typed, COMP_CWORD=word, **{VARIABLE: f"{shell}_complete"})
    command = [*more] or COMMAND
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=True).stdout


def offered(folder: Path, typed: str) -> list[str]:
    """Return what bash is offered, such as `plain,decks/quay.yaml`; a file to be found by itself is `file,`."""
    return asked(folder, "bash", typed).splitlines()


@pytest.mark.sampled(every=4)
@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("deckmaker ", [f"plain,{name}" for name in COMMANDS]),
        ("deckmaker build ", ["plain,decks/harbour.yaml", "plain,decks/quay.yaml"]),
        ("deckmaker show decks/q", ["plain,decks/quay.yaml"]),
        ("deckmaker diff decks/h", ["plain,decks/harbour.yaml"]),
        ("deckmaker check ../", ["file,"]),
        ("deckmaker build --format ht", ["plain,html"]),
        ("deckmaker build --format p", ["plain,pptx", "plain,pdf", "plain,png"]),
        ("deckmaker diff HEAD decks/q", ["plain,decks/quay.yaml"]),
        ("deckmaker build -o ", ["dir,"]),
        ("deckmaker explain unk", [f"plain,{code}" for code in CATALOGUE if code.startswith("unk")]),
        ("deckmaker check --severity missing-alt=w", ["plain,missing-alt=warning"]),
        ("deckmaker check --severity yaml-s", ["plain,yaml-syntax=error"]),
        ("deckmaker new x --from ", [f"plain,{name}" for name in STARTERS]),
        ("deckmaker new x --theme ", ["plain,briefing", "plain,plain", "plain,statement"]),
        ("deckmaker schema ", ["plain,deck", "plain,theme", "plain,project"]),
        ("deckmaker build --audience ", ["plain,board", "plain,press"]),
        ("deckmaker check decks/quay.yaml --audience ", ["plain,press"]),
        ("deckmaker show --audience b", ["plain,board"]),
        ("deckmaker diff HEAD decks/quay.yaml --audience ", ["plain,press"]),
        ("deckmaker check decks/none.yaml --audience ", [""]),
        ("deckmaker build --forc", ["plain,--force"]),
        ("deckmaker theme from ", ["file,"]),
    ],
)
def test_what_is_known_is_offered(typed, expected, project):
    """By bash's protocol."""
    assert offered(project, typed) == expected


def test_zsh_and_fish_are_offered_the_same(project):
    """By protocols of their own."""
    assert asked(project, "zsh", "deckmaker build decks/q") == "plain\ndecks/quay.yaml\n_\n"
    assert asked(project, "fish", "deckmaker build decks/q") == "plain,decks/quay.yaml\n"


def test_a_name_that_a_shell_would_read_otherwise_is_left_to_the_shell(tmp_path):
    """What is offered is inserted as it is: a file that somebody sent must not be a command."""
    (tmp_path / "decks").mkdir()
    for name in ("$(touch hacked)", "a b", "a;b", "a,b", "`id`", "a\nb"):
        (tmp_path / f"decks/{name}.yaml").write_text(DECK)
    assert offered(tmp_path, "deckmaker build ") == ["file,"]
    (tmp_path / "decks/quay.yaml").write_text(DECK)
    assert offered(tmp_path, "deckmaker build ") == ["plain,decks/quay.yaml"]


@pytest.mark.parametrize("audiences", ["[$(touch hacked), a b, board]", "{board: 1, x: [", "board"])
def test_audiences_are_offered_as_far_as_they_are_names(audiences, tmp_path):
    """A deck with mistakes, which somebody is just writing, does no harm."""
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks/quay.yaml").write_text(f"audiences: {audiences}\n{DECK}")
    assert offered(tmp_path, "deckmaker build --audience ") == ["plain,board" if audiences[-1] == "]" else ""]


@pytest.mark.sampled(every=4)
@pytest.mark.parametrize("typed", ["deckmaker build ", "deckmaker ", "deckmaker explain ", "deckmaker build -f "])
def test_nothing_is_loaded_that_takes_time(typed, project):
    """It is asked at each press of a key."""
    code = "import sys, atexit; from deckmaker.cli import main; atexit.register(lambda: print(*sys.modules)); main()"
    loaded = asked(project, "bash", typed, sys.executable, "-c", code).splitlines()[-1].split()
    assert "deckmaker.completions" in loaded
    assert [one for one in loaded for name in NOT_LOADED if one == name or one.startswith(f"{name}.")] == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_of_each_shell_asks_the_command(shell):
    """By the same word in the environment."""
    script = run("completion", shell).stdout
    assert f"{VARIABLE}={shell}_complete" in script
    assert run("completion", "tcsh").exit_code == 2


@pytest.mark.slow
def test_bash_completes_what_is_typed(project):
    """An interactive one, with the line from the docs."""
    own = project / "bin/deckmaker"
    own.parent.mkdir()
    own.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m deckmaker "$@"\n')
    own.chmod(0o755)
    env = environment(PATH=f"{own.parent}{os.pathsep}{os.environ['PATH']}", PS1="> ", INPUTRC="/dev/null")
    bash = Terminal(["bash", "--norc", "--noprofile", "-i"], project, env)
    # What is typed while bash does something else may be lost: its prompt is waited for, and each answer.
    bash.until("> $")
    bash.type("bind 'set enable-bracketed-paste off'; eval \"$(deckmaker completion bash)\"; echo rea''dy\n")
    bash.until("ready\n.*> $")
    bash.type("deckmaker exp\t")
    bash.until("deckmaker explain $")
    bash.type("untitled-sl\t")
    bash.until("deckmaker explain untitled-slide $")
    bash.type("\n")
    bash.until(r"untitled-slide \(warning\)\n(.*\n)+.*> $")
    bash.type("deckmaker check decks/q\t")
    bash.until("deckmaker check decks/quay.yaml $")
    bash.type("\n")
    bash.until("decks/quay.yaml: 1 slide.*\n.*> $")
    bash.type("exit\n")
    assert bash.end() == 0


@pytest.mark.parametrize("given", [{}, {"COMP_WORDS": "deckmaker"}, {"COMP_WORDS": "deckmaker b", "COMP_CWORD": "x"}])
def test_a_question_without_its_parts_is_one_about_nothing(given, project):
    """As who looks at how it works may type it."""
    env = {name: value for name, value in environment().items() if not name.startswith("COMP_")}
    env |= {VARIABLE: "bash_complete", **given}
    done = subprocess.run(COMMAND, cwd=project, env=env, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
