"""A set text as paragraphs and runs of DrawingML: real lists, real links, only what differs from the placeholder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from deckmaker.dataclasses import dataclass, replace
from deckmaker.layout import TextItem
from deckmaker.model import Marker, Run, SlideLink, looks_linked
from deckmaker.model.text import LEFT_TO_RIGHT
from deckmaker.render.pptx.colors import SchemeColors
from deckmaker.render.pptx.levels import Level, bullet_xml
from deckmaker.render.pptx.numbering import AUTO_NUMBERED, auto_number, first_numbers
from deckmaker.render.pptx.typefaces import FacedRun, ScriptFonts, drawn_style, faced_runs, typefaces
from deckmaker.render.pptx.units import WIDEST_GAP, emu, hundredths, thousandths
from deckmaker.render.pptx.xml import NOTHING, Xml, attribute, joined, words
from deckmaker.text import SetParagraph
from deckmaker.text.bidi import is_cursive
from deckmaker.text.styling import SCRIPT_RISE, run_color
from deckmaker.theme import Theme

_NUMBER_FIELD = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
"""The id of a field that shows the slide's number: any GUID (ECMA-376 Part 1, 21.1.2.2.4)."""

_KEEP_COLOR = (
    '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}"><ahyp:hlinkClr '
    'xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/></a:ext></a:extLst>'
)
"""Draws a link in its run's colour, not in the scheme's: links on dark pages would be unreadable."""


@dataclass(frozen=True, slots=True)
class Direct:
    """The properties that the paragraphs and runs of a text state themselves, since they inherit them from nowhere.

    `bold` and `italic` are what its runs do inherit, None where nobody knows.
    """

    bold: bool | None
    italic: bool | None
    paragraph: Xml
    spacing: Xml
    run: Xml
    tracking: Xml
    fill: Xml
    font: Xml


class TextWriter:
    """Writes the paragraphs of one slide. `link` makes a link into a relationship id of the slide's part.

    With `free_turned`, texts without placeholder may run from right to left where they do not say how they run.
    """

    def __init__(
        self,
        theme: Theme,
        colors: SchemeColors,
        fonts: ScriptFonts,
        link: Callable[[str | SlideLink], str],
        free_turned: bool = False,
    ) -> None:
        self._theme = theme
        self.colors = colors
        self._fonts = fonts
        self._language = fonts.language
        self._link = link
        self._free_turned = free_turned

    def paragraphs(self, item: TextItem, levels: tuple[Level, ...], direct: Direct | None = None) -> Xml:
        """Return `a:p` elements; `levels` are the placeholder's, of which paragraphs write only the differences.

        A text that has no placeholder to inherit from says the `direct` ones of them itself.
        """
        set_paragraphs = item.setting.paragraphs
        begins = first_numbers(one.paragraph for one in set_paragraphs)
        # Behind a paragraph that runs the other way, LibreOffice has the next one do so, too, if that says nothing.
        says = len({one.style.turned for one in set_paragraphs}) > 1 or (direct is not None and self._free_turned)
        return joined(
            self._paragraph(one, first, item, levels, direct, says)
            for one, first in zip(set_paragraphs, begins, strict=True)
        )

    def _click(self, link: str | SlideLink, more: str = "") -> Xml:
        """Return where a click leads, to an address or to another slide (ECMA-376 Part 1, 21.1.2.3.5), with `more`."""
        action = ' action="ppaction://hlinksldjump"' if isinstance(link, SlideLink) else ""
        return Xml(f"<a:hlinkClick r:id={attribute(self._link(link))}{action}>{more}</a:hlinkClick>")

    def click_on(self, item: TextItem) -> Xml:
        """Return where a click on the frame of a text leads; nothing where its runs have links of their own."""
        link = whole_link(item)
        return self._click(link) if link else NOTHING

    def number(self, text: str, level: Level) -> Xml:
        """Return a paragraph with the slide-number field, which is of a level."""
        fill = self.colors.fill(level.color) if level.repeats else NOTHING
        return Xml(f"<a:p>{number_field(self._language, text, self._theme.turned, fill)}</a:p>")

    def _paragraph(
        self,
        one: SetParagraph,
        first_number: int,
        item: TextItem,
        levels: tuple[Level, ...],
        direct: Direct | None,
        says_direction: bool,
    ) -> Xml:
        level = levels[min(one.paragraph.level, len(levels) - 1)]
        runs = faced_runs(one.paragraph, item.style, self._theme, self._fonts)
        # The author's breaks are written, and those that another program might place elsewhere.
        lines = hard_lines(split_links(one, runs)) if item.setting.safe else [*kept_lines(one, runs)]
        language = f" lang={attribute(self._language)}{direct.run + direct.tracking if direct else ''}"
        line_break = f"<a:br><a:rPr{language}/></a:br>"
        if one.style.isolated:
            lines = [_marked(runs) for runs in lines]
        text = line_break.join("".join(self._run(run, item, level, direct) for run in runs) for runs in lines)
        end = f"<a:endParaRPr{language}/>" if direct else ""  # in an empty cell the only one who says how high it is
        return Xml(f"<a:p>{self._properties(one, first_number, level, direct, says_direction)}{text}{end}</a:p>")

    def _properties(
        self, one: SetParagraph, first_number: int, level: Level, direct: Direct | None, says_direction: bool
    ) -> Xml:
        attributes = f' lvl="{one.paragraph.level}"' if one.paragraph.level else ""
        if one.style.left != level.left or -one.style.hanging != level.indent:
            attributes = f' marL="{emu(one.style.left)}"{attributes} indent="{emu(-one.style.hanging)}"'
        # What is aligned to the left begins there: a paragraph from right to left begins on the right.
        align = "r" if one.style.opposed and level.align == "l" else level.align
        attributes += f' algn="{align}"' if direct or align != level.align else ""
        attributes += direct.paragraph if direct else ""
        is_other = one.style.turned != (level.turned and not direct)
        attributes += f' rtl="{int(one.style.turned)}"' if is_other or says_direction else ""
        spacing = direct.spacing if direct else ""
        if one.style.before != level.before:
            # PowerPoint passes over the space before a text's first paragraph, LibreOffice does not.
            spacing += f'<a:spcBef><a:spcPts val="{hundredths(min(one.style.before, WIDEST_GAP))}"/></a:spcBef>'
        marker = ""
        if one.paragraph.marker is Marker.NONE or one.paragraph.continues:
            marker = "<a:buNone/>" if level.bullet else ""
        elif one.paragraph.marker in AUTO_NUMBERED:
            # A footnote's number is of its text's colour, where the master's markers have one of their own.
            color = self.colors.bullet(level.color) if one.paragraph.marker is Marker.FOOTNOTE else ""
            number = auto_number(one.paragraph, first_number)
            marker = f'{color}<a:buSzPct val="100000"/><a:buFont typeface={attribute(level.font)}/>{number}'
        elif one.style.marker and not level.bullet:
            marker = bullet_xml(one.style.marker, level.bullet_font)
        return Xml(f"<a:pPr{attributes}>{spacing}{marker}</a:pPr>" if attributes or spacing or marker else "")

    def _run(self, run: Run, item: TextItem, level: Level, direct: Direct | None) -> Xml:
        language = (run.language if isinstance(run, FacedRun) else None) or self._language
        attributes = f" lang={attribute(language)}{direct.run if direct else ''}"
        if level.tracking and is_cursive(run.text):
            attributes += ' spc="0"'  # its letters join
        elif direct:
            attributes += direct.tracking
        bold, italic = drawn_style(run, level)
        if bold != (direct or level).bold:
            attributes += f' b="{int(bold)}"'
        if italic != (direct or level).italic:
            attributes += f' i="{int(italic)}"'
        if run.code:
            attributes += ' noProof="1"'  # or PowerPoint underlines its words as misspelt
        if run.script:
            attributes += f' baseline="{thousandths(SCRIPT_RISE[run.script])}"'
        inner = ""
        if (color := run_color(run, item.style, self._theme)) != item.style.color or looks_linked(run.link):
            inner += self.colors.fill(color)
        elif direct:
            inner += direct.fill
        elif level.repeats:
            inner += self.colors.fill(level.color)
        inner += typefaces(run, level.font, direct.font if direct else NOTHING)
        if run.link and whole_link(item) is None:
            inner += self._click(run.link, _KEEP_COLOR)
        return Xml(f"<a:r><a:rPr{attributes}>{inner}</a:rPr><a:t>{words(run.text)}</a:t></a:r>")


def number_field(language: str, text: str, turned: bool, fill: Xml = NOTHING) -> Xml:
    """Return a field with the slide's number. On pages that are `turned`, digits would have the letters' font."""
    said = f"<a:rPr lang={attribute(language)}"
    inner = fill + ('<a:cs typeface="+mn-lt"/>' if turned else "")
    said += f">{inner}</a:rPr>" if inner else "/>"
    return Xml(f'<a:fld id="{_NUMBER_FIELD}" type="slidenum">{said}<a:t>{words(text)}</a:t></a:fld>')


def _marked(runs: Sequence[Run]) -> list[Run]:
    """Return the runs of a line in Latin letters, in a paragraph that runs from right to left: so numbers and signs at
    its ends have letters beside them, and run as these do."""
    marks = [replace(one, text=LEFT_TO_RIGHT, link=None) for one in (*runs[:1], *runs[-1:])]
    return [marks[0], *runs, marks[1]] if runs else []


def hard_lines(runs: Iterable[Run]) -> list[list[Run]]:
    """Return the runs of each stretch between hard line breaks."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        if "\n" not in run.text:
            lines[-1].append(run)
            continue
        first, *others = run.text.split("\n")
        lines[-1] += [replace(run, text=first)] if first or not others else []
        lines += [[replace(run, text=text)] if text else [] for text in others]
    return lines


def whole_link(item: TextItem) -> SlideLink | None:
    """Return the slide that all of a text links to, None where not all of it does, or not to one, or looks like a link.

    Of such a text the frame is the link: PowerPoint underlines links in texts.
    """
    links = {run.link for one in item.setting.paragraphs for run in one.paragraph.runs}
    (link,) = links if len(links) == 1 else (None,)
    return link if isinstance(link, SlideLink) and not looks_linked(link) else None


def kept_lines(one: SetParagraph, faced: Sequence[Run]) -> Iterator[list[Run]]:
    """Yield the runs of each line of a paragraph, all in their faces, without the spaces between lines."""
    end = 0
    for set_line in one.lines:
        start = one.paragraph.text.index(set_line.line.text, end)
        end = start + len(set_line.line.text)
        offset, runs = 0, []
        for run in faced:
            if part := run.text[max(0, start - offset) : max(0, end - offset)]:
                runs.append(replace(run, text=part))
            offset += len(run.text)
        yield runs


def split_links(one: SetParagraph, faced: Sequence[Run]) -> Iterator[Run]:
    """Yield a paragraph's runs in their faces, a link over a line's end as one on each line and a space between.

    LibreOffice breaks a link's text at any character and sets the line after that too close.
    """
    if not any(looks_linked(run.link) for run in faced):
        yield from faced
        return
    ends = set()
    end = 0
    for set_line in one.lines:
        end = one.paragraph.text.index(set_line.line.text, end) + len(set_line.line.text)
        ends.add(end)
    offset = 0
    for run in faced:
        inner = [end - offset for end in sorted(ends) if offset < end < offset + len(run.text)]
        inner = inner if looks_linked(run.link) else []
        start = 0
        for cut in inner:
            yield replace(run, text=run.text[start:cut])
            start = cut + len(run.text[cut:]) - len(run.text[cut:].lstrip(" "))
            if start > cut:
                yield replace(run, text=run.text[cut:start], link=None)
        yield replace(run, text=run.text[start:])
        offset += len(run.text)
