"""What `deckmaker merge` does with a deck and an edited presentation of it: a job as those of other commands."""

from __future__ import annotations

import codecs
import os
from collections.abc import Iterable, Mapping, Sequence, Set
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any

from deckmaker.budget.merging import MERGED_SLIDES
from deckmaker.comparison.changes import Comparison
from deckmaker.comparison.comparing import compare
from deckmaker.comparison.facts import DeckFacts
from deckmaker.comparison.pictures_unnamed import with_pictures_unnamed
from deckmaker.comparison.reading import PlacedSide, placed_sides
from deckmaker.comparison.slide_ids import NO_IDS, SlideIds
from deckmaker.comparison.split_slides import first_pages, joined, split_titles
from deckmaker.dataclasses import cached_property
from deckmaker.diagnostics import Diagnostics, SourceFile
from deckmaker.diagnostics.reasons import plain_reason
from deckmaker.guards import guarded
from deckmaker.importing.importing import PICTURES, has_names
from deckmaker.left_out import left_out
from deckmaker.made_of import OtherRow, Told, ids_of_built, made_of, row_of, told_by
from deckmaker.memories import DeckMemory
from deckmaker.mending.files import difference, replace_files
from deckmaker.merge_state import State
from deckmaker.merging.data_files import data_files
from deckmaker.merging.editing import applied, with_last_line_ended
from deckmaker.merging.judging import broken_slides, comparable, of_both, of_them, without_order, worse_slides
from deckmaker.merging.marked_slides import marked_slides
from deckmaker.merging.pictures import PutPictures, in_folder, not_put_told, replaced_told
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
from deckmaker.presentation_losses import Lost, LostAlone, lost_alone, tell_lost
from deckmaker.presentation_sides import (
    ImportedSide,
    as_deck,
    data_of,
    is_edited_below_charts,
    is_presentation,
    is_surely_presentation,
)
from deckmaker.project import without_links
from deckmaker.read_sides import read_side
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
        merger = _Merger(deck, edited, stack, found, audience, row)
        if merger.read(base):
            first, best = merger.merged()
        said, made = merger.said, merger.made
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
    marked = marked_slides(left, merger.edited, best.data)
    said = message_lines(found, messages)
    remarks = merger.remarks(taken, left, best)
    taken, left = with_pictures_unnamed(taken), with_pictures_unnamed(left)
    return MergeResult(said, lines, found.causes, taken, left, failed, files, marked, remarks, merger.has_lost)


class _Merger:
    """Merges one presentation into one deck; its temporary files go with `stack`."""

    def __init__(
        self,
        deck: Path,
        edited: Path,
        stack: ExitStack,
        found: Diagnostics,
        audience: str | None,
        row: int | None,
    ) -> None:
        self._deck, self._edited, self._stack, self._found = deck, edited, stack, found
        self._audience, self._row = audience, row
        self._real = without_links(deck)
        self._facts: DeckFacts | None = None
        self._base_facts: DeckFacts | None = None
        self._base_lost: Lost | None = None
        self._split: frozenset[str] = frozenset()  # titles of slides that layout splits, or did for what was edited
        self._imported: ImportedSide | None = None
        self._data: Any = None
        self._base: Any = None
        self._told, self._named = Told(), False
        self._base_told: Told | None = None  # where the base is a presentation
        self._has_chart_notes = False  # whether lines about charts are told by those of what was edited
        self._is_told = False  # whether the presentation says what it was made of
        self._memory, self._shown_memory = DeckMemory(), DeckMemory()
        self._folder = f"{deck.stem}{PICTURES}"
        self._pictures = PutPictures(deck.parent, deck.parent)
        self._why_not_put: str | None = None  # a reason for which no picture can be put beside the deck
        self.has_lost = False  # whether one of both alone has what no deck has a place for
        self._stale = Stale()
        self.said: Sequence[str] = ()

    def read(self, base: str | None) -> bool:
        """Read the presentation, and what it was made of; report and return False where one cannot be read."""
        if not is_surely_presentation(self._edited, self._found):
            return False
        self._told, self._named = told_by(self._edited), has_names(self._edited)
        whole = self._as_deck(PlacedSide(self._edited, display_name(self._edited)), self._found)
        source = read_deck(self._deck, self._found) if whole else None
        if whole is None or source is None or not self._knows_the_row(source):
            return False
        if not self._takes(whole):
            return False
        if base is None:
            state = made_of(self._deck, self._told.digest)
            self._is_told, base = state.is_told, state.revision
            if state.is_older and base is None:
                return self._is_like_it()
        if base is not None and os.path.exists(base) and os.path.samefile(base, self._edited):
            message = f"`--base` names `{display_name(self._edited)}` itself, which has no changes from that"
            help = "name what it was made of: the presentation as you sent it, or a copy of the deck as it was"
            self._found.report("base-unknown", message, help=help)
            return False
        if base is not None:
            sides = placed_sides(base, str(self._deck), self._stack, self._found)
            self._base_told = told_by(sides[0].path) if sides and is_presentation(sides[0].path) else None
            found = self._as_deck(sides[0], self._found) if sides else None
            facts = self._facts_of(found.side) if found else None
            if found is None or facts is None or not self._knows_chart_notes(found) or self._facts is None:
                return False
            self._base, self._base_facts, self._base_lost = data_of(found), facts, found.lost
            self._split = split_titles(found.side.split)
            return not self._is_unlike(compare(facts, self._facts), found.side.name)
        return True

    def _takes(self, whole: ImportedSide) -> bool:
        """Take the presentation as it was imported; return False where its facts cannot be read."""
        path, self._imported = whole.side.path, whole
        folder = path.stem + PICTURES
        self._pictures = PutPictures(path.parent / folder, without_links(self._deck.parent) / self._folder)
        self._facts, data = self._facts_of(whole.side), data_of(whole)
        self._data = in_folder(data, f"{folder}/", f"{self._folder}/")
        return self._facts is not None

    def _knows_chart_notes(self, base: ImportedSide) -> bool:
        """Read the presentation again if its lines about charts are not those of what it was made of, with these;
        return False where it cannot be read."""
        if self._has_chart_notes or self._imported is None:
            return True
        self._has_chart_notes = True
        if not is_edited_below_charts(self._imported, base):
            return True
        side = PlacedSide(self._edited, display_name(self._edited))
        whole = self._as_deck(side, self._found, base.chart_notes)
        return whole is not None and self._takes(whole)

    @property
    def _lost_notes(self) -> frozenset[int]:
        return self._imported.lost_notes if self._imported else frozenset()

    @property
    def made(self) -> Comparison | None:
        """What somebody changed, where that is not all that differs."""
        if self._base_facts is None or self._facts is None:
            return None
        ids = self._ids(self._base)
        return compare(joined(self._base_facts, self._split), joined(self._facts, self._split), ids)

    def _is_unlike(self, between: Comparison, name: str) -> bool:
        """Tell, and report, whether the presentation has no slide of what it is said to be made of."""
        if between.same or any(slide.old and slide.new for slide in between.slides):
            return False
        edited = display_name(self._edited)
        message = f"no slide of `{edited}` is like one of `{name}`"
        help = f"name what was made of the deck; `deckmaker import {edited}` makes a new deck of it"
        self._found.report("unlike-deck", message, help=help)
        return True

    def _knows_the_row(self, source: SourceFile) -> bool:
        """Tell whether it is known of which row this presentation was made, where the deck makes one of each; report
        where not."""
        try:
            self._row = row_of(self._deck, self._edited, self._told.row, self._row, self._found)
        except OtherRow:
            return False
        tree = parse_yaml(source, Diagnostics()) if self._row is None else None
        if tree is None or not isinstance(tree.data, dict) or tree.data.get("rows") is None:
            return True
        deck, edited = source.name, display_name(self._edited)
        message = f"`{deck}` makes a presentation of each row, and nobody said of which `{edited}` was made"
        help = "name the row by its number, as in `--row 1`"
        self._found.report("row-unnamed", message, tree.key_span(("rows",)), help)
        return False

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
        source = read_deck(self._deck, self._found)
        if source is None:
            return None, None
        content = self._real.read_bytes()
        mark = codecs.BOM_UTF8 if content.startswith(codecs.BOM_UTF8) else b""
        first = self._state(content, self._found)
        if first is None or self._imported is None:
            return None, None
        self._split = first.split
        lost = self._lost_alone(first)
        tell_lost(lost, first.lost, self._imported.lost, self._found)
        tree = self._tree(first.content)
        if tree and not self._told.lists_sections and writes_sections(tree.data, first.data["slides"]):
            self._found.report(
                "not-imported", "not compared: sections, of which the presentation has none", help=_NO_SECTIONS
            )
        # A deck of one slide may come back with all words changed: but then it tells what it was made of.
        if self._base is None and not self._is_told and self._is_unlike(first.left, first.left.old):
            return None, None
        best = begun = first._replace(content=with_last_line_ended(content))
        written: WrittenSlides | None = None
        plain = self._imported.plain_notes
        texts = partial(
            texts_proposed, made=best.data, boxes=self._imported.boxes, lost_notes=self._lost_notes, plain_notes=plain
        )
        for proposing in ((texts,), (slides_proposed, partial(slides_proposed, keeps_first=True))):
            tree = self._tree(best.content)
            if tree is None:
                break
            was = self._base or best.data
            # Words that were taken over make a deck less like what it was, and move none of its slides.
            if written is None or self._base is None:
                written = slides_of_base(was["slides"], best.data["slides"], best.begins, tree)
                self._stale = stale_in(tree, written, was["slides"], self._data["slides"])
            unseen, ids = self._unseen(tree, best.content), self._ids(was)
            ways = [
                self._within_reach(propose(tree, was, self._data, self._reach.readers, written, unseen=unseen, ids=ids))
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
        assert self._imported and self._facts, "the presentation was read"
        theirs = self._imported.lost, joined(self._facts, state.split)
        found = lost_alone((state.lost, state.facts), theirs)
        if self._base_lost is None or self._base_facts is None:
            return found
        return found.also_in(lost_alone((self._base_lost, joined(self._base_facts, state.split)), theirs))

    def _with_sections(self, state: State, first: State, mark: bytes) -> State:
        """Return a state with its slides in the sections of the presentation; `first` is the deck as it was."""
        trees = self._tree(first.content), self._tree(state.content)
        if trees[0] is None or trees[1] is None:
            return state
        old, new = first.data["slides"], state.data["slides"]
        was = slides_of_base(old, old, first.begins, trees[0]).places
        now = slides_of_base(new, new, state.begins, trees[1]).places
        names = written_names(trees[0].data["slides"], old, was)
        base = (self._base or first.data)["slides"]
        proposals = sections_proposed(
            trees[1], base, self._data["slides"], old, new, now, names, self._told.lists_sections
        )
        # Not tried as others are: a section that the deck has named anew meanwhile differs from the presentation.
        return self._with(state, trees[1], self._within_reach(proposals), mark)[0] or state

    def _ids(self, base: Any) -> SlideIds:
        """Return the ids of the slides of what the presentation was made of, and of its own."""
        count = len(base["slides"])
        old = self._base_told.ids_of(count) if self._base_told else ids_of_built(count)
        return SlideIds(old, self._told.ids_of(len(self._data["slides"])))

    def _unseen(self, tree: Tree, content: bytes) -> Unseen:
        """Return what of the tree of a deck's file, which has that content, the presentation did not show."""
        with with_drafts({self._real: content}):
            return Unseen(left_out(self._deck, tree, self._audience, self._row))

    @cached_property
    def _reach(self) -> Reach:
        return Reach(Readers(self._audience, self._row))  # whose row is known once the presentation is read

    def _within_reach(self, proposals: Iterable[Proposal]) -> list[Proposal]:
        """Return those of some proposals that are to be done; the others are remembered."""
        assert self._facts is not None, "what is proposed was read"
        return self._reach.within(proposals, first_pages(self._facts.slides, self._split))

    def _tries(self, state: State) -> int:
        """Return how often all slides may be built for what was proposed."""
        slides = max(len(state.data["slides"]), len(self._data["slides"]), 1)
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
            drafts = self._pictures.drafts(state.pictures)
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
                    put = stack.enter_context(self._pictures.placed(bare.pictures))
            except OSError as error:
                self._why_not_put, pictured = plain_reason(error), bare
            replace_files({self._real: pictured.content}, {self._real: first.content}, self._found, put)
        return pictured

    def _state(self, content: bytes, found: Diagnostics, pictures: Mapping[Path, Path] | None = None) -> State | None:
        with ExitStack() as stack:  # of many states, one at a time takes room
            with with_drafts({self._real: content}, pictures):
                side = PlacedSide(self._deck, display_name(self._deck))
                built = as_deck(side, stack, found, self._audience, self._row, self._named, self._memory)
            facts = self._facts_of(built.side, self._shown_memory) if built else None
            is_read = built is not None and self._knows_chart_notes(built)
            if built is None or facts is None or self._facts is None or not is_read:
                return None
            data = data_of(built)
            split = self._split | split_titles(built.side.split)
            facts = joined(facts, split)
            ids = self._ids(data) if self._base is None else NO_IDS  # what its author has put in place is another one
            left = compare(facts, joined(self._facts, split), ids)
            left = comparable(left, self._told.lists_sections, self._stale, self._lost_notes)
            return State(content, data, facts, left, built.lost, built.begins, split)

    def still_shown(self, state: State) -> dict[int, int]:
        """Return which slide a deck in a state makes of each one of its base, by their indexes."""
        return still_shown(self._base["slides"], state.data["slides"])

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
        not_put = [not_put_told(self._folder, self._why_not_put, edited)] if self._why_not_put else []
        return [*both, *replaced, *not_put, *self._reach.remarks(taken, left)]

    @property
    def edited(self) -> Any:
        """The data of the edited presentation, imported."""
        return self._data

    def _tree(self, content: bytes) -> Tree | None:
        with with_drafts({self._real: content}):
            source = read_deck(self._deck, Diagnostics())
        return parse_yaml(source, Diagnostics()) if source else None

    def _as_deck(
        self, side: PlacedSide, found: Diagnostics, chart_notes: Sequence[Sequence[str]] = ()
    ) -> ImportedSide | None:
        return as_deck(side, self._stack, found, self._audience, self._row, self._named, chart_notes=chart_notes)

    def _facts_of(self, side: PlacedSide, memory: DeckMemory | None = None) -> DeckFacts | None:
        """Return what an imported deck says; None, with the reasons kept, where it cannot be read."""
        read = read_side(side, MessageOptions(), None, None, True, memory)
        if read.facts is None:
            self.said = read.messages
        return read.facts


_TRIES = 60
"""Times that what was proposed, or a part of it, is tried at most; each takes as long as building the presentation."""

_NO_SECTIONS = "LibreOffice keeps none; the deck's stay, with what stands in them"
