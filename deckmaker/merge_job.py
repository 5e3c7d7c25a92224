"""What `deckmaker merge` does with a deck and an edited presentation of it: a job as those of other commands."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Mapping, Sequence, Set
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any

from deckmaker.budget.merging import MERGED_SLIDES
from deckmaker.comparison.changes import Comparison
from deckmaker.comparison.comparing import compare
from deckmaker.comparison.facts import DeckFacts
from deckmaker.comparison.page_ids import with_named_pages
from deckmaker.comparison.pictures_unnamed import with_pictures_unnamed
from deckmaker.comparison.reading import PlacedSide
from deckmaker.comparison.slide_ids import NO_IDS, SlideIds
from deckmaker.comparison.split_slides import first_pages, joined, split_titles
from deckmaker.dataclasses import cached_property
from deckmaker.diagnostics import Diagnostics
from deckmaker.diagnostics.reasons import plain_reason
from deckmaker.guards import guarded
from deckmaker.left_out import left_out
from deckmaker.memories import DeckMemory
from deckmaker.mending.files import difference, replace_files
from deckmaker.merge_sides import Sides
from deckmaker.merge_state import State
from deckmaker.merging.data_files import data_files
from deckmaker.merging.editing import applied, with_last_line_ended
from deckmaker.merging.judging import broken_slides, comparable, of_both, of_them, without_order, worse_slides
from deckmaker.merging.marked_slides import marked_slides
from deckmaker.merging.pictures import not_put_told, replaced_told
from deckmaker.merging.proposing import Proposal, slides_proposed, texts_proposed
from deckmaker.merging.reach import Reach
from deckmaker.merging.readers import Readers
from deckmaker.merging.result import MergeResult
from deckmaker.merging.sections import sections_proposed, writes_sections, written_names
from deckmaker.merging.stale import Stale, stale_in
from deckmaker.merging.trying import likeliest, tried
from deckmaker.merging.unseen import Unseen
from deckmaker.merging.written_slides import WrittenSlides, slides_of_base, still_shown
from deckmaker.messages import MessageOptions, message_lines
from deckmaker.output.ending import tidy_end
from deckmaker.presentation_losses import LostAlone, lost_alone, tell_lost
from deckmaker.presentation_sides import (
    as_deck,
    data_of,
)
from deckmaker.project import without_links
from deckmaker.source.drafts import with_drafts
from deckmaker.source.reading import display_name, read_deck
from deckmaker.source.tree import Tree
from deckmaker.source.yaml_reader import parse_yaml


def merge_job(
    deck: Path,
    edited: Path,
    base: str | None,
    is_shown: bool,
    messages: MessageOptions,
    audience: str | None = None,
    row: int | None = None,
) -> MergeResult:
    """Write into a deck what somebody changed in a presentation that was made of it, where the place is sure.

    `base` is what that presentation was made of, a deck's revision or the presentation as it was; None for the deck as
    it is. Where it `is_shown`, nothing is written: the lines are a unified diff.
    """
    found = Diagnostics(messages.levels)
    lines: list[str] = []
    first = best = made = None
    said: Sequence[str] = ()
    with tidy_end(), ExitStack() as stack, guarded(deck, found):
        sides = Sides(deck, edited, stack, found, audience, row)
        if sides.read(base):
            merger = _Merger(deck, edited, sides, found)
            first, best = merger.merged()
            made = merger.made
        said = sides.said
        if first is not None and best is not None:
            bare, best = best, merger.with_pictures(best, first)
            if best is not first and is_shown:
                lines = [difference(without_links(deck), first.content, best.content).rstrip("\n")]
            elif best is not first:
                best = merger.replaced(first, bare, best)
    if first is None or best is None:
        return MergeResult([*said, *message_lines(found, messages)], lines, found.causes, None, None, True)
    taken = compare(first.facts, best.facts, SlideIds(first.ids, best.ids))
    left = of_them(best.left, made, merger.still_shown(best)) if made else best.left
    files = data_files(left, best.data, merger.written(best))
    failed = found.failed(messages.strict)
    marked = marked_slides(left, sides.edited.data, best.data)
    said = message_lines(found, messages)
    remarks = merger.remarks(taken, left, best)
    taken, left = with_pictures_unnamed(taken), with_pictures_unnamed(left)
    return MergeResult(said, lines, found.causes, taken, left, failed, files, marked, remarks, merger.has_lost)


class _Merger:
    """Merges one presentation into one deck, once both sides are read."""

    def __init__(self, deck: Path, edited: Path, sides: Sides, found: Diagnostics) -> None:
        self._deck, self._edited, self._sides, self._found = deck, edited, sides, found
        self._real = without_links(deck)
        # Titles of slides that layout splits, or did for what was edited.
        self._split = sides.base.split if sides.base else frozenset[str]()
        self._memory, self._shown_memory = DeckMemory(), DeckMemory()
        self._why_not_put: str | None = None  # a reason for which no picture can be put beside the deck
        self.has_lost = False  # whether one of both alone has what no deck has a place for
        self._stale = Stale()
        # What the presentation was made of: the facts of each page, and the data.
        self._made_of = (sides.base.facts, sides.base.data) if sides.base else None

    @property
    def _edited_facts(self) -> DeckFacts:
        """What the presentation says, with its pages known by those of what it was made of."""
        edited = self._sides.edited.facts
        if self._made_of is None:
            return edited
        facts, data = self._made_of
        return with_named_pages(edited, facts, self._sides.ids_of(data), self._split)

    @property
    def made(self) -> Comparison | None:
        """What somebody changed, where that is not all that differs."""
        base = self._sides.base
        if base is None:
            return None
        ids = self._sides.ids_of(base.data)
        return compare(joined(base.facts, self._split), joined(self._edited_facts, self._split), ids)

    def _is_like_it(self) -> bool:
        """Tell whether the deck already makes what the presentation shows; report that it has changed where not."""
        state = self._state(self._real.read_bytes(), self._found)
        if state is None or state.left.is_same:
            return state is not None
        edited, deck = display_name(self._edited), display_name(self._deck)
        message = f"`{deck}` has changed since `{edited}` was made of it, and git does not have it as it was"
        help = f"name a copy of either as it was: `--base copy.pptx`; `--base {deck}` undoes what you changed since"
        self._found.report("base-unknown", message, help=help)
        return False

    def merged(self) -> tuple[State | None, State | None]:
        """Return the deck as it is, and as near to the presentation as sure edits bring it; None where it is not read,
        which is reported."""
        sides = self._sides
        if sides.is_older and not self._is_like_it():
            return None, None
        source = read_deck(self._deck, self._found)
        if source is None:
            return None, None
        content = self._real.read_bytes()
        mark = codecs.BOM_UTF8 if content.startswith(codecs.BOM_UTF8) else b""
        first = self._state(content, self._found)
        if first is None:
            return None, None
        self._split = first.split
        lost = self._lost_alone(first)
        tell_lost(lost, first.lost, sides.edited.imported.lost, self._found)
        tree = self._tree(first.content)
        if tree and not sides.told.lists_sections and writes_sections(tree.data, first.data["slides"]):
            self._found.report(
                "not-imported", "not compared: sections, of which the presentation has none", help=_NO_SECTIONS
            )
        # A deck of one slide may come back with all words changed: but then it tells what it was made of.
        if sides.base is None and not sides.is_told and sides.is_unlike(first.left, first.left.old):
            return None, None
        best = begun = first._replace(content=with_last_line_ended(content))
        written: WrittenSlides | None = None
        imported, data = sides.edited.imported, sides.edited.data
        texts = partial(
            texts_proposed,
            made=best.data,
            boxes=imported.boxes,
            lost_notes=imported.lost_notes,
            plain_notes=imported.plain_notes,
        )
        for proposing in ((texts,), (slides_proposed, partial(slides_proposed, keeps_first=True))):
            tree = self._tree(best.content)
            if tree is None:
                break
            was = sides.base.data if sides.base else best.data
            # Words that were taken over make a deck less like what it was, and move none of its slides.
            if written is None or sides.base is None:
                written = slides_of_base(was["slides"], best.data["slides"], best.begins, tree)
                self._stale = stale_in(tree, written, was["slides"], data["slides"])
            unseen, ids = self._unseen(tree, best.content), sides.ids_of(was)
            ways = [
                self._within_reach(propose(tree, was, data, self._reach.readers, written, unseen=unseen, ids=ids))
                for propose in proposing
            ]
            built = partial(self._with, best, tree, mark=mark)
            best = tried(best, likeliest(best, ways, built), built, self._tries(best))
        best = self._with_sections(best, first, mark)
        best = first if best is begun else best
        self.has_lost = any(lost.also_in(self._lost_alone(best)))
        return first, best

    def _lost_alone(self, state: State) -> LostAlone:
        """Return what has no place in a deck, and either the deck in a state or the presentation has alone. What the
        deck alone has come to since the presentation was made of it is not among it."""
        edited, base = self._sides.edited, self._sides.base
        theirs = edited.imported.lost, joined(self._edited_facts, state.split)
        found = lost_alone((state.lost, state.facts), theirs, self._ids(state.data))
        if base is None:
            return found
        ours = base.lost, joined(base.facts, state.split)
        return found.also_in(lost_alone(ours, theirs, self._sides.ids_of(base.data)))

    def _ids(self, data: Any) -> SlideIds:
        """Return the ids of the slides of the deck in a state, by its data, and of the presentation. What its author
        has put in the place of a slide of the base is another one: then nothing is known by ids."""
        return self._sides.ids_of(data) if self._sides.base is None else NO_IDS

    def _with_sections(self, state: State, first: State, mark: bytes) -> State:
        """Return a state with its slides in the sections of the presentation; `first` is the deck as it was."""
        trees = self._tree(first.content), self._tree(state.content)
        if trees[0] is None or trees[1] is None:
            return state
        old, new = first.data["slides"], state.data["slides"]
        was = slides_of_base(old, old, first.begins, trees[0]).places
        now = slides_of_base(new, new, state.begins, trees[1]).places
        names = written_names(trees[0].data["slides"], old, was)
        base, data = self._sides.base, self._sides.edited.data
        slides = (base.data if base else first.data)["slides"]
        proposals = sections_proposed(
            trees[1],
            slides,
            data["slides"],
            old,
            new,
            now,
            names,
            data.get("title", ""),
            self._sides.told.lists_sections,
        )
        # Not tried as others are: a section that the deck has named anew meanwhile differs from the presentation.
        return self._with(state, trees[1], self._within_reach(proposals), mark)[0] or state

    def _unseen(self, tree: Tree, content: bytes) -> Unseen:
        """Return what of the tree of a deck's file, which has that content, the presentation did not show."""
        with with_drafts({self._real: content}):
            return Unseen(left_out(self._deck, tree, self._sides.audience, self._sides.row))

    @cached_property
    def _reach(self) -> Reach:
        return Reach(Readers(self._sides.audience, self._sides.row))

    def _within_reach(self, proposals: Iterable[Proposal]) -> list[Proposal]:
        """Return those of some proposals that are to be done; the others are remembered."""
        return self._reach.within(proposals, first_pages(self._edited_facts.slides, self._split))

    def _tries(self, state: State) -> int:
        """Return how often all slides may be built for what was proposed."""
        slides = max(len(state.data["slides"]), len(self._sides.edited.data["slides"]), 1)
        return max(2, min(_TRIES, MERGED_SLIDES.most // slides))

    def _with(
        self, state: State, tree: Tree, proposals: Sequence[Proposal], mark: bytes
    ) -> tuple[State | None, Set[int]]:
        """Return the deck's state with proposals in it; None where it cannot be built any more, with the slides that
        have mistakes then, by their indexes in the file."""
        text, made = applied(tree, [one.steps for one in proposals])
        if not made:
            return state, set()
        found = Diagnostics()
        new = self._state(mark + text.encode(), found)
        pictures = tuple(name for one in proposals for name in one.pictures)
        if new is None or not pictures:
            return new, set() if new else broken_slides(found, text)
        text, _ = applied(tree, [one.with_pictures or one.steps for one in proposals])
        return new._replace(with_pictures=mark + text.encode(), pictures=pictures), set()

    def with_pictures(self, state: State, first: State) -> State:
        """Return a state with the pictures of slides that came, or as it is where these make it no better. Nothing is
        put beside the deck by that."""
        if not state.pictures:
            return state
        try:
            drafts = self._sides.edited.pictures.drafts(state.pictures)
        except OSError as error:
            self._why_not_put = plain_reason(error)
            return state
        new = self._state(state.with_pictures, Diagnostics(), drafts)
        if new is None or worse_slides(first.left, new.left):
            return state
        return new._replace(left=without_order(new.left, first.left))

    def replaced(self, first: State, bare: State, pictured: State) -> State:
        """Write a state into the deck's file, which is as it was at `first`, and return it: the `pictured` one, whose
        pictures are put beside the deck, or the `bare` one where that cannot be."""
        with ExitStack() as stack:
            put = None
            try:
                if pictured is not bare:
                    put = stack.enter_context(self._sides.edited.pictures.placed(bare.pictures))
            except OSError as error:
                self._why_not_put, pictured = plain_reason(error), bare
            replace_files({self._real: pictured.content}, {self._real: first.content}, self._found, put)
        return pictured

    def _state(self, content: bytes, found: Diagnostics, pictures: Mapping[Path, Path] | None = None) -> State | None:
        sides = self._sides
        with ExitStack() as stack:  # of many states, one at a time takes room
            with with_drafts({self._real: content}, pictures):
                side = PlacedSide(self._deck, display_name(self._deck))
                built = as_deck(side, stack, found, sides.audience, sides.row, sides.named, self._memory)
            facts = sides.facts_of(built.side, self._shown_memory) if built else None
            is_read = built is not None and sides.knows_chart_notes(built)
            if built is None or facts is None or not is_read:
                return None
            data = data_of(built)
            split = self._split | split_titles(built.side.split)
            if self._made_of is None:
                self._made_of, self._split = (facts, data), split
            facts = joined(facts, split)
            left = compare(facts, joined(self._edited_facts, split), self._ids(data))
            left = comparable(left, sides.told.lists_sections, self._stale, sides.edited.imported.lost_notes)
            return State(content, data, facts, left, built.lost, built.begins, split)

    def still_shown(self, state: State) -> dict[int, int]:
        """Return which slide a deck in a state makes of each one of its base, by their indexes."""
        assert self._sides.base is not None, "the presentation was made of another state"
        return still_shown(self._sides.base.data["slides"], state.data["slides"])

    def written(self, state: State) -> Any:
        """Return the data of the deck's file in a state."""
        tree = self._tree(state.content)
        assert tree is not None, "a deck that was built is read"
        return tree.data

    def remarks(self, taken: Comparison, left: Comparison, state: State) -> list[str]:
        """Return lines that say whom it reaches what was `taken`, and why some of what is `left` is, and its help."""
        made = self.made
        both = of_both(left, made) if made else []
        edited = display_name(self._edited)
        replaced = replaced_told(left, state.data, self.written(state), edited)
        not_put = [not_put_told(self._sides.folder, self._why_not_put, edited)] if self._why_not_put else []
        return [*both, *replaced, *not_put, *self._reach.remarks(taken, left)]

    def _tree(self, content: bytes) -> Tree | None:
        with with_drafts({self._real: content}):
            source = read_deck(self._deck, Diagnostics())
        return parse_yaml(source, Diagnostics()) if source else None


_TRIES = 60
"""Times that what was proposed, or a part of it, is tried at most; each takes as long as building the presentation."""

_NO_SECTIONS = "LibreOffice keeps none; the deck's stay, with what stands in them"
