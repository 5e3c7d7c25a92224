"""Draws one SVG in a process of its own: hostile drawings can take any time and memory, and that ends with it.

Run as a file, not as a module: it must start fast and knows nothing of deckmaker. In: JSON with the drawing and the
fonts. Out: a PNG, or a line that says what is wrong and exit code 3.
"""

from __future__ import annotations

import json
import sys

MOST_MEMORY = 3_000_000_000
"""Bytes of address space; a drawing of 3,200 pixels square with some filters takes 0.3 billion."""


def main() -> int:
    """Draw what comes in."""
    _limit_memory()
    import resvg_py

    wanted = json.load(sys.stdin)
    try:
        picture = resvg_py.svg_to_bytes(
            svg_string=wanted["svg"],
            skip_system_fonts=True,
            font_files=wanted["fonts"],
            font_family=wanted["sans"],
            sans_serif_family=wanted["sans"],
            serif_family=wanted["serif"],
            monospace_family=wanted["fixed"],
            cursive_family=wanted["sans"],
            fantasy_family=wanted["sans"],
        )
    except ValueError as error:
        sys.stderr.write(str(error))
        return 3  # 1 is what Python itself ends with
    sys.stdout.buffer.write(bytes(picture))
    return 0


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # not on Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


if __name__ == "__main__":
    sys.exit(main())
