"""Draws pages of a PDF in a process of its own: hostile drawings in it can take any time and memory, and that ends with
the process.

Run as a file, not as a module: it knows nothing of deckmaker. Its argument is the process that waits for it. In: a line
with the width in pixels and the size of the PDF in bytes, then that; and for each page that is wanted a line with its
index and how many seconds of processor it may take. Out: for each a line with these seconds and the picture's width and
height, then its pixels (RGB).
"""

from __future__ import annotations

import math
import os
import signal
import sys
import time

_DIE_WITH_PARENT = 1
"""Linux, prctl(2): PR_SET_PDEATHSIG."""

_BELOW = 0.01
"""Pixels: PDFium takes the next whole number, and 1,920 pixels and a rounding error are 1,921."""


def main(parent: int) -> None:
    """Draw the pages that are asked for."""
    _end_with(parent)
    import pypdfium2

    width, size = map(int, sys.stdin.buffer.readline().split())
    content = sys.stdin.buffer.read(size)
    document = None
    for line in sys.stdin.buffer:
        index, seconds = map(int, line.split())
        begin = time.process_time()
        _limit(math.ceil(begin) + seconds)
        document = document or pypdfium2.PdfDocument(content)
        page = document[index]
        bitmap = page.render(scale=(width - _BELOW) / page.get_width(), may_draw_forms=False)
        image = bitmap.to_pil().convert("RGB")
        took = time.process_time() - begin
        sys.stdout.buffer.write(f"{took:.2f} {image.width} {image.height}\n".encode() + image.tobytes())
        sys.stdout.buffer.flush()
        bitmap.close()
        page.close()


def _end_with(parent: int) -> None:
    """Have the system end this process when the one that waits for it ends, however that comes about."""
    if sys.platform != "linux":
        return
    import ctypes

    ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:  # it ended before the system knew
        os._exit(1)


def _limit(seconds: int) -> None:
    """Take no more of the processor in all, nor than whoever started deckmaker allows."""
    try:
        import resource
    except ImportError:  # not on Windows
        return
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    # Less than the hard limit: there, the system kills without the signal that tells why.
    most = seconds if hard == resource.RLIM_INFINITY else min(seconds, max(1, hard - 1))
    resource.setrlimit(resource.RLIMIT_CPU, (most, hard))


if __name__ == "__main__":
    main(int(sys.argv[1]))
