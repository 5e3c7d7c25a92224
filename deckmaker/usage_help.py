"""What to type in place of options and commands that there are not: what somebody meant by them is known."""

from __future__ import annotations

import click

from deckmaker.diagnostics.near import did_you_mean, nearest_of

_IN_DECK = {
    "theme": "the theme is a key of the deck: write `theme: plain` in it",
    "template": "the look is a key of the deck: `theme:`; `deckmaker theme from company.potx` makes one of a template",
    "size": "the size is a key of the deck: write `size: 4:3` in it",
    "title": "the title is a key of the deck: write `title: …` in it",
    "author": "the author is a key of the deck: write `author: …` in it",
    "lang": "the language is a key of the deck: write `language: de` in it",
    "language": "the language is a key of the deck: write `language: de` in it",
    "mode": "the mode is a key of the deck: write `mode: dark` in it",
    "dark": "the mode is a key of the deck: write `mode: dark` in it",
}
_FORMS = ("pptx", "pdf", "html", "md")
_OTHERS = {
    "to": "write `-f pptx` for the format",
    "type": "write `-f pptx` for the format",
    "out": "write `-o DIR` for the folder",
    "outdir": "write `-o DIR` for the folder",
    "output-dir": "write `-o DIR` for the folder",
    "output-file": "write `-o DIR` for the folder; outputs are called as their deck is",
    "overwrite": "write `--force`",
    "row": "to choose rows, write `--where` with a condition, as in `--where 'region = \"North\"'`",
    "filter": "to choose rows, write `--where` with a condition, as in `--where 'region = \"North\"'`",
    "data": "write `--rows FILE` for a table of which each row makes a deck",
    "csv": "write `--rows FILE` for a table of which each row makes a deck",
    "table": "write `--rows FILE` for a table of which each row makes a deck",
    "dry-run": "write `deckmaker check`: it looks at all, and writes nothing",
    "jobs": "all cores are at work without it",
    "workers": "all cores are at work without it",
    "threads": "all cores are at work without it",
    "cluster": "only `deckmaker build` works on one, and checks all rows before it writes anything",
    "scheduler": "only `deckmaker build` works on one, and checks all rows before it writes anything",
    "resume": "a run goes on where the last one ended without it",
    "continue": "a run goes on where the last one ended without it",
    "debug": "write `-v` for notes, too",
}


def way_out(error: click.ClickException) -> list[str]:
    """Return a sentence that says what to type instead, none where click says it or nobody knows."""
    if isinstance(error, click.NoSuchOption):
        word = error.option_name.lstrip("-").lower()
        if word in _FORMS:
            return [f"Write `-f {word}`."]
        found = _IN_DECK.get(word) or _OTHERS.get(word)
        return [f"{found[0].upper()}{found[1:]}."] if found else []
    if isinstance(error, click.BadParameter) and error.param and isinstance(error.param.type, click.Choice):
        typed = error.message[1:].partition("'")[0]  # click quotes it at the beginning
        meant = nearest_of(typed, [str(choice) for choice in error.param.type.choices])
        return [f"Did you mean `{meant}`?"] if meant else []
    return []


def command_help(word: str, commands: list[str]) -> str:
    """Return what to type in place of a command that there is not."""
    if word.lower() == "help":
        return "write `deckmaker --help`"
    if word.endswith((".yaml", ".yml")):
        return f"to build a deck, write `deckmaker build {word}`"
    meant = _COMMANDS.get(word.lower()) or nearest_of(word, commands)
    return did_you_mean(meant) if meant in commands else f"commands: {', '.join(commands)}"


_COMMANDS = {
    "compile": "build",
    "convert": "build",
    "export": "build",
    "make": "build",
    "render": "build",
    "run": "build",
    "lint": "check",
    "validate": "check",
    "verify": "check",
    "test": "check",
    "init": "new",
    "create": "new",
    "start": "new",
    "preview": "serve",
    "watch": "serve",
    "dev": "serve",
    "present": "serve",
    "live": "serve",
    "compare": "diff",
    "why": "explain",
    "inspect": "show",
    "themes": "theme",
    "font": "fonts",
    "credit": "credits",
    "ledger": "credits",
    "format": "formats",
}
"""Other tools' words for commands."""
