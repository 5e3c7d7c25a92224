"""A PDF's structure tree as poppler reads it out: the texts of its blocks, in the tree's order."""

from __future__ import annotations

import subprocess
from collections.abc import Collection, Iterator
from pathlib import Path

INLINE = ("Link", "Reference", "Span")


def blocks_by_poppler(path: Path, without: Collection[str] = ()) -> Iterator[list[str]]:
    """Yield the texts of each section's blocks; `without` are types of elements that are passed over whole.

    Poppler prints an element a line, its words below it in quotes. What is inline is a part of the block that it is in.
    """
    done = subprocess.run(["pdfinfo", "-struct-text", str(path)], capture_output=True, text=True, check=True)
    sections = [[""]]
    passed: int | None = None
    for line in done.stdout.split("\n"):
        words = line.lstrip()
        depth = len(line) - len(words)
        if passed is not None and depth > passed:
            continue
        passed, tag = None, words.split(" ")[0].removesuffix(":")
        if words.startswith('"'):
            sections[-1][-1] += words.rstrip().removeprefix('"').removesuffix('"')
        elif line == "  Sect":
            sections.append([""])
        elif tag not in (*INLINE, "Object"):
            sections[-1].append("")
            passed = depth if tag in without else None
    yield from ([block for block in section if block.strip()] for section in sections[1:])
