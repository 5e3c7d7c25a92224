"""One page as every engine shows it, side by side: what differs from our PDF is red, findings are framed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from tests.agreement.rasters import WIDTH
from tests.agreement.report import Finding
from tests.agreement.view import TextLine

LABEL = 22
"""Pixels above each panel for its name."""

NOTICEABLE = 64
"""Levels of grey by which a blurred pixel must differ to be marked: misplaced text does, another smoothing does not."""

MARK, MISSING, FOUND = (220, 0, 0), (220, 0, 0), (0, 90, 220)


def write_sheet(
    path: Path, panels: Mapping[str, Image.Image], findings: Mapping[str, Sequence[Finding]], points: float
) -> Path:
    """Write the panels two abreast, the first being what others are held against; `points` is the page's width."""
    reference = next(iter(panels.values()))
    width, height = reference.size
    rows = (len(panels) + 1) // 2
    sheet = Image.new("RGB", (2 * width + 8, rows * (height + LABEL)), "white")
    draw = ImageDraw.Draw(sheet)
    for index, (name, panel) in enumerate(panels.items()):
        x, y = (index % 2) * (width + 8), (index // 2) * (height + LABEL)
        draw.text((x + 4, y + 4), name, fill="black")
        shown = panel if panel is reference else _marked(panel.resize(reference.size), reference)
        sheet.paste(_framed(shown, findings.get(name, ()), WIDTH / points), (x, y + LABEL))
    path.parent.mkdir(parents=True, exist_ok=True)
    sheet.save(path)
    return path


def _marked(panel: Image.Image, reference: Image.Image) -> Image.Image:
    difference = ImageChops.difference(panel.convert("L"), reference.convert("L"))
    blurred = difference.filter(ImageFilter.GaussianBlur(1.5))
    mask = blurred.point(lambda level: 170 if level > NOTICEABLE else 0).filter(ImageFilter.MaxFilter(3))
    return Image.composite(Image.new("RGB", panel.size, MARK), panel, mask)


def _framed(panel: Image.Image, findings: Sequence[Finding], scale: float) -> Image.Image:
    panel = panel.copy()
    draw = ImageDraw.Draw(panel)
    for finding in findings:
        for line, color in ((finding.expected, MISSING), (finding.found, FOUND)):
            if line:
                draw.rectangle(_box(line, scale), outline=color)
    return panel


def _box(line: TextLine, scale: float) -> tuple[float, float, float, float]:
    x0, x1, top, bottom = line.x0, line.x1, line.baseline - line.size, line.baseline + 0.3 * line.size
    return x0 * scale - 2, top * scale - 2, x1 * scale + 2, bottom * scale + 2
