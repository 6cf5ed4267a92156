"""English, for the rooms that read no other language so far: documents, and the drafts that are made of them."""

from typing import Final

from diplocal.languages.en.documents import DOCUMENTS
from diplocal.languages.language import language

__all__ = ["DOCUMENTS", "ENGLISH"]

ENGLISH: Final = language("en")
