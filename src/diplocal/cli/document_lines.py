"""The findings of a document as a line of JSON.

It says what `Finding.to_dict` gives, field by field, and takes half the time that making and writing a dict takes.
"""

from collections.abc import Callable, Iterable
from json.encoder import encode_basestring, encode_basestring_ascii
from typing import TypeAlias

from diplocal.reading import Alternative, Finding

Name: TypeAlias = str | int | float
"""What a document may be called; a whole number stays one."""
_Quote: TypeAlias = Callable[[str], str]


def document_line(name: Name, findings: Iterable[Finding]) -> bytes:
    """Write a document's mentions as `outputs.json_line` writes a record of them."""
    try:
        return _document(name, findings, encode_basestring).encode()
    except UnicodeEncodeError:
        return _document(name, findings, encode_basestring_ascii).encode()


def _document(name: Name, findings: Iterable[Finding], quote: _Quote) -> str:
    said = quote(name) if isinstance(name, str) else repr(name)
    return f'{{"id":{said},"mentions":[{",".join([_mention(one, quote) for one in findings])}]}}\n'


def _mention(finding: Finding, quote: _Quote) -> str:
    mention, reading = finding.mention, finding.reading
    return (
        f'{{"text":{quote(mention.text)},"start_char":{mention.start},"end_char":{mention.end},'
        f'"kind":{quote(reading.kind)},"start":"{reading.start.isoformat()}","end":"{reading.end.isoformat()}",'
        f'"time":{quote(reading.time.isoformat("minutes")) if reading.time else "null"},'
        f'"until":{quote(reading.until.isoformat("minutes")) if reading.until else "null"},'
        f'"part":{quote(reading.part) if reading.part else "null"},'
        f'"zone":{quote(reading.zone) if reading.zone is not None else "null"},'
        f'"certainty":{quote(reading.certainty)},"rule":{quote(reading.rule)},"why":{quote(reading.why)},'
        f'"alternatives":[{",".join([_other(one, quote) for one in reading.alternatives])}],'
        f'"rejected":[{",".join([_other(one, quote) for one in reading.rejected])}]}}'
    )


def _other(other: Alternative, quote: _Quote) -> str:
    return f'{{"start":"{other.start.isoformat()}","end":"{other.end.isoformat()}","why":{quote(other.why)}}}'
