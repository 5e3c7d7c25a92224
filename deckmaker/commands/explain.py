"""`deckmaker explain`: what a message means."""

from __future__ import annotations

import click

from deckmaker import completions


@click.command()
@click.argument("code", shell_complete=completions.codes)
def explain(code: str) -> None:
    """Explain a diagnostic's CODE, such as `unknown-key`."""
    from deckmaker.diagnostics import CATALOGUE
    from deckmaker.diagnostics.catalogue import explanation
    from deckmaker.diagnostics.levels import code_help
    from deckmaker.diagnostics.printer import printable

    if code not in CATALOGUE:
        raise click.UsageError(printable(f"no code `{code}`; {code_help(code)}"))
    click.echo(explanation(code))
