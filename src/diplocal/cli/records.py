"""Readings as JSON: the fields that other programs rely on."""

import datetime as dt
import json
from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from json.encoder import encode_basestring, encode_basestring_ascii

from diplocal.reading import Alternative, Finding

Name = str | int | float
"""What a document may be called; a whole number stays one."""
_Quote = Callable[[str], str]


def _as_json(value: object) -> object:
    """Give dates as ISO 8601 texts, terms by their names."""
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    raise TypeError(value)


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_as_json).encode
_escape = json.JSONEncoder(separators=(",", ":"), default=_as_json).encode


def document_line(name: Name, findings: Iterable[Finding]) -> bytes:
    """Write a document's mentions as `json_line` would write a record of them, in half the time.

    Each mention has the fields of the contract, in its order; `start` and `end` are the first reading's days.
    """
    try:
        return _document(name, findings, encode_basestring).encode()
    except UnicodeEncodeError:
        return _document(name, findings, encode_basestring_ascii).encode()


def _document(name: Name, findings: Iterable[Finding], quote: _Quote) -> str:
    said = quote(name) if isinstance(name, str) else _encode(name)
    return f'{{"id":{said},"mentions":[{",".join([_mention(finding, quote) for finding in findings])}]}}\n'


def _mention(finding: Finding, quote: _Quote) -> str:
    mention, reading = finding.mention, finding.reading
    start, end = reading.start.isoformat(), reading.end.isoformat()
    others = ",".join([_open(other, quote) for other in reading.alternatives]) if reading.alternatives else ""
    return (
        f'{{"text":{quote(mention.text)},"start_char":{mention.start},"end_char":{mention.end},'
        f'"kind":"{reading.kind}","start":"{start}","end":"{end}",'
        f'"time":{quote(reading.time.isoformat("minutes")) if reading.time else "null"},'
        f'"part":{quote(reading.part) if reading.part else "null"},'
        f'"zone":{quote(reading.zone) if reading.zone is not None else "null"},'
        f'"certainty":"{reading.certainty}","rule":{quote(reading.rule)},"why":{quote(reading.why)},'
        f'"alternatives":[{others}]}}'
    )


def _open(other: Alternative, quote: _Quote) -> str:
    return f'{{"start":"{other.start}","end":"{other.end}","why":{quote(other.why)}}}'


def json_line(record: Mapping[str, object]) -> bytes:
    """Write a record, which may hold dates and terms, as a line of UTF-8.

    A lone surrogate, which UTF-8 cannot hold, makes all of the line ASCII.
    """
    try:
        return _encode(record).encode() + b"\n"
    except UnicodeEncodeError:
        return _escape(record).encode() + b"\n"
