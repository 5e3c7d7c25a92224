"""A small project whose pictures stand under several licences, and its ledger in each form as it was accepted."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

from deckmaker.commands.credits import LEDGERS
from deckmaker.credits.forms import spdx
from tests.projects import Project, run

EXPECTED = Path(__file__).parent / "expected"
DECK = """\
title: Night noise in the harbour
author: Port Authority
date: 2026-11-20
language: en-GB
use: commercial
license: CC-BY-4.0
logo: ../art/port.svg
severity: {share-alike: {level: off, reason: "permission of A. Lind, by mail of 2026-11-20"}}
sources:
  board: {title: Night noise, publisher: Port Authority, url: https://example.org/noise, license: CC BY 4.0}
  meters: {role: data, publisher: Harbour Board, dataset: Meters, date: 2025, retrieved: 2026-01-02}
slides:
  - title: Night noise in the harbour
    image: {file: ../art/harbour.svg, alt: Cranes at dusk, credit: DepositPhotos}
  - title: Where it comes from
    layout: picture-right
    text: Two thirds of loud nights have a reefer ship at berth 4.
    image: {file: ../art/berth4.svg, alt: A ship, fit: contain, credit: {kind: photo, title: Berth 4, creator: A. Lind,
      license: CC-BY-NC-SA-4.0, url: "https://example.org/b4?a=1|2", modified: cropped}}
    credits: [{source: board}, {source: meters}]
  - title: How loud it is
    image: {file: ../art/night.svg, alt: A street at night, fit: contain, credit: {title: "=SUM(1)", creator: "@lind",
      license: "Getty Images, editorial use", copyright: © 2026 Lind, via: Example, ai: "yes", note: "-10 dB | less"}}
    credits: [{source: board}, {role: original}]
  - title: Two remedies
    image: {file: ../art/wall.svg, alt: A wall}
  - title: A wall
    image: {file: ../art/wall.svg, alt: A wall, credit: {none: own work}}
  - title: Berth 4 again
    image: {file: ../art/berth4.svg, alt: A ship, fit: contain, credit: {kind: photo, title: Berth 4, creator: A. Lind,
      license: CC-BY-NC-SA-4.0, url: "https://example.org/b4?a=1|2", modified: cropped}}
"""
COLORS = {"port": "#036", "harbour": "#369", "berth4": "#693", "night": "#003", "wall": "#963"}


def harbour(folder: Path) -> Project:
    """Make the project; its pictures are drawings, the same bytes everywhere."""
    project = Project(folder)
    project.write(DECK)
    (folder / "art").mkdir()
    for name, color in COLORS.items():
        drawing = f'<rect width="80" height="60" fill="{color}"/>'
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="80" height="60">{drawing}</svg>\n'
        (folder / "art" / f"{name}.svg").write_bytes(svg.encode())
    return project


def printed(project: Project, form: str) -> bytes:
    """Return what the command writes of the project's deck in a form, whatever deckmaker's version."""
    with patch.object(spdx, "__version__", "1.0"):
        return run("credits", "-q", "-f", form, project.deck).stdout_bytes


def expected(form: str) -> Path:
    """Return the file that holds what was accepted."""
    return EXPECTED / f"harbour.{'txt' if form == 'table' else form}"


__all__ = ["COLORS", "DECK", "LEDGERS", "expected", "harbour", "printed"]
