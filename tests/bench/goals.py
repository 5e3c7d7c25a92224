"""What the numbers ought to be, and whether they are."""

from __future__ import annotations

from dataclasses import dataclass

from tests.bench.charts import FEW as FEW_CHARTS
from tests.bench.charts import MANY as MANY_CHARTS
from tests.bench.commands import ALL, BASE64, CHECK, FORMATS, HANDOUT, PDF_SCRIPT, PPTX_SCRIPT
from tests.bench.results import Results, Rounds
from tests.bench.viewing import PAGE, PHOTOS, PLAIN

FEW, MORE, MANY = 16, 100, 1_000
"""Slides of the decks, with distinct photos, that goals speak of."""


@dataclass(frozen=True, slots=True)
class Goal:
    """A number that should be no higher than its limit; None where it was not measured."""

    says: str
    limit: float
    found: float | None

    @property
    def verdict(self) -> str:
        """Say whether it is met, in a word or two."""
        if self.found is None:
            return "not measured"
        return "met" if self.found <= self.limit else "**missed**"


def goals(results: Results) -> list[Goal]:
    """Return every goal with what was found."""
    few, many, viewing = results.of(FEW), results.of(MANY), results.viewing
    return [
        Goal(f"{FEW} slides: PPTX, time over its script's", 1.5, few.ratio("pptx", PPTX_SCRIPT)),
        Goal(f"{FEW} slides: PDF, time over its script's", 1.5, few.ratio("pdf", PDF_SCRIPT)),
        Goal(f"{FEW} slides: all three, time over both scripts'", 1.3, few.ratio(ALL, PPTX_SCRIPT, PDF_SCRIPT)),
        Goal("the briefing: `check`, time over `build`'s", 0.5, results.briefing.ratio(CHECK, ALL)),
        Goal(f"{MANY:,} slides: PPTX, time over its script's", 0.33, many.ratio("pptx", PPTX_SCRIPT)),
        Goal(f"{MANY:,} slides: PDF, time over its script's", 1.0, many.ratio("pdf", PDF_SCRIPT)),
        Goal(f"{MANY:,} slides: PDF, time of its tags over that of drawing it without", 0.33, results.tags),
        Goal(f"{MANY:,} slides: handout of six a sheet, time over PDF's", 2.0, many.ratio(HANDOUT, "pdf")),
        Goal(f"{MANY:,} slides: HTML, time beyond `check` over its photos' in base64", 2.0, _beyond_check(many)),
        *(
            Goal(f"{name}: growth of the time a slide, {MANY:,} slides over {MORE}", 1.15, _growth(results, command))
            for command, name in {**{one: one.upper() for one in FORMATS}, ALL: "all three"}.items()
        ),
        Goal(f"{MANY:,} slides: PPTX, peak MiB", 200, many.mebibytes("pptx")),
        Goal(f"{MANY:,} slides: PDF, peak MiB", 200, many.mebibytes("pdf")),
        Goal(f"{MANY:,} slides: handout of six a sheet, peak MiB", 200, many.mebibytes(HANDOUT)),
        Goal(f"{MANY:,} slides: HTML, peak MiB", 300, many.mebibytes("html")),
        Goal(f"{PHOTOS} photos: HTML, time to open over that of the photos alone", 1.0, viewing.ratio(PAGE, PLAIN)),
        Goal(f"{PHOTOS} photos: HTML, memory over that of the photos alone", 1.0, viewing.memory_ratio(PAGE, PLAIN)),
        Goal(f"{PHOTOS} photos: HTML, seconds to open", 3.0, viewing.seconds(PAGE)),
        Goal(f"{PHOTOS} photos: HTML, MiB of the browser", 600, viewing.mebibytes(PAGE)),
        Goal(f"{MANY_CHARTS} charts: PPTX, time over its script's", 2.0, _charts(results).ratio("pptx", PPTX_SCRIPT)),
        Goal(f"{MANY_CHARTS} charts: PPTX, peak MiB beyond that of {FEW_CHARTS}", 16, _memory_of_charts(results)),
    ]


def _growth(results: Results, command: str) -> float | None:
    return results.growth(command, (FEW, MORE, MANY))


def _charts(results: Results, count: int = MANY_CHARTS) -> Rounds:
    return results.charts.get(count, Rounds({}))


def _memory_of_charts(results: Results) -> float | None:
    few, many = (_charts(results, count).mebibytes("pptx") for count in (FEW_CHARTS, MANY_CHARTS))
    return None if few is None or many is None else many - few


def _beyond_check(rounds: Rounds) -> float | None:
    """Return how HTML compares with the bytes that it writes, once its deck is laid out as for every format."""
    html, laid_out, least = (rounds.seconds(command) for command in ("html", CHECK, BASE64))
    if html is None or laid_out is None or least is None:
        return None
    return (html - laid_out) / least
