"""`deckmaker new`: a project to begin with."""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path
from typing import Any

import click

from deckmaker import completions
from deckmaker.arguments import Place
from deckmaker.commands.running import BUILT
from deckmaker.guards import FAILED
from deckmaker.messages import MessageOptions, form_option, print_messages
from deckmaker.starters import STARTERS


def _one_line(context: click.Context, parameter: click.Parameter, text: str | None) -> str | None:
    """Return a text on one line. Exit 2 where it is empty or holds what nobody can see."""
    return None if text is None else _read_line(text)


def _read_line(text: str) -> str:
    line = " ".join(text.split())
    if not line.isprintable():
        raise click.BadParameter("a sign in it cannot be printed")
    return line


def _language(context: click.Context, parameter: click.Parameter, tag: str | None) -> str | None:
    """Return a language's tag. Exit 2 where it is none."""
    return None if tag is None else _read_tag(tag)


def _read_tag(tag: str) -> str:
    import re

    from deckmaker.diagnostics.printer import printable
    from deckmaker.language.deck import LANGUAGE_TAG

    if not re.fullmatch(LANGUAGE_TAG, tag):
        raise click.BadParameter(printable(f"`{tag}` is no language tag, such as en-GB or de"))
    return tag


def _theme(context: click.Context, parameter: click.Parameter, name: str | None) -> str | None:
    """Return the name of a built-in theme. Exit 2 where there is none of it."""
    if name is None:
        return None
    from deckmaker.diagnostics.diagnostic import nearest
    from deckmaker.diagnostics.printer import printable
    from deckmaker.theme.built_in import built_in_themes

    known = list(built_in_themes())
    if name in known:
        return name
    help = nearest(name, known) or f"themes: {', '.join(known)}"
    raise click.BadParameter(printable(f"no built-in theme `{name}`; {help}"))


_NEXT = """
Now open the deck in an editor, and:
  cd {}
  deckmaker serve    # shows it while you write
  deckmaker build    # makes the PowerPoint, PDF and HTML files"""


@click.command()
@click.argument("name", type=Place())
@click.option(
    "--from", "starter", type=click.Choice([*STARTERS], case_sensitive=False), help="What deck to begin with."
)
@click.option("--title", callback=_one_line, help="The deck's title; without it, made of NAME.")
@click.option("--author", callback=_one_line, help="Who answers for the decks.")
@click.option("--language", callback=_language, metavar="TAG", help="The decks' language, such as en-GB or de.")
@click.option(
    "--theme",
    callback=_theme,
    metavar="NAME",
    shell_complete=completions.built_in_themes,
    help="The built-in theme that the project's own extends.",
)
@form_option
def new(
    name: Path,
    starter: str | None,
    title: str | None,
    author: str | None,
    language: str | None,
    theme: str | None,
    form: str,
) -> None:
    """Make a project in a new folder NAME: a deck to change, its figures and picture, a theme, and editors' settings.

    On a terminal, asks for what no option says. Overwrites nothing.
    """
    from datetime import date

    from deckmaker.jobs import new_job
    from deckmaker.starters.files import Answers
    from deckmaker.starters.names import title_of

    _refuse_name(name)
    asked = sys.stdin.isatty() and not os.path.lexists(name)
    usual = next(iter(STARTERS))
    starter = starter or (_ask_starter(usual) if asked else usual)
    title = title or (_ask("Title of the deck", title_of(name.name), _read_line) if asked else title_of(name.name))
    if author is None:
        author = _ask("Author (may stay empty)", "", _read_line) if asked else ""
    language = language or (_ask("Language, as a tag such as en-GB or de", "en-GB", _read_tag) if asked else "en-GB")
    answers = Answers(name.name, title, author, language, starter, theme or STARTERS[starter].theme, date.today())
    result = new_job(name, answers, MessageOptions(form))
    print_messages(result.messages, result.causes)
    if not result.failed:
        for line in result.lines:
            click.echo(line)
        click.echo(_NEXT.format(shlex.quote(str(name))), err=True)
    sys.exit(FAILED if result.failed else BUILT)


def _refuse_name(folder: Path) -> None:
    """Exit 2 where a project cannot be called so."""
    from deckmaker.diagnostics.printer import printable
    from deckmaker.starters.names import name_flaw

    if flaw := name_flaw(folder):
        help = "take letters, figures, spaces, `-` and `_`"
        raise click.BadParameter(printable(f"`{folder}` {flaw}; {help}"), param_hint="'NAME'")


def _ask(question: str, usual: str, read: Any) -> str:
    """Ask on stderr, since stdout is for what is made; return what `read` makes of the answer, asking anew for what
    that refuses."""
    answer: str = click.prompt(question, default=usual, show_default=bool(usual), value_proc=read, err=True)
    return answer


def _ask_starter(usual: str) -> str:
    for name, starter in STARTERS.items():
        click.echo(f"  {name:<16} {starter.meaning}", err=True)
    choice = click.Choice([*STARTERS], case_sensitive=False)
    answer: str = click.prompt("Begin with", default=usual, type=choice, show_choices=False, err=True)
    return answer
