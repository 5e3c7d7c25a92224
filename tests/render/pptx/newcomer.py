"""A colleague who adds slides in LibreOffice. Run by a Python with UNO: newcomer.py FILE FOLDER

Opens FILE, prints its outline and what a new slide of each of its layouts has, as JSON, and saves FOLDER/added.pptx
and .pdf with a slide of each behind the others, whose title and text have been typed into.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from colleague import Colleague, _items, office

OUTLINE = ("TitleTextShape", "SubtitleShape", "OutlinerShape")
"""Kinds of shapes that LibreOffice's outline view shows."""

TITLE_AND_TEXT = 1
LAYOUTS = {"Title": 0, "Title without picture": 0, "Title only": 19, "Blank": 20}
"""Layouts in LibreOffice's own numbering (AutoLayout in sd/inc/pres.hxx)."""

CHAR_SPECIAL = 6
"""The kind of numbering that is a bullet (com.sun.star.style.NumberingType)."""

LIKE = 3
"""The slide, from 0, behind which new ones are inserted: they have its number and its footer."""

NOWHERE = (0, 0, 100, 100)
"""Place and size, in hundredths of a millimetre, that LibreOffice tells of a shape that is on no slide, or not yet."""

LOOKS = 100
"""How often a slide is looked at until each of its shapes is somewhere."""

POINTS = 72 / 2540
"""Of a hundredth of a millimetre."""


def kind(shape: Any) -> str:
    return str(shape.ShapeType.rpartition(".")[2])


def outline(slides: Any) -> list[list[str]]:
    """Return for each slide what the outline view shows of it."""
    return [[shape.String for shape in _items(one) if kind(shape) in OUTLINE] for one in _items(slides)]


def look(shape: Any) -> dict[str, Any]:
    """Return the kind, the frame in points, the words and the first paragraph's bullet of a shape."""
    at, size = shape.Position, shape.Size
    frame = [round(one * POINTS, 1) for one in (at.X, at.Y, size.Width, size.Height)]
    found = {"kind": kind(shape), "frame": frame, "text": getattr(shape, "String", "")}
    if found["text"]:
        paragraph = shape.createEnumeration().nextElement()
        level = paragraph.NumberingLevel
        rule = paragraph.NumberingRules.getByIndex(level) if level is not None and level >= 0 else ()
        said = {one.Name: one.Value for one in rule}
        found["bullet"] = said.get("BulletChar", "") if said.get("NumberingType") == CHAR_SPECIAL else ""
    return found


def look_at_all(colleague: Colleague, slide: Any) -> list[dict[str, Any]]:
    """Return what each shape of a slide is, once LibreOffice has put them all where its layout has them."""
    for _ in range(LOOKS):
        colleague.settle()
        shapes = _items(slide)
        seen = [look(one) for one in shapes]
        if all((one.Position.X, one.Position.Y, one.Size.Width, one.Size.Height) != NOWHERE for one in shapes):
            return seen
    raise TimeoutError


def main(file: str, folder: str) -> None:
    with office() as context:
        colleague = Colleague(context, Path(file))
        slides, masters = colleague.presentation.DrawPages, _items(colleague.presentation.MasterPages)
        report: dict[str, Any] = {"outline": outline(slides), "new": {}}
        for master in masters:
            slide = colleague.new_slide(LIKE)
            slide.MasterPage = master
            slide.Layout = LAYOUTS.get(master.Name, TITLE_AND_TEXT)
            colleague.settle()
            for shape in _items(slide):
                if kind(shape) == "TitleTextShape":
                    shape.String = "Typed title"
                elif kind(shape) in OUTLINE:
                    shape.String = "Typed text"
            report["new"][master.Name] = {
                "number": slide.IsPageNumberVisible,
                "footer": slide.IsFooterVisible,
                "footer_text": slide.FooterText,
                "date": slide.IsDateTimeVisible,
                "shapes": look_at_all(colleague, slide),
                "master": [look(one) for one in _items(master)],
            }
        for extension in ("pptx", "pdf"):
            colleague.save(Path(folder, f"added.{extension}"))
        colleague.presentation.close(True)
        sys.stdout.write(json.dumps(report))


if __name__ == "__main__":
    main(*sys.argv[1:])
