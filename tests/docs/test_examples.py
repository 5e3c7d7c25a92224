"""Every example of a deck or a theme on the pages is built, and every command and option that they name is there."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from deckmaker.cli import main
from tests.docs.examples import Example, examples, write_project
from tests.projects import ROOT

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
FOLLOWED = ("tutorial", "automation", "edit-in-powerpoint", "rows")
"""Pages whose blocks are done one after the other by other tests."""
EXAMPLES = list(examples([page for page in PAGES if page.stem not in FOLLOWED]))

MENTIONED = {
    "themes-3a": {"low-contrast"},
    "themes-4a": {"absent-font"},
    **{key: {"same-decks"} for key in ("reuse-6a", "reuse-6b")},
}
"""What is said of an example: by the template that stands for a company's, by a font that is not at hand, and of slides
that name no column, with which an example is made whole."""


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """The codes of errors and warnings that a build of all examples reports, by the file."""
    folder = tmp_path_factory.mktemp("examples")
    decks = write_project(folder, EXAMPLES)
    command = [sys.executable, "-m", "deckmaker", "build", "--messages", "json", *decks]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    found: dict[str, set[str]] = {}
    for line in done.stderr.splitlines():
        message = json.loads(line)
        found.setdefault(Path(message["file"] or "").stem, set()).add(message["code"])
    files = list(folder.rglob("*.pptx"))
    written = {path.stem for path in files} | {path.parent.name for path in files}  # decks of rows have a folder each
    return found | {name: {"not built"} for name in {one.name for one in EXAMPLES} - written - set(found)}


@pytest.mark.slow
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_the_example_is_built(example: Example, said: dict[str, set[str]]) -> None:
    """In all three formats, without a complaint that its page does not mention."""
    assert said.get(example.name, set()) == MENTIONED.get(example.name, set())


def commands_on(page: Path) -> list[str]:
    """Return the command lines on a page: in blocks of a shell, and between backticks."""
    text = page.read_text(encoding="utf-8")
    blocks = re.findall(r"^```sh\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    inline = re.findall(
        r"`(deckmaker [^`]+|make [^`]+)`", re.sub(r"^```.*?^```$", "", text, flags=re.DOTALL | re.MULTILINE)
    )
    lines = [line for block in blocks for line in block.splitlines()]
    return [
        line
        for line in [*lines, *(" ".join(one.split()) for one in inline)]
        if "deckmaker " in line or line.startswith("make ")
    ]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_commands_and_options_are_there(page: Path) -> None:
    """A command that is named wrongly would be the first that somebody types."""
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for line in commands_on(page):
        words = re.split(r"\s+", re.sub(r"#.*|[\[\]…\"()]", " ", line).strip())
        if words[0] == "make":
            assert words[1] in targets or "/" in words[1], line
        for start in (at for at, word in enumerate(words) if word == "deckmaker" and words[at + 1 :]):
            lost = unknown(words[start + 1 :])
            assert not lost, f"{line}: {lost}"


def unknown(words: list[str]) -> list[str]:
    """Return which words are commands and options that deckmaker does not have, of those up to the end of a command."""
    command: click.Command = main
    lost = []
    context = click.Context(main)
    for word in words:
        if word in ("&&", "||", "|", ">", "2>", ">>"):
            break
        options = {name for option in command.params for name in (*option.opts, *option.secondary_opts)}
        if word.startswith("-"):
            lost += [word] if word.partition("=")[0] not in options | {"--help", "-h"} else []
        elif isinstance(command, click.Group):
            found = command.get_command(context, word)
            if word == "COMMAND":
                break
            if found is None:
                return [word]
            command = found
    return lost


def test_a_wrong_command_is_noticed() -> None:
    """So that the test above can fail."""
    assert unknown(["biuld"]) == ["biuld"]
    assert unknown(["build", "--formt", "pdf"]) == ["--formt"]
    assert unknown(["theme", "from", "a.potx", "-o", "b.yaml"]) == []
