"""How much of each preset pattern has its foreground's colour (ECMA-376 part 1, 20.1.10.51): of 8 by 8 dots."""

from __future__ import annotations

SHARES = {
    **{f"pct{one}": one / 100 for one in (5, 10, 20, 25, 30, 40, 50, 60, 70, 75, 80, 90)},
    **dict.fromkeys(("ltHorz", "ltVert", "ltUpDiag", "ltDnDiag", "dashHorz", "dashVert", "wave"), 0.25),
    **dict.fromkeys(("horz", "vert", "upDiag", "dnDiag", "dotGrid", "lgGrid", "divot", "dotDmnd"), 0.125),
    **dict.fromkeys(("narHorz", "narVert", "dkHorz", "dkVert", "dkUpDiag", "dkDnDiag", "trellis"), 0.5),
    **dict.fromkeys(("wdUpDiag", "wdDnDiag", "smGrid", "cross", "diagCross", "openDmnd", "plaid"), 0.4),
    **dict.fromkeys(("smCheck", "lgCheck", "solidDmnd", "sphere", "weave", "shingle", "horzBrick", "diagBrick"), 0.45),
    **dict.fromkeys(("smConfetti", "lgConfetti", "zigZag", "dashUpDiag", "dashDnDiag"), 0.25),
}
