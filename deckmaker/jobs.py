"""What the commands do with one deck: jobs for any process, which print nothing and return all there is to say."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from deckmaker.guards import guarded
from deckmaker.messages import MessageOptions, message_lines

if TYPE_CHECKING:
    from deckmaker.accessibility.report.facts import DeckFacts
    from deckmaker.credits.ledger import Ledger
    from deckmaker.diagnostics import Diagnostics
    from deckmaker.layout import Document
    from deckmaker.model import PaperSettings
    from deckmaker.starters.files import Answers
    from deckmaker.survey.fonts.needs import DeckFonts
    from deckmaker.survey.survey import DeckSurvey


class JobResult(NamedTuple):
    """Lines about one deck, for stderr and for stdout, the tracebacks behind them, and whether the deck failed.

    `ledger` is what was made of it where its credits were asked for, `survey` where its layout was, `fonts` where these
    were, `access` where a report on its accessibility was.
    """

    messages: Sequence[str]
    lines: Sequence[str]
    causes: Sequence[str]
    failed: bool
    ledger: Ledger | None = None
    survey: DeckSurvey | None = None
    fonts: DeckFonts | None = None
    access: DeckFacts | None = None


def build_job(
    deck: Path,
    folders: Mapping[Path, Path],
    named: bool,
    formats: Mapping[Path, Sequence[str]],
    force: bool,
    paper: PaperSettings,
    picture_width: int | None,
    messages: MessageOptions,
    audience: str | None = None,
) -> JobResult:
    """Build a deck, for everybody or an audience, in each of its formats, into its folder, which the user may have
    `named`.

    What is said of its PDF files goes before what the deck says. `picture_width` is in pixels, None for the usual one.
    """
    from deckmaker.attaching import with_deck_attached
    from deckmaker.dataclasses import replace
    from deckmaker.diagnostics import Diagnostics
    from deckmaker.diagnostics.printer import printable
    from deckmaker.output import Origin, OutputFolder
    from deckmaker.pipeline import build, read_document
    from deckmaker.rendering import formats_built
    from deckmaker.source.reading import display_name

    diagnostics = Diagnostics(messages.levels)
    written: list[Path] = []
    with guarded(deck, diagnostics):
        document = read_document(deck, diagnostics, audience)
        if document and not diagnostics.failed(messages.strict):
            folder = OutputFolder(folders[deck], force, Origin.of(deck), named)
            wanted = formats_built(formats[deck], document.paper, paper, diagnostics)
            document = replace(document, paper=paper.over(document.paper))
            if picture_width:
                document = replace(document, picture_width=picture_width)
            document = with_deck_attached(document, diagnostics)
            written = build(document, _stem(deck, audience), wanted, folder, diagnostics, messages.strict)
    return _result(diagnostics, messages, [printable(display_name(path)) for path in written])


def _stem(deck: Path, audience: str | None) -> str:
    """Return the name of a deck's files: those for an audience stand beside those for everybody."""
    return f"{deck.stem}-{audience}" if audience else deck.stem


def check_job(deck: Path, is_reported: bool, messages: MessageOptions, audience: str | None = None) -> JobResult:
    """Check a deck; where it `is_reported`, say what a report on its accessibility says of it."""
    from deckmaker.diagnostics import Diagnostics
    from deckmaker.pipeline import read_document

    diagnostics = Diagnostics(messages.levels)
    document = None
    with guarded(deck, diagnostics):
        document = read_document(deck, diagnostics, audience)
    return _checked(deck, document, diagnostics, is_reported, messages)


def mend_job(
    deck: Path, is_reported: bool, is_shown: bool, messages: MessageOptions, audience: str | None = None
) -> JobResult:
    """Make the sure mends of a deck and of what it names, and check what comes of that.

    Where it `is_shown`, nothing is written: the lines are a unified diff, and the deck failed if it fails as it is.
    """
    from deckmaker.diagnostics import Diagnostics
    from deckmaker.diagnostics.printer import printable
    from deckmaker.mending.files import difference, mend_lines, replace_files
    from deckmaker.mending.mending import mended
    from deckmaker.pipeline import read_document

    diagnostics, document, lines = Diagnostics(messages.levels), None, list[str]()
    fails: bool | None = None
    with guarded(deck, diagnostics):
        first, best = mended(deck, messages.levels, partial(read_document, audience=audience))
        files = best.contents.items()
        if is_shown:
            lines = [difference(path, best.were[path], content).rstrip("\n") for path, content in files]
            diagnostics, fails = best.diagnostics, first.diagnostics.failed(messages.strict)
        elif len(replace_files(best.contents, best.were, diagnostics)) == len(files):
            found = (line for path, content in files for line in mend_lines(path, content, best.mends[path]))
            lines = [] if messages.quiet else [printable(line) for line in found]
            diagnostics, document = best.diagnostics, best.document
        else:
            diagnostics.extend(first.diagnostics)
    checked = _checked(deck, document, diagnostics, is_reported, messages)
    return checked._replace(lines=[*lines, *checked.lines], failed=checked.failed if fails is None else fails)


def _checked(
    deck: Path, document: Document | None, diagnostics: Diagnostics, is_reported: bool, messages: MessageOptions
) -> JobResult:
    """Say what a deck is when it was read: how many slides, how long it takes to read; and what its sheets lack."""
    from deckmaker.diagnostics.printer import printable
    from deckmaker.source.reading import display_name

    lines = []
    if document:
        from deckmaker.accessibility.reading import reading_in_words, reading_of_pages

        if document.paper.handout or document.paper.notes:
            from deckmaker.rendering import report_sheets

            with guarded(deck, diagnostics):
                report_sheets(document, diagnostics)
        count = len(document.pages)
        reading = reading_in_words(reading_of_pages(document.pages))
        lines.append(printable(f"{display_name(deck)}: {count} {'slide' if count == 1 else 'slides'}, {reading}"))
    access = None
    if is_reported:
        from deckmaker.accessibility.report.facts import facts_of

        access = facts_of(display_name(deck), document, diagnostics)
    return _result(diagnostics, messages, lines)._replace(access=access)


def report_job(results: Sequence[JobResult], target: Path, messages: MessageOptions) -> JobResult:
    """Write a report on the accessibility of all decks that were checked."""
    from deckmaker.accessibility.report.writing import write_report
    from deckmaker.diagnostics import Diagnostics
    from deckmaker.diagnostics.printer import printable
    from deckmaker.source.reading import display_name

    diagnostics = Diagnostics(messages.levels)
    decks = [result.access for result in results if result.access]
    with guarded(target, diagnostics):
        is_written = bool(decks) and write_report(decks, target, diagnostics)
    return _result(diagnostics, messages, [printable(display_name(target))] if is_written else [])


def credits_job(
    deck: Path, dated: bool, messages: MessageOptions, audience: str | None = None, row: int | None = None
) -> JobResult:
    """List a deck's credits; where the list will be `dated`, only if there is a date for it."""
    from deckmaker.diagnostics import Diagnostics
    from deckmaker.one_deck import read_one
    from deckmaker.pipeline import has_date, list_credits

    diagnostics = Diagnostics(messages.levels)
    ledger = None
    with guarded(deck, diagnostics):
        if (not dated or has_date(diagnostics)) and (read := read_one(deck, diagnostics, audience, row)):
            ledger = list_credits(read, deck, diagnostics)
    return _result(diagnostics, messages, [])._replace(ledger=ledger)


def show_job(
    deck: Path,
    numbers: Collection[int] | None,
    drawn_as: str | None,
    folders: Mapping[Path, Path],
    named: bool,
    force: bool,
    messages: MessageOptions,
    audience: str | None = None,
    row: int | None = None,
) -> JobResult:
    """Survey a deck's pages, those with `numbers` or all; draw them into its folder where a picture is asked for.

    Numbers that the deck does not have are for the command to refuse: then nothing is drawn.
    """
    from deckmaker.diagnostics import Diagnostics
    from deckmaker.diagnostics.printer import printable
    from deckmaker.one_deck import read_one
    from deckmaker.output import Origin, OutputFolder
    from deckmaker.project import project_root, without_links
    from deckmaker.source.reading import display_name
    from deckmaker.survey.surveying import survey_of

    diagnostics = Diagnostics(messages.levels)
    survey = None
    written: list[Path] = []
    with guarded(deck, diagnostics):
        # A deck whose texts do not fit is what somebody wants to look at.
        if read := read_one(deck, diagnostics, audience, row, flawed=True):
            document = read.document
            place = without_links(deck.parent) / deck.name
            survey = survey_of(document, place, project_root(deck), numbers)
            if drawn_as and not survey.lacking(numbers):
                from deckmaker.survey.picture.files import write_pictures

                folder = OutputFolder(folders[deck], force, Origin.of(deck), named)
                written = write_pictures(document, survey, _stem(deck, audience), drawn_as, folder, diagnostics)
    return _result(diagnostics, messages, [printable(display_name(path)) for path in written])._replace(survey=survey)


def adopt_job(template: Path, target: Path | None, force: bool, messages: MessageOptions) -> JobResult:
    """Make a theme file from a company's template, and its contact sheet."""
    from deckmaker.adoption.adopting import adopt
    from deckmaker.diagnostics import Diagnostics
    from deckmaker.diagnostics.printer import printable
    from deckmaker.source.reading import display_name

    diagnostics = Diagnostics(messages.levels)
    lines: list[str] = []
    with guarded(template, diagnostics):
        if adopted := adopt(template, target, force, diagnostics):
            lines = [*map(display_name, adopted.files), "", "Confirm in the theme file:", *adopted.lines]
    return _result(diagnostics, messages, [printable(line) for line in lines])


def import_job(path: Path, target: Path | None, level: int | None, force: bool, messages: MessageOptions) -> JobResult:
    """Make a deck of a Markdown file or a presentation; headings of `level` begin slides, None for what it shows."""
    from deckmaker.diagnostics import Diagnostics
    from deckmaker.diagnostics.printer import printable
    from deckmaker.importing.importing import import_file
    from deckmaker.source.reading import display_name

    diagnostics = Diagnostics(messages.levels)
    lines: list[str] = []
    with guarded(path, diagnostics):
        found = import_file(path, target, level, force, diagnostics)
        lines = [printable(display_name(one)) for one in found]
    return _result(diagnostics, messages, lines)


def new_job(folder: Path, answers: Answers, messages: MessageOptions) -> JobResult:
    """Make a project in a new folder."""
    from deckmaker.diagnostics import Diagnostics
    from deckmaker.diagnostics.printer import printable
    from deckmaker.source.reading import display_name
    from deckmaker.starters.files import project_files
    from deckmaker.starters.writing import put_project

    diagnostics = Diagnostics(messages.levels)
    lines: list[str] = []
    with guarded(folder, diagnostics):
        files = project_files(answers)
        if put_project(folder, files, diagnostics):
            shown = (path for path in files if not path.startswith("."))
            lines = [printable(display_name(folder / path)) for path in shown]
    return _result(diagnostics, messages, lines)


def fonts_job(deck: Path, messages: MessageOptions, row: int | None = None) -> JobResult:
    """List the fonts that a deck needs."""
    from deckmaker.diagnostics import Diagnostics
    from deckmaker.one_deck import read_one
    from deckmaker.project import project_root, without_links
    from deckmaker.render.pptx.typefaces import script_fonts
    from deckmaker.survey.fonts.needs import fonts_of

    diagnostics = Diagnostics(messages.levels)
    fonts = None
    with guarded(deck, diagnostics):
        if read := read_one(deck, diagnostics, row=row, lists=True):
            document = read.document
            place = without_links(deck.parent) / deck.name
            scripts = script_fonts(document)
            fonts = fonts_of(document, place, project_root(deck), lambda *text: scripts.family(*text)[0])
    return _result(diagnostics, messages, [])._replace(fonts=fonts)


def lost(deck: Path, messages: MessageOptions) -> JobResult:
    """Return what there is to say of a deck that its process died of, as the system lets one that takes all memory."""
    from deckmaker.diagnostics import Diagnostics
    from deckmaker.source.reading import display_name

    diagnostics = Diagnostics(messages.levels)
    message = f"deckmaker was ended by the system while it worked on `{display_name(deck)}`"
    diagnostics.report("internal-error", message, help="give it more memory, or build this deck alone")
    return _result(diagnostics, messages, [])


def refused_settings(decks: Sequence[Path], messages: MessageOptions) -> JobResult | None:
    """Return what there is to say of settings of projects that no deck can be read with, once for all decks of each
    project; None where there are none such."""
    from deckmaker.diagnostics import Diagnostics
    from deckmaker.project import project_root
    from deckmaker.settings import read_settings

    diagnostics = Diagnostics(messages.levels)
    for deck in {project_root(deck): deck for deck in decks}.values():
        with guarded(deck, diagnostics):
            read_settings(deck, diagnostics)
    return _result(diagnostics, messages, []) if diagnostics.failed(messages.strict) else None


def _result(diagnostics: Diagnostics, messages: MessageOptions, lines: Sequence[str]) -> JobResult:
    said = message_lines(diagnostics, messages)
    return JobResult(said, [] if messages.quiet else lines, diagnostics.causes, diagnostics.failed(messages.strict))


def warm_up(formats: Iterable[str] = ()) -> None:
    """Import what jobs need, once for all the processes that will share them out. Outside formats come when used."""
    from deckmaker.render.registry import BUILT_IN

    stages = ("source", "language.deck", "language.validation", "resolve", "theme", "layout", "accessibility")
    renderers = (BUILT_IN[format].partition(":")[0] for format in formats if format in BUILT_IN)
    for module in (*(f"deckmaker.{stage}" for stage in stages), *renderers):
        import_module(module)
