"""Which of a template's layouts is which of ours: by the standard's types, by usual names, by what is where on them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from deckmaker.dataclasses import dataclass
from deckmaker.model.geometry import Rect
from deckmaker.template import Template, TemplateLayout, TemplatePlaceholder
from deckmaker.template.brand import Brand
from deckmaker.template.opening import brands_of
from deckmaker.template.placeholders import PAINTED_PLACE
from deckmaker.theme.template_ground import is_alike, is_busy, is_plain, shows
from deckmaker.theme.template_palette import page_color, shown_color
from deckmaker.theme.template_plan import plain_layout

_TITLES, _TEXTS = ("title", "ctrTitle"), ("obj", "body", "subTitle")

_TYPES: Mapping[str, tuple[str, ...]] = {
    "content": ("obj", "tx"),
    "title": ("title",),
    "section": ("secHead",),
    "columns": ("twoObj", "twoColTx", "twoTxTwoObj"),
    "picture-right": (),
    "picture-left": (),
    "picture": (),
    "table": ("tbl",),
    "closing": (),
}
"""Types of layouts (ECMA-376 part 1, 19.7.15) by ours, in the order in which ours choose."""

_NAMES: Mapping[str, tuple[str, ...]] = {
    "content": ("title and content", "title, content", "title & content", "content", "text", "bullets", "standard"),
    "title": ("title slide", "cover", "title page", "opening", "start", "titelfolie", "diapositive de titre"),
    "section": ("section header", "section", "divider", "chapter", "topic", "abschnitt", "kapitel", "titre de section"),
    "columns": ("two content", "two columns", "two column", "comparison", "zwei inhalte", "deux contenus"),
    "picture-right": ("picture right", "image right", "text and picture", "content and picture"),
    "picture-left": ("picture left", "image left", "picture and text", "picture and content"),
    "picture": ("picture", "full picture", "image", "photo", "insert picture"),
    "table": ("table", "tabelle", "tableau"),
    "closing": ("closing", "end", "thank you", "thanks", "back cover", "last slide", "end slide", "contact", "danke"),
}
"""Words by which templates call such layouts, in lower case, the likeliest first."""


_OPENINGS = ("title", "section", "closing")
"""Layouts of ours that may have a page of another colour: tables and charts stand on none of them."""

_BESIDE = ("columns", "picture-right", "picture-left", "table")
"""Layouts of ours for slides of text, as `content` is: titles and texts are as large on all of them."""

_SMALL = 0.75
"""Of the size of a title or a text of `content`: what is smaller is no running text, but that of a caption."""

_ROOMY = 0.25
"""Of the page: what a text has of it at least where slides are to have room, if any layout has that."""

_AMPLE = 0.8
"""Of the most room that a layout has for a text: what one has that is told from others by its type alone."""

_COVER = 0.1
"""Of the page: what the text below the title has at least on title pages, if any layout has that."""

_LOWER = 0.05
"""Of the page's height: by how much the title of a title page stands lower than those of others."""


_Named = Sequence[tuple[TemplateLayout, str]]


@dataclass(frozen=True, slots=True)
class Match:
    """A layout of ours, the template's, what that is called in theme files, and by what it was found."""

    ours: str
    layout: TemplateLayout
    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Matches:
    """What was matched, the name of the template's layout in which others of ours are made, where there are any, and
    the names of those that nothing of ours takes."""

    found: tuple[Match, ...]
    plain: str | None
    unused: tuple[str, ...]

    @property
    def by_name(self) -> dict[str, Match]:
        return {one.ours: one for one in self.found}


def matched(template: Template) -> Matches:
    """Return which of a template's layouts are which of ours; `content` is among them where any layout can be it."""
    named = list(zip(template.layouts, template.names, strict=True))
    found: dict[str, Match] = {}
    legible: dict[str, bool] = {}  # each layout is judged once, by all that is drawn behind each of its texts

    def is_legible(layout: TemplateLayout) -> bool:
        if layout.part not in legible:
            legible[layout.part] = _is_legible(template, layout)
        return legible[layout.part]

    for ours, fits in _FITS.items():
        taken = {one.layout.part for one in found.values()}
        ones = [(layout, name) for layout, name in named if fits(layout) and layout.part not in taken]
        if ours not in _OPENINGS:
            ones = [one for one in ones if is_legible(one[0])] or ones
        content = found["content"].layout if "content" in found else None
        if ours not in _OPENINGS and content:
            ground = page_color(template, content)
            ones = [one for one in ones if is_alike(page_color(template, one[0]), ground)]
        if ours in _BESIDE and content:
            ones = [one for one in ones if _has_running_text(one[0], content)]
        if match := _best(ours, ones, content, template):
            found[ours] = match
    used = {one.layout.part for one in found.values()}
    plain = plain_layout(template, found["content"].layout) if "content" in found else None
    if plain and len(found) < len(_FITS):
        used.add(plain.part)
    return Matches(
        tuple(found.values()),
        next((name for layout, name in named if layout is plain), None),
        tuple(name for layout, name in named if layout.part not in used),
    )


def _best(ours: str, ones: _Named, content: TemplateLayout | None, template: Template) -> Match | None:
    """Return what one of ours is among layouts that have what it needs: by name, by type, by a word, by place."""
    area = template.width * template.height
    if ours == "content":
        ones = [one for one in ones if _room(one[0]) > _ROOMY * area] or ones
        most = max((_room(layout) for layout, _ in ones), default=0.0)
        if found := _by_name(ours, ones):
            return found
        ample = [one for one in ones if _room(one[0]) >= _AMPLE * most]
        if found := _by_type(ours, [one for one in ample if _is_plain(template, one[0])] or ample):
            return found
        ones = [one for one in ones if not _has_side_title(one[0])] or ones
        return _by_word(ours, ones) or _by_place(ours, ones)
    if ours == "title" and content:
        roomy = [one for one in ones if not _has_text(one[0]) or _room(one[0]) >= _COVER * area]
        usual = [one for one in roomy if not _is_busy(template, one[0])]
        covers = [one for one in usual if _is_cover(one[0], content, template)]
        if found := _by_name(ours, usual) or _by_type(ours, usual) or _by_word(ours, usual):
            return found
        if covers:
            return Match(ours, *covers[0], "its title, which stands lower than that of content")
    return _by_name(ours, ones) or _by_type(ours, ones) or _by_word(ours, ones) or _by_place(ours, ones)


def _has_running_text(layout: TemplateLayout, content: TemplateLayout) -> bool:
    """Tell whether title and texts of a layout are about as large as those of `content`."""
    for types in (_TITLES, _TEXTS):
        own, usual = ([one.levels[0].size for one in _of(each, types)] for each in (layout, content))
        if own and usual and max(own) < _SMALL * max(usual):
            return False
    return True


def _is_cover(layout: TemplateLayout, content: TemplateLayout, template: Template) -> bool:
    """Tell whether a layout has its title lower than those of others, on the page, and a text below it.

    So have title pages in templates that call no layout so.
    """
    title, text = (next(iter(_of(layout, types)), None) for types in (_TITLES, _TEXTS))
    usual = next(iter(_of(content, _TITLES)), None)
    if not (title and title.rect and text and text.rect and usual and usual.rect) or layout.type == "secHead":
        return False
    if title.rect.x < 0 or title.rect.right > template.width:
        return False
    return title.rect.bottom <= text.rect.y and title.rect.y > usual.rect.y + _LOWER * template.height


def _has_side_title(layout: TemplateLayout) -> bool:
    """Tell whether the largest text of a layout stands beside its title, as a picture does beside its caption."""
    title, text = _of(layout, _TITLES)[0].rect, max(_of(layout, _TEXTS), key=_area).rect
    assert title and text, "they have been chosen for their places"
    return text.y < title.bottom and (title.right <= text.x or text.right <= title.x)


def _is_plain(template: Template, layout: TemplateLayout) -> bool:
    """Tell whether hardly anything is drawn where the text of a layout stands."""
    brand = brands_of(template).of(layout)
    return all(is_plain(brand, place) for place, _ in _first_text(layout, brand))


def _is_busy(template: Template, layout: TemplateLayout) -> bool:
    """Tell whether the text of a layout lies on a picture full of detail."""
    brand = brands_of(template).of(layout)
    return any(
        is_busy(brand, place, shown_color(one.levels[0], brand.color_behind(place)))
        for place, one in _first_text(layout, brand)
    )


def _first_text(layout: TemplateLayout, brand: Brand) -> Iterator[tuple[Rect, TemplatePlaceholder]]:
    """Yield the part of the page in which the first text of a layout stands, if it does, and its placeholder."""
    for one in _of(layout, _TEXTS)[:1]:
        if one.text_rect and one.text_rect.overlaps(brand.page):
            yield one.text_rect.within(brand.page), one


def _is_legible(template: Template, layout: TemplateLayout) -> bool:
    """Tell whether title and text of a layout can be read all over their places, whatever it draws there.

    Not where PDF and HTML leave out what is painted behind a text.
    """
    brand = brands_of(template).of(layout)
    if any(one.what == PAINTED_PLACE and one.part == layout.part for one in brand.not_shown):
        return False
    for one in (*_of(layout, _TITLES)[:1], *_of(layout, _TEXTS)):
        if one.text_rect and one.text_rect.overlaps(brand.page):
            place = one.text_rect.within(brand.page)
            color = shown_color(layout.as_running(one).levels[0], brand.color_behind(place))
            if not shows(brand, place, color):
                return False
    return True


def _by_type(ours: str, ones: _Named) -> Match | None:
    for type in _TYPES[ours]:
        for layout, name in ones:
            if layout.type == type:
                return Match(ours, layout, name, f"its type, {type}")
    return None


def _by_name(ours: str, ones: _Named) -> Match | None:
    for word in _NAMES[ours]:
        for layout, name in ones:
            if layout.name.strip().lower().rstrip("0123456789 ") == word:
                return Match(ours, layout, name, "its name")
    return None


def _by_word(ours: str, ones: _Named) -> Match | None:
    for word in _NAMES[ours]:
        for layout, name in ones:
            called = f" {layout.name.strip().lower()} "
            if f" {word} " in called and " of content" not in called:
                return Match(ours, layout, name, f"the word {word} in its name")
    return None


def _by_place(ours: str, ones: _Named) -> Match | None:
    """Match what can only be told by what stands where: text, and pictures beside it."""
    if ours == "content" and ones:
        layout, name = max(ones, key=lambda one: _room(one[0]))
        return Match(ours, layout, name, "its title and the room for its text")
    if ours in ("picture-right", "picture-left", "picture") and ones:
        layout, name = ones[0]
        return Match(ours, layout, name, "the place of its picture")
    return None


def _room(layout: TemplateLayout) -> float:
    return max(map(_area, _of(layout, _TEXTS)), default=0.0)


def _area(placeholder: TemplatePlaceholder) -> float:
    return placeholder.rect.width * placeholder.rect.height if placeholder.rect else 0.0


def _of(layout: TemplateLayout, types: Sequence[str]) -> list[TemplatePlaceholder]:
    return [one for one in layout.placeholders if one.type in types and one.rect and one.vertical == "horz"]


def _has_title(layout: TemplateLayout) -> bool:
    return bool(_of(layout, _TITLES))


def _has_text(layout: TemplateLayout) -> bool:
    return _has_title(layout) and bool(_of(layout, _TEXTS))


def _is_columns(layout: TemplateLayout) -> bool:
    return _has_title(layout) and len(_of(layout, _TEXTS)) > 1


def _beside(left: bool) -> Callable[[TemplateLayout], bool]:
    """Return what tells whether a layout has a picture at one side of its text."""

    def fits(layout: TemplateLayout) -> bool:
        pictures, texts = _of(layout, ("pic",)), _of(layout, _TEXTS)
        if not (_has_title(layout) and len(pictures) == 1 and texts):
            return False
        picture, text = pictures[0].rect, max(texts, key=lambda one: one.rect.height if one.rect else 0).rect
        assert picture and text, "they have been chosen for their places"
        return picture.right <= text.x + text.width / 4 if left else text.right <= picture.x + picture.width / 4

    return fits


def _is_picture(layout: TemplateLayout) -> bool:
    return (
        _has_title(layout)
        and len(_of(layout, ("pic",))) == 1
        and not _beside(True)(layout)
        and not _beside(False)(layout)
    )


_FITS: Mapping[str, Callable[[TemplateLayout], bool]] = {
    "content": _has_text,
    "title": _has_title,
    "section": _has_title,
    "columns": _is_columns,
    "picture-right": _beside(False),
    "picture-left": _beside(True),
    "picture": _is_picture,
    "table": _has_text,
    "closing": _has_title,
}
"""What a layout must have to be one of ours, in the order in which ours choose."""
