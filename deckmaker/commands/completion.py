"""`deckmaker completion`: what a shell reads to complete commands."""

from __future__ import annotations

import click

from deckmaker.completions import VARIABLE

SHELLS = ("bash", "zsh", "fish")
"""Those that click has scripts for in all of its versions that we take."""


@click.command()
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print what SHELL reads to complete commands, options, decks, formats and codes.

    For bash, put `eval "$(deckmaker completion bash)"` into ~/.bashrc.
    """
    from click.shell_completion import get_completion_class

    kind = get_completion_class(shell)
    assert kind is not None, "click knows these shells"
    click.echo(kind(context.find_root().command, {}, "deckmaker", VARIABLE).source())
