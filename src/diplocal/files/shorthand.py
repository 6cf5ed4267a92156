"""Short forms: what a person writes in less than a table, and the table it stands for.

=================  ==============================================================================================
participants       ``"rutte"``, ``"host: rutte"``; those without a key: ``{ unnamed = "several ministers" }``
topics             ``"North Korea"``
relations          ``"on_the_margins_of: meeting"``
outcome, series    ``"Joint statement"``
date               ``2025-04-11``, ``[2025-04-11, 2025-04-12]``
=================  ==============================================================================================

A short form is turned into its table before it is read, and a table into its short form, if it has one, before it is
written. A participant that is no key is never taken for somebody unnamed: it may be a misspelt key.
"""

import datetime as dt
from collections.abc import Callable
from typing import TypeAlias

from diplocal.checks.suggestions import one_of, shorten
from diplocal.errors import Problem
from diplocal.files.context import Context, step
from diplocal.model import Outcome, Participant, Relation, RelationKind, Role, Series, Settled, Topic

Table: TypeAlias = dict[str, object]
_ROLES = [one.value for one in Role]


def _participant(value: object, where: str, context: Context) -> Table | None:
    if not isinstance(value, str):
        context.tell_type(where, value, "a participant", 'write its key in quotes, "host: KEY", or a table')
        return None
    before, colon, after = value.partition(":")
    role, key = (before.strip(), after.strip()) if colon else (None, value)
    table: Table = {} if role is None else {"role": role}
    if role is not None and role not in _ROLES:
        context.tell_word(where, role, "role", _ROLES)
        return None
    if key in context.people and key in context.parties:
        settle = f'write {{ person = "{key}" }} or {{ party = "{key}" }}'
        context.tell(where, key, "is the key of a person and of a party", settle)
    elif key in context.people or key in context.parties:
        return table | {"person" if key in context.people else "party": key}
    else:
        why = "is the key of no person and no party"
        context.missing.append(Problem(where, shorten(key), why, _meant(key, context)))
    return None


def _meant(key: str, context: Context) -> str:
    named = context.names.get(" ".join(key.casefold().split()))
    if named is not None:
        return f"write its key, {named!r}"
    keys = sorted(context.people | context.parties)
    if near := context.near_misses.suggest(key, keys):
        return near
    if " " in key:
        return "for somebody the source does not name, write { unnamed = ... }"
    return f"the keys are {one_of(keys)}" if keys else f"add [{step('people', key)}] or [{step('parties', key)}]"


def _short_participant(table: Table, shared: frozenset[str]) -> object:
    key = str(table.get("person") or table.get("party"))
    if set(table) - {"role"} not in ({"person"}, {"party"}) or key in shared or ":" in key:
        return table
    return f"{table['role']}: {key}" if "role" in table else key


def _relation(value: object, where: str, context: Context) -> Table | None:
    kinds = [kind.value for kind in RelationKind]
    if not isinstance(value, str) or ":" not in value:
        context.tell_type(where, value, "a relation", 'write "follows: KEY", or a table')
        return None
    kind, _, key = value.partition(":")
    if kind.strip() not in kinds:
        context.tell_word(where, kind.strip(), "relation", kinds)
        return None
    return {"kind": kind.strip(), "to": key.strip()}


def _short_relation(table: Table, _: frozenset[str]) -> object:
    return f"{table['kind']}: {table['to']}" if "phrase" not in table else table


def _settled(value: object, where: str, context: Context) -> Table | None:
    if type(value) is dt.date:
        return {"start": value}
    if isinstance(value, list) and len(value) == 2 and all(type(day) is dt.date for day in value):
        return {"start": value[0], "end": value[1]}
    settle = "write 2025-04-11, or [2025-04-11, 2025-04-12] for the first and last day, without quotes"
    context.tell_type(where, value, "a date or two dates", settle)
    return None


def _short_settled(table: Table, _: frozenset[str]) -> object:
    return list(table.values()) if "end" in table else table["start"]


def _named(name: str, what: str) -> Callable[[object, str, Context], Table | None]:
    """Make a short form that is the text of one field."""

    def expand(value: object, where: str, context: Context) -> Table | None:
        if isinstance(value, str):
            return {name: value}
        context.tell_type(where, value, f"the {name} of {what}, nor a table")
        return None

    return expand


def _name_alone(name: str) -> Callable[[Table, frozenset[str]], object]:
    return lambda table, _: table[name] if set(table) == {name} else table


EXPAND: dict[type, Callable[[object, str, Context], Table | None]] = {
    Participant: _participant,
    Topic: _named("title", "a topic"),
    Relation: _relation,
    Outcome: _named("title", "an outcome"),
    Series: _named("name", "a series"),
    Settled: _settled,
}
CONTRACT: dict[type, Callable[[Table, frozenset[str]], object]] = {
    Participant: _short_participant,
    Topic: _name_alone("title"),
    Relation: _short_relation,
    Outcome: _name_alone("title"),
    Series: _name_alone("name"),
    Settled: _short_settled,
}
