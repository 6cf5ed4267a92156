"""The English words by which documents speak of themselves: when and by whom they were published, what heads them."""

import re
from typing import Final

from diplocal.languages.en.lexicon import forms_of
from diplocal.languages.en.times import clock
from diplocal.languages.en.verb_groups import ADVERBS, AUXILIARIES
from diplocal.languages.language import Documents

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
    label=re.compile(
        r"(?:joint |for )?(?:immediate |press |media |news )?(?:release|advisory|statement|note|notice|communiqu[eé])s?"
        r"(?:\s+(?:no\.?|number)\s*[\w/.-]+)?|(?:no|ref)\.?\s*[\w/.-]+|(?:preliminary |indicative |draft )?agenda",
        re.IGNORECASE,
    ),
    goes_on=re.compile(r"\s+(?:on|and|or|to|until|in|at|from)\b", re.IGNORECASE),
    says_nothing=frozenset(
        {
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
        }
    ),
    clock=clock,
    forms=forms_of,
    auxiliaries=frozenset(AUXILIARIES),
    adverbs=ADVERBS,
)
