"""Where slides begin in a Markdown file: at rules, and at headings.

A rule always begins a slide. So does a heading of the slide level or above, but in files of Marp and Slidev, where
rules alone part slides. The slide level is Pandoc's: the highest level of headings that some content follows, and not
another heading ("Structuring the slide show" in Pandoc's manual).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from deckmaker.dataclasses import dataclass, field
from deckmaker.importing.markdown.front_matter import slide_settings
from deckmaker.importing.markdown.inline import is_emphasis
from deckmaker.importing.markdown.plain_text import plain_text

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode


LONGEST_SUBTITLE = 160
"""Characters: two lines on a title slide."""

_BOUNDARIES = ("heading", "hr")


@dataclass(slots=True)
class Part:
    """What one slide is made of: its heading, its other parts, what Slidev's front matter says above it, and the name
    of the section that begins there, where the file has it above the heading.
    """

    title: SyntaxTreeNode | None = None
    nodes: list[SyntaxTreeNode] = field(default_factory=list)
    settings: Mapping[str, Any] = field(default_factory=dict)
    section: str = ""

    @property
    def level(self) -> int:
        """The level of the slide's heading; 0 without one."""
        return level_of(self.title) if self.title else 0


def level_of(heading: SyntaxTreeNode) -> int:
    """Return the level of a heading, 1 to 6."""
    return int(heading.tag[1:])


def cover_of(nodes: Sequence[SyntaxTreeNode]) -> SyntaxTreeNode | None:
    """Return the heading that is a file's title; None where its first heading is that of a slide.

    It is the first of all, no other stands above it, and it is no slide like others: either no other heading of its
    level has content, or it is `# ` with a line of words at most, as a subtitle, and the next slide begins below it.
    """
    shown = [node for node in nodes if node.type != "html_block"]
    if not shown or shown[0].type != "heading":
        return None
    level = level_of(shown[0])
    others = [index for index, node in enumerate(shown) if index and node.type == "heading"]
    if any(level_of(shown[index]) < level for index in others):
        return None
    end = next((index for index, node in enumerate(shown) if index and node.type in _BOUNDARIES), len(shown))
    is_bare = end == 1 or (end == 2 and shown[1].type == "paragraph" and is_short(shown[1]))
    if is_bare and level == 1 and (end == len(shown) or shown[end].type == "hr" or level_of(shown[end]) == level):
        return shown[0]
    like = [index for index in others if level_of(shown[index]) == level]
    has_like = any(level > 1 or _has_content_below(shown, index) for index in like)
    return None if has_like else shown[0]


def is_parted_by_rules(nodes: Sequence[SyntaxTreeNode]) -> bool:
    """Tell whether a rule ends the first slide of a file, and not a heading."""
    return [node.type for node in nodes if node.type in _BOUNDARIES][:2] == ["heading", "hr"]


def slide_level(nodes: Sequence[SyntaxTreeNode]) -> int:
    """Return the level of the headings that begin slides."""
    cover = cover_of(nodes)
    shown = [node for node in nodes if node.type != "html_block"]
    found = {
        level_of(node)
        for index, node in enumerate(shown)
        if node.type == "heading" and node is not cover and _has_content_below(shown, index)
    }
    all_levels = (level_of(node) for node in nodes if node.type == "heading" and node is not cover)
    return min(found, default=min(all_levels, default=1))


def parts_of(nodes: Sequence[SyntaxTreeNode], level: int, at_headings: bool) -> list[Part]:
    """Return the slides of a file; `level` is that of headings which begin one, where headings do."""
    parts = [Part()]
    rule: SyntaxTreeNode | None = None
    for node in nodes:
        part = parts[-1]
        if node.type == "hr":
            parts.append(Part())
        elif rule and (settings := _settings_below(rule, node)):
            part.settings = settings
        elif node.type == "heading" and not part.title and not _has_content(part):
            part.title = node
            part.section = " ".join(plain_text(one.children) for one in part.nodes if is_emphasis(one))
            part.nodes = [one for one in part.nodes if not is_emphasis(one)]
        elif node.type == "heading" and at_headings and level_of(node) <= level:
            parts.append(Part(title=node))
        else:
            part.nodes.append(node)
        rule = node if node.type == "hr" else None
    return [part for part in parts if part.title or part.nodes or part.settings]


def are_settings(rule: SyntaxTreeNode, node: SyntaxTreeNode) -> bool:
    """Tell whether a part of the file is Slidev's front matter of a slide, below a rule."""
    return _settings_below(rule, node) is not None


def _settings_below(rule: SyntaxTreeNode, node: SyntaxTreeNode) -> dict[str, str] | None:
    """Return the front matter of a slide, which Markdown reads as a heading between two rules."""
    if node.type != "heading" or node.markup != "-" or not rule.map or not node.map or node.map[0] != rule.map[1]:
        return None
    return slide_settings(node.children[0].content)


def _has_content_below(nodes: Sequence[SyntaxTreeNode], index: int) -> bool:
    """Tell whether some content follows a heading, and no other heading or rule."""
    return index + 1 < len(nodes) and nodes[index + 1].type not in _BOUNDARIES


def is_short(node: SyntaxTreeNode) -> bool:
    """Tell whether a paragraph is short enough to stand below a title."""
    return len(plain_text(node.children)) <= LONGEST_SUBTITLE and not any(one.type == "image" for one in node.walk())


def _has_content(part: Part) -> bool:
    """Tell whether more stands on a slide than may stand above its title: comments, pictures, its section's name."""
    others = [node for node in part.nodes if not _is_picture(node) and node.type != "html_block"]
    return bool(others) and not (len(others) == 1 and is_emphasis(others[0]))


def _is_picture(node: SyntaxTreeNode) -> bool:
    inline = node.children[0].children if node.type == "paragraph" and node.children else []
    return bool(inline) and all(one.type in ("image", "softbreak", "hardbreak") for one in inline)
