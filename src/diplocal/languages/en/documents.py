"""The English words by which documents speak of themselves: when and by whom they were published, what heads them."""

import re
from typing import Final

from diplocal.languages.language import Documents
from diplocal.phrases.tokens import word_set
from diplocal.when import WEEKDAYS

_WORD = re.compile(r"[^\W\d_]{3,}")
_SAYS_NOTHING = word_set("the and with for from his her their this that will minister foreign president")
_WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)})\b"


def _title_words(title: str) -> frozenset[str]:
    """Give the words of three letters and more, without the s of a plural."""
    words = frozenset(found[0].casefold().removesuffix("s") for found in _WORD.finditer(title))
    return words - _SAYS_NOTHING


DOCUMENTS: Final = Documents(
    published=re.compile(
        r"(?:date of (?:issue|publication|release)|publication date|release date|published|issued|released|posted"
        r"|(?:press|news|media) (?:release|statement|advisory|note))(?: on| of| dated)?\s*[:,|–—-]?\s+(?P<day>\S.*)",
        re.IGNORECASE,
    ),
    published_by=re.compile(r"(?:issued|published|released) by\s*:?\s+(?P<name>[^\W\d_][^\d|]*)", re.IGNORECASE),
    office=re.compile(
        r"(?:the )?(?:[^\W\d_][\w’'.&-]* ){0,4}?"
        r"(?:ministry|department|office|secretariat|presidency|cabinet|chancellery|embassy|delegation"
        r"|permanent (?:mission|delegation)|commission|parliament|government|court|council|organi[sz]ation"
        r"|directorate(?:-general)?|press (?:office|service|department)|spokesperson’?'?s? (?:office|service))"
        r"(?: (?:of|for|to|on|and|&|the|de|des|[^\W\d_][\w’'.&-]*)){0,12}",
        re.IGNORECASE,
    ),
    no_office=re.compile(
        r"^(?:in|at|on|from|to|by|with|before|after)\b"
        r"|\b(?:meetings?|visits?|agenda|programme|program|schedule|talks|session|summit|conference|calendar|statement"
        r"|release|will|is|are|was|has|have|to (?:meet|visit|attend|host|receive)|says?|said)\b",
        re.IGNORECASE,
    ),
    small_in_names=frozenset({"of", "for", "and", "the", "on", "to", "in", "&", "de", "des"}),
    weekday=re.compile(_WEEKDAY, re.IGNORECASE),
    begins_item=re.compile(
        rf"\s*(?:{_WEEKDAY}|(?:\d{{1,2}}[.:h]\d\d|\d{{1,2}}\s?[ap]\.?m\.?|\d{{4}})\b(?!\s+(?:on|and|or|to|until|in|at|from)\b))",
        re.IGNORECASE,
    ),
    page_number=re.compile(r"(?:page\s*)?\d{0,3}(?:\s*(?:/|of)\s*\d{0,3})?", re.IGNORECASE),
    sent_on=re.compile(
        r"^[>\t ]*(?:-+ *(?:Original|Forwarded) [Mm]essage.*|Begin forwarded message:.*|-+ *Forwarded by .*)$",
        re.MULTILINE,
    ),
    sent_on_header={"Date": ("Date", "Sent"), "From": ("From",), "Subject": ("Subject",)},
    title_words=_title_words,
)
