"""Words and references: parse one phrase, find mentions in prose, write a reference as words. English.

One grammar serves both ways. Dates are no business of this package.
"""

from diplocal.phrases.finder import find

__all__ = ["find"]
