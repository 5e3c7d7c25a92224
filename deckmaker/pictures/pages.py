"""Pages of a PDF file to pixels, by PDFium, within a time and a memory that are set. Knows nothing of decks."""

from __future__ import annotations

import os
import subprocess  # nosec B404: deckmaker's own worker
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from PIL import Image

from deckmaker.bounded import ended_after, limit_memory
from deckmaker.budget.drawings import DRAWING_MEMORY, DRAWING_SECONDS
from deckmaker.slow_drawings import BUSY, TIME_IS_UP, slow_ones

_WORKER = Path(__file__).with_name("worker.py")


class NotDrawn(Exception):
    """Why there is no picture of a page, behind its name; `index` says which."""

    def __init__(self, index: int, why: str) -> None:
        super().__init__(why)
        self.index = index


def page_images(pdf: bytes, width: int, indexes: Iterable[int]) -> Iterator[Image.Image]:
    """Yield pages of a PDF file as RGB images, `width` pixels across: those of these indexes, from 0.

    The same file gives the same pixels with the same release of PDFium: letters are smoothed in grey, not for a screen.
    Raises NotDrawn where one takes more time than is left for slow drawings, or more memory than one may.
    """
    of_deck = slow_ones()
    with _worker(pdf, width) as process:
        for index in indexes:
            seconds = of_deck.seconds()
            with ended_after(process, BUSY * DRAWING_SECONDS.most) as is_late:
                drawn = _drawn(process, index, seconds)
            if drawn is None:
                of_deck.took(seconds)
                is_slow = process.wait() == -TIME_IS_UP or is_late.is_set()
                why = (
                    f"takes more than {seconds} seconds to draw"
                    if is_slow
                    else "cannot be drawn in the memory there is"
                )
                raise NotDrawn(index, why)
            took, image = drawn
            of_deck.took(took)
            yield image


@contextmanager
def _worker(pdf: bytes, width: int) -> Iterator[subprocess.Popen[bytes]]:
    """Start the worker. Isolated: neither the current folder nor the environment changes what it imports."""
    pipe = subprocess.PIPE
    command = [sys.executable, "-I", str(_WORKER), str(os.getpid())]
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL) as process:  # nosec B603
        assert process.stdin
        try:
            limit_memory(process, DRAWING_MEMORY.most + len(pdf))
            with suppress(BrokenPipeError):  # then there is no answer either
                process.stdin.write(f"{width} {len(pdf)}\n".encode() + pdf)
            yield process
        finally:
            process.kill()
            with suppress(BrokenPipeError):
                process.stdin.close()


def _drawn(process: subprocess.Popen[bytes], index: int, seconds: int) -> tuple[float, Image.Image] | None:
    """Return how many seconds a page took, and its picture; None where the worker has ended."""
    assert process.stdin and process.stdout
    with suppress(BrokenPipeError):
        process.stdin.write(f"{index} {seconds}\n".encode())
        process.stdin.flush()
    facts = process.stdout.readline().split()
    if len(facts) != 3:
        return None
    size = int(facts[1]), int(facts[2])
    pixels = process.stdout.read(3 * size[0] * size[1])
    return (float(facts[0]), Image.frombytes("RGB", size, pixels)) if len(pixels) == 3 * size[0] * size[1] else None
