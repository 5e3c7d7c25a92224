"""The ways in which editors save."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path


def in_place(file: Path, text: str) -> None:
    """As most editors do."""
    file.write_text(text, encoding="utf-8")


def in_chunks(file: Path, text: str) -> None:
    """As over a slow network."""
    step = max(1, len(text) // 4)
    with file.open("w", encoding="utf-8") as stream:
        for start in range(0, len(text), step):
            stream.write(text[start : start + step])
            stream.flush()
            time.sleep(0.002)


def replaced(file: Path, text: str) -> None:
    """As whoever wants no half file ever."""
    new = file.with_name(f"{file.name}.new")
    new.write_text(text, encoding="utf-8")
    os.replace(new, file)


def moved_away(file: Path, text: str) -> None:
    """As vim does: the old file becomes the copy, and a new one comes."""
    copy = file.with_name(f"{file.name}~")
    os.replace(file, copy)
    file.write_text(text, encoding="utf-8")
    copy.unlink()


def deleted_and_made(file: Path, text: str) -> None:
    """As those do who begin anew."""
    file.unlink()
    file.write_text(text, encoding="utf-8")


WAYS: dict[str, Callable[[Path, str], None]] = {
    one.__name__: one for one in (in_place, in_chunks, replaced, moved_away, deleted_and_made)
}
