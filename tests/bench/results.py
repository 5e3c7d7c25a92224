"""What was measured, and the numbers that are made of it: medians, ratios, growth. None where nothing was measured."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median

from tests.bench.measure import Measurement


@dataclass(frozen=True, slots=True)
class Case:
    """A deck of so many slides, each with a photo of its own or with one of a few that they share."""

    slides: int
    distinct: bool


@dataclass(frozen=True)
class Rounds:
    """Measurements by command; those at the same index are of one round, made within seconds of each other."""

    by_command: Mapping[str, Sequence[Measurement]]

    def seconds(self, command: str) -> float | None:
        """Return a command's median time."""
        return self._median(command, lambda one: one.seconds)

    def mebibytes(self, command: str) -> float | None:
        """Return the median of a command's peaks of memory."""
        return self._median(command, lambda one: one.mebibytes)

    def megabytes(self, command: str) -> float | None:
        """Return the size of what a command writes."""
        return self._median(command, lambda one: one.megabytes)

    def ratio(self, command: str, *others: str) -> float | None:
        """Return a command's time over the sum of the others', the median of the rounds' ratios.

        A round's commands ran under the same load, so that its ratio says more than one of medians of times would.
        """
        if not others or any(name not in self.by_command for name in (command, *others)):
            return None
        times = ([one.seconds for one in self.by_command[name]] for name in (command, *others))
        ratios: list[float] = [own / sum(theirs) for own, *theirs in zip(*times, strict=True)]
        return median(ratios)

    def memory_ratio(self, command: str, other: str) -> float | None:
        """Return what a command takes of memory over what another does: medians, which hardly differ by round."""
        own, theirs = self.mebibytes(command), self.mebibytes(other)
        return own / theirs if own is not None and theirs is not None else None

    def spread(self) -> float:
        """Return how far apart, as a part of its median, a command's times lie: the median over the commands."""
        times = [[one.seconds for one in some] for some in self.by_command.values()]
        return median((max(some) - min(some)) / median(some) for some in times)

    def _median(self, command: str, number: Callable[[Measurement], float]) -> float | None:
        some = self.by_command.get(command)
        return median(map(number, some)) if some else None


@dataclass(frozen=True)
class Results:
    """Everything of one run: rounds by case, those of the briefing, and those of decks of charts by how many.

    `tags` is what those of a PDF cost, as a part of drawing it without; `viewing` are pages of photos, opened.
    """

    cases: Mapping[Case, Rounds]
    briefing: Rounds
    charts: Mapping[int, Rounds] = field(default_factory=dict)
    tags: float | None = None
    viewing: Rounds = field(default_factory=lambda: Rounds({}))

    def sizes(self, distinct: bool) -> list[int]:
        """Return the numbers of slides that were measured with distinct photos or shared ones."""
        return sorted(case.slides for case in self.cases if case.distinct == distinct)

    def of(self, slides: int, distinct: bool = True) -> Rounds:
        """Return a case's rounds, empty ones where it was not measured."""
        return self.cases.get(Case(slides, distinct), Rounds({}))

    def milliseconds_each(self, command: str, few: int, many: int, distinct: bool = True) -> float | None:
        """Return what each slide beyond the first `few`, up to `many`, adds to a command's time: no start-up."""
        times = [self.of(slides, distinct).seconds(command) for slides in (few, many)]
        if times[0] is None or times[1] is None:
            return None
        return 1_000 * (times[1] - times[0]) / (many - few)

    def growth(self, command: str, sizes: tuple[int, int, int]) -> float | None:
        """Return what a slide adds between the first size and the third, over what it adds up to the second.

        1 is a command whose time grows with its slides, and not faster.
        """
        first, second, third = sizes
        early, whole = (self.milliseconds_each(command, first, many) for many in (second, third))
        return whole / early if early and whole is not None else None
