"""What all mappings and texts of the language share."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, WithJsonSchema
from pydantic_core import PydanticCustomError


def _not_blank(value: str) -> str:
    if not value.strip():
        raise PydanticCustomError("blank", "a text needs something to read in it")
    return value


# YAML tools read `2019` or `true` as other kinds; the deck language keeps what was typed, so the schema allows them.
TEXT_SCHEMA: dict[str, Any] = {"type": ["string", "number", "boolean"]}
Text = Annotated[str, AfterValidator(_not_blank), WithJsonSchema(TEXT_SCHEMA)]


class Entry(BaseModel):
    """A mapping: no unknown keys, no changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)
