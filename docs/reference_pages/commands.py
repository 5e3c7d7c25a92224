"""Every command and its options, as `--help` prints them."""

from __future__ import annotations

import click

from deckmaker.cli import main

_WIDTH = 96
"""Characters of a line: what a page has room for."""


def commands() -> str:
    """Return a heading for each command with its help, the program's own first."""
    return "\n".join(_entries(main, click.Context(main, info_name="deckmaker")))


def _entries(command: click.Command, context: click.Context) -> list[str]:
    context.terminal_width = _WIDTH
    context.max_content_width = _WIDTH
    entries = [f"## `{context.command_path}`\n\n```text\n{command.get_help(context).rstrip()}\n```\n"]
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            one = command.get_command(context, name)
            if one is not None and not one.hidden:
                entries += _entries(one, click.Context(one, parent=context, info_name=name))
    return entries
