"""A PDF as a document: the text of its pages, line by line as they look.

A PDF is places of letters; which of them make a line is for pypdf to find. The day on which the file was made is only
offered: it need not be that of publication.
"""

import logging
import re
from collections.abc import Iterator
from importlib.util import find_spec
from io import BytesIO
from typing import TYPE_CHECKING

from diplocal.errors import DocumentError
from diplocal.intake.blocks import one_line
from diplocal.intake.document import Document, Stated, stated
from diplocal.intake.moments import Moment, distinct
from diplocal.intake.unwrapping import unwrapped
from diplocal.languages.language import Documents

if TYPE_CHECKING:
    from pypdf import PdfReader

KIND = "a PDF"
INSTALL = "python -m pip install 'diplocal[pdf]'"

_MOST_PAGES = 60
_FAULTS = (ArithmeticError, AttributeError, LookupError, OSError, RecursionError, TypeError, ValueError)
"""What pypdf lets out where a file is broken, beside its own errors."""


def read_pdf(data: bytes, words: Documents) -> Document:
    """Read a PDF, in whose language `words` number its pages.

    Raises:
        DocumentError: pypdf is not installed; the file is broken, encrypted, has too many pages or no text.
    """
    if find_spec("pypdf") is None:
        raise DocumentError(KIND, "needs pypdf to be read, which is not installed", f"install it: {INSTALL}")
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells of each oddity that it mends
    try:
        reader = PdfReader(BytesIO(data))
        pages = [*_pages(reader)]
        made = distinct(_days(reader))
        title = one_line(str((reader.metadata and reader.metadata.title) or ""))
    except DependencyError:
        settle = "install it: python -m pip install cryptography; or print the PDF into a new one"
        raise DocumentError(KIND, "is encrypted in a way that needs the package cryptography", settle) from None
    except FileNotDecryptedError:
        raise DocumentError(KIND, "is encrypted", "open it with its password, and print it into a new PDF") from None
    except (PyPdfError, *_FAULTS) as error:
        why = f"is broken: {one_line(str(error))[:100] or type(error).__name__}"
        raise DocumentError(KIND, why, "open it in a viewer, and print it into a new PDF") from None
    text = "\n".join(_laid_out(page, words) for page in pages)
    if not re.search(r"\w{2}", text):
        settle = "have its text recognised (OCR), or type what matters into a .txt file"
        raise DocumentError(KIND, "has no text, only pictures of it", settle)
    return Document(text=text, kind=KIND, title=stated(title, "the PDF's properties, title"), shown=made)


def _pages(reader: "PdfReader") -> Iterator[str]:
    if len(reader.pages) > _MOST_PAGES:
        why = f"has {len(reader.pages)} pages, more than {_MOST_PAGES}"
        raise DocumentError(KIND, why, "take the pages of one announcement")
    for page in reader.pages:
        yield page.extract_text(extraction_mode="layout", layout_mode_space_vertically=True)


def _laid_out(page: str, words: Documents) -> str:
    """Take the page's number away, and what the margin adds on the left; join what was wrapped."""
    lines = [line.rstrip() for line in page.split("\n")]
    while lines and (words.page_number.fullmatch(lines[-1].strip())):
        lines.pop()
    margin = min((len(line) - len(line.lstrip()) for line in lines if line), default=0)
    return "\n".join(unwrapped([line[margin:] for line in lines], words)).strip("\n") + "\n"


def _days(reader: "PdfReader") -> Iterator[Stated[Moment]]:
    for name, told in (("creation_date", "made"), ("modification_date", "last saved")):
        try:
            moment = getattr(reader.metadata, name, None)
        except (ValueError, TypeError, OverflowError):
            continue
        if moment:
            yield Stated(moment.replace(microsecond=0), f"when the file was {told}")
