"""A wrong deck and what is said of it, in one file; and the project around it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.projects import Project
from tests.resolve.charts.reading import workbook

CASES = Path(__file__).with_name("cases")
SEPARATOR = "=" * 40 + "\n"

FILES = {
    "noise.csv": b"Berth;Level;Change\nBerth 4;62,5;-0,03\nBerth 5;58,1;0,1\n",
    "ragged.csv": b"Berth,Level\nBerth 4,62,5\nBerth 5\n",
    "open.csv": b'Berth,Level\n"Berth 4,62.5\nBerth 5,58.1\n',
    "old.csv": b"Stra\xdfe,Pegel\nKai 4,62.5\n",
    "report.csv": b"Report 2026\nof 1.1.2026\n\nBerth;Level;Share\nBerth 4;1.062,5;12 %\nBerth 5;58,1;3 %\n",
    "zeros.csv": b"Berth,Level\nBerth 4,\x00\n",
    "empty.csv": b"\n\n",
    "years.csv": b"Year,Berth 4,Berth 5\n2019,62.5,58.1\n2022,61,57.4\n2024,55.2,56\n",
    "twice.csv": b"Year,Level\n2019,62.5\n2020,61\n2020,60.1\n",
    "words.csv": b"Berth,Level\nBerth 4,62.5\nBerth 5,quiet\nBerth 6,55\n",
    "words.xlsx": workbook(("Noise", [["Berth", "Level"], ["Berth 4", 62.5], ["Berth 5", "quiet"], ["Berth 6", 55]])),
    "picture.csv": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
}
"""Files of values, right and wrong ones."""


@dataclass(frozen=True, slots=True)
class Case:
    """A deck and the messages about it, as printed."""

    deck: str
    said: str


def case_names() -> list[str]:
    """Return the cases' names, in order."""
    return sorted(path.stem for path in CASES.glob("*.txt"))


def read_case(name: str) -> Case:
    """Read a case; one that is new has no messages yet."""
    deck, _, said = _path(name).read_text(encoding="utf-8").partition(SEPARATOR)
    return Case(deck, said)


def write_case(name: str, case: Case) -> None:
    """Write a case."""
    _path(name).write_text(case.deck + SEPARATOR + case.said, encoding="utf-8")


def what_is_said(deck: str, folder: Path) -> str:
    """Return every message about a deck in a project below `folder` that has what right decks would name."""
    project = Project(folder)
    project.picture("assets/harbour.png")
    project.picture("assets/berth4.png")
    project.picture("assets/logo.png")
    (folder / "assets" / "notes.txt").write_text("Cranes at dusk.\n", encoding="utf-8")
    (folder / "data").mkdir()
    for name, content in FILES.items():
        (folder / "data" / name).write_bytes(content)
    return project.said(deck) + "\n"


def mended_deck(name: str) -> str | None:
    """Return a case's deck as it is once every message about it has been followed, if that is at hand."""
    path = CASES.with_name("mended") / f"{name}.yaml"
    return path.read_text(encoding="utf-8") if path.exists() else None


def _path(name: str) -> Path:
    return CASES / f"{name}.txt"
