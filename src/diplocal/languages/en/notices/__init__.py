"""How English notices are read: who, where, when, and what their lines and sentences announce."""

import re
from typing import Final

from diplocal.languages.en.language import LANGUAGE
from diplocal.languages.en.notices.formats import ARRANGES, JOURNEYS, NOTHING_ON, access_of, format_of, status_of
from diplocal.languages.en.notices.lines import (
    announced,
    names_body,
    names_event,
    names_something,
    stated_zones,
    umbrella_in,
)
from diplocal.languages.en.notices.names import as_others
from diplocal.languages.en.notices.people import People, heads_items
from diplocal.languages.en.notices.sentences import Sentences
from diplocal.languages.en.notices.sites import labelled_place, listed_place, place_of, stage_of, without_place
from diplocal.languages.en.notices.titles import tidy, title_of
from diplocal.languages.en.notices.vocabulary import KINDS, content_words
from diplocal.languages.notices import Notices

NOTICES: Final = Notices(
    language=LANGUAGE,
    people=People,
    sentences=Sentences,
    announced=announced,
    umbrella_in=umbrella_in,
    names_something=names_something,
    names_event=names_event,
    names_body=names_body,
    heads_items=heads_items,
    title_of=title_of,
    tidy=tidy,
    capitals=as_others,
    session_of="Session of the {}".format,
    untitled="Announcement",
    content=content_words,
    kinds=KINDS,
    travellers=frozenset({"delegation"}),
    format_of=format_of,
    status_of=status_of,
    access_of=access_of,
    without_place=without_place,
    labelled_place=labelled_place,
    listed_place=listed_place,
    stage_of=stage_of,
    place_of=place_of,
    stated_zones=stated_zones,
    arranges=ARRANGES,
    nothing_on=NOTHING_ON,
    journeys=JOURNEYS,
    last_day=re.compile(r"(?:^|.*,\s*)(?:to|until|till|through|thru)\s+", re.IGNORECASE),
    outlying=re.compile("airport", re.IGNORECASE),
    section=re.compile(r"^(?:[\w-]+ ){0,2}(?:meetings|events|engagements|activities|hearings):?$", re.IGNORECASE),
    list_title=re.compile(
        r"\b(?:agenda|schedule|calendar|diary|journal|forward look|week|weekly|overview|events)\b", re.IGNORECASE
    ),
    no_headline=re.compile(
        r"(?:joint |for )?(?:immediate |press |media |news )?(?:release|advisory|statement|note|notice|communiqu[eé])s?"
        r"(?:\s+(?:no\.?|number)\s*[\w/.-]+)?|(?:no|ref)\.?\s*[\w/.-]+|(?:preliminary |indicative |draft )?agenda"
        r"|(?:date of (?:issue|release)|publication date|published|updated)(?: on)?",
        re.IGNORECASE,
    ),
    issue=re.compile(r"\b(?:as of|updated|issued|published|press release|no\.|version|status)\b", re.IGNORECASE),
    byline=re.compile(r"By "),
    source=re.compile(r"(?:Original )?Source: *(\S.*)", re.IGNORECASE),
    clock=re.compile(
        r"(?<![\d.:/+-])(?:\d{1,2}(?:[.:][0-5]\d)?\s?[ap]\.?\s?m\b|(?:[01]?\d|2[0-4])[.:h][0-5]\d(?!\d|[.:/]\d)"
        r"|(?:[01]\d|2[0-4])[0-5]\d\s?(?:hrs|hours|h)\b|\b(?:noon|midnight)\b)",
        re.IGNORECASE,
    ),
    called_off=re.compile(
        r"\b(?:is|are|(?:has|have)(?: been)?) (?:cancell?ed|called off|postponed|rescheduled|put (?:off|back)"
        r"|moved to)\b"
    ),
)
