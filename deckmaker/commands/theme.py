"""`deckmaker theme`: themes from what a company has."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from deckmaker.arguments import Place, Target
from deckmaker.commands.running import BUILT
from deckmaker.guards import FAILED
from deckmaker.messages import MessageOptions, message_options, print_messages


class _ThemeCommands(click.Group):
    """The commands about themes."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is typed; say what to type where there is none."""
        if args and args[0] not in self.commands and not args[0].startswith("-"):
            from deckmaker.usage_help import theme_help

            ctx.fail(f"no command `{args[0]}` of `deckmaker theme`; {theme_help(args[0])}")
        return super().resolve_command(ctx, args)


@click.group(cls=_ThemeCommands)
def theme() -> None:
    """Make themes."""


@theme.command(name="from")
@click.argument("template", type=Place())
@click.option(
    "-o",
    "--output",
    type=Target(),
    metavar="FILE",
    help="The theme file to write; by default beside the template, named as it is.",
)
@click.option("--force", is_flag=True, help="Overwrite files that are there.")
@message_options
def theme_from(template: Path, output: Path | None, force: bool, messages: MessageOptions) -> None:
    """Make a theme file and a contact sheet from TEMPLATE, a company's .potx or .pptx, for you to confirm and edit."""
    from deckmaker.jobs import adopt_job

    result = adopt_job(template, output, force, messages)
    print_messages(result.messages, result.causes)
    for line in result.lines:
        click.echo(line)
    sys.exit(FAILED if result.failed else BUILT)
