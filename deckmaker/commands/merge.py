"""`deckmaker merge`: what somebody changed in PowerPoint, written into the deck."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckmaker import completions
from deckmaker.arguments import Place, audience_option, row_option
from deckmaker.messages import MessageOptions, message_options, print_messages

if TYPE_CHECKING:
    from deckmaker.merging.result import MergeResult

ALL, SOME, TROUBLE = 0, 1, 2
"""Exit codes: as those of `diff`, for what still differs."""


@click.command()
@click.argument("deck", type=Place(), shell_complete=completions.decks)
@click.argument("edited", type=Place(), metavar="EDITED.pptx")
@click.option(
    "--base",
    metavar="BASE",
    help="What EDITED.pptx was made of, if the deck has changed since and git does not know: a revision, or a copy of "
    "the deck or of the presentation.",
)
@click.option(
    "--dry-run",
    "--diff",
    "dry",
    is_flag=True,
    help="Print what would change as a unified diff, and on stderr what would be left; change nothing.",
)
@audience_option
@row_option
@message_options
def merge(
    deck: Path,
    edited: Path,
    base: str | None,
    dry: bool,
    audience: str | None,
    row: int | None,
    messages: MessageOptions,
) -> None:
    """Write into DECK what somebody changed in EDITED.pptx, which was made of it.

    Words, lists, tables, numbers of charts, notes, and the order of slides are written where they stand in the deck's
    file. What has no sure place there is told, and left to you.

    Exits with 0 where the deck now makes what the presentation shows, 1 where something still differs, or is told
    as not compared, such as a comment, and 2 where they cannot be merged. Sections that LibreOffice lost do not count.
    """
    from deckmaker.diagnostics.printer import printable
    from deckmaker.merge_job import merge_job
    from deckmaker.source.reading import display_name

    result = merge_job(deck, edited, base, dry, messages, audience, row)
    print_messages(result.messages, result.causes)
    for line in result.lines:
        click.echo(line)
    if result.taken is None or result.left is None:
        sys.exit(TROUBLE)
    if not (messages.quiet or result.failed):
        _tell(result, printable(display_name(deck)), dry)
    sys.exit(TROUBLE if result.failed else ALL if result.left.is_same and not result.has_lost else SOME)


def _tell(result: MergeResult, name: str, is_shown: bool) -> None:
    """Print what was written into a deck and what is left: that alone, on stderr, where a diff `is_shown`."""
    from deckmaker.comparison.text_form import changes_of
    from deckmaker.diagnostics.printer import printable
    from deckmaker.model.number_ranges import ranges

    assert result.taken is not None and result.left is not None
    say = partial(click.echo, err=is_shown)
    if is_shown:
        pass
    elif not result.taken.is_same:
        say(f"Written into {name}:\n{changes_of(result.taken)}".encode(), nl=not result.left.is_same)
    elif result.left.is_same:
        say(f"{name} has nothing to take over")
    if not result.left.is_same:
        say(f"Left to you:\n{changes_of(result.left)}".encode(), nl=False)
    for file, is_code, slides in result.files:
        where = f"slide{'s' * (len(slides) > 1)} {ranges(slides)}"
        what = f"Code on {where} has its lines" if is_code else f"Tables and charts on {where} have their cells"
        say(f"\n{what} from {printable(file)}: change them there")
    for line in result.remarks:
        say(f"\n{printable(line)}")
    for number, marking in result.marked:
        what = f"Slide {number} is marked {printable(marking)}, and the deck is for more people"
        say(f"\n{what}: write that marking above its `slides:` before you merge, if it is to have the slide")
