"""Read words into dates: one phrase alone, or every reference of a text together."""

from diplocal.prose.alone import read_phrase
from diplocal.prose.together import read_text

__all__ = ["read_phrase", "read_text"]
