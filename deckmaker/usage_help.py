"""What to type in place of options and commands that there are not: what somebody meant by them is known."""

from __future__ import annotations

from collections.abc import Sequence

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
_SERVED = "write `deckmaker serve`: it shows the slides in your browser, anew at each save"
_VALUES = "values are keys of the deck: write them under `variables:`"
_OTHERS = {
    "to": "write `-f pptx` for the format",
    "type": "write `-f pptx` for the format",
    "out": "write `-o DIR` for the folder",
    "outdir": "write `-o DIR` for the folder",
    "output-dir": "write `-o DIR` for the folder",
    "output-file": "write `-o DIR` for the folder; outputs are called as their deck is",
    "overwrite": "write `--force`",
    "filter": "to choose rows, write `--where` with a condition, as in `--where 'region = \"North\"'`",
    "data": "write `--rows FILE` for a table of which each row makes a deck",
    "csv": "write `--rows FILE` for a table of which each row makes a deck",
    "table": "write `--rows FILE` for a table of which each row makes a deck",
    **dict.fromkeys(
        ("rows", "where"),
        "of a deck that says `rows: FILE`, `--row 3` takes one row; `deckmaker build` and `check` take all",
    ),
    "base": "name what is old first, as in `deckmaker diff HEAD~1 decks/deck.yaml`",
    "dry-run": "write `deckmaker check`: it looks at all, and writes nothing",
    "jobs": "all cores are at work without it",
    "workers": "all cores are at work without it",
    "threads": "all cores are at work without it",
    "cluster": "only `deckmaker build` works on one, and checks all rows before it writes anything",
    "scheduler": "only `deckmaker build` works on one, and checks all rows before it writes anything",
    "resume": "a run goes on where the last one ended without it",
    "continue": "a run goes on where the last one ended without it",
    "debug": "write `-v` for notes, too",
    **dict.fromkeys(("watch", "live", "open", "serve", "preview"), _SERVED),
    **dict.fromkeys(("var", "vars", "variable", "set", "define", "param"), _VALUES),
    **dict.fromkeys(
        ("slide", "slides", "page", "pages"), "outputs have all slides; `deckmaker show DECK --slide 2` looks at one"
    ),
    "v": "write `deckmaker --version`",
}


_MISSING = {
    ("diff", "new"): "Name what is old and what is new, as in `deckmaker diff HEAD~1 decks/deck.yaml`.",
    ("new", "name"): "Name its folder, as in `deckmaker new harbour`.",
    ("import", "file"): "Name a presentation or a Markdown file, as in `deckmaker import talk.pptx`.",
    ("merge", "deck"): "Name a deck and what was made of it, as in `deckmaker merge deck.yaml edited.pptx`.",
    ("merge", "edited"): "Name the presentation behind the deck, as in `deckmaker merge deck.yaml edited.pptx`.",
    ("from", "template"): "Name a template of PowerPoint, as in `deckmaker theme from company.potx`.",
}
"""What to type where an argument is missing, by the names of command and argument."""


def way_out(error: click.ClickException) -> list[str]:
    """Return a sentence that says what to type instead, none where click says it or nobody knows."""
    if isinstance(error, click.NoSuchOption):
        word = error.option_name.lstrip("-").lower()
        if word in _FORMS:
            return [f"Write `-f {word}`."]
        if word == "json" and error.ctx:
            has_forms = any(
                "--format" in one.opts and error.ctx.info_name != "build" for one in error.ctx.command.params
            )
            return ["Write `-f json`." if has_forms else "Write `--messages json`."]
        found = _IN_DECK.get(word) or _OTHERS.get(word)
        return [f"{found[0].upper()}{found[1:]}."] if found else []
    if isinstance(error, click.MissingParameter) and error.param and error.ctx:
        found = _MISSING.get((str(error.ctx.info_name), str(error.param.name)))
        return [found] if found else []
    if isinstance(error, click.BadOptionUsage) and error.option_name == "--handout":
        return ["Write how many slides stand on a sheet, as in `--handout 6`."]
    if isinstance(error, click.BadParameter) and error.param and isinstance(error.param.type, click.Choice):
        typed = error.message[1:].partition("'")[0]  # click quotes it at the beginning
        meant = nearest_of(typed, [str(choice) for choice in error.param.type.choices])
        return [f"Did you mean `{meant}`?"] if meant else []
    return []


def command_help(word: str, others: Sequence[str], commands: list[str]) -> str:
    """Return what to type in place of a command that there is not, and of what stands behind it."""
    if word.lower() == "help":
        of = f" {others[0]}" if others and others[0] in commands else ""
        return f"write `deckmaker{of} --help`"
    if word.endswith((".yaml", ".yml")):
        return f"to build a deck, write `deckmaker build {word}`"
    if word.lower().endswith(_MARKDOWN):
        return f"to make a deck of it, write `deckmaker import {word}`"
    if word.lower() in ("convert", "from") and others and others[0].lower().endswith((*_MARKDOWN, *_TEMPLATES)):
        return f"write `deckmaker import {others[0]}`"
    if word.lower().endswith(_TEMPLATES):
        return (
            f"for a theme of its looks, write `deckmaker theme from {word}`; for its slides, `deckmaker import {word}`"
        )
    if found := _ANSWERS.get(word.lower()):
        return found
    meant = _COMMANDS.get(word.lower()) or nearest_of(word, commands)
    return did_you_mean(meant) if meant in commands else f"commands: {', '.join(commands)}"


def theme_help(word: str) -> str:
    """Return what to type in place of a command of `deckmaker theme` that there is not."""
    if word.lower() in ("list", "ls", "show", "all"):
        return _THEMES
    return f"write `deckmaker theme from {word if word.lower().endswith(_TEMPLATES) else 'company.pptx'}`"


_TEMPLATES = (".pptx", ".potx")
_MARKDOWN = (".md", ".markdown")
_NOT_READ = "to make a deck of a presentation or of Markdown, write `deckmaker import talk.pptx`"
_THEMES = (
    "built-in themes are briefing, plain and statement, as in `theme: plain` in a deck; "
    "`deckmaker theme from company.pptx` makes one of a template"
)
_ANSWERS = {
    "version": "write `deckmaker --version`",
    **dict.fromkeys(("themes", "list-themes"), _THEMES),
    **{word: f"write `deckmaker build -f {word}`" for word in (*_FORMS, "handout", "notes", "png")},
    **dict.fromkeys(("pull", "sync"), _NOT_READ),
    **dict.fromkeys(("powerpoint", "ppt"), "write `deckmaker build -f pptx`"),
    **dict.fromkeys(("pictures", "images", "thumbnails"), "write `deckmaker build -f png`"),
    **dict.fromkeys(("print", "paper"), "write `deckmaker build --handout 6`, or `--notes`"),
    **dict.fromkeys(("template", "brand"), "write `deckmaker theme from company.pptx`"),
    **dict.fromkeys(("rows", "batch", "merge"), "write `deckmaker build DECK --rows FILE`"),
}
"""What to type, whole, in place of words that are no command's."""

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
    "apply": "merge",
    "patch": "merge",
    "sync": "merge",
    "update": "merge",
    "why": "explain",
    "inspect": "show",
    "font": "fonts",
    "credit": "credits",
    "ledger": "credits",
    "format": "formats",
}
"""Other tools' words for commands."""


class WholeNumber(click.IntRange):
    """A whole number within a range; messages call it so."""

    name = "whole number"
