"""Written credits to records: roles filled in, named sources looked up."""

from __future__ import annotations

from dataclasses import fields, replace

from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.diagnostics.diagnostic import nearest
from deckmaker.language.deck import CreditEntry
from deckmaker.model import Credit
from deckmaker.resolve.inline import check_characters, safe_link

_FIELDS = tuple(field.name for field in fields(Credit) if field.name != "role")


def resolve_credit(
    entry: CreditEntry, role: str, sources: dict[str, CreditEntry], span: Span, diagnostics: Diagnostics
) -> Credit:
    """Return the record for `entry`; `role` holds where the entry and its source name none."""
    own = _record(entry, entry.role or role, span, diagnostics)
    if entry.source in sources:
        named = sources[entry.source]
        base = _record(named, entry.role or named.role or role, span, diagnostics)
        return replace(
            base,
            **{name: value for name in _FIELDS if name != "source" and (value := getattr(own, name)) is not None},
        )
    # A source that is no key is a source's name, unless it looks like a key with a slip in it.
    if entry.source and (help := nearest(entry.source, list(sources))):
        diagnostics.report("unknown-source", f"`sources` has no record `{entry.source}`", span, help=help)
    return own


def _record(entry: CreditEntry, role: str, span: Span, diagnostics: Diagnostics) -> Credit:
    written = {
        name: check_characters(value, span, diagnostics) if (value := getattr(entry, name)) else None
        for name in _FIELDS
    }
    if url := written["url"]:
        written["url"] = safe_link(url, span, diagnostics)
    return Credit(role, **written)
