"""What one credit says, behind its label.

Order: title, author, source, licence, then the change in brackets (Creative Commons, Recommended practices for
attribution: TASL), where it was found, that an AI made it, whose right it is, and what else must be said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from deckmaker.credits.addresses import is_address, written_out
from deckmaker.credits.licenses import license_of
from deckmaker.credits.words import Words
from deckmaker.model import Credit, Run
from deckmaker.model.text import LEFT_TO_RIGHT, RIGHT_TO_LEFT, join_runs
from deckmaker.patterns import MAY_TURN

Form = Literal["screen", "paper"]
"""On screen names are links; on paper the addresses that they lead to are written out as well."""

_Part = tuple[Run, ...]

_BY_SOME_AI, _BY_NONE = ("yes", "true"), ("no", "false")
"""What `ai` says besides a name."""

_QUOTED = ("“”", "‘’", "„“", "‚‘", "«»", "‹›", "»«", "《》", "「」", '""')


def record_runs(credit: Credit, words: Words, form: Form) -> tuple[Run, ...]:
    """Return what a credit says: a line as its author wrote it, or one put together from its fields."""
    paper = form == "paper"
    if credit.text:
        return _noted(_joined(_line(credit.text, credit.url, paper), words.comma), credit, words)
    if credit.nobody and credit.role != "original":
        return (Run(credit.nobody),)
    parts = [*_work(credit, words, paper), *_license(credit.license, words, paper)]
    more = list(_further(credit, words, paper))
    if not parts:
        parts, more = more or [(Run(words.nobody),)], []
    if credit.modified:
        parts[-1] += (Run(words.bracket.format(credit.modified)),)
    return _noted(_joined([*parts, *more], words.comma), credit, words)


def by_ai(credit: Credit) -> bool:
    """Tell whether a credit says that an AI made the work."""
    return (credit.ai or _BY_NONE[0]).casefold() not in _BY_NONE


def _noted(runs: _Part, credit: Credit, words: Words) -> _Part:
    """Return what a credit says with its note behind it."""
    return join_runs([*runs, Run(words.aside), Run(credit.note)]) if credit.note else runs


def _joined(parts: Iterable[_Part], comma: str) -> tuple[Run, ...]:
    """Return parts with a comma between any two. One that ends with letters from right to left would take what follows
    along, in a line that runs the other way: there, a mark before the comma keeps it in its place (UAX 9, N1)."""
    runs: list[Run] = []
    for part in parts:
        if runs:
            turns = RIGHT_TO_LEFT not in comma and MAY_TURN.search(runs[-1].text)
            runs.append(Run(LEFT_TO_RIGHT + comma if turns else comma))
        runs += part
    return join_runs(runs)


def _line(text: str, url: str | None, paper: bool) -> Iterator[_Part]:
    yield (Run(text, link=url),)
    if paper and url and written_out(url) not in text:
        yield _address(url)


def _work(credit: Credit, words: Words, paper: bool) -> Iterator[_Part]:
    """Yield title, author and source, each once. The title leads to where the work comes from, else the first name."""
    title, dataset = _quoted(credit.title, words), _quoted(credit.dataset, words)
    named = (title, credit.creator, credit.publisher, dataset, credit.source)
    names = list(dict.fromkeys(name for name in named if name))
    leading = title or dataset or (names[0] if names else None)
    for name in names:
        yield _named(name, credit.url if name == leading else None, paper)
    if credit.url and not names:
        yield _address(credit.url) if paper else (Run(credit.url, link=credit.url),)
    elif credit.url and paper and credit.url != credit.source:
        yield _address(credit.url)
    dates = (credit.year, credit.date, credit.retrieved and words.retrieved.format(credit.retrieved))
    yield from ((Run(date),) for date in dates if date)


def _quoted(title: str | None, words: Words) -> str | None:
    """Return a title in the language's quotation marks, or in those that it has."""
    if not title or title[0] + title[-1] in _QUOTED:
        return title
    return words.title.format(title)


def _license(written: str | None, words: Words, paper: bool) -> Iterator[_Part]:
    if not written:
        return
    license = license_of(written)
    before, _, after = (words.marked if license.marked else "{}").partition("{}")
    yield Run(before), Run(license.name, link=license.url), Run(after)
    if paper and license.url and written_out(license.url) != license.name:
        yield _address(license.url)


def _further(credit: Credit, words: Words, paper: bool) -> Iterator[_Part]:
    """Yield where it was found, whether an AI made it, and the copyright notice.

    Licences ask to keep a notice (CC BY 4.0, 3(a)(1)(A)(ii)); what is in the public domain is under no copyright.
    """
    if credit.via:
        before, _, after = words.via.partition("{}")
        yield Run(before), *_named(credit.via, None, paper), Run(after)
    if credit.ai and by_ai(credit):
        yield (Run(words.ai + ("" if credit.ai.casefold() in _BY_SOME_AI else words.bracket.format(credit.ai))),)
    if credit.copyright and not (credit.license and license_of(credit.license).public):
        yield (Run(credit.copyright),)


def _named(name: str, link: str | None, paper: bool) -> _Part:
    """Return a name, or an address that stands for one, as a link."""
    if is_address(name):
        return _address(name) if paper else (Run(name, link=name),)
    return (Run(name, link=link),)


def _address(url: str) -> _Part:
    return (Run(written_out(url), link=url),)
