"""Draw every picture: `python -m assets.draw [name ...]` from the repository root.

With names (or parts of names) only the matching pictures are drawn.
"""

import pathlib
import sys

if not __package__:
    # Started by path instead of with -m: make the package importable first.
    sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2]))
    __package__ = "assets.draw"

from assets.draw import heating, nature, output, scenes, showcase, starters

ASSETS = pathlib.Path(__file__).resolve().parents[1]
STARTERS = ASSETS.parent / "deckmaker" / "data" / "starters"

PRINT_WIDTH = 2250
"""Pixels: 300 to the inch where a picture is as high as a page, 540 points."""

WHOLE = {"heating": heating.ALL, "nature": nature.WHOLE}
"""By their folders, pictures that fill a page or half of one."""

WHOLE_WIDTH, SMALL_WIDTH = 1920, 800
"""Pixels of these, and of those that stand in grids."""


def main(wanted):
    for name, draw in scenes.ALL:
        if not wanted or any(part in name for part in wanted):
            output.save(draw(), ASSETS / "briefing" / name, "jpg", width=PRINT_WIDTH)
    for folder, name, kind, width, draw in showcase.ALL:
        if not wanted or any(part in name for part in wanted):
            output.save(draw(), ASSETS / folder / name, kind, width=width)
    for name, draw in nature.SMALL:
        if not wanted or any(part in name for part in wanted):
            output.save(draw(), ASSETS / "nature" / name, "png", width=SMALL_WIDTH)
    for folder, drawings in WHOLE.items():
        for name, draw in drawings:
            if not wanted or any(part in name for part in wanted):
                output.save(draw(), ASSETS / folder / name, "jpg", width=WHOLE_WIDTH)
    for name, draw in starters.ALL:
        if not wanted or any(part in name for part in wanted):
            output.save(draw(), STARTERS / name, "jpg", width=WHOLE_WIDTH)


if __name__ == "__main__":
    main(sys.argv[1:])
