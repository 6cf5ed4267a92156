"""Words and references: parse one phrase, find mentions in prose, write a reference as words. English.

One grammar serves both ways. Dates are no business of this package.
"""

from diplocal.phrases.finder import find
from diplocal.phrases.formatting import format_reference, format_time
from diplocal.phrases.parsing import parse, parse_time

format = format_reference  # noqa: A001 - read as phrases.format

__all__ = ["find", "format", "format_reference", "format_time", "parse", "parse_time"]
