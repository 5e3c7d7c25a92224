"""Short and long forms of one value, brought to the long form before validation.

A union would make pydantic report one mistake once for each branch; a single long form reports it once.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pydantic import BeforeValidator, GetJsonSchemaHandler
from pydantic_core import PydanticCustomError, core_schema


class Shorthand:
    """Annotation: a bare text stands for `{key: text}`, in validation and in the JSON Schema."""

    def __init__(self, key: str) -> None:
        self._key = key

    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], Any]) -> core_schema.CoreSchema:
        def expand(value: Any) -> Any:
            return {self._key: value} if isinstance(value, str) else value

        return core_schema.no_info_before_validator_function(expand, handler(source))

    def __get_pydantic_json_schema__(self, core: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"anyOf": [{"type": "string"}, handler(core)]}


def _expand_item(value: Any) -> Any:
    """Bring a list item to `{text, children}`: a text, or one key with a list of children.

    Raises PydanticCustomError of type `list_item`, its message ready for the author.
    """
    if isinstance(value, str):
        return {"text": value}
    if value is None:
        raise PydanticCustomError("list_item", "a list item is empty")
    if not isinstance(value, dict):
        raise PydanticCustomError("list_item", "a list item takes a text, or one key with a list below it")
    if len(value) != 1:
        raise PydanticCustomError("list_item", "a list item takes one key with a list below it, found several keys")
    ((text, children),) = value.items()
    if not isinstance(children, list):
        raise PydanticCustomError("list_item", "a list item with `: ` in it reads as a key and its value")
    return {"text": text, "children": children}


ITEM_SHORTHAND = BeforeValidator(_expand_item)
