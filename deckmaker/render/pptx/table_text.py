"""What the text of a table's cell says of itself: all but the colour and the weight that its table's style gives it.

Whether PowerPoint heeds a list style within a cell is not known (docs/analysis/powerpoint.md); so none is written.
"""

from __future__ import annotations

from deckmaker.fonts import face
from deckmaker.layout import TextItem
from deckmaker.render.pptx.cell_looks import CellLook
from deckmaker.render.pptx.colors import SchemeColors
from deckmaker.render.pptx.levels import KERN_FROM, Level
from deckmaker.render.pptx.text import Direct
from deckmaker.render.pptx.units import hundredths
from deckmaker.theme.baselines import DESCENT


def drop(item: TextItem) -> float:
    """Return by how many points a cell's text goes down to have its baselines where layout has them.

    In a table LibreOffice puts a baseline as far above its line's bottom as the line's fonts reach down, elsewhere by
    `DESCENT` (docs/analysis/tables.md). Lines with fonts of their own differ; of their needs this is the middle.
    """
    lines = [line.runs for line in item.setting.lines if line.runs]
    needs = [max(-face(run.style.face).metrics.descent * run.style.size for run in runs) for runs in lines]
    return (min(needs) + max(needs)) / 2 - DESCENT * item.setting.size if needs else 0.0


def direct_text(level: Level, given: CellLook | None, colors: SchemeColors) -> Direct:
    """Return what the paragraphs and runs of a cell say; `given` is its style's look, None where that is not known."""
    tracking = f' spc="{hundredths(level.tracking)}"' if level.tracking else ""
    return Direct(
        bold=given.bold if given else None,
        italic=False,
        # or LibreOffice lets a line's last comma stand outside its frame
        paragraph=f' algn="{level.align}" hangingPunct="0"',
        spacing=f'<a:lnSpc><a:spcPts val="{hundredths(level.leading)}"/></a:lnSpc>',
        run=f' sz="{hundredths(level.size)}" kern="{hundredths(KERN_FROM)}"{tracking}',
        fill="" if given and given.color == level.color else colors.fill(level.color),
        font=f'<a:latin typeface="{level.font}"/>',
    )
