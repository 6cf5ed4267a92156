"""What people really have (a saved page, a mail, a PDF, a Word file, a feed, plain text) as documents.

A document is text whose layout was kept, and what it says of itself, each with where that was found. What it doesn't
state stays open: nothing here guesses, opens a connection or touches a file.
"""

from diplocal.intake.document import Document, Stated
from diplocal.intake.reading import LARGEST, read

__all__ = ["LARGEST", "Document", "Stated", "read"]
