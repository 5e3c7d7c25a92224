"""The ledger of a deck: each picture file and each other credit, where it is used, and all that is known of it.

Pure: files are read and mistakes are found by others. How a ledger is written is decided in `forms`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from deckmaker.credits.licenses import license_of
from deckmaker.credits.missing import Missing, Reports
from deckmaker.credits.spdx_ids import spdx_id
from deckmaker.credits.strip import credit_runs
from deckmaker.dataclasses import dataclass, field
from deckmaker.diagnostics import Diagnostic, Span
from deckmaker.diagnostics.printer import printable
from deckmaker.model import Credit, Deck, Picture, PictureFile

FIELDS = (
    *("file", "sha256", "role", "kind", "title", "creator", "publisher", "dataset", "source", "via"),
    *("license", "license_id", "license_name", "license_url", "url", "year", "date", "retrieved"),
    *("copyright", "modified", "ai", "note", "statement", "text"),
)
"""What a ledger says of a work, besides its slides and what is missing, in the order of all forms."""


class Digests(NamedTuple):
    """A file's digests, in hexadecimal."""

    sha1: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Work:
    """A work that is credited, a picture's file or a source, on all the `slides` that use it under that credit.

    `fields` has a value for each of FIELDS, None where there is none. Of `quoted` works the text is a line of its
    author's own, in which the other fields need not stand. Of a deck for each row of a table, `rows` are the numbers of
    those whose decks use it.
    """

    slides: tuple[int, ...]
    fields: Mapping[str, str | None]
    sha1: str | None
    quoted: bool
    missing: tuple[Missing, ...]
    rows: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Ledger:
    """The works of a deck, pictures first, each in the order of first use. `deck` is its path in the project.

    `reasons` say, by code, why the deck sets a severity. `rows` is how many decks for rows of a table it tells of, None
    where it is that of one deck.
    """

    deck: str
    title: str
    author: str | None
    date: str | None
    language: str
    use: str | None
    license: str | None
    reasons: Mapping[str, str]
    works: tuple[Work, ...]
    rows: int | None = None


@dataclass(slots=True)
class _Use:
    """On which slides a file is shown under a credit, or a credit stands alone, and where the deck says so."""

    slides: dict[int, None] = field(default_factory=dict)  # a set that keeps its order
    places: set[Span] = field(default_factory=set)


def ledger_of(
    deck: Deck,
    path: Path,
    root: Path,
    logos: Mapping[PictureFile, Iterable[int]],
    digests: Callable[[PictureFile], Digests],
    diagnostics: Iterable[Diagnostic],
) -> Ledger:
    """Return the ledger of the deck at `path` in the project at `root`, with what was reported of its credits.

    `logos` are the files of the deck's logo, each with the numbers of the slides that show it.
    """

    def work(use: _Use, file: PictureFile | None, credit: Credit | None) -> Work:
        said = _said(credit, deck.language)
        sums = digests(file) if file else None
        if file and sums:
            said |= {"file": _name(file.path, root), "sha256": sums.sha256}
        fields = {name: said.get(name) or None for name in FIELDS}
        missing = tuple(dict.fromkeys((*reports.within(use.places), *of_credits.get(credit, ()))))
        return Work(tuple(use.slides), fields, sums.sha1 if sums else None, bool(credit and credit.text), missing)

    reports = Reports(diagnostics)
    of_credits = {credit: reports.within(places) for credit, places in _places(deck).items()}
    works = [work(use, *key) for key, use in _uses(deck).items()]
    works += [work(_Use(dict.fromkeys(slides)), file, Credit("logo")) for file, slides in logos.items()]
    works.sort(key=lambda one: one.fields["file"] is None)
    facts = (deck.title, deck.author, deck.date, deck.language, deck.use, deck.license, dict(deck.reasons))
    return Ledger(_name(path, root), *facts, tuple(works))


def _uses(deck: Deck) -> Mapping[tuple[PictureFile | None, Credit | None], _Use]:
    """Return each picture under each of its credits, and each credit without picture."""
    uses: defaultdict[tuple[PictureFile | None, Credit | None], _Use] = defaultdict(_Use)
    for number, slide in enumerate(deck.slides, start=1):
        others = list(slide.credits)
        for block in slide.walk():
            if isinstance(block, Picture):
                use = uses[block.file, block.credit]
                use.slides[number] = None
                use.places.add(block.span)
                if block.credit in others:
                    others.remove(block.credit)
        for credit in others:
            uses[None, credit].slides[number] = None
    return uses


def _places(deck: Deck) -> Mapping[Credit | None, set[Span]]:
    """Return all places of equal credits, and of the records that they take from `sources`.

    What is reported of a credit is reported once, at the first of them.
    """
    places: defaultdict[Credit | None, set[Span]] = defaultdict(set)
    for slide in deck.slides:
        for credit in slide.credits:
            places[credit] |= {place for place in (credit.span, credit.named_at) if place}
    return places


def _said(credit: Credit | None, language: str) -> dict[str, str | None]:
    """Return what a record says, under the ledger's names, and how it reads on a slide."""
    if credit is None or credit.role == "logo":
        return {"role": credit.role if credit else "picture"}
    said: dict[str, str | None] = {name: getattr(credit, name, None) for name in FIELDS}
    said |= {"statement": credit.nobody, "text": "".join(run.text for run in credit_runs(credit, language))}
    if credit.license:
        known = license_of(credit.license)
        said |= {"license_id": spdx_id(credit.license), "license_name": known.name, "license_url": known.url}
    return said


def _name(path: Path, root: Path) -> str:
    return printable(path.relative_to(root).as_posix())
