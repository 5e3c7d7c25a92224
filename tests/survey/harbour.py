"""A small deck in which layout decides much, and its survey in each form that is printed, as it was accepted."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from tests.projects import Project, run

EXPECTED = Path(__file__).parent / "expected"
FORMS = ("text", "json")
NAMES = {"text": "txt", "json": "json"}

MANY = ", ".join(f"harbour pilot {number}" for number in range(1, 84))
"""Credits for which no strip has room."""

LONG = "Two thirds of all loud nights have a reefer ship at berth 4, whose ventilators run until it leaves. " * 4

DECK = f"""\
title: Night noise in the harbour
author: Port Authority
trail: [Home, Briefings]
logo: ../port.png
credits: {{print: urls}}
slides:
  - title: Night noise in the harbour
  - title: What we ask of the board for this winter
    section: Findings
    text: {LONG}
    image: {{file: ../berth4.jpg, alt: A ship, credit: {{title: Berth 4, creator: A. Lind, license: CC-BY-4.0,
      url: "https://example.org/berth4"}}}}
  - title: What it is like
    layout: picture-full
    text: Loud.
    image: {{file: ../white.png, alt: A street at night, credit: A. Lind}}
  - title: Two voices from the streets that lie behind berth four and what they say of it
    columns: [{{text: "“Nobody sleeps.”"}}, {{bullets: [No engine, Grid has room]}}]
  - title: A view
    image: {{file: ../berth4.jpg, alt: A ship, fit: contain, credit: A. Lind}}
  - title: All that we asked
    layout: picture-left
    text: "Pilots, and those who cannot sleep: 61 dB(A)."
    credits: [{MANY}]
"""


def harbour(folder: Path) -> Project:
    """Make the project."""
    project = Project(folder)
    project.write(DECK)
    project.picture("berth4.jpg", (1600, 1200))
    Image.new("RGB", (960, 540), "white").save(folder / "white.png")
    project.picture("port.png", (64, 32))
    return project


def printed(project: Project, form: str) -> bytes:
    """Return what the command, in the project's folder, writes of its deck in a form: all, or two slides as JSON."""
    slides = ("--slide", "2-3") if form == "json" else ()
    return run("show", "-q", "-f", form, *slides, project.deck).stdout_bytes


def expected(form: str) -> Path:
    """Return the file that holds what was accepted."""
    return EXPECTED / f"harbour.{NAMES[form]}"
