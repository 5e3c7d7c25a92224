"""A command, the files that it finds, and what it says of them, in one file.

    deckmaker check decks/deck.yaml --rows data/regions.csv
    -------------------- decks/deck.yaml
    title: "{{ regoin }}"
    -------------------- data/regions.csv
    region
    Lazio
    ========================================
    error[unknown-value]: …
    exit 1

A file whose name ends in `.xlsx` becomes a workbook of these cells. Behind a name may stand how the text is encoded.
"""

from __future__ import annotations

import csv
import re
import shlex
from dataclasses import dataclass
from pathlib import Path

from click.testing import Result

from tests.projects import Project, run
from tests.resolve.charts.reading import workbook
from tests.wrong_decks.case import SEPARATOR

CASES = Path(__file__).with_name("cases")
_FILE = re.compile(r"^-{20} (\S+)(?: (\S+))?\n", re.MULTILINE)
_SHEET = "Regions"


@dataclass(frozen=True, slots=True)
class File:
    """A file of a project: its path there, its text, and how that is encoded."""

    path: str
    text: str
    encoding: str | None = None

    def write_below(self, folder: Path) -> None:
        """Write it into a project."""
        path = folder / self.path
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".xlsx":
            path.write_bytes(workbook((_SHEET, [*map(list, csv.reader(self.text.splitlines()))])))
        else:
            path.write_bytes(self.text.encode(self.encoding or "utf-8"))


@dataclass(frozen=True, slots=True)
class Case:
    """A command, files, and what is printed: messages, results, and the exit code."""

    command: str
    files: tuple[File, ...]
    said: str

    @property
    def arguments(self) -> list[str]:
        """What is typed behind `deckmaker`."""
        return shlex.split(self.command)[1:]


def case_names() -> list[str]:
    """Return the cases' names, in order."""
    return sorted(path.stem for path in CASES.glob("*.txt"))


def read_case(name: str) -> Case:
    """Read a case; one that is new has no messages yet."""
    written, _, said = _text(name).partition(SEPARATOR)
    command, *parts = _FILE.split(written)
    files = (File(*one) for one in zip(parts[::3], parts[2::3], parts[1::3], strict=True))
    return Case(command.strip(), tuple(files), said)


def write_messages(name: str, said: str) -> None:
    """Write into a case what is said of it now."""
    written, _, _ = _text(name).partition(SEPARATOR)
    _path(name).write_bytes((written + SEPARATOR + said).encode())


def what_is_said(case: Case, folder: Path) -> str:
    """Return what the command prints in a project below `folder`, which is the current one, and its exit code."""
    Project(folder).picture("assets/north.png")
    for file in case.files:
        file.write_below(folder)
    result = run(*case.arguments)
    return f"{_printed(result).replace(f'{folder}/', '').strip()}\nexit {result.exit_code}\n"


def _printed(result: Result) -> str:
    """Return what is printed, without how long it took."""
    return re.sub(r"\b\d+\.\d s\b", "… s", result.stderr + result.stdout)


def _text(name: str) -> str:
    """Return a case as it is, with the ends of lines that a table has."""
    return _path(name).read_bytes().decode()


def _path(name: str) -> Path:
    return CASES / f"{name}.txt"
