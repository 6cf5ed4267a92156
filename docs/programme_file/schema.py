"""The JSON Schema of a programme file, in draft 7: that is what both Taplo and Tombi complete from."""

import datetime as dt
from enum import Enum
from types import NoneType
from typing import TypeAlias, cast, get_args, get_origin, get_type_hints

from attrs import NOTHING, fields, has

from diplocal.files.record_tables import KEYED
from diplocal.model import Outcome, Participant, Programme, Relation, RelationKind, Role, Series, Settled, Topic
from diplocal.when import Reference, Time
from docs.programme_file.fields import Described, described, first_line, types_of

Schema: TypeAlias = dict[str, object]

DAY: Schema = {"type": "string", "format": "date"}
MOMENTS: list[Schema] = [{"type": "string", "format": f"date-time{local}"} for local in ("", "-local")]
WORDS: Schema = {"type": "string", "minLength": 1}
_SCALARS: dict[type, list[Schema]] = {
    str: [{"type": "string"}],
    bool: [{"type": "boolean"}],
    int: [{"type": "integer"}],
    dt.date: [DAY],
    dt.datetime: MOMENTS,
}


def schema() -> Schema:
    """Make the JSON Schema, in the draft that Taplo and Tombi both complete from."""
    definitions: Schema = {}
    root = _record(Programme, definitions)
    definitions["when"] = {
        "description": "Days: the source's words in quotes, or a TOML date or date-time.",
        "anyOf": [WORDS, DAY, *MOMENTS, *_references(Reference, definitions)],
    }
    definitions["time"] = {
        "description": "A time of day: words in quotes, such as '10:00-11:30' or 'morning', or a TOML time.",
        "anyOf": [WORDS, {"type": "string", "format": "time-local"}, *_references(Time, definitions)],
    }
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": "urn:diplocal:schema:programme",
        "title": "diplocal programme",
        "description": "A programme file: what was announced, in the words of its sources.",
        **root,
        "definitions": dict(sorted(definitions.items())),
    }


def _record(record: type, definitions: Schema) -> Schema:
    listed = described(record)
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {one.name: _property(one, definitions) for one in listed},
        "required": [one.name for one in listed if one.required],
    }


def _property(one: Described, definitions: Schema) -> Schema:
    ways = _alternatives(one.hint, definitions)
    made: Schema = {"description": one.words}
    made |= {"anyOf": ways} if "$ref" in ways[0] else _any_of(ways)  # beside $ref, nothing counts
    if one.default is False or (isinstance(one.default, Enum) and not one.required):
        made["default"] = one.default.value if isinstance(one.default, Enum) else one.default
    return made


def _any_of(schemas: list[Schema]) -> Schema:
    return schemas[0] if len(schemas) == 1 else {"anyOf": schemas}


def _alternatives(hint: object, definitions: Schema) -> list[Schema]:
    """Give a schema for each way to write a value of a declared type."""
    types = types_of(hint)
    if set(types) == set(get_args(Reference)):
        return [{"$ref": "#/definitions/when"}]
    if set(types) == set(get_args(Time)):
        return [{"$ref": "#/definitions/time"}]
    if get_origin(types[0]) is tuple:
        return [_several(types[0], definitions)]
    return [made for kind in types for made in _one(cast(type, kind), definitions)]


def _several(hint: object, definitions: Schema) -> Schema:
    item, rest = get_args(hint)
    if rest is not ...:
        return {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2}
    items = _any_of(_alternatives(item, definitions))
    return {"type": "object", "additionalProperties": items} if item in KEYED else {"type": "array", "items": items}


def _one(kind: type, definitions: Schema) -> list[Schema]:
    if kind in _SCALARS:
        return _SCALARS[kind]
    if issubclass(kind, Enum):
        return [{"type": "string", "enum": [one.value for one in kind]}]
    name = kind.__name__.lower()
    if name not in definitions:
        definitions[name] = {}  # an event holds days, which hold sessions
        definitions[name] = {"description": first_line(kind)} | _record(kind, definitions)
    return [*_short(kind), {"$ref": f"#/definitions/{name}"}]


def _short(kind: type) -> list[Schema]:
    """Give the forms that save writing a table (see `diplocal.files.shorthand`)."""
    if kind is Participant:
        roles = "|".join(one.value for one in Role)
        return [{"type": "string", "pattern": rf"^(({roles}) *: *)?[^:]+$"}]
    if kind is Relation:
        return [{"type": "string", "pattern": rf"^({'|'.join(one.value for one in RelationKind)}) *: *.+$"}]
    if kind is Settled:
        return [DAY, {"type": "array", "items": DAY, "minItems": 2, "maxItems": 2}]
    return [WORDS] if kind in {Topic, Outcome, Series} else []


def _references(union: object, definitions: Schema) -> list[Schema]:
    """Give a table for each reference, which says what no words can."""
    for kind in get_args(union):
        hints = get_type_hints(kind)
        properties = {one.name: _any_of(_parts(hints[one.name])) for one in fields(kind)}
        definitions[kind.__name__] = {
            "description": first_line(kind),
            "type": "object",
            "additionalProperties": False,
            "properties": {"reference": {"const": kind.__name__}} | properties,
            "required": ["reference", *(one.name for one in fields(kind) if one.default is NOTHING)],
        }
    return [{"$ref": f"#/definitions/{kind.__name__}"} for kind in get_args(union)]


def _parts(hint: object) -> list[Schema]:
    types = [one for one in (get_args(hint) or (hint,)) if isinstance(one, type) and one is not NoneType]
    if get_origin(hint) is tuple:
        return [{"type": "array", "items": {"$ref": "#/definitions/when"}}]
    if any(kind in get_args(Time) for kind in types):
        return [{"$ref": "#/definitions/time"}]
    if any(has(kind) for kind in types):
        return [{"$ref": "#/definitions/when"}]
    return [
        {"type": "string", "enum": [one.name.lower() for one in kind]} if issubclass(kind, Enum) else made
        for kind in types
        for made in ([{}] if issubclass(kind, Enum) else _SCALARS[kind])
    ]
