"""Readings as JSON: the fields that other programs rely on."""

import json

from diplocal.reading import Alternative, Finding, Reading

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_escape = json.JSONEncoder(separators=(",", ":")).encode


def mention_record(finding: Finding) -> dict[str, object]:
    """Give a mention the fields of the contract, in its order; `start` and `end` are the first reading's days."""
    mention, reading = finding.mention, finding.reading
    return {
        "text": mention.text,
        "start_char": mention.start,
        "end_char": mention.end,
        "kind": reading.kind.value,
        "start": reading.start.isoformat(),
        "end": reading.end.isoformat(),
        "time": reading.time.isoformat("minutes") if reading.time else None,
        "part": reading.part.value if reading.part else None,
        "zone": reading.zone,
        "certainty": reading.certainty.value,
        "rule": reading.rule,
        "why": reading.why,
        "alternatives": [_alternative(other) for other in reading.alternatives],
    }


def reading_record(phrase: str, reading: Reading) -> dict[str, object]:
    """Give a phrase's reading the same fields, and what a single answer has room for."""
    return {
        "phrase": phrase,
        "kind": reading.kind.value,
        "start": reading.start.isoformat(),
        "end": reading.end.isoformat(),
        "time": reading.time.isoformat("minutes") if reading.time else None,
        "until": reading.until.isoformat("minutes") if reading.until else None,
        "part": reading.part.value if reading.part else None,
        "zone": reading.zone,
        "certainty": reading.certainty.value,
        "rule": reading.rule,
        "why": reading.why,
        "alternatives": [_alternative(other) for other in reading.alternatives],
        "rejected": [_alternative(other) for other in reading.rejected],
    }


def _alternative(other: Alternative) -> dict[str, str]:
    return {"start": other.start.isoformat(), "end": other.end.isoformat(), "why": other.why}


def json_line(record: dict[str, object]) -> bytes:
    """Write a record as a line of UTF-8; a lone surrogate, which UTF-8 cannot hold, makes all of the line ASCII."""
    try:
        return _encode(record).encode() + b"\n"
    except UnicodeEncodeError:
        return _escape(record).encode() + b"\n"
