"""Every code that deckmaker can report, with what it means and how to mend it (`deckmaker explain CODE`)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Severity(Enum):
    """How bad: an error stops the deck, a warning does not (unless `--strict`), a note informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of diagnostic: its usual severity, what it means, and how to mend it."""

    severity: Severity
    meaning: str
    mend: str


_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE

CATALOGUE: dict[str, Code] = {
    # Reading the file
    "unreadable-file": Code(
        _E,
        "The deck or theme file cannot be read as UTF-8 text.",
        "Check the path, its permissions, and save the file as UTF-8.",
    ),
    "yaml-syntax": Code(
        _E,
        "The file is not YAML: a bracket, quote, colon or indentation is amiss.",
        "Mend the marked place. Quote a text that holds `: ` or begins with a special character.",
    ),
    "yaml-feature": Code(
        _E,
        "The file uses a feature of YAML that decks do not: a tag, a merge key, a second document, "
        "an anchor that holds itself, or too many expanded aliases.",
        "Write the value out.",
    ),
    "duplicate-key": Code(
        _E,
        "A mapping has the same key twice; YAML would silently keep only one.",
        "Remove or rename one of the two.",
    ),
    # The deck language
    "unknown-key": Code(_E, "A key that decks or themes do not have here.", "Use one of the keys that help lists."),
    "missing-key": Code(_E, "A key that must be there is not.", "Add it."),
    "wrong-type": Code(
        _E,
        "A value of another kind than the key takes, such as a list where a text is due.",
        "Write the kind of value that the message expects.",
    ),
    "wrong-value": Code(_E, "A value that the key does not allow.", "Use one of the values that the message names."),
    "unusable-character": Code(
        _E,
        "A control character or half a surrogate pair, which no output can hold.",
        "Delete the character, or replace its escape.",
    ),
    "unsafe-link": Code(
        _E,
        "A link that is not http, https or mailto; it could run code or reach local files.",
        "Link to a web address, or remove the link.",
    ),
    "unknown-source": Code(
        _E, "A credit names a record that `sources` does not hold.", "Add the record or mend its name."
    ),
    "unknown-layout": Code(_E, "The theme has no layout of that name.", "Use one of the layouts that help lists."),
    "unknown-theme": Code(
        _E,
        "There is no built-in theme of that name, and no theme file at that path.",
        "Use a built-in name, or a path to a theme file.",
    ),
    "unknown-format": Code(_E, "No renderer has that name.", "`deckmaker formats` lists the installed ones."),
    "no-slot": Code(
        _E,
        "The slide holds something for which its layout has no place.",
        "Choose a layout that has one, or leave `layout` out.",
    ),
    # Pictures
    "missing-file": Code(_E, "A file that the deck names is not there.", "Mend the path; it is relative to the deck."),
    "outside-project": Code(
        _E, "A path leads out of the project, directly or through a link.", "Copy the file into the project."
    ),
    "unusable-picture": Code(
        _E, "The file is not a picture that deckmaker can place.", "Use a whole JPEG or PNG file."
    ),
    "missing-alt": Code(
        _W,
        "A picture has no `alt` text, so whoever cannot see it learns nothing of it.",
        "Describe in a sentence what the picture shows.",
    ),
    "missing-credit": Code(_W, "A picture has no `credit`.", "Say whose picture it is."),
    # Themes
    "low-contrast": Code(
        _W,
        "A text of the theme falls under the contrast that WCAG 2.2 (AA) asks for: 4.5:1, or 3:1 where it is never "
        "smaller than 18 points, or 14 bold. The smallest size of its style counts.",
        "Make one of the two colours darker or lighter, or give the text another colour.",
    ),
    # Layout
    "text-too-long": Code(
        _E,
        "A text does not fit its place even at the smallest size that the style allows.",
        "Shorten it, split the slide, or choose a layout with more room.",
    ),
    "missing-glyph": Code(
        _E,
        "The theme's fonts have no glyph for a character.",
        "Replace the character, or use a theme whose fonts have it.",
    ),
    "right-to-left": Code(
        _E,
        "The text holds letters of a script that runs from right to left, which deckmaker cannot set yet.",
        "Write the text in a script that runs from left to right.",
    ),
    "not-shown": Code(
        _W,
        "The deck says something that no slide of it shows.",
        "Give the deck a slide whose layout shows it, or remove the key.",
    ),
    "empty-slide": Code(_W, "A slide has nothing to show.", "Give it a title, a text or a picture, or remove it."),
    "unsafe-breaks": Code(
        _N,
        "No box width keeps the line breaks of a text safe against programs that measure text otherwise, so they are "
        "written into the PowerPoint file, where an editor of the text must know of them.",
        "Shorten the text, or split it over two boxes.",
    ),
    # Rendering and writing
    "cannot-render": Code(_W, "A format cannot show something that the deck holds.", "See the message."),
    "renderer-failed": Code(
        _E,
        "A renderer gave up; the other formats are not affected.",
        "If it comes from a plug-in, tell its author; otherwise report the deck to us.",
    ),
    "name-taken": Code(
        _W,
        "An installed package offers a renderer under a name that is taken already; it is not used.",
        "Ask the package's author to rename it.",
    ),
    "same-file": Code(
        _E,
        "Two formats have the same file extension, so one would be written over the other.",
        "Build them one by one, into different folders.",
    ),
    "edited-output": Code(
        _E,
        "The output file was changed, or made, by somebody else since deckmaker wrote it.",
        "Keep the edited file under another name, or build with `--force`.",
    ),
    "cannot-write": Code(
        _E,
        "The output cannot be written: the folder is missing rights or space, or the file is open.",
        "Close the file, or choose another folder with `--output`.",
    ),
}
