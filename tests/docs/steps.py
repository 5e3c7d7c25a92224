"""A page that somebody follows step by step, read as what it asks for: the page itself is what its test does.

It writes these in its own words, which are looked for:

- "Save this as `FILE`", and a block: the file that is written;
- "Add this to the end of `FILE`", and a block: what is added to it;
- "In `FILE`, change `ONE` to `OTHER`": what is changed, which must be there once;
- "Put a photo … call it `FILE`": a photo, which the test makes;
- a block of `sh`: a command, and in a block of `text` right behind it all that is printed.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_SAID = re.compile(
    r"Save this as `(?P<saved>[^`]+)`|Add this to the end of `(?P<added>[^`]+)`"
    r"|[Ii]n `(?P<changed>[^`]+)`, change `(?P<old>[^`]+)` to `(?P<new>[^`]+)`|call it `(?P<photo>[^`]+)`"
)


@dataclass(frozen=True)
class Write:
    """Write a file, or add to its end."""

    file: str
    text: str
    adds: bool


@dataclass(frozen=True)
class Change:
    """Change what stands once in a file."""

    file: str
    old: str
    new: str


@dataclass(frozen=True)
class Photo:
    """Have a photo."""

    file: str


@dataclass(frozen=True)
class Run:
    """Run a command, which prints this."""

    command: str
    prints: str


Step = Write | Change | Photo | Run


def steps_of(page: Path) -> Iterator[Step]:
    """Yield what a page asks for, in its order.

    Raises:
        ValueError: for a block of which the page does not say what is to be done with it, or a command without what it
            prints: then the page is not wholly tested.
    """
    text = page.read_text(encoding="utf-8")
    blocks = list(_BLOCK.finditer(text))
    end, target, command = 0, None, None
    for block in [*blocks, None]:
        prose = " ".join(text[end : block.start() if block else len(text)].split())
        if command and (prose or block is None):
            raise ValueError(f"what `{command}` prints is not said")
        for said in _SAID.finditer(prose):
            if target:
                raise ValueError(f"nothing is given for {target[0]}")
            if said["changed"]:
                yield Change(said["changed"], said["old"], said["new"])
            elif said["photo"]:
                yield Photo(said["photo"])
            else:
                target = (said["saved"] or said["added"], bool(said["added"]))
        if block is None:
            return
        language, held, end = block[1], block[2], block.end()
        if target:
            yield Write(target[0], held, target[1])
            target = None
        elif language == "sh":
            command = held.strip()
        elif command:
            yield Run(command, held)
            command = None
        else:
            raise ValueError(f"nothing says what this block is for: {held}")


def followed(page: Path, folder: Path) -> Path:
    """Do in a folder what a page asks for, and hold what is printed against what the page says; return the folder."""
    for step in steps_of(page):
        printed = _do(step, folder)
        if isinstance(step, Run):
            assert _timeless(printed) == _timeless(step.prints), f"`{step.command}` prints:\n{printed}"
    return folder


def _timeless(printed: str) -> str:
    """Return what is printed without how long it took, which is another time each time."""
    return re.sub(r"\b\d+\.\d s\b", "… s", printed)


def _do(step: Step, folder: Path) -> str:
    """Do what a step asks for in a folder, and return what is printed."""
    path = folder / getattr(step, "file", "")
    match step:
        case Write(text=text, adds=adds):
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("a" if adds else "x", encoding="utf-8") as file:
                file.write(text)
        case Change(old=old, new=new):
            text = path.read_text(encoding="utf-8")
            assert text.count(old) == 1, f"{old} stands {text.count(old)} times in {path.name}"
            path.write_text(text.replace(old, new), encoding="utf-8")
        case Photo():
            Image.radial_gradient("L").resize((1600, 1200)).convert("RGB").save(path)
        case Run(command=command):
            return run(command, folder)
    return ""


def run(command: str, folder: Path) -> str:
    """Return all that a command prints in a shell, mistakes too, in the order in which it prints them.

    Raises:
        CalledProcessError: where the shell itself says so, by a code above 2: deckmaker says 1 and 2 of decks.
    """
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["sh", "-uc", command],
        cwd=folder,
        env=os.environ | {"PATH": path},
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if done.returncode > 2:
        done.check_returncode()
    return done.stdout
