"""What no validator that was tried finds: whether a PDF's structure tree and its content agree. Read with pikepdf.

Every identifier (MCID) of a page is there once and is owned by the element that the parent tree says, which has it
among its kids; every kid is there; every link's element holds it; all that is painted is an element's or an artifact's.
"""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf
from pikepdf import Dictionary, Name

_PAINTING = ("Tj", "TJ", "'", '"', "f", "f*", "S", "s", "B", "B*", "b", "b*", "Do", "sh")

Identifiers = dict[tuple[int, int], set[int]]
"""The identifiers on each page, by its object."""


def problems_of(pdf: pikepdf.Pdf) -> list[str]:
    """Return what is wrong with the structure of a tagged PDF; nothing where all is right."""
    if "/StructTreeRoot" not in pdf.Root:
        return ["no structure tree"]
    parents = dict(_number_tree(pdf.Root.StructTreeRoot.ParentTree))
    found: Identifiers = {}
    problems = [one for page in pdf.pages for one in _page_problems(page, parents, found)]
    return [*problems, *_tree_problems(pdf.Root.StructTreeRoot.K, found)]


def kids(element: pikepdf.Object) -> list[pikepdf.Object]:
    """Return what an element holds, in order: elements, numbers of marked content, references to objects."""
    held = element.get("/K")
    if held is None:
        return []
    return list(held) if isinstance(held, pikepdf.Array) else [held]


def is_element(kid: pikepdf.Object) -> bool:
    """Tell whether a kid is an element."""
    return isinstance(kid, Dictionary) and "/S" in kid


def _number_tree(node: pikepdf.Object) -> Iterator[tuple[int, pikepdf.Object]]:
    numbers = list(node.get("/Nums", []))
    yield from ((int(key), value) for key, value in zip(numbers[::2], numbers[1::2], strict=True))
    for kid in node.get("/Kids", []):
        yield from _number_tree(kid)


def _page_problems(page: pikepdf.Page, parents: dict[int, pikepdf.Object], found: Identifiers) -> Iterator[str]:
    where = f"page {page.index + 1}"
    own = found[page.objgen] = set()
    yield from (f"{where}: {one}" for one in _content_problems(page, own))
    owners = parents.get(int(page.obj.get("/StructParents", -1)))
    if owners is None:
        yield f"{where}: not in the parent tree"
        return
    for identifier in own:
        owned = identifier < len(owners) and any(
            not isinstance(kid, Dictionary) and int(kid) == identifier for kid in kids(owners[identifier])
        )
        if not owned or owners[identifier].Pg.objgen != page.objgen:
            yield f"{where}: MCID {identifier} is not among the kids of its owner"
    for annotation in page.get("/Annots", []):
        element = parents.get(int(annotation.get("/StructParent", -1)))
        if element is None or not any(
            isinstance(kid, Dictionary) and "/Obj" in kid and kid.Obj.objgen == annotation.objgen
            for kid in kids(element)
        ):
            yield f"{where}: a link that no element holds"


def _content_problems(page: pikepdf.Page, found: set[int]) -> Iterator[str]:
    """Collect the identifiers of a page; yield what is wrong with its marks."""
    marks: list[int | str] = []
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC" | "BMC":
                about = operands[1] if len(operands) > 1 else {}
                if isinstance(about, Dictionary) and "/MCID" in about:
                    identifier = int(about.MCID)
                    if identifier in found:
                        yield f"MCID {identifier} twice"
                    if marks:
                        yield f"MCID {identifier} within another mark"
                    found.add(identifier)
                    marks.append(identifier)
                else:
                    marks.append("artifact" if operands[0] == Name.Artifact else "nothing")
            case "EMC":
                marks.pop()
            case name if name in _PAINTING and (not marks or marks[-1] == "nothing"):
                yield f"{name} neither in an element nor an artifact"
    if marks:
        yield "a mark that does not end"


def _tree_problems(top: pikepdf.Object, found: Identifiers) -> Iterator[str]:
    todo = [top]
    while todo:
        element = todo.pop()
        for kid in kids(element):
            if is_element(kid):
                if kid.P.objgen != element.objgen:
                    yield f"{kid.S} has another parent than the element that holds it"
                todo.append(kid)
            elif not isinstance(kid, Dictionary):
                page = element.get("/Pg")
                if page is None or int(kid) not in found.get(page.objgen, ()):
                    yield f"{element.S} holds MCID {int(kid)}, which is nowhere"
            if str(element.S) == "/Figure" and "/BBox" not in element.get("/A", {}):
                yield "a figure without bounds"
