"""What people type before they have read anything, as they would elsewhere: keys of Marp, Slidev and Quarto, of word
processors and of tables on paper, and how each is written here."""

from __future__ import annotations

import re
from typing import Any

from deckmaker.language.kinds import Location
from deckmaker.language.rows_guesses import rows_guess
from deckmaker.patterns import pattern

_SLIDE = pattern(r"(?:slides?|page|folie|seite)[ _-]?\d+", re.IGNORECASE)
_FORMATS = ("pptx", "pdf", "html", "revealjs", "beamer", "powerpoint")
_NUMBERED = "remove it: the theme numbers slides"
_BUILT = "say it when you build, as in"
_OF_PDF = {
    "handout": "6",
    "paper": "A4",
    "ink": "light",
    "cover": "true",
    "standard": "a-2b",
    "dpi": "150",
    "max_size": "10MB",
}
"""What stands under `pdf`, with an example of each."""

_LOOKS = "looks come from the `theme` and the `layout`"
_PLACED = "the layout gives a picture its place and its size: choose another `layout`, such as `picture-right`"
_CODES = {
    "english": "en",
    "british": "en-GB",
    "american": "en-US",
    "german": "de",
    "deutsch": "de",
    "french": "fr",
    "français": "fr",
    "spanish": "es",
    "español": "es",
    "chinese": "zh",
    "中文": "zh",
    "italian": "it",
    "italiano": "it",
    "portuguese": "pt",
    "português": "pt",
    "dutch": "nl",
    "nederlands": "nl",
}
_LOCALE = pattern(r"([a-z]{2,3})_([A-Z]{2})(?:\.[\w-]+)?")
"""A locale of POSIX, such as `de_DE.UTF-8`: language and region."""

_CHARTS = {
    **{name: name for name in ("pie", "line", "bar", "area", "scatter", "bubble", "waterfall", "slope", "doughnut")},
    "donut": "doughnut",
}

_SEVERAL = ("charts", "tables", "quotes", "texts", "headings", "callouts", "timelines")
"""Blocks of which a slide has one under its key, in the plural."""

_ASKS = ("if", "only")
_ASKED = "write it on the slide, or beside the block in `content`, as in `- {text: …, if: …}`"
"""Where conditions and audiences stand."""

_MARKINGS = (
    *("confidential", "confidentiality", "classification", "classified", "embargo", "tlp", "markings", "handling"),
    *("protective_marking", "protection", "security", "security_label", "sensitivity", "restriction", "restrictions"),
    *("distribution", "watermark", "banner"),
)

_OF_DECK = {
    "marp": "remove it: it is for another tool",
    "engine": "remove it: it is for another tool",
    "mdc": "remove it: it is for another tool",
    "colorschema": "write `mode: dark` or `mode: light`",
    "paginate": _NUMBERED,
    "pagination": _NUMBERED,
    "page_numbers": _NUMBERED,
    "page_number": _NUMBERED,
    "slide_numbers": _NUMBERED,
    "slide_number": _NUMBERED,
    "numbering": _NUMBERED,
    "formats": f"{_BUILT} `deckmaker build -f pptx`; or write it into `deckmaker.yaml`",
    "output": f"{_BUILT} `deckmaker build -o DIR`; or write it into `deckmaker.yaml`",
    **dict.fromkeys(
        (*_MARKINGS, "status", "draft"), "write it as the marking, which stands on all pages, as in `marking: Draft`"
    ),
    **dict.fromkeys(
        ("variants", "variant", "versions"), "write `audiences: [board, public]`, and on slides for some `only: board`"
    ),
    **dict.fromkeys(("event", "conference", "venue", "occasion"), "write it as the `subtitle`, or beside the `date`"),
    "handouts": "write it under `pdf`, as in `pdf: {handout: 6}`",
    **{name: f"write it under `pdf`, as in `pdf: {{{name}: {value}}}`" for name, value in _OF_PDF.items()},
    "sections": "write `section: Background` on the slide with which it begins, below `slides:`",
}
"""Of the deck."""

_BACKUP = "write `hidden: true` for a slide that the talk leaves out, or `appendix: true` on the first of an appendix"
_OF_SLIDES = {
    "slides": "slides hold no slides: write them one below the other, and `section:` on the first of each section",
    "footer": "it is a key of the deck: write it above `slides:`, and it stands on all but title pages",
    **dict.fromkeys(_MARKINGS, "write it as the slide's marking, as in `marking: TLP:AMBER`"),
    **dict.fromkeys(("footnote", "footnotes"), "write it in the text, behind the word, as in `loud^[Above 55 dB.]`"),
    **dict.fromkeys(("backup", "extra"), _BACKUP),
    "note": "write `notes:` for what the speaker says, or `callout:` for what all read",
    "steps": "write `process:` for steps side by side, or `numbered:` for a list with numbers",
    **{kind: f"write it as `callout: {{kind: {kind}, text: …}}`" for kind in ("finding", "question", "warning")},
    **dict.fromkeys(("qr", "qrcode", "qr_code"), "make a picture of it, and show that as `image`"),
    "link": 'write it in a text, as in `text: "[words](https://…)"`',
    "url": 'write it in a text, as in `text: "[words](https://…)"`',
    "href": 'write it in a text, as in `text: "[words](https://…)"`',
    **dict.fromkeys(("fontsize", "font_size", "font-size", "align", "valign", "text-align", "center", "size"), _LOOKS),
}
"""Of a slide, or of a column or a cell on it."""

_INCREMENTAL = "incremental"
_STEPPED_SLIDE = "write `incremental: true` on the slide, or above `slides:` for all of them"
_STEPS = "write `incremental: true`: items of lists then appear one by one"
_STEPPED = (
    *("steps", "step_by_step", "stepwise", "one_by_one", "reveal", "appear", "pause", "click", "clicks", "on_click"),
    *("build", "builds", "fragment", "fragments", "v-click", "v-clicks"),
)
_TRUTHS = ("true", "false", "yes", "no", "on", "off")
_GROUNDS = ("background", "background_image", "background-image", "backgroundimage", "bg")
_PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".svg", ".tif", ".tiff", ".gif")
_TONES = "write `tone: good`, `tone: bad` or `tone: neutral`"
_DIRECTIONS = ("trend", "direction", "dir", "arrow", "delta", "diff", "difference", "movement", "indicator", "sign")
_RISES = ("up", "down", "flat", "rising", "falling", "stable", "positive", "negative")
"""What stands under a word of direction that says no number; under other keys, these are names and texts."""

_OF_FIGURES = {
    **dict.fromkeys(("unit", "units", "suffix"), "write it behind the number, as in `value: 120 m`"),
    **dict.fromkeys(("prefix", "currency"), "write it before the number, as in `value: € 1.2 m`"),
    **dict.fromkeys(("color", "colour", "status", "mood"), _TONES),
}
"""Of a key figure."""

_OF_PICTURES = dict.fromkeys(("height", "width", "size", "scale", "position", "align", "float", "x", "y"), _PLACED)
_SIDES = ("left", "right", "before", "after", "a", "b")
_BESIDE = "two texts side by side are `columns`, as in `columns: [{heading: Before, text: …}, {heading: …}]`"
"""Of a comparison, which has options and criteria."""


def first_guess(word: str, value: Any, here: Location, known: list[str]) -> str | None:
    """Return how to write what an unknown key is taken for, given its value and the keys of its place; None of most."""
    name = word.lower()
    if found := rows_guess(name, value, known):
        return found
    if name in (_INCREMENTAL, *_STEPPED) and str(value).lower() in _TRUTHS:
        return _STEPS if _INCREMENTAL in known else _STEPPED_SLIDE
    if name in _ASKS:
        return "write it on a slide, below `slides:`" if not here else _ASKED
    if not here:
        if _SLIDE.fullmatch(name):
            return "write the slides as a list below `slides:`, each with a `- ` before its first key"
        if name == "format" and (isinstance(value, dict) or str(value).lower() in _FORMATS):
            return "say it when you build, as in `deckmaker build -f pptx`"
        return _OF_DECK.get(name)
    if "bullets" in known:
        if name in _CHARTS and isinstance(value, list | dict):
            return f"write it as `chart: {{type: {_CHARTS[name]}, values: …}}`"
        if name in _GROUNDS:
            is_picture = isinstance(value, str) and value.lower().endswith(_PICTURES)
            return f"write `image: {value}` and `layout: picture-full`" if is_picture else _LOOKS
        if name in _SEVERAL and isinstance(value, list) and len(value) > 1:
            return several(name[:-1])
        return _OF_SLIDES.get(name)
    if "decorative" in known:
        return _OF_PICTURES.get(name)
    if "tone" in known:
        if name in _DIRECTIONS and str(value).lower() in _RISES:
            return f"{_TONES}, and how much it changed as in `change: +2 %`"
        return _OF_FIGURES.get(name)
    return _BESIDE if "criteria" in known and name in _SIDES else None


def several(block: str) -> str:
    """Return how to write several blocks of a kind on one slide."""
    return f"several of a kind stand in a list, as in `content: [{{{block}: …}}, {{{block}: …}}]`"


def language_code(written: str) -> str | None:
    """Return the code of a language that is written by its name, or as systems write their locale."""
    if locale := _LOCALE.fullmatch(written):
        return "-".join(locale.groups())
    return _CODES.get(written.casefold())
