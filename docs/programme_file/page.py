"""The page of the reference on programme files: a table for each section, and for each value that is a table."""

import datetime as dt
from enum import Enum
from typing import cast, get_args, get_origin

from diplocal.model import Programme, Session, VisitDay
from diplocal.when import Reference, Time
from docs.programme_file.fields import SECTIONS, TABLES, Described, described, first_line, types_of

HEAD = """\
# The programme file

All sections and fields of a programme file. It is a [TOML 1.1](https://toml.io) file in UTF-8;
[the tutorial](tutorial.md) shows a whole one. `diplocal check FILE` lists everything that is wrong with a file.

An editor can complete fields and mark mistakes while you write. `diplocal schema > programme.schema.json` writes the
JSON Schema beside the file, which names it in its first line, as `diplocal draft` does:

```toml
#:schema ./programme.schema.json
```

That works in editors with [Tombi](https://tombi-toml.github.io/tombi/) or [Taplo](https://taplo.tamasfe.dev) ("Even
Better TOML" in VS Code). One schema is enough for all programmes of a folder.

*This page is made from the classes that read the file.*
"""


def page() -> str:
    """Write the page of the reference."""
    blocks = [HEAD.rstrip()]
    for name, (record, words) in SECTIONS.items():
        title = "At the beginning" if record is Programme else f"`{name}`"
        blocks += [f"## {title}", words or first_line(record), _table(record)]
    blocks.append("## Values that are tables")
    for record, words in TABLES.items():
        blocks += [f"### {_name(record)}", words, _table(record)]
    return "\n\n".join(blocks) + "\n"


def _table(record: type) -> str:
    rows = ["| field | what it holds | values | example | if left out |", "|---|---|---|---|---|"]
    for one in described(record):
        if record is Programme and one.name in {"sources", "people", "parties", "places", "events"}:
            continue
        example = f"`{one.example}`" if one.example else ""
        rows.append(f"| `{one.name}` | {_sentence(one.words)} | {_values(one.hint)} | {example} | {_default(one)} |")
    return "\n".join(rows)


def _sentence(words: str) -> str:
    return words.replace("|", "\\|").rstrip(".")


def _default(one: Described) -> str:
    if one.required:
        return "required"
    if isinstance(one.default, Enum):
        return f"`{one.default.value}`"
    return "`false`" if one.default is False else "none"


def _values(hint: object) -> str:
    types = types_of(hint)
    if set(types) == set(get_args(Reference)):
        return "[words](conventions.md) in quotes, a date, a date-time"
    if set(types) == set(get_args(Time)):
        return "words in quotes, a time"
    if get_origin(types[0]) is tuple:
        item, rest = get_args(types[0])
        if rest is not ...:
            return "two numbers"
        of = (
            f"[{_name(item)}](#{_name(item)}) values"
            if item in TABLES
            else "texts"
            if item is str
            else f"`{_name(item)}`"
        )
        return "tables, see above" if item in {VisitDay, Session} else f"a list of {of}"
    return ", ".join(dict.fromkeys(_kind(cast(type, one)) for one in types))


def _kind(kind: type) -> str:
    names = {str: "text", bool: "`true`, `false`", int: "a whole number", dt.date: "a date", dt.datetime: "a date-time"}
    if kind in names:
        return names[kind]
    if issubclass(kind, Enum):
        return ", ".join(f"`{one.value}`" for one in kind)
    return f"[{_name(kind)}](#{_name(kind)})"


def _name(record: type) -> str:
    name = record.__name__.lower()
    return "date" if name == "settled" else name
