"""Codes about rendering and writing, and about deckmaker itself."""

from __future__ import annotations

from deckmaker.diagnostics.catalogue.code import Code, E, Example, N, W

OUTPUT = {
    "unusable-name": Code(
        E,
        "The files of a row cannot be called so: the name is empty, hidden, too long, that of a device of Windows or "
        "of another row, or leads out of the folder of outputs. Or the pattern of names is none.",
        "Name other columns, or a further one, in the pattern of names.",
        Example("Two rows have the same `region`, by which files are called."),
    ),
    "cannot-render": Code(
        W,
        "A format cannot show something that the deck holds.",
        "See the message.",
        Example("A renderer of plain text, which comes upon a picture."),
    ),
    "renderer-failed": Code(
        E,
        "A renderer gave up; the other formats are not affected.",
        "If it comes from a plug-in, tell its author; otherwise report the deck to us. "
        "With DECKMAKER_DEBUG=1 set, deckmaker shows where it happened.",
        Example("A plug-in whose code has a mistake."),
    ),
    "name-taken": Code(
        W,
        "An installed package offers a renderer under a name that is taken already; it is not used.",
        "Ask the package's author to rename it.",
        Example("A plug-in that calls its format pdf."),
    ),
    "same-file": Code(
        E,
        "Two formats have the same file extension, so one would be written over the other.",
        "Build them one by one, into different folders.",
        Example("`deckmaker build --format md --format outline`, where a plug-in's outlines are .md files too."),
    ),
    "no-sheets": Code(
        W,
        "An option of `build` says something of handouts and notes pages, and neither is built.",
        "Add `--handout 6`, `--notes`, or both; or say so in the deck, under `pdf`.",
        Example("`deckmaker build --ink light`, where the deck asks for no handout."),
    ),
    "deck-not-attached": Code(
        N,
        "PDF/A-3a files hold the deck itself, but this one has comments, notes, or what some readers alone may see.",
        "Leave it so. Or give a copy of the deck to the archive in which nothing stands that readers may not see.",
        Example("`deckmaker build --pdf-standard a-3a`, where a slide has notes."),
    ),
    "made-smaller": Code(
        W,
        "The pictures of a PDF file have fewer pixels than the deck's, so that it takes no more than it may.",
        "Look at them. Where they are too coarse, allow the file more with `max_size`.",
        Example("`deckmaker build --max-size 10MB`, where a deck of photos takes 40 MB."),
    ),
    "too-large": Code(
        E,
        "A PDF file takes more than it may, even with its pictures as small as they can be read.",
        "Allow it more with `max_size`, leave pictures out, or make several decks of it.",
        Example("`deckmaker build --max-size 20kB`, which the fonts alone take."),
    ),
    "edited-output": Code(
        E,
        "The output file was changed, or made, by somebody else since deckmaker wrote it, or is a link.",
        "Keep the edited file under another name, or build with `--force`.",
        Example("A slide of build/deck.pptx was mended in PowerPoint, and then the deck is built again."),
    ),
    "taken-output": Code(
        E,
        "The output file was built from another deck of the same name, which is still there or in another project.",
        "Build into another folder with `--output`, or write over it with `--force`.",
        Example("`deckmaker build lang/aalborg.yaml`, where decks/aalborg.yaml was built before."),
    ),
    "taken-name": Code(
        E,
        "A new project was to be made where something of that name is already.",
        "Choose another name, or move what is there.",
        Example("`deckmaker new harbour`, where there is a folder harbour."),
    ),
    "cannot-write": Code(
        E,
        "The output cannot be written. The folder lacks rights or space, or leads out of the project unasked. Or "
        "the file is open, read-only or no file.",
        "Close the file, or choose another folder with `--output`.",
        Example("build/deck.pptx is open in PowerPoint while the deck is built."),
    ),
    "changed-meanwhile": Code(
        E,
        "A file was changed by somebody else while `deckmaker check --fix` mended it; nothing of it was written.",
        "Save it where it is open, and run `deckmaker check --fix` again.",
        Example("harbour.yaml is saved in an editor in the moment in which it is mended."),
    ),
    "source-date": Code(
        E,
        "The environment variable `SOURCE_DATE_EPOCH`, which says what date files carry, holds no such date.",
        "Unset it, or set it to whole seconds since 1970; `git log -1 --format=%ct` prints those of the last commit.",
        Example("`SOURCE_DATE_EPOCH=yesterday deckmaker build`, whatever the deck."),
    ),
    "one-process": Code(
        N,
        "Decks that go into a store are built one after the other, since a process that asks a store cannot be copied "
        "for each core, and Dask, which begins others, is not installed.",
        "Install it, with deckmaker's extra `cluster`; the files are the same.",
        Example("`deckmaker build DECK --rows regions.csv -o s3://office/briefings`, with the extra `s3` alone."),
    ),
    "no-cluster": Code(
        E,
        "The cluster that is to build decks cannot be used: it is not there, has no workers, or cannot have the deck's "
        "files.",
        "See the message. With `--cluster local`, or without a cluster, the same decks are built on this machine.",
        Example("`deckmaker build DECK --rows regions.csv --scheduler tcp://host:8786`, where no scheduler runs."),
    ),
    "workers-differ": Code(
        E,
        "A worker of the cluster would make other files than this machine: its deckmaker, its libraries or its fonts "
        "are not the same.",
        "Install the same on all machines, as from one container image.",
        Example("A worker with reportlab 5.0, where this machine has 5.1."),
    ),
    "out-of-memory": Code(
        E,
        "The system gave deckmaker less memory than the deck takes; other decks are not affected.",
        "Give it more memory, build the deck alone or in one format at a time, or make its largest pictures smaller.",
        Example("`ulimit -v 100000` in the shell that builds a deck of photos."),
    ),
    "internal-error": Code(
        E,
        "deckmaker itself made a mistake and could not go on with the deck; other decks are not affected.",
        "Report it, with the deck where you can. With DECKMAKER_DEBUG=1 set, deckmaker shows where it happened.",
        Example("A mistake in deckmaker's own code, which nobody has met yet."),
    ),
}
