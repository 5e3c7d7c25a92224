"""Help for keys that a mapping does not know: what was meant, or where that belongs."""

from __future__ import annotations

from itertools import islice
from typing import Any

from deckmaker.blocks import BLOCKS
from deckmaker.diagnostics.near import did_you_mean, nearest_of
from deckmaker.language.entry import Entry, keys_at, shorthand_at
from deckmaker.language.first_guesses import first_guess
from deckmaker.language.kinds import Location
from deckmaker.language.missing_features import to_come, written_otherwise
from deckmaker.language.source_guesses import source_guess
from deckmaker.language.synonyms import either_of, meant_by, words_for
from deckmaker.language.table_guesses import table_guess
from deckmaker.source.odd_spaces import HELP, SAID, begins_oddly

_NEAR = 0.65
"""How much of a key's letters a word must share: among so many keys, less is chance."""

_LOOKED_AT = 100
"""Keys of a mapping among which the block is looked for that an unknown one belongs to: more than there are."""


def key_help(model: type[Entry], data: Any, location: Location, value: Any) -> str:
    """Return what to write in place of the unknown key at `location` in a file's `data`, whose value is `value`."""
    *around, last = location
    here, word = tuple(around), str(last)
    known = keys_at(model, here)
    in_deck = model.__name__ == "DeckEntry"
    if begins_oddly(word):
        return f"{SAID}: {HELP}"
    if model.__name__ == "ProjectEntry" and not here and (found := _key_of_a_project(word, known)):
        return found
    if model.__name__ == "ThemeEntry" and not here and (found := _key_of_a_theme(word, value)):
        return found
    if word == "content" and here and isinstance(here[-1], int) and here[-2:-1] == ("content",):
        return "write its entries in the list around it"
    if in_deck and (found := source_guess(word, value, data, _written(data, here), known)):
        return found
    if in_deck and (found := first_guess(word, value, here, known)):
        return found
    if in_deck and (found := table_guess(word.lower(), value, _written(data, here), known)):
        return found
    if in_deck and word == "include":
        return "write it among the slides, as in `- include: common.yaml`"
    if in_deck and word in BLOCKS and (found := _misplaced_block(word, here, known)):
        return found
    if in_deck and (coming := to_come(word)):
        return f"until it comes, {coming.meanwhile}"
    if in_deck and (found := written_otherwise(word, value, known)):
        return _key_of_written(model, data, here, word, known) or found
    if in_deck and word == "subtitle" and here:
        return _key_of_written(model, data, here, word, known) or _subtitle(data, here)
    if left := [key for key in either_of(word, known) if key not in _written(data, here)]:
        return f"did you mean {' or '.join(f'`{key}`' for key in left)}?"
    if meant := meant_by(word, known):
        if meant in _written(data, here):
            return f"there is `{meant}` already: put all of it there, or remove one of the two"
        return did_you_mean(meant)
    if in_deck and (found := _key_of_the_credit(model, here, word, known) or _key_of_slides(model, here, word)):
        return found
    if in_deck and (found := _key_of_a_block(model, data, here, word, known)):
        return found
    if in_deck and here and word in model.keys:
        return "it is a key of the deck: write it above `slides:`"
    if nearest_of(word, known) and (near := nearest_of(word, [*known, *words_for(known)], _NEAR)):
        return did_you_mean(near if near in known else str(meant_by(near, known)))
    if value is None and here:
        return "put quotes around a text that holds a comma, or write a value behind the key"
    return f"keys here: {', '.join(known)}"


def _key_of_the_credit(model: type[Entry], here: Location, word: str, known: list[str]) -> str | None:
    """Return that a key belongs in the credit of the block that it stands in; or beside it, where it means a text."""
    if "credit" not in known or "bullets" in known or not here:
        return None
    inner = _inner(word, keys_at(model, (*here, "credit")))
    if inner == shorthand_at(model, (*here, "credit")):  # few texts in a block say where it is from
        return f"write it beside `{here[-1]}`, as `text`" if here[-1] in BLOCKS else None
    return _write_it_in(model, here, "credit", inner) if inner else None


def _key_of_slides(model: type[Entry], here: Location, word: str) -> str | None:
    """Return that a key of the deck belongs on a slide."""
    if here:
        return None
    inner = _inner(word, keys_at(model, ("slides", 0)))
    return f"write it on a slide, below `slides:`, as `{inner}`" if inner else None


def _key_of_a_project(word: str, known: list[str]) -> str | None:
    """Return what a key of `deckmaker.yaml` may have been meant for; None where the usual help will do."""
    from deckmaker.language.deck import DeckEntry

    if f"{word}s" in known:  # before what the word means in decks, where a format is a size
        return f"did you mean `{word}s`?"
    if word in ("font", "fonts", "palette", "colors", "colours"):
        return f"themes have {word}: write them into the theme file that `theme` names"
    if word in DeckEntry.keys:
        return f"each deck has its own: write `{word}` there"
    return None


def _key_of_a_theme(word: str, value: Any) -> str | None:
    """Return what a key of a theme file may have been meant for; None where the usual help will do."""
    if word.lower() in ("colors", "colours", "color", "colour", "colorscheme", "color_scheme"):
        return did_you_mean("palette")
    if word.lower() in ("margin", "margins"):
        return "write it in `grid`, as in `grid: {margin: 48}`"
    if isinstance(value, str) and value.startswith("#"):
        return 'colours stand in `palette`, by the names that it has, as in `palette: {accent: "#005F73"}`'
    return None


def _misplaced_block(word: str, here: Location, known: list[str]) -> str | None:
    """Return where a block stands that may not stand here; None where one of its name means something else here."""
    if not here:
        return f"put `{word}` on a slide, below `slides:`"
    if "bullets" in known:  # a flow
        return f"`{word}` stands on the slide itself, not in a column or a cell"
    if isinstance(here[-1], str) and here[-1] in BLOCKS and not meant_by(word, known):
        return f"`{word}` stands beside `{here[-1]}`, not in it"
    return None


def _key_of_a_block(model: type[Entry], data: Any, here: Location, word: str, known: list[str]) -> str | None:
    """Return in which block's mapping a key belongs that stands beside it: one of those that are there, else any."""
    holders = {key: _inner(word, keys_at(model, (*here, key))) for key in known if key in BLOCKS}
    holders = {key: inner for key, inner in holders.items() if inner}
    if not holders:
        return None  # of most words, in a mapping that may have a thousand keys
    written = _blocks_written(data, here, known)
    for key, inner in holders.items():
        if inner and key in written:
            return _write_it_in(model, here, key, inner)
    exact = [f"`{key}`" for key, inner in holders.items() if inner == word]
    if not exact:
        return None
    *others, last = exact
    return f"it is a key of {', '.join(others)} and {last}" if others else f"it is a key of {last}"


def _key_of_written(model: type[Entry], data: Any, here: Location, word: str, known: list[str]) -> str | None:
    """Return in which block's mapping a key belongs that is called just so there, of those that stand beside it."""
    for key in _blocks_written(data, here, known):
        if key in BLOCKS and key in known and word in keys_at(model, (*here, key)):
            return _write_it_in(model, here, key, word)
    return None


def _blocks_written(data: Any, here: Location, known: list[str]) -> list[str]:
    """Return the keys that a mapping has, in words of the language."""
    words = [one if one in known else meant_by(one, known) for one in islice(_written(data, here), _LOOKED_AT)]
    return [one for one in words if one]


def _write_it_in(model: type[Entry], here: Location, key: str, inner: str) -> str:
    short = shorthand_at(model, (*here, key))
    first = f"{short}: …, " if short and short != inner else ""
    return f"write it in `{key}`, as in `{key}: {{{first}{inner}: …}}`"


def _subtitle(data: Any, here: Location) -> str:
    """Return where the subtitle of a slide belongs: that of the title slide is the deck's."""
    if "subtitle" in data:
        return "remove it: the deck's own `subtitle` stands on the title slide; elsewhere it is a `text`"
    return "write it above `slides:`, as the deck's" if here[-1] == 0 else "write it as `text`"


def _inner(word: str, known: list[str]) -> str | None:
    """Return the key of a block's mapping that a word is."""
    return word if word in known else meant_by(word, known)


def _written(data: Any, here: Location) -> dict[str, Any]:
    """Return the mapping at a place of the file, an empty one where a shorthand stands there."""
    for step in here:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return {}
    return data if isinstance(data, dict) else {}
