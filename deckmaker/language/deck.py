"""The deck as written: keys, kinds of value and allowed words. Reference: docs/deck.md.

Descriptions of keys are the user's documentation in editors, through `deckmaker schema`.
"""

from __future__ import annotations

from typing import Any

from deckmaker.budget.decks import DECK_SLIDES
from deckmaker.language.credit import CREDIT, CreditEntry
from deckmaker.language.data import Several
from deckmaker.language.entry import Entry, EntryOf, optional, required, with_default
from deckmaker.language.flow import FlowEntry
from deckmaker.language.include import SlideOrInclude
from deckmaker.language.kinds import Boolean, Choice, Deferred, Kind, ListOf, MappingOf, Number, OrValue, Pattern, Text
from deckmaker.language.overflow import OVERFLOW
from deckmaker.language.pdf import PdfEntry
from deckmaker.language.severity import Levels

AUDIENCE = r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}"
"""The name of an audience, which names of files have."""

MINUTES = Number(above=0, most=1440)  # a day

LANGUAGE_TAG = r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,8}"


def _variable() -> Kind[Any]:
    from deckmaker.language.variables import VariableValue  # loads what few decks need

    return VariableValue()


def _rows() -> Kind[Any]:
    from deckmaker.language.rows import ROWS  # the same

    return ROWS


def _marking() -> Kind[Any]:
    from deckmaker.language.marking import MarkingText  # the same

    return MarkingText()


MARKING = Deferred(_marking)


class SlideEntry(FlowEntry):
    """One slide. Its blocks stand in the order in which they are written."""

    title = optional(Text(), "The slide's title.")
    section = optional(Text(), "A section of this name starts with this slide.")
    id = optional(Text(), "A name by which texts link to the slide (`#name`), and other decks include it.")
    layout = optional(Text(), "One of the theme's layouts; without it a rule chooses.")
    credit = optional(CREDIT, "Whom the slide's text follows.")
    credits = with_default(ListOf(CREDIT), [], "Further credits of the slide.")
    notes = optional(Text(), "What the presenter says; never shown on the slide.")
    hidden = with_default(
        Boolean(), False, "Leave the slide out of the talk and of PDF files; it stays in the presentation and the page."
    )
    appendix = with_default(
        Boolean(), False, "The appendix begins with this slide: slides behind the talk, which are not counted."
    )
    only = optional(Several(least=1), "The deck's audiences that the slide is for; without it, it is for all.")
    if_ = optional(Text(), "A condition, such as `{{ sales }} > 0`: if it does not hold, the slide is not there.")
    marking = optional(MARKING, "How far the slide may be passed on; without it, as the deck says.")
    minutes = optional(
        MINUTES, "How long the presenter means to take; slides without it share what is left of the deck's."
    )
    overflow = optional(OVERFLOW, "What becomes of text that has no room on the slide; without it, what the deck says.")
    incremental = optional(
        Boolean(),
        "When you present, items of lists and agendas, events, steps and key figures appear one by one; without it, "
        "what the deck says.",
    )


class CreditsEntry(Entry):
    """Where the deck shows its credits, and how they read on paper."""

    where = with_default(
        Choice("slide", "end", "both"), "slide", "On each slide, on slides of their own at the end, or on both."
    )
    print = with_default(
        Choice("names", "urls"), "names", "On paper, links stand behind names, or addresses are written out."
    )


class LogoEntry(Entry):
    """A logo: its file, and another one for dark grounds."""

    light = required(Text(), "Path of the logo for light grounds, and for all where there is no other.")
    dark = optional(Text(), "Path of the logo for dark grounds.")


class DefaultsEntry(Entry):
    """What holds where a slide or picture says nothing else."""

    credit = optional(CREDIT, "The credit of pictures that neither bring nor name one.")


class DeckEntry(Entry):
    """A deck: its title page facts, its furniture and its slides."""

    title = required(Text(), "The deck's title; also the title of the files made from it.")
    subtitle = optional(Text(), "Stands below the title on the title slide.")
    author = optional(Text(), "Who answers for the deck.")
    date = optional(Text(), "The deck's date, shown as typed.")
    language = with_default(OrValue(Pattern(LANGUAGE_TAG)), "en", "BCP 47 tag such as en-GB.")
    theme = with_default(Text(), "briefing", "A built-in theme's name, or the path of a theme file.")
    mode = optional(
        OrValue(Choice("light", "dark", "auto")),
        "Colours for light or dark pages; auto follows the setting of whoever opens the HTML.",
    )
    size = with_default(OrValue(Choice("16:9", "4:3", "A4")), "16:9", "The page's proportions.")
    trail = with_default(ListOf(Text()), [], "A breadcrumb shown small on each slide.")
    footer = optional(Text(), "A line at the foot of each slide.")
    marking = optional(MARKING, "How far the deck may be passed on, as in TLP:AMBER; at the top and foot of each page.")
    logo = optional(
        EntryOf(LogoEntry, shorthand="light"),
        "Path of a picture, of any format that `image` takes, shown small on slides; or one for light grounds and one "
        "for dark ones.",
    )
    sources = with_default(MappingOf(EntryOf(CreditEntry)), {}, "Credits named once, used by key.")
    audiences = with_default(ListOf(Pattern(AUDIENCE)), [], "Names of those for whom the deck has slides of their own.")
    variables = with_default(
        MappingOf(Deferred(_variable)),
        {},
        "Values for texts, by the names under which `{{ name }}` shows them: texts, numbers, or files of data.",
    )
    rows = optional(Deferred(_rows), "A table: path of its file. For each of its rows there is a deck of its own.")
    credits = optional(EntryOf(CreditsEntry), "Where credits are shown, and how they read on paper.")
    defaults = optional(EntryOf(DefaultsEntry), "What holds where a slide or picture says nothing else.")
    overflow = optional(OVERFLOW, "What becomes of text that has no room on its slide.")
    incremental = with_default(
        Boolean(),
        False,
        "When you present, items of lists and agendas, events, steps and key figures appear one by one.",
    )
    minutes = optional(
        MINUTES, "How long the presenter means to take for the whole deck; slides without their own share it."
    )
    pdf = optional(EntryOf(PdfEntry), "What the PDF files are like, and which there are besides a page a slide.")
    use = optional(
        Choice("commercial", "editorial", "noncommercial"), "What the deck is for; licences may rule it out."
    )
    license = optional(Text(), "The deck's own licence, written as that of a credit is.")
    severity = with_default(Levels(), {}, "How bad a kind of mistake is in this deck, by its code, and why.")
    slides = required(ListOf(SlideOrInclude(SlideEntry), least=1, bound=DECK_SLIDES), "The slides, in order.")
