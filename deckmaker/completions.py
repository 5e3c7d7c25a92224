"""What shells offer to complete: decks, audiences, formats. Asked at each press of a key, so it imports little."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from deckmaker.patterns import pattern
from deckmaker.working_folder import is_gone

if TYPE_CHECKING:
    from click import Context, Parameter
    from click.shell_completion import CompletionItem

VARIABLE = "_DECKMAKER_COMPLETE"
"""The environment's word that a shell asks; click's own name for a command `deckmaker`."""

_BARE = pattern(r"[\w./+@%-]+")
"""Paths that no shell takes for more than a path. Shells insert what is offered as it is, and somebody else may have
named the file; all other paths are completed by the shell itself, which quotes them."""


def complete_question() -> None:
    """Give a shell's question the parts that it lacks where it is none of a shell, but typed: click would fail.

    fish gives the word itself for its number.
    """
    shell, environment = os.environ.get(VARIABLE, ""), os.environ
    environment.setdefault("COMP_WORDS", "")
    if not (shell.startswith("fish") or environment.get("COMP_CWORD", "").isdecimal()):
        environment["COMP_CWORD"] = "0"
    environment.setdefault("COMP_CWORD", "")


def decks_for(incomplete: str) -> list[CompletionItem]:
    """Return the decks that are meant where nobody names one, as they are typed; files where these do not go on so."""
    from deckmaker.decks import decks_from

    if is_gone():
        return []
    here = Path.cwd()
    found = decks_from(here)
    paths = [os.path.relpath(path, here) for path in (*found.decks, *found.choice)]
    items = _beginning(incomplete, [path for path in paths if _BARE.fullmatch(path)])
    return items or [_item("", "file")]


def decks(context: Context, parameter: Parameter, incomplete: str) -> list[CompletionItem]:
    """Return decks for an argument that takes other things, too, such as a revision of git."""
    return decks_for(incomplete)


def formats(context: Context, parameter: Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the formats that can be built, those of other packages too."""
    from deckmaker.diagnostics import Diagnostics
    from deckmaker.render.registry import format_names

    return _beginning(incomplete, [name for name in format_names(Diagnostics()) if _BARE.fullmatch(name)])


def codes(context: Context, parameter: Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the codes of messages."""
    from deckmaker.diagnostics import CATALOGUE

    return _beginning(incomplete, CATALOGUE)


def levels(context: Context, parameter: Parameter, incomplete: str) -> list[CompletionItem]:
    """Return what may be given for `--severity`, CODE=LEVEL: of codes that are errors by nature, nothing."""
    from deckmaker.diagnostics import CATALOGUE
    from deckmaker.diagnostics.levels import LEVELS, is_lowered

    pairs = (f"{code}={word}" for code in CATALOGUE for word, level in LEVELS.items() if not is_lowered(code, level))
    return _beginning(incomplete, pairs)


def audiences(context: Context, parameter: Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the audiences of the decks that are named before, else of those that are meant without."""
    from deckmaker.decks import decks_from
    from deckmaker.diagnostics import Diagnostics
    from deckmaker.source import parse_yaml, read_deck

    if is_gone():
        return []
    # click leaves arguments as they are typed where the option behind them has no value yet.
    named = [path for one in context.args if (path := Path(one)).suffix in (".yaml", ".yml")]
    names: dict[str, None] = {}
    for path in named or decks_from(Path.cwd()).decks:
        found = Diagnostics()  # what is amiss is told when the deck is made
        tree = parse_yaml(source, found) if (source := read_deck(path, found)) else None
        listed = tree.data.get("audiences") if tree and isinstance(tree.data, dict) else None
        names |= dict.fromkeys(one for one in listed if isinstance(one, str)) if isinstance(listed, list) else {}
    return _beginning(incomplete, [name for name in names if _BARE.fullmatch(name)])


def built_in_themes(context: Context, parameter: Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the names of the themes that come with deckmaker, of which nothing is read for it."""
    from deckmaker.own_data import DATA

    return _beginning(incomplete, sorted(path.stem for path in (DATA / "themes").glob("*.yaml")))


def _beginning(incomplete: str, names: Iterable[str]) -> list[CompletionItem]:
    return [_item(name) for name in names if name.startswith(incomplete)]


def _item(value: str, kind: str = "plain") -> CompletionItem:
    from click.shell_completion import CompletionItem  # which only shells need

    return CompletionItem(value, type=kind)
