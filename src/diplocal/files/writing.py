"""TOML as a person would write it: short values in line, events and sessions as tables of their own."""

import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping, Sequence

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_UNSEEN = re.compile(r"[\x7f-\x9f\u2028\u2029]")  # beside those that JSON escapes, as TOML does
_WIDTH = 100


def lay_out(table: Mapping[str, object], tables: Mapping[str, object], comments: Mapping[str, str]) -> str:
    """Write a document.

    Args:
        table: the document; its values are what a reader of TOML gives.
        tables: the names of those values that become tables of their own, with the same for what is in them;
            an empty mapping for those that hold none.
        comments: words to put above a value or table, by its path (``events[0].when``); above everything at ``""``.
    """
    blocks = [_comment(comments.get("", ""))] if comments.get("") else []
    blocks += _blocks(table, tables, comments, header="", name="", where="")
    return "\n\n".join(block for block in blocks if block) + "\n"


def _blocks(
    table: Mapping[str, object],
    tables: Mapping[str, object],
    comments: Mapping[str, str],
    *,
    header: str,
    name: str,
    where: str,
) -> Iterator[str]:
    """Give a table's own block, then those of the tables in it."""
    lines = [_comment(comments.get(where, "")), header] if where else []
    for key, value in table.items():
        if key not in tables:
            here = f"{where}.{key}" if where else key
            lines += [_comment(comments.get(here, "")), f"{key_text(key)} = {written_value(value)}"]
    yield "\n".join(line for line in lines if line)
    for key, inner in tables.items():
        below = f"{name}.{key}" if name else key
        path = f"{where}.{key}" if where else key
        for head, step, one in _tables(below, table.get(key, ())):
            nested = inner if isinstance(inner, Mapping) else {}
            yield from _blocks(one, nested, comments, header=head, name=below, where=f"{path}{step}")


def _tables(name: str, value: object) -> Iterator[tuple[str, str, Mapping[str, object]]]:
    """Give each table with its header and the step of its path: one a key, or one an item."""
    if isinstance(value, Mapping):
        for key, one in value.items():
            yield f"[{name}.{key_text(key)}]", f".{key}", one
    elif isinstance(value, Sequence):
        for index, one in enumerate(value):
            yield f"[[{name}]]", f"[{index}]", one


def written_value(value: object) -> str:
    """Write a value; a list longer than a line has one item a line, text with line breaks keeps them."""
    if isinstance(value, str) and "\n" in value:
        return '"""\n' + "\n".join(_quoted(line)[1:-1] for line in value.split("\n")) + '"""'
    line = _inline(value)
    if isinstance(value, list) and len(line) > _WIDTH:
        return "[\n" + "".join(f"  {_inline(item)},\n" for item in value) + "]"
    return line


def _inline(value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case str():
            return _quoted(value)
        case dt.datetime():
            return _moment(value)
        case int() | float() | dt.date():
            return str(value)
        case list():
            return f"[{', '.join(map(_inline, value))}]"
        case dict():
            return f"{{ {', '.join(f'{key_text(key)} = {_inline(one)}' for key, one in value.items())} }}"
        case _:
            raise TypeError(value)


def _moment(moment: dt.datetime) -> str:
    """Write a date-time; an offset with seconds, which TOML lacks, is written in UTC."""
    offset = moment.utcoffset()
    if offset is None:
        return moment.replace(tzinfo=None).isoformat()
    if offset % dt.timedelta(minutes=1):
        moment = moment.astimezone(dt.UTC)
    return moment.isoformat().removesuffix("+00:00") + ("Z" if not moment.utcoffset() else "")


def key_text(key: str) -> str:
    """Write a name as it stands before the equals sign: in quotes where it needs them."""
    return key if _BARE.fullmatch(key) else _inline(key)


def _quoted(text: str) -> str:
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))


def _comment(words: str) -> str:
    return (
        "\n".join(f"# {line}".rstrip() for line in re.split(r"[\x00-\x1f\x7f\x85\u2028\u2029]", words)) if words else ""
    )
