"""Written credits to records: roles filled in, named sources looked up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from deckmaker.budget.slips import NAMES_COMPARED
from deckmaker.credits.addresses import is_address
from deckmaker.credits.strip import brings_label
from deckmaker.dataclasses import fields, replace
from deckmaker.diagnostics import Diagnostics, Edit, Span
from deckmaker.diagnostics.aid import aid
from deckmaker.diagnostics.diagnostic import nearest
from deckmaker.diagnostics.edit import literal
from deckmaker.language.credit import CreditEntry, record_of
from deckmaker.model import Block, Credit
from deckmaker.resolve.characters import check_line
from deckmaker.resolve.inline import safe_link
from deckmaker.source import Tree

_FIELDS = tuple(field.name for field in fields(Credit) if field.name not in ("role", "nobody", "span", "named_at"))
_ADDRESSES = ("url", "source", "via", "license")
"""Fields that are addresses, or may be."""
_NO_REASON = ("none", "no", "nobody", "n/a", "-")
"""Texts that say that nobody is credited, and not why."""


class Sources(dict[str, Credit]):
    """A deck's named records, by their keys."""

    def __init__(self, records: Mapping[str, Credit]) -> None:
        super().__init__(records)
        self._asked: dict[str, str | None] = {}
        self._has_told = False

    def near(self, name: str, span: Span, diagnostics: Diagnostics) -> str | None:
        """Return a help sentence with the key that a name may be a slip of; None for one that is none.

        Of so many names that each would have to be compared with all keys, those that come last are taken for names,
        which is reported once, where they begin.
        """
        if not self or name in self._asked:
            return self._asked.get(name)
        if self._may_compare():
            self._asked[name] = nearest(name, list(self))
        if not self._may_compare() and not self._has_told:
            self._has_told = True
            message = f"`{name}` and the names of sources that follow are not searched for slips: there are too many"
            help = "see that each is a key of `sources` or the name of a source; or make several decks of it"
            diagnostics.report("unsearched-sources", message, span, help)
        return self._asked.get(name)

    def _may_compare(self) -> bool:
        return len(self._asked) * len(self) <= NAMES_COMPARED.most and aid().comparisons >= 0


def resolve_sources(sources: dict[str, CreditEntry], tree: Tree, diagnostics: Diagnostics) -> Sources:
    """Return the deck's named records, each mistake in them reported once, where it stands."""

    def record(key: str, entry: CreditEntry) -> Credit:
        own = _record(entry, entry.role or "", lambda name: tree.value_span(("sources", key, name)), diagnostics)
        return replace(own, named_at=tree.value_span(("sources", key)))

    return Sources({key: record(key, entry) for key, entry in sources.items()})


def resolve_credit(
    entry: CreditEntry,
    role: str,
    sources: Sources,
    span: Span,
    diagnostics: Diagnostics,
    completed: bool = False,
) -> Credit:
    """Return the record for `entry`; `role` holds where the entry and its source name none.

    `completed` tells that the picture brings the rest, so that the entry need not say much.
    """
    own = replace(_record(entry, entry.role or role, lambda _: span, diagnostics), span=span)
    if own.text and own.text.casefold() in _NO_REASON:
        why = "say why, as in `credit: {none: own work}` or `credit: {none: the source names none}`"
        diagnostics.report("no-reason", f"`credit: {own.text}` does not say why nobody is credited", span, why)
        return Credit(own.role, kind=own.kind, nobody="", span=span)
    if own.nobody:
        return _nobody(own, entry, span, diagnostics)
    if own.text and own.text in sources:
        _report_key_as_text(own.text, span, diagnostics)
    if entry.source and entry.source in sources:
        named = sources[entry.source]
        fields_of_own = {name: value for name in _FIELDS if (value := getattr(own, name)) is not None}
        fields_of_own.pop("source")
        return replace(named, role=entry.role or named.role or role, span=span, **fields_of_own)
    # A source that is no key is a source's name, unless it looks like a key with a slip in it.
    if entry.source and (help := sources.near(entry.source, span, diagnostics)):
        diagnostics.report("unknown-source", f"`sources` has no record `{entry.source}`", span, help=help)
    if not own.says_something and own.role != "original" and not completed:
        help = "give it a text, a creator or a source; `role: original` alone says that the source credits nobody"
        diagnostics.report("wrong-value", "a credit says nothing", span, help=help)
    return own


def _report_key_as_text(key: str, span: Span, diagnostics: Diagnostics) -> None:
    """Report a credit that says a key of `sources` and nothing else, which would stand on the slide."""
    record = record_of(key)
    edits = (Edit(span, record),) if literal(span, key) else ()
    message = f"`{key}` is a key of `sources`, and here the text of a credit: it stands on the slide as it is typed"
    diagnostics.report("source-as-text", message, span, f"write `{record}` in its place", edits=edits)


def report_text_roles(
    blocks: Sequence[Block], credits: Iterable[tuple[CreditEntry, Credit]], sources: Sources, diagnostics: Diagnostics
) -> None:
    """Report the first of a slide's own credits that says `Text after:`, by its default, where the slide shows data."""
    leaves = [one for block in blocks for one in block.walk() if next(one.children(), None) is None]
    if not leaves or not all(one.shows_data for one in leaves):
        return
    for entry, credit in credits:
        named = sources.get(entry.source) if entry.source else None
        if entry.role or (named and named.role) or credit.nobody is not None or brings_label(credit):
            continue
        if credit.text in sources:  # of which more is wrong than the role
            continue
        message = "a credit of the slide reads `Text after:`, and the slide has no text but data"
        if named:
            help = f"write `role: data` in `{entry.source}` of `sources`, or in the credit"
        else:
            help = "write `role: data` in it, or let its text begin with `Data:`"
            if sources:
                help += f"; a record of `sources` is named, as in `credit: {record_of(next(iter(sources)))}`"
        diagnostics.report("credit-role", message, credit.span, help)
        return


def _record(entry: CreditEntry, role: str, span: Callable[[str], Span], diagnostics: Diagnostics) -> Credit:
    written: dict[str, str | None] = {
        name: check_line(value, span(name), diagnostics) if (value := getattr(entry, name)) else None
        for name in _FIELDS
    }
    for name in _ADDRESSES:
        if (value := written[name]) and (name == "url" or is_address(value)):
            written[name] = safe_link(value, span(name), diagnostics)
    nobody = check_line(entry.none, span("none"), diagnostics) if entry.none else None
    return Credit(role, nobody=nobody, span=None, named_at=None, **written)


def _nobody(own: Credit, entry: CreditEntry, span: Span, diagnostics: Diagnostics) -> Credit:
    """Return the statement that nobody is credited, and why; what else is there contradicts it, and is reported."""
    others = [f"`{field}`" for field in _FIELDS if field != "kind" and getattr(own, field)]
    if others:
        help = "remove `none:`, or remove the others"
        diagnostics.report("wrong-value", f"a credit says that nobody is credited, and {', '.join(others)}", span, help)
    return Credit(own.role, kind=own.kind, nobody=own.nobody, span=span)
