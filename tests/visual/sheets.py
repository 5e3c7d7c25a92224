"""Contact sheets: pages of a specimen deck as one route shows them, three abreast, each with what it is below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

ABREAST, DOWN = 3, 3
"""Pages in a row, and rows on a sheet: more would be reduced when they are looked at."""

PAGE_WIDTH = 640
GAP, CAPTION = 12, 26
"""Pixels around pages, and below each for its caption."""

GROUND, INK = (128, 128, 128), (255, 255, 255)
"""A grey that neither light nor dark pages melt into."""


def write_sheets(path: Path, pages: Sequence[tuple[str, Image.Image]]) -> Iterator[Path]:
    """Write captioned pages of one size, as many files as they take: `path` with a number; yield each file."""
    for number, some in enumerate(_batched(pages, ABREAST * DOWN), start=1):
        sheet = path.with_name(f"{path.stem}-{number}{path.suffix}")
        sheet.parent.mkdir(parents=True, exist_ok=True)
        _sheet(some).save(sheet)
        yield sheet


def _sheet(pages: Sequence[tuple[str, Image.Image]]) -> Image.Image:
    first = pages[0][1]
    size = PAGE_WIDTH, round(PAGE_WIDTH * first.height / first.width)
    across, down = min(len(pages), ABREAST), -(-len(pages) // ABREAST)
    step = size[0] + GAP, size[1] + CAPTION + GAP
    sheet = Image.new("RGB", (across * step[0] + GAP, down * step[1] + GAP), GROUND)
    draw = ImageDraw.Draw(sheet)
    for index, (caption, page) in enumerate(pages):
        x, y = GAP + index % ABREAST * step[0], GAP + index // ABREAST * step[1]
        sheet.paste(page.resize(size, Image.Resampling.LANCZOS), (x, y))
        draw.text((x, y + size[1] + 4), caption, INK, ImageFont.load_default(14))
    return sheet


def _batched(pages: Sequence[tuple[str, Image.Image]], count: int) -> Iterator[Sequence[tuple[str, Image.Image]]]:
    for start in range(0, len(pages), count):
        yield pages[start : start + count]
