"""Read words into dates: one phrase alone, or every reference of a text together.

The functions are here, and what they do is in modules that may be compiled: there they would have no docstring.
"""

import datetime as dt

from diplocal import rules
from diplocal.languages.language import Language
from diplocal.prose import phrase_reader, publication, text_reader
from diplocal.published import as_published
from diplocal.reading import Conventions, Findings, PublicationDoubt, Reading

__all__ = ["check_publication", "read_phrase", "read_text"]


def read_phrase(
    phrase: str,
    *,
    published: dt.date | dt.datetime | str,
    zone: str | None = None,
    conventions: Conventions = rules.AHEAD,
    language: str | Language = "en",
) -> Reading:
    """Read a phrase of time from the day it was published.

    >>> print(read_phrase("from Wednesday to Friday", published="2025-04-01").dates)
    Wednesday 2 to Friday 4 April 2025

    Args:
        phrase: words of time alone, as in an announcement; `read_text` reads whole sentences.
        published: when it was published, as a date or an ISO 8601 text of one; of an aware date-time, the day in `zone`
            counts.
        zone: IANA zone of the dateline, and of the times that name none.
        conventions: how to read words on which usage differs. Alone, a weekday looks ahead unless they say otherwise;
            the reading is then preferred, never certain.
        language: what it is written in, by its code; English is the only one so far.

    Raises:
        PhraseError: the phrase is not a time expression.
        ReadingError: it denotes no date, counts from a day that isn't known, or the zone or the day of publication does
            not exist.
        ValueError: there is no such language.
    """
    day = as_published(published)
    return phrase_reader.read_phrase(phrase, published=day, zone=zone, conventions=conventions, language=language)


def read_text(
    text: str,
    *,
    published: dt.date | dt.datetime | str,
    zone: str | None = None,
    conventions: Conventions = rules.DEFAULT,
    clauses: bool = False,
    language: str | Language = "en",
) -> Findings:
    """Find every reference in a text and read them together.

    >>> for finding in read_text("They met on Monday and will sign on Friday.", published="2025-04-02"):
    ...     print(finding.mention.text, "=", finding.reading.dates)
    on Monday = Monday 31 March 2025
    on Friday = Friday 4 April 2025

    Args:
        text: the announcement or report, any Unicode.
        published: when it was published, as a date or an ISO 8601 text of one; of an aware date-time, the day in `zone`
            counts.
        zone: IANA zone of the dateline.
        conventions: how to read words on which usage differs.
        clauses: whether each mention says what its clause says (its `clause`), which takes a little longer.
        language: what it is written in, by its code; English is the only one so far.

    Returns:
        The findings in the order of the text, a tuple. A reference that counts from something the text doesn't date is
        left out.

    Raises:
        ReadingError: the zone or the day of publication does not exist, or reading leaves the years 1 to 9999.
        ValueError: there is no such language.
    """
    day = as_published(published)
    return Findings(
        text_reader.read_text(
            text, published=day, zone=zone, conventions=conventions, clauses=clauses, language=language
        )
    )


def check_publication(
    text: str,
    *,
    published: dt.date | dt.datetime | str,
    zone: str | None = None,
    language: str | Language = "en",
) -> tuple[PublicationDoubt, ...]:
    """Check whether a text can have been published on a day, by its dateline, its statements, its dates and "today".

    A day of publication that is one off makes one date in ten wrong without a sign of it.

    >>> for doubt in check_publication("OSLO, 3 April - Talks open on Monday.", published="2025-04-05"):
    ...     print(doubt)
    '3 April': a dateline has the day of publication or the day before; Friday 4 April 2025 would fit

    Args:
        text: the announcement or report.
        published: when it is said to have been published, as for `read_text`.
        zone: IANA zone of the dateline.
        language: what it is written in, by its code; English is the only one so far.

    Returns:
        What does not fit, in the order of the text; empty where all fits, or where nothing tells.

    Raises:
        ReadingError: the zone or the day of publication does not exist.
        ValueError: there is no such language.
    """
    return publication.check_publication(text, published=as_published(published), zone=zone, language=language)
