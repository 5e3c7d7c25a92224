"""`deckmaker formats`: what can be built."""

from __future__ import annotations

import click

from deckmaker.messages import MessageOptions, form_option, message_lines, print_messages


@click.command()
@form_option
def formats(form: str) -> None:
    """List the formats that can be built."""
    from deckmaker.diagnostics import Diagnostics
    from deckmaker.diagnostics.printer import printable
    from deckmaker.render.registry import SEVERAL_FILES, format_names, load_files_renderer, load_renderer

    diagnostics = Diagnostics()
    names = format_names(diagnostics)
    for name, origin in names.items():
        renderer = load_files_renderer(name) if name in SEVERAL_FILES else load_renderer(name, diagnostics)
        if renderer:
            click.echo(printable(f"{name:<8} .{renderer.extension:<6} {renderer.description} ({origin})"))
    print_messages(message_lines(diagnostics, MessageOptions(form)), diagnostics.causes)
