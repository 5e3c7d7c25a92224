"""YAML's events to plain data and places. Every scalar stays the text that the author typed.

libyaml's own composer makes an object of each value and two of its ends, a kilobyte for a word; events pass and are
gone. Nothing is ever constructed from a tag, so none can run code.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import yaml

from deckmaker.budget.source import ALIASED_CHARACTERS, ALIASED_VALUES, SOURCE_LEVELS, SOURCE_VALUES
from deckmaker.diagnostics import Diagnostics, SourceFile, Span
from deckmaker.source.hidden import report_hidden_anchor, report_hidden_rest, report_hidden_text
from deckmaker.source.limits import FLATTEN, MOST_MARKED, TOO_DEEP, Limit
from deckmaker.source.places import Place, Stretch, own, span_of, stretch

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's parser where it is there; it is 16 times faster than Python's."""

_CORE = "tag:yaml.org,2002:"
_KNOWN_TAGS = {
    None,
    "!",
    *(_CORE + kind for kind in ("str", "null", "bool", "int", "float", "timestamp", "map", "seq", "merge")),
}
_MERGE = _CORE + "merge"
_NULLS = ("", "~", "null", "Null", "NULL")

Value = tuple[Any, Place]


class Composer:
    """Reads the one document of a file. What it reports are features that decks do not use, and doubled keys."""

    def __init__(self, source: SourceFile, loader: Any, diagnostics: Diagnostics) -> None:
        self._source = source
        self._next = loader.get_event
        self._diagnostics = diagnostics
        self._words: dict[str, str] = {}
        self._anchors: dict[str, Value | None] = {}  # None while the value is still being read
        self._unused: dict[str, Span] = {}  # anchors of texts
        self._has_comments = "#" in source.text
        self._count = 0
        self._repeated = self._repeated_characters = 0

    def document(self) -> Value | None:
        """Return the data and places of the document, None where there is none.

        Raises yaml.YAMLError when the file is not YAML or holds a second document, and Limit.
        """
        self._next()  # the beginning of the file
        if isinstance(first := self._next(), yaml.StreamEndEvent):
            return None
        value = self._value(self._next(), 0)
        self._next()  # the document's end
        if not isinstance(other := self._next(), yaml.StreamEndEvent):
            context = "expected a single document in the stream"
            raise yaml.composer.ComposerError(context, first.start_mark, "but found another document", other.start_mark)
        for span in self._unused.values():
            report_hidden_anchor(span, self._diagnostics)
        return value

    def _value(self, event: Any, level: int, is_entry: bool = False) -> Value:
        """Return the value that an event begins; `is_entry` tells that it is one of a list."""
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event, level)
        if level > SOURCE_LEVELS.most:
            raise Limit(TOO_DEEP, self._span(event), FLATTEN)
        self._count += 1
        if self._count > SOURCE_VALUES.most:
            what = f"the file {SOURCE_VALUES.excess()}, and this one is the first beyond"
            raise Limit(what, self._span(event), "split the deck into several")
        anchor = event.anchor
        if anchor is not None:
            self._anchors[anchor] = None
        value: Value
        if isinstance(event, yaml.ScalarEvent):
            nothing = not event.style and event.tag in (None, _CORE + "null") and event.value in _NULLS
            value = None if nothing else event.value, stretch(event.start_mark, event.end_mark)
            self._look_beside(event, nothing)
        elif isinstance(event, yaml.SequenceStartEvent):
            value = self._sequence(event, level + 1)
        else:
            value = self._mapping(event, level + 1, is_entry)
        if event.tag not in _KNOWN_TAGS:
            is_typed = isinstance(event, yaml.ScalarEvent) and str(event.tag).startswith(
                "!"
            )  # as `!Three` is, not `!!set`
            help = (
                "put quotes around a text that begins with `!`; else remove the tag" if is_typed else "remove the tag"
            )
            self._report(f"tag `{event.tag}` is not part of the deck language", value[1], help)
        if anchor is not None:
            self._anchors[anchor] = value
        return value

    def _look_beside(self, event: Any, is_nothing: bool) -> None:
        """Report what an author typed beside a scalar as part of it, and YAML passes over."""
        if event.anchor is not None:
            self._unused[event.anchor] = self._span(event)
        if self._has_comments and not event.style:
            report = report_hidden_text if is_nothing and not event.value else report_hidden_rest
            report(self._span(event), self._diagnostics)

    def _sequence(self, start: Any, level: int) -> Value:
        data, places = [], []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            item, place = self._value(event, level, True)
            data.append(item)
            places.append(place)
        return data, (stretch(start.start_mark, event.end_mark), places)

    def _mapping(self, start: Any, level: int, is_entry: bool) -> Value:
        data: dict[str, Any] = {}
        places: dict[str, tuple[Stretch, Place]] = {}
        doubled: dict[str, list[Stretch]] = {}
        is_value = False
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = self._key(event, level)
            at = stretch(event.start_mark, event.end_mark)
            value, place = self._value(self._next(), level)
            if key is None:
                is_value |= self._follows_brace(at)
                continue
            if key in data:
                doubled.setdefault(key, []).append(at)
                continue
            key = self._words.setdefault(key, key)  # decks repeat few words as keys, many times
            data[key] = value
            places[key] = (at, place)
        for key, again in doubled.items():
            begins_entry = is_entry and not start.flow_style and key == next(iter(data))
            self._report_doubled(key, span_of(places[key][0], self._source), again, begins_entry)
        if is_value:  # a text that lacks its quotes, which is told: what it says is a text all the same
            return "…", stretch(start.start_mark, event.end_mark)
        return data, (stretch(start.start_mark, event.end_mark), places)

    def _follows_brace(self, at: Stretch) -> bool:
        """Tell whether a key is what stands behind the first `{` of `{{ name }}`, which is a mapping to YAML."""
        span = span_of(at, self._source)
        return self._source.line(span.line)[span.column - 2 : span.column] == "{{"

    def _key(self, event: Any, level: int) -> str | None:
        """Return a key; report and return None when decks have no such keys."""
        key, place = self._value(event, level)
        if isinstance(event, yaml.ScalarEvent):
            plain = not event.style and event.tag is None
            if event.tag == _MERGE or (plain and event.value == "<<"):
                self._report("merge key `<<` is not part of the deck language", place, "write the keys out")
                return None
            if event.value or not plain:
                return str(event.value)
            found, help = "nothing", "write the key before its `:`"
        elif isinstance(key, str):
            return key  # an alias of a text
        else:
            found, help = "a list or mapping", "quote the key if it begins with `{` or `[`"
        span = span_of(own(place), self._source)
        if self._follows_brace(own(place)):
            help = "put quotes around the whole text in which `{{` stands"
        self._diagnostics.report("wrong-type", f"expected a text as key, found {found}", span, help)
        return None

    def _alias(self, event: Any, level: int) -> Value:
        if event.anchor not in self._anchors:
            raise yaml.composer.ComposerError(None, None, "found undefined alias", event.start_mark)
        value = self._anchors[event.anchor]
        self._unused.pop(event.anchor, None)
        if value is None:
            here = stretch(event.start_mark, event.end_mark)
            self._report("an anchor holds itself", here, "write out what is meant")
            return None, here
        data, place = value
        return self._copied(data, event, level), place

    def _copied(self, data: Any, alias: Any, level: int) -> Any:
        """Return data of its own for an alias, so that what happens to it does not happen to its anchor's."""
        self._repeated += 1
        texts: Iterable[str] = data if isinstance(data, dict) else [data] if isinstance(data, str) else ()
        self._repeated_characters += sum(map(len, texts))
        for repeated, most, what in (
            (self._repeated, ALIASED_VALUES.most, "values"),
            (self._repeated_characters, ALIASED_CHARACTERS.most, "characters"),
        ):
            if repeated > most:
                raise Limit(f"aliases repeat more than {most:,} {what}", self._span(alias), f"write the {what} out")
        if level > SOURCE_LEVELS.most:
            raise Limit(f"aliases nest values more than {SOURCE_LEVELS.limit} deep", self._span(alias), FLATTEN)
        if isinstance(data, list):
            return [self._copied(item, alias, level + 1) for item in data]
        if isinstance(data, dict):
            return {key: self._copied(value, alias, level + 1) for key, value in data.items()}
        return data

    def _report_doubled(self, key: str, first: Span, again: list[Stretch], begins_entry: bool) -> None:
        """Report a key that a mapping has several times; that of an entry's first line may have lost its `- `."""
        help = "keep one of the two"
        if begins_entry:
            help += f", or begin a new {'slide' if key == 'title' else 'entry'} with `- ` before it"
        told = [(at, f"key `{key}` stands here twice", help) for at in again[:MOST_MARKED]]
        if rest := again[MOST_MARKED:]:
            told.append((rest[0], f"key `{key}` stands here and below {len(rest):,} more times", "keep one of them"))
        notes = (f"it was first given on line {first.line}",)
        for at, message, help in told:
            self._diagnostics.report("duplicate-key", message, span_of(at, self._source), help, notes)

    def _report(self, message: str, place: Place, help: str | None = None) -> None:
        self._diagnostics.report("yaml-feature", message, span_of(own(place), self._source), help)

    def _span(self, event: Any) -> Span:
        return span_of(stretch(event.start_mark, event.end_mark), self._source)
