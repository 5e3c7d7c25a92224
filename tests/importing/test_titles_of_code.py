"""Names of code in Markdown, which stand behind its fence, are titles."""

from __future__ import annotations

import pytest

from tests.importing.markdown_decks import imported


def slide(body: str) -> dict[str, object]:
    """Return the slide of a text, without its title; nothing is said of it."""
    found = imported(f"# T\n\n---\n\n# S\n\n{body}\n\n---\n\n# E\n\ny\n")
    assert found.messages == []
    return {key: value for key, value in found.slides[0].items() if key != "title"}


@pytest.mark.parametrize(
    ("info", "expected"),
    [
        ('python title="a.py"', {"language": "python", "title": "a.py"}),
        ('python title="my a.py" {2}', {"language": "python", "title": "my a.py", "highlight": "2"}),
        ("ts [a.ts] {1-2}", {"language": "ts", "title": "a.ts", "highlight": "1-2"}),
        ('{.python caption="How *so*" #id}', {"language": "python", "title": r"How \*so\*"}),
        ("{#id .python .numberLines filename='a.py'}", {"language": "python", "title": "a.py"}),
        ("js:lib/a.js", {"language": "js", "title": "lib/a.js"}),
        ("title=a.py", {"title": "a.py"}),
    ],
)
def test_the_name_behind_a_fence_is_the_title_of_the_code(info, expected):
    """As Docusaurus, Slidev, Pandoc, Quarto and others have it."""
    assert slide(f"```{info}\nx\n\ty\n```") == {"code": {**expected, "text": "x\n    y\n"}}


@pytest.mark.parametrize(
    ("info", "kept"),
    [
        ("{.python}", "python"),
        ("{python}", "python"),
        ("{r, echo=FALSE}", "r"),
        ("{.python .numberLines startFrom=5}", "python"),
        ("ts:line-numbers {1}", "ts {1}"),
        ("c++", "c++"),
        ("{.haskell}", "haskell"),
        ("", ""),
    ],
)
def test_attributes_behind_a_fence_are_no_language(info, kept):
    """The language alone stays, with the lines that stand out."""
    assert slide(f"```{info}\nx\ny\n```") == {"text": f"```{kept}\nx\ny\n```\n"}


def test_the_name_of_code_stands_above_it_where_code_has_no_title():
    """In lists, notes and footnotes, and where slides have no colours for its language."""
    fence = "```py title='a.py'\nx\n```"
    indented = fence.replace("\n", "\n  ")
    assert slide(f"- item\n\n  {indented}") == {"text": "- item\n\n  a.py\n\n  ```py\n  x\n  ```\n"}
    assert slide(f"x\n\n::: notes\n{fence}\n:::")["notes"] == "a.py\n\nx\n"
    assert slide("```haskell title='a.hs'\nx\n```") == {"text": "a.hs\n\n```haskell\nx\n```\n"}
    found = imported("# T\n\n## S\n\nw[^1]\n\n[^1]: see\n\n    ```py title='a.py'\n    x\n    ```\n\n## E\n\ny\n")
    assert found.slides[0]["text"] == "w^[see a.py `x`]"
