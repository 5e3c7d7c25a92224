"""Where the structure tree has a page's credits: each behind the picture, chart, table or quotation whose it is.

They are drawn as a strip at the page's foot; who listens should hear them where their figure is. An entry of several
things, and one of none that stands on the page, stays where the strip is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from deckmaker.credits import credit_runs
from deckmaker.credits.shortening import StripEntry
from deckmaker.model import Credit, Paragraph, Run
from deckmaker.render.pdf.content import LAYOUT, Owner
from deckmaker.render.pdf.structure import Element, Structure
from deckmaker.render.pdf.tagged_texts import Owners, Part


class _Credited:
    """What a credit is for: an element, and the reference to the last of its kids that belongs to that."""

    def __init__(self, parent: Element) -> None:
        self.parent, self.last = parent, parent.kids[-1]


class PageCredits:
    """What on a page has a credit, and the entries of its strip; `credits` are the page's, as often as it has them."""

    def __init__(self, structure: Structure, credits: Sequence[Credit], language: str) -> None:
        self._structure, self._language = structure, language
        self._readings: dict[int, int] = {}
        self._numbers: dict[tuple[Run, ...], int] = {}
        self._counts = Counter(map(self._reading, credits))
        self._credited: defaultdict[int, list[_Credited]] = defaultdict(list)
        self._moved: list[tuple[str, _Credited]] = []

    def _reading(self, credit: Credit) -> int:
        """Return the number of how a credit reads: one for two that differ in what readers do not see.

        A page has the same object in several places, and to compare credits by what they say costs more than all else
        that is done here.
        """
        number = self._readings.get(id(credit))
        if number is None:
            number = self._numbers.setdefault(credit_runs(credit, self._language), len(self._numbers))
            self._readings[id(credit)] = number
        return number

    def note(self, credit: Credit, parent: Element) -> None:
        """Note that a credit is for what has just been added to an element."""
        self._credited[self._reading(credit)].append(_Credited(parent))

    def strip(self, entries: Sequence[StripEntry], parent: Element) -> StripTags:
        """Return the tags of the strip, of which an element holds what is nothing else's."""
        return StripTags(self, entries, self._structure, parent)

    def owner(self, entry: StripEntry) -> Element | None:
        """Open the element of an entry of one thing on the page, None for others."""
        if entry.credit is None or self._counts[self._reading(entry.credit)] != 1:
            return None
        credited = self._credited[self._reading(entry.credit)]
        if len(credited) != 1:
            return None
        own = self._structure.open("P", credited[0].parent)
        self._moved.append((credited[0].parent.kids[-1], credited[0]))
        return own

    def settle(self) -> None:
        """Move each entry that has been opened behind what it is for: the page's other elements are in order."""
        for reference, credited in self._moved:
            kids = credited.parent.kids
            kids.remove(reference)
            kids.insert(kids.index(credited.last) + 1, reference)
            credited.last = reference


class StripTags:
    """A strip of credits: its entries' own elements, and a paragraph of all others. What parts entries is an artifact
    where it does not stand between two of that paragraph."""

    is_shared = False

    def __init__(
        self, credits: PageCredits, entries: Sequence[StripEntry], structure: Structure, parent: Element
    ) -> None:
        self._credits, self._entries, self._structure, self._parent = credits, entries, structure, parent

    def owners(self, paragraph: Paragraph) -> Owners:
        rest: Element | None = None
        parts: list[Part] = []
        for entry in self._entries:
            own = self._credits.owner(entry)
            separator: Owner = rest if rest and not own else LAYOUT
            if own is None:
                own = rest = rest or self._structure.open("P", self._parent)
            parts += [Part(entry.begin, separator), Part(entry.end, own)]
        body = parts[-1].owner
        return Owners(body, body, tuple(parts))
