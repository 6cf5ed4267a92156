"""The English words by which documents speak of themselves: when and by whom they were published, what heads them."""

import re
from typing import Final

PUBLISHED: Final = re.compile(
    r"(?:date of (?:issue|publication|release)|publication date|release date|published|issued|released|posted"
    r"|(?:press|news|media) (?:release|statement|advisory|note))(?: on| of| dated)?\s*[:,|–—-]?\s+(?P<day>\S.*)",
    re.IGNORECASE,
)
"""A line that says on which day it was published."""

PUBLISHED_BY: Final = re.compile(r"(?:issued|published|released) by\s*:?\s+(?P<name>[^\W\d_][^\d|]*)", re.IGNORECASE)
"""A line that says by whom."""

OFFICE: Final = re.compile(
    r"(?:the )?(?:[^\W\d_][\w’'.&-]* ){0,4}?"
    r"(?:ministry|department|office|secretariat|presidency|cabinet|chancellery|embassy|permanent (?:mission|delegation)"
    r"|delegation|commission|parliament|government|court|council|organi[sz]ation|directorate(?:-general)?"
    r"|press (?:office|service|department)|spokesperson’?'?s? (?:office|service))"
    r"(?: (?:of|for|to|on|and|&|the|de|des|[^\W\d_][\w’'.&-]*)){0,12}",
    re.IGNORECASE,
)
"""The name of an office."""

NO_OFFICE: Final = re.compile(
    r"^(?:in|at|on|from|to|by|with|before|after)\b"
    r"|\b(?:meetings?|visits?|agenda|programme|program|schedule|talks|session|summit|conference|calendar|statement"
    r"|release|will|is|are|was|has|have|to (?:meet|visit|attend|host|receive)|says?|said)\b",
    re.IGNORECASE,
)
"""Words that the name of an office doesn't have: something happens."""

SMALL_IN_NAMES: Final = frozenset(["of", "for", "and", "the", "on", "to", "in", "&", "de", "des"])
"""Words that are small in a name."""

LABEL: Final = re.compile(
    r"(?:joint |for )?(?:immediate |press |media |news )?(?:release|advisory|statement|note|notice|communiqu[eé])s?"
    r"(?:\s+(?:no\.?|number)\s*[\w/.-]+)?|(?:no|ref)\.?\s*[\w/.-]+|(?:preliminary |indicative |draft )?agenda",
    re.IGNORECASE,
)
"""A line that says what kind of document it is, or its number, and nothing of what it is about."""

GOES_ON: Final = re.compile(r"\s+(?:on|and|or|to|until|in|at|from)\b", re.IGNORECASE)
"""What follows a time of day that stands within a sentence, and begins no item of a list."""

SAYS_NOTHING: Final = frozenset(
    [
        "the",
        "and",
        "with",
        "for",
        "from",
        "his",
        "her",
        "their",
        "this",
        "that",
        "will",
        "minister",
        "foreign",
        "president",
    ]
)
"""Words of a title by which it is not told from others."""
