"""JSON Schemas of what goes in and out: `programme` files (draft 7, for editors), a `timeline` as JSON (2020-12)."""

import json
from importlib import resources
from typing import Literal, TypeAlias, cast

Name: TypeAlias = Literal["programme", "timeline"]


def schema(name: Name) -> dict[str, object]:
    """Give a schema, as a fresh dictionary.

    >>> schema("timeline")["title"]
    'diplocal timeline'
    """
    return cast(dict[str, object], json.loads(schema_text(name)))


def schema_text(name: Name) -> str:
    """Give a schema as it is shipped."""
    return resources.files(__package__).joinpath(f"{name}.json").read_text("utf-8")
