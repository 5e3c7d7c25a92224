"""Lines as PowerPoint has set them: medians over lines of presentations and of the PDFs that PowerPoint made of them.

Read off pairs that are public: ten of developer0hye/office2pdf (Apache-2.0), and slides of talks in public
repositories, OWASP/Top10 and CppCon among them; PowerPoint 2010 to 365 for Windows, and older ones for Mac. These are
figures only; none of the files is here. In points.
"""

from __future__ import annotations

from typing import NamedTuple


class Measured(NamedTuple):
    """Lines of a family at a size: at so many percent of single spacing, or, where that is 0, at an exact height.

    `first` is how far the first baseline is below the text's top, `pitch` from one baseline to the next.
    """

    family: str
    size: float
    percent: int
    exact: float
    first: float
    pitch: float | None = None

    def __str__(self) -> str:
        return f"{self.family} {self.size:g} at {f'{self.percent} %' if self.percent else self.exact}"


WINDOWS = (
    Measured("Arial", 7, 100, 0, 6.84, 8.4),
    Measured("Arial", 9, 100, 0, 8.8),
    Measured("Arial", 9.5, 100, 0, 9.3, 11.4),
    Measured("Arial", 12, 90, 0, 10.2, 12.96),
    Measured("Arial", 12, 100, 0, 11.66),
    Measured("Arial", 14, 90, 0, 11.97, 15.12),
    Measured("Arial", 14, 100, 0, 13.56),
    Measured("Arial", 18, 90, 0, 15.36, 19.44),
    Measured("Arial", 18, 100, 0, 17.52, 21.6),
    Measured("Arial", 18, 150, 0, 24.36),
    Measured("Arial", 20, 90, 0, 17.04, 21.6),
    Measured("Arial", 20, 100, 0, 19.44, 24),
    Measured("Arial", 24, 90, 0, 20.52, 25.92),
    Measured("Arial", 24, 100, 0, 23.4, 28.8),
    Measured("Arial", 28, 85, 0, 22.2, 28.55),
    Measured("Arial", 28, 90, 0, 23.88, 30.25),
    Measured("Arial", 28, 100, 0, 27.24, 33.61),
    Measured("Arial", 32, 85, 0, 25.32, 32.65),
    Measured("Arial", 32, 90, 0, 27.24),
    Measured("Arial", 32, 100, 0, 31.08, 38.38),
    Measured("Arial", 36, 85, 0, 28.56),
    Measured("Arial", 36, 90, 0, 30.72),
    Measured("Arial", 40, 85, 0, 31.68),
    Measured("Arial", 44, 85, 0, 34.92),
    Measured("Calibri", 6, 100, 0, 5.67),
    Measured("Calibri", 9, 100, 0, 8.43),
    Measured("Calibri", 12, 100, 0, 11.29, 14.4),
    Measured("Calibri", 12, 0, 10, 7.66),
    Measured("Calibri", 13, 100, 0, 12.19),
    Measured("Calibri", 14, 100, 0, 13.15, 16.8),
    Measured("Calibri", 14, 0, 10, 7.61),
    Measured("Calibri", 16, 100, 0, 15.06),
    Measured("Calibri", 18, 100, 0, 16.85, 21.6),
    Measured("Calibri", 22, 100, 0, 20.64),
    Measured("Calibri", 24, 90, 0, 19.73),
    Measured("Calibri", 24, 100, 0, 22.49),
    Measured("Calibri", 28, 90, 0, 22.83, 30.27),
    Measured("Calibri", 28, 100, 0, 26.2, 33.6),
    Measured("Calibri", 30, 90, 0, 24.51),
    Measured("Calibri", 32, 90, 0, 26.27),
    Measured("Calibri", 32, 100, 0, 30.02, 38.43),
    Measured("Calibri", 36, 90, 0, 29.48),
    Measured("Calibri", 36, 100, 0, 33.74),
    Measured("Calibri", 40, 100, 0, 37.53),
    Measured("Calibri", 48, 100, 0, 44.88),
    Measured("Courier New", 10, 100, 0, 8.8),
    Measured("Courier New", 18, 100, 0, 15.92),
    Measured("Times New Roman", 18, 100, 0, 17.47),
)
"""Of 3 to 409 lines each."""

MAC = (
    Measured("Arial", 10, 100, 0, 10),
    Measured("Arial", 14, 100, 0, 12.8),
    Measured("Arial", 18, 100, 0, 17.37, 21.34),
    Measured("Arial", 20, 90, 0, 17, 21),
    Measured("Arial", 20, 100, 0, 19.34, 24),
    Measured("Arial", 24, 90, 0, 20.34, 25.96),
    Measured("Arial", 24, 100, 0, 23.34, 28.8),
    Measured("Arial", 28, 90, 0, 24, 30.24),
    Measured("Arial", 28, 100, 0, 27.34, 33.33),
    Measured("Arial", 32, 85, 0, 25.34, 32.67),
    Measured("Arial", 44, 85, 0, 35),
    Measured("Calibri", 10, 90, 0, 8.67),
    Measured("Calibri", 18, 100, 0, 17),
    Measured("Calibri", 24, 100, 0, 22.33),
    Measured("Calibri", 28, 90, 0, 23, 30),
    Measured("Calibri", 32, 90, 0, 26),
)
"""Of 8 lines each or more, which stand on whole points or thirds of them."""
