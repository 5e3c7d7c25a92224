"""What a theme file says against itself: names that lead nowhere, and sizes that do not go together."""

from __future__ import annotations

from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.diagnostics.diagnostic import nearest
from deckmaker.source import DataPath, Tree
from deckmaker.theme.logo_places import LOGO
from deckmaker.theme.names import known_names, used_names
from deckmaker.theme.parts import Parts, mapping
from deckmaker.theme.places import Findings, likeliest
from deckmaker.theme.slots import PICTURE_SLOTS


def check_references(parts: Parts, tree: Tree, diagnostics: Diagnostics) -> None:
    """Report every name in a theme that leads nowhere, and what in its sound parts does not go together."""
    findings = Findings(diagnostics)
    _check_names(tree, findings)
    _Checker(parts, tree, findings).check()


def _check_names(tree: Tree, findings: Findings) -> None:
    uses: dict[tuple[str, str], dict[Span, None]] = {}
    for use in used_names(tree):
        uses.setdefault((use.kind, use.name), {})[tree.value_span(use.path)] = None
    for name in mapping(mapping(tree.data).get("dark")):
        uses.setdefault(("colour", name), {})[tree.key_span(("dark", name))] = None
    known = known_names(tree)
    for (kind, name), spans in uses.items():
        names = known[kind]
        if names is None or name in names:  # where there is no mapping of them, that is the mistake
            continue
        help = nearest(name, list(names)) or f"known: {', '.join(names)}"
        if name.startswith("#"):
            help = "give it a name in `palette`, and say that name here"
        message = f"the theme has no {kind} `{name}`"
        message += f", which stands in {len(spans)} places" if len(spans) > 1 else ""
        findings.add(kind, message, next(iter(spans)), help)


class _Checker:
    """Holds the sound parts of a theme while they are compared."""

    def __init__(self, parts: Parts, tree: Tree, findings: Findings) -> None:
        self._parts, self._tree, self._findings = parts, tree, findings

    def check(self) -> None:
        for name, style in self._parts.styles.items():
            self._sizes(f"style `{name}`", name, ("styles", name), style.size, style.short)
        for slot in self._parts.slots:
            entry = slot.entry
            if entry.style is None and slot.name not in PICTURE_SLOTS:
                message = f"slot `{slot.name}` holds text and has no `style`"
                self._findings.add("style", message, self._tree.value_span(slot.path))
            elif entry.width is not None and slot.name != LOGO:
                message = f"{slot} has a `width`, and only the logo's may: it spans `columns`"
                self._findings.add("width", message, self._tree.value_span((*slot.path, "width")))
            elif entry.style and (entry.size or entry.short):
                self._sizes(str(slot), entry.style, slot.path, entry.size, entry.short)

    def _sizes(self, what: str, style: str, path: DataPath, size: int | None, short: int | None) -> None:
        """Compare the sizes of a style, or of a slot whose own stand before its style's."""
        known = self._parts.styles.get(style)
        if known is None:  # reported already
            return
        size_path: DataPath = (*path, "size") if size else ("styles", style, "size")
        size = size or known.size
        if known.min > size:
            message = f"{what} has a `min` of {known.min}, larger than its `size` of {size}"
            self._findings.add("min", message, likeliest(self._tree, [("styles", style, "min"), size_path]))
        if short and short < size:
            message = f"{what} has a `short` of {short}, smaller than its `size` of {size}"
            self._findings.add("short", message, likeliest(self._tree, [(*path, "short"), size_path]))
