"""The slides by Typst's compiler: `by_typst.py SLIDES.json PHOTOS OUTPUT.pdf FONTS`.

slides.typ reads the same data as the scripts do. Typst reads files below one root alone: here, the whole file system.
"""

from __future__ import annotations

import sys
from pathlib import Path

import typst


def main(slides: Path, photos: Path, output: Path, fonts: Path) -> None:
    typst.compile(
        Path(__file__).with_name("slides.typ"),
        output=output,
        root="/",
        font_paths=[fonts],
        ignore_system_fonts=True,
        sys_inputs={"slides": str(slides.resolve()), "photos": str(photos.resolve())},
    )


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
