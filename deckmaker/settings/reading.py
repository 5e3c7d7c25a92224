"""`deckmaker.yaml` to settings: found at the project's root, read as safely as a deck, validated."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from deckmaker.budget.source import SETTINGS_BYTES
from deckmaker.dataclasses import dataclass
from deckmaker.diagnostics import Diagnostics
from deckmaker.project import Barred, misspelt_mark, own_mark, reached

if TYPE_CHECKING:
    from deckmaker.diagnostics import SourceFile
    from deckmaker.language.deck import LogoEntry
    from deckmaker.language.project import ProjectEntry
    from deckmaker.source import Tree


@dataclass(frozen=True, slots=True)
class Settings:
    """What a project's `deckmaker.yaml` says, with the places where it says it."""

    path: Path
    """The file, without links."""
    tree: Tree
    entry: ProjectEntry


def read_settings(deck: Path, diagnostics: Diagnostics) -> Settings | None:
    """Return the settings of the project that a deck lies in; None where there are none, and where they have mistakes,
    which are reported.

    A file that is empty, or holds comments alone, only marks the project.
    """
    mark = own_mark(deck)
    if mark is None:
        _warn_of_other_name(deck, diagnostics)
        return None
    from deckmaker.language.project import ProjectEntry
    from deckmaker.language.validation import validate
    from deckmaker.source import parse_yaml, read_source
    from deckmaker.source.barred import told_barred

    found = reached(mark.name, mark)
    if isinstance(found, Barred):
        told_barred(found, mark.name, None, diagnostics, "put the file itself there, or an empty one")
        return None
    source = read_source(found.path, diagnostics, most=SETTINGS_BYTES)
    if source is None or _says_nothing(source):
        return None
    tree = parse_yaml(source, diagnostics)
    entry = tree and validate(ProjectEntry, tree, diagnostics)
    sound = tree and (entry or _sound_part(tree))  # all mistakes are told in one run
    is_in_order = tree and sound and _is_in_order(tree, sound, mark, diagnostics)
    return Settings(found.path, tree, entry) if tree and entry and is_in_order else None


def _sound_part(tree: Tree) -> ProjectEntry | None:
    """Return what settings say without the keys that hold mistakes."""
    from deckmaker.language.kinds import Mistake
    from deckmaker.language.project import ProjectEntry

    mistakes: list[Mistake] = []
    ProjectEntry.read(tree.data, (), mistakes)
    wrong = {mistake.location[:1] for mistake in mistakes}
    if () in wrong or not isinstance(tree.data, dict):
        return None
    return ProjectEntry.read({key: value for key, value in tree.data.items() if (key,) not in wrong}, (), [])


def _warn_of_other_name(deck: Path, diagnostics: Diagnostics) -> None:
    """Report settings that are not read, since their file's name ends in `.yml`."""
    if (other := misspelt_mark(deck)) is None:
        return
    from deckmaker.diagnostics import Span
    from deckmaker.source import read_source

    if source := read_source(other, diagnostics.fork(), most=SETTINGS_BYTES):
        message, help = f"`{source.name}` is not read: settings have another name", "rename it `deckmaker.yaml`"
        diagnostics.report("unread-settings", message, Span(source, 1, 1, 1, 2), help)


def _says_nothing(source: SourceFile) -> bool:
    lines = map(str.strip, source.text.splitlines())
    return all(line in ("", "---", "{}") or line.startswith("#") for line in lines)


def _is_in_order(tree: Tree, entry: ProjectEntry, mark: Path, diagnostics: Diagnostics) -> bool:
    """Tell whether there is what the settings name; report what there is not, as the file has it.

    What a deck would report of it has a path as seen from that deck, and comes once for each.
    """
    before = len(diagnostics)
    if entry.theme:
        from deckmaker.theme.inheritance import theme_path

        theme_path(entry.theme, mark, tree.value_span(("theme",)), diagnostics)
    if entry.logo:
        _check_logo(tree, entry.logo, mark, diagnostics)
    if entry.output:
        _check_output(tree, entry.output, mark, diagnostics)
    for number, name in enumerate(entry.formats or ()):
        _check_format(tree, name, ("formats", number), diagnostics)
    return len(diagnostics) == before


def _check_logo(tree: Tree, logo: LogoEntry, mark: Path, diagnostics: Diagnostics) -> None:
    from deckmaker.resolve.files import find_file

    for ground, written in (("light", logo.light), ("dark", logo.dark)):
        if written:
            at = ("logo", ground) if isinstance(tree.data["logo"], dict) else ("logo",)
            find_file(written, mark, tree.value_span(at), diagnostics, "picture")


def _check_output(tree: Tree, written: str, mark: Path, diagnostics: Diagnostics) -> None:
    from deckmaker.addresses import displayed, is_store
    from deckmaker.source.barred import told_barred

    span = tree.value_span(("output",))
    if is_store(written):
        message = f"`output` names `{displayed(written)}`, which is an address and no folder"
        help = "name a folder of the project; `--output` takes the address of a store for decks from rows"
        diagnostics.report("wrong-value", message, span, help)
        return
    found = reached(written, mark)
    if found is Barred.NOWHERE:
        message = f"`output` names `{written}`, which is no path that a system has"
        diagnostics.report("wrong-value", message, span, "name a folder of the project")
    elif isinstance(found, Barred):
        told_barred(found, written, span, diagnostics, "name a folder of the project; `--output` takes any")
    elif found.is_file:
        diagnostics.report("wrong-value", f"`output` names `{written}`, which is a file", span, "name a folder")


def _check_format(tree: Tree, name: str, at: tuple[str | int, ...], diagnostics: Diagnostics) -> None:
    from deckmaker.diagnostics.diagnostic import nearest
    from deckmaker.render.registry import BUILT_IN, format_names

    if name in BUILT_IN:
        return
    if name not in (known := list(format_names(diagnostics.fork()))):
        help = nearest(name, known) or f"formats: {', '.join(known)}"
        diagnostics.report("unknown-format", f"no renderer for format `{name}`", tree.value_span(at), help)
