"""The commands that are measured, by name: deckmaker's, the two scripts, and what else is installed here."""

from __future__ import annotations

import sys
from pathlib import Path

from deckmaker.fonts.families import font_folder
from tests.bench.material import Material
from tests.bench.measure import Command
from tests.bench.peers import Peers
from tests.projects import COMMAND, ROOT

FORMATS = ("pptx", "pdf", "html")
ALL, CHECK, HANDOUT = "all", "check", "handout"
PPTX_SCRIPT, PDF_SCRIPT, BASE64 = "python-pptx", "reportlab", "base64"
TYPST, PPTXGENJS = "Typst", "PptxGenJS"

LABELS = {
    "pptx": "`build -f pptx`",
    PPTX_SCRIPT: "script by python-pptx",
    PPTXGENJS: "script by PptxGenJS",
    "pdf": "`build -f pdf`",
    PDF_SCRIPT: "script by reportlab",
    TYPST: "template for Typst",
    HANDOUT: "`build -f handout`",
    "html": "`build -f html`",
    BASE64: "its photos in base64 alone",
    ALL: "`build`: all three",
    CHECK: "`check`",
}
"""What each command is called in tables, in their order."""

RIVALS = {
    "pptx": (PPTX_SCRIPT,),
    "pdf": (PDF_SCRIPT,),
    "html": (BASE64,),
    ALL: (PPTX_SCRIPT, PDF_SCRIPT),
}
"""What each of deckmaker's commands is compared with: the sum of their times."""

BRIEFING = ROOT / "decks" / "us-china-fentanyl-talks.yaml"
_SCRIPTS = Path(__file__).with_name("scripts")


def commands(material: Material, written: Path, peers: Peers) -> dict[str, Command]:
    """Return the commands for one deck, those that are compared next to each other; they write into `written`."""
    inputs, fonts = (material.slides, material.photos), font_folder()
    found: dict[str, Command] = {
        "pptx": _build(material.deck, written, "pptx"),
        PPTX_SCRIPT: [sys.executable, _SCRIPTS / "by_python_pptx.py", *inputs, written / "slides.pptx"],
        "pdf": _build(material.deck, written, "pdf"),
        PDF_SCRIPT: [sys.executable, _SCRIPTS / "by_reportlab.py", *inputs, written / "slides.pdf", fonts],
        HANDOUT: _build(material.deck, written, HANDOUT),
        ALL: _build(material.deck, written),
        "html": _build(material.deck, written, "html"),
        BASE64: [sys.executable, _SCRIPTS / "photos_in_base64.py", *inputs, written / "photos"],
        CHECK: [*COMMAND, "check", material.deck, "-q"],
    }
    if peers.typst:
        found[TYPST] = [*peers.typst, *inputs, written / "slides.pdf", fonts]
    if peers.pptxgenjs:
        found[PPTXGENJS] = [*peers.pptxgenjs, *inputs, written / "slides.pptx"]
    return found


def briefing_commands(written: Path) -> dict[str, Command]:
    """Return the commands for the example deck."""
    return {ALL: _build(BRIEFING, written), CHECK: [*COMMAND, "check", BRIEFING, "-q"]}


def tags_command(material: Material, rounds: int) -> Command:
    """Return the command that says what tags cost, of so many drawings each with them and without."""
    return [sys.executable, _SCRIPTS / "cost_of_tags.py", material.deck, str(rounds)]


def _build(deck: Path, written: Path, *formats: str) -> Command:
    chosen = [part for format in formats for part in ("-f", format)]
    return [*COMMAND, "build", deck, "-o", written, "-q", *chosen]
