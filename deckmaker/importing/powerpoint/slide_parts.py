"""The slides of a presentation, each with the layout and the master that it stands on, its section and its notes.

Source: ECMA-376 part 1, 13.3 and 19.3; sections: MS-PPTX, 2.2.1.
"""

from __future__ import annotations

from collections.abc import Mapping
from unicodedata import bidirectional
from xml.etree.ElementTree import Element

from deckmaker.budget.decks import DECK_CHARACTERS
from deckmaker.dataclasses import dataclass, field
from deckmaker.importing.powerpoint.inherited import NO_PLACEHOLDERS, Placeholders
from deckmaker.importing.seen_texts import seen_line
from deckmaker.importing.told import Told
from deckmaker.localization.direction import is_written_right_to_left
from deckmaker.patterns import pattern
from deckmaker.template.names import A, P, R
from deckmaker.template.numbers import flag, points
from deckmaker.template.package import NotATemplate, Package, Relationship

_SECTIONS = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
_CORE = "{http://purl.org/dc/elements/1.1/}"


_TITLE_OF_PROGRAMS = pattern(
    r"(?i)PowerPoint[\s-]?\w*(?: PowerPoint)?|\w+ 1|(?:pr[eäé]senta[ct]i?[oó]n|presentazione)\d*"
)
"""What PowerPoint takes for a title where a first slide has none, in several languages: `Slide 1`, `PowerPoint
Presentation`. What somebody wrote that looks like it stands on the slide, too."""


@dataclass(frozen=True, slots=True)
class SlidePart:
    """A slide: its number, its part's name, its XML and what it refers to, and that of its layout, master and notes,
    with what these refer to. Its `notes_are_lost` where it refers to some that the presentation does not hold.

    `section` is the name of the section that begins with it, `language` that which the file has by its properties.
    """

    number: int
    part: str
    root: Element
    relations: Mapping[str, Relationship]
    layout: Element | None
    master: Element | None
    notes: Element | None
    section: str
    is_hidden: bool
    of_layout: Placeholders = NO_PLACEHOLDERS
    of_master: Placeholders = NO_PLACEHOLDERS
    language: str = ""
    notes_relations: Mapping[str, Relationship] = field(default_factory=dict)
    notes_are_lost: bool = False

    @property
    def characters(self) -> int:
        """How many characters its texts and notes have."""
        parts = [one for one in (self.root, self.notes) if one is not None]
        return sum(len(one.text or "") for part in parts for one in part.iter(f"{A}t"))

    @property
    def is_stepped(self) -> bool:
        """Whether paragraphs appear one by one (19.5.57, `pRg`; effects that let something come are `entr`)."""
        timing = self.root.find(f"{P}timing")
        if timing is None or next(timing.iter(f"{P}pRg"), None) is None:
            return False
        return any(one.get("presetClass") == "entr" for one in timing.iter(f"{P}cTn"))

    @property
    def is_turned(self) -> bool:
        """Whether what stands on it is read from the right: its master's texts run so (21.1.2.2.7, `rtl`), and some of
        it is in such a language, or has such letters if none is named. One in another may stand on such a master.

        LibreOffice keeps no direction of masters, but the language of the file."""
        level = self.master.find(f"{P}txStyles/{P}bodyStyle/{A}lvl1pPr") if self.master is not None else None
        if not flag(level, "rtl", is_written_right_to_left(self.language)):
            return False
        if languages := {one.get("lang", "") for one in self.root.iter(f"{A}rPr")} - {""}:
            return any(map(is_written_right_to_left, languages))
        return any(bidirectional(sign) in ("R", "AL") for one in self.root.iter(f"{A}t") for sign in one.text or "")

    @property
    def notes_page(self) -> SlidePart | None:
        """Its page of notes, as a slide of this number."""
        if self.notes is None:
            return None
        return SlidePart(self.number, "", self.notes, self.notes_relations, None, None, None, "", False)

    @property
    def layout_type(self) -> str:
        """The type of its layout, such as `secHead` (19.7.15); nothing where it has none."""
        return (self.layout.get("type") or "") if self.layout is not None else ""


def title_of_file(package: Package) -> str:
    """Return the title in the properties of the file; nothing where a program wrote what it writes in all files."""
    title = _property(package, "title")
    return "" if _TITLE_OF_PROGRAMS.fullmatch(title) else title


def _property(package: Package, name: str) -> str:
    """Return one of the properties that all files have (part 2, 8.3), on one line; nothing where it is not there."""
    part = package.target("", "core-properties")
    found = package.xml(part).find(f"{_CORE}{name}") if part and package.has(part) else None
    return seen_line(found.text or "") if found is not None else ""


def page_size(package: Package) -> tuple[float, float]:
    """Return width and height of the slides in points."""
    size = package.xml(package.main).find(f"{P}sldSz")
    return points(size, "cx", 960.0) or 960.0, points(size, "cy", 540.0) or 540.0


@dataclass(slots=True)
class SlidesRead:
    """The slides of a presentation in their order, how many it lists that are not in it, and how many again.

    `sections_again` are those with which a section begins that began before, as others stand between its slides.
    """

    slides: list[SlidePart] = field(default_factory=list)
    missing: int = 0
    again: int = 0
    sections_again: list[SlidePart] = field(default_factory=list)

    def tell(self, told: Told, has_sections: bool) -> None:
        """Tell what of their list is out of order, and of their sections where it `has_sections` to be told of."""
        help = "open it in PowerPoint, which repairs such files, and save it anew"
        if self.missing:
            lists = f"{_counted(self.missing)} that the presentation lists, but does not hold, "
            told.note(1, f"{lists}{'is' if self.missing == 1 else 'are'} left out", help)
        if self.again:
            told.note(1, f"the presentation lists {_counted(self.again)} again", help)
        for one in self.sections_again if has_sections else ():
            help = "move the slide to the others of that section, or name the one that it is in now"
            told.note(one.number, "slides of a section stand apart, and it begins again: NAMES", help, one.section)


def _counted(slides: int) -> str:
    return "a slide" if slides == 1 else f"{slides:,} slides"


def slides_of(package: Package) -> SlidesRead:
    """Return the slides. Raises NotATemplate for parts that are broken."""
    main = package.xml(package.main)
    if main.tag != f"{P}presentation":
        raise NotATemplate("is no presentation")
    known = package.relationships(package.main)
    language = _property(package, "language")
    sections = _Sections(main)
    read, listed, characters = SlidesRead(), set[str](), 0
    placeholders: dict[str, Placeholders] = {}
    for one in main.iterfind(f"{P}sldIdLst/{P}sldId"):
        to = known.get(one.get(f"{R}id", ""))
        if not to or to.kind != "slide" or to.is_external or not package.has(to.target):
            read.missing += 1
            continue
        if to.target in listed:  # each has a part of its own, so that this costs a slide for each few bytes
            read.again += 1
            continue
        listed.add(to.target)
        section, is_again = sections.begun_by(one.get("id", ""))
        slide = _slide(package, to.target, len(read.slides) + 1, section, language, placeholders)
        characters += slide.characters
        if characters > DECK_CHARACTERS.most:
            raise NotATemplate(DECK_CHARACTERS.excess(), "import a part of it")
        read.slides.append(slide)
        if is_again:
            read.sections_again.append(slide)
    return read


def _slide(
    package: Package, part: str, number: int, section: str, language: str, placeholders: dict[str, Placeholders]
) -> SlidePart:
    """Return a slide; `placeholders` are those of the layouts and masters that others stand on."""
    root = package.xml(part, each_time=True)
    layout = package.target(part, "slideLayout")
    layout = layout if layout and package.has(layout) else None
    master = package.target(layout, "slideMaster") if layout else None
    master = master if master and package.has(master) else None
    for one in (layout, master):
        if one and one not in placeholders:
            placeholders[one] = Placeholders(package.xml(one))
    notes = package.target(part, "notesSlide")
    notes = notes if notes and package.has(notes) else None
    relations = package.relationships(part)
    return SlidePart(
        number,
        part,
        root,
        relations,
        package.xml(layout) if layout else None,
        package.xml(master) if master else None,
        package.xml(notes, each_time=True) if notes else None,
        section,
        not flag(root, "show", True),
        placeholders.get(layout or "", NO_PLACEHOLDERS),
        placeholders.get(master or "", NO_PLACEHOLDERS),
        language,
        package.relationships(notes) if notes else {},
        notes is None and any(one.kind == "notesSlide" for one in relations.values()),
    )


def listed_ids(package: Package) -> tuple[str, ...]:
    """Return the ids of the slides that a presentation lists, in their order. Raises NotATemplate for a broken one."""
    return tuple(one.get("id", "") for one in package.xml(package.main).iterfind(f"{P}sldIdLst/{P}sldId"))


def lists_any_section(package: Package) -> bool:
    """Tell whether a presentation has sections, be it one that no deck has. Raises NotATemplate for a broken one."""
    return next(package.xml(package.main).iter(f"{_SECTIONS}section"), None) is not None


class _Sections:
    """The sections of a presentation, as its slides are gone through in their order.

    A slide is in the section that lists it. One that none lists, or one without a name, goes on in that above it: no
    deck ends a section. Programs that know of no sections move slides and take them out, and leave them listed: so a
    section may go on behind another one, and begins again there.
    """

    def __init__(self, main: Element) -> None:
        self._of: dict[str, tuple[int, str]] = {}  # by the ids of slides: the section's number, and its name
        for number, section in enumerate(main.iter(f"{_SECTIONS}section")):
            if name := seen_line(section.get("name") or ""):
                for one in section.iter(f"{_SECTIONS}sldId"):
                    self._of.setdefault(one.get("id", ""), (number, name))
        self._above: int | None = None
        self._begun: set[int] = set()

    def begun_by(self, id: str) -> tuple[str, bool]:
        """Return the name of the section that the next slide begins, empty for none, and whether it began before."""
        number, name = self._of.get(id, (self._above, ""))
        if number is None or number == self._above:
            return "", False
        is_again = number in self._begun
        self._begun.add(number)
        self._above = number
        return name, is_again
