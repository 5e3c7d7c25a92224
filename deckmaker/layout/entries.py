"""What slides that list credits say: each credit of the deck once, with its picture, and where in the deck it is."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from deckmaker.credits import credit_runs, words_for
from deckmaker.model import Credit, Deck, Picture, Run, Slide


@dataclass(frozen=True, slots=True)
class Entry:
    """A credit in the list: the picture that it is for, if that is shown, and its slides by number."""

    credit: Credit
    picture: Picture | None
    slides: tuple[int, ...]


def listed_entries(deck: Deck, only: Collection[Credit] | None = None) -> list[Entry]:
    """Return the deck's credits in the order of their slides, those with pictures first; of some, `only` these.

    Credits that read the same are one entry; of pictures, one for each.
    """
    wanted = None if only is None else {credit_runs(one, deck.language) for one in only}
    found: dict[tuple[object, ...], tuple[Credit, Picture | None, dict[int, None]]] = {}
    known: dict[tuple[object, ...], list[dict[int, None]]] = {}
    for number, slide in enumerate(deck.slides, start=1):
        # Parts of a slide have the same credits, of which there may be many: those are looked up once.
        same = slide.credits, *(block for block in slide.walk() if isinstance(block, Picture))
        if same not in known:
            known[same] = [
                found.setdefault((runs, picture and picture.file), (credit, picture, {}))[2]
                for runs, credit, picture in _credited(slide, deck.language)
                if wanted is None or runs in wanted
            ]
        for numbers in known[same]:
            numbers[number] = None
    entries = [Entry(credit, picture, tuple(slides)) for credit, picture, slides in found.values()]
    return sorted(entries, key=lambda one: one.picture is None)


def _credited(slide: Slide, language: str) -> Iterator[tuple[tuple[Run, ...], Credit, Picture | None]]:
    """Yield a slide's credits with how they read; one that reads as a picture's own is that."""
    pictures = [block for block in slide.walk() if isinstance(block, Picture) and block.credit]
    own = {credit_runs(one.credit, language): one for one in pictures if one.credit}
    for credit in slide.credits:
        runs = credit_runs(credit, language)
        yield runs, credit, own.get(runs)


def slides_in_words(numbers: Sequence[int], language: str) -> str:
    """Return where something is in the deck, such as `Slides 2, 5–8`."""
    words = words_for(language)
    stretches: list[list[int]] = []
    for number in numbers:
        if stretches and number == stretches[-1][-1] + 1:
            stretches[-1].append(number)
        else:
            stretches.append([number])
    # Two neighbours read better as `2, 3`.
    parts = [f"{one[0]}–{one[-1]}" if len(one) > 2 else ", ".join(map(str, one)) for one in stretches]
    return (words.slides if len(numbers) > 1 else words.slide).format(", ".join(parts))
