"""Which format an announcement's words name, and which words name a visit or talks."""

import re

from diplocal.model import Format

_WORDS: tuple[tuple[str, Format], ...] = (
    (r"two[- ]plus[- ]two|2\+2", Format.TWO_PLUS_TWO),
    (r"trilaterals?|three-way|tripartite", Format.TRILATERAL),
    (r"one-(?:on|to)-one", Format.ONE_TO_ONE),
    (r"pull-?aside", Format.PULL_ASIDE),
    (r"bilaterals?", Format.BILATERAL),
    (r"courtesy call", Format.COURTESY_CALL),
    (
        r"(?:press|news) conference|brief(?:s|ing)? the press|(?:address|meet)(?:es|s)? the press",
        Format.PRESS_CONFERENCE,
    ),
    (r"(?:tele)?phone (?:call|conversation|talks)|telephones?|speak(?:s|ing)? by (?:tele)?phone", Format.PHONE_CALL),
    (r"video ?(?:call|conference|link)|secure video|virtual (?:meeting|summit)", Format.VIDEO_CALL),
    (r"working breakfast|breakfast", Format.WORKING_BREAKFAST),
    (r"working lunch|luncheon|lunch", Format.WORKING_LUNCH),
    (r"working dinner", Format.WORKING_DINNER),
    (r"banquet|state dinner|gala dinner|dinner|din(?:e|es|ing) (?:with|together)", Format.BANQUET),
    (r"wreath", Format.WREATH_LAYING),
    (r"family photo(?:graph)?", Format.FAMILY_PHOTO),
    (r"reception", Format.RECEPTION),
    (r"signing|(?:will|to) be signed|(?:to|will) sign", Format.SIGNING),
    (r"summit", Format.SUMMIT),
    (
        r"ministerial|(?:foreign|defen[cs]e|finance|trade) ministers[’'] (?:meeting|talks|session|conference)",
        Format.MINISTERIAL,
    ),
    (r"plenary|general debate", Format.PLENARY),
    (r"(?:European|Security|North Atlantic) Council|meeting of the Council", Format.COUNCIL),
    (r"ruling|verdict", Format.RULING),
    (r"speech|keynote|address(?:es)? (?:the|a|congress|parliament)|speaks? to (?:congress|parliament)", Format.SPEECH),
    (r"visits?|trip|tour|stay|journey|visiting", Format.VISIT),
    (r"talks|meetings?|meets?|discussions|consultations|sits? down|confer", Format.MEETING),
    (r"lands?|arriv(?:e|es|al)|touch(?:es)? down", Format.ARRIVAL),
    (r"leaves?|departs?|departure|sets? off|takes? off", Format.DEPARTURE),
)
_FORMATS = tuple((re.compile(rf"\b(?:{words})\b", re.IGNORECASE), known) for words, known in _WORDS)

VISIT = re.compile(r"\b(?:(?:state |official |working )?visits?|visiting|trip|tours?|stay|journey)\b", re.IGNORECASE)
TRAVEL = re.compile(
    r"\b(?:travels?|go(?:es)? (?:on )?to|fl(?:y|ies) (?:on )?to|heads? (?:for|to)|leaves? for|sets? off"
    r"|(?:will |would |to |is )be(?: back)? in|is in|spends?)\b",
    re.IGNORECASE,
)
ENDS = re.compile(r"\b(?:ends?|concludes?|wraps? up|cuts? short)\b", re.IGNORECASE)
"""A visit that only ends is none to come."""

TALKS = re.compile(
    r"(?:\b(?:separate|further|formal|high-level|key|joint) )*"
    r"\b(?:(?:bilateral|trilateral|three-way|one-(?:on|to)-one|two-plus-two)(?:,? (?:and|or) (?:bilateral|trilateral))?"
    r"(?: (?:meetings?|talks|discussions|summits?|sessions?|consultations))?"
    r"|bilaterals|(?:press|news) conference|(?:tele)?phone (?:call|talks)|video (?:call|conference)"
    r"|(?:meetings?|talks|discussions|consultations)(?= with\b))",
    re.IGNORECASE,
)
"""Talks that may be announced without a day."""

ATTENDED = re.compile(
    r"\b(?:attend|join|host|chair|address|take part in|participate in|partake in)\s+"
    r"((?:[\w’'.-]+\s+){0,7}?(?:meeting|summit|conference|ministerial|session|forum|assembly)s?)\b",
    re.IGNORECASE,
)
AHEAD = re.compile(
    r"\b(?:will|shall|(?:is|are|was|were) (?:to|set to|due to|expected to|scheduled to|going to)|plans? to|intends? to"
    r"|hopes? to)\b",
    re.IGNORECASE,
)
NOT = re.compile(r"\b(?:will|would|is|are|was|were|to|does|do)\s+(?:now\s+)?(?:not|never|no longer)\b|\bwon[’']t\b")
GIVEN_UP = re.compile(
    r"\b(?:abandon|shelv|scrapp?|cancel|called? off|calls off|calling off|postpon|reschedul|puts? off|putting off"
    r"|f[ae]ll through|declined|miss(?:es|ed)?\b|quits?\b)\w*",
    re.IGNORECASE,
)
MOVES = re.compile(
    r"\b(?:leaves?|departs?|sets? off|takes? off|fl(?:y|ies)|go(?:es)?|travels?|arrives?|lands?|heads?)\b"
)
"""Verbs of somebody on the way: what they go to is another day's."""

OPEN = re.compile(r"\b(?:may|might|could|tentatively|provisionally|possibly|if)\b")


def format_of(words: str) -> Format | None:
    """Find the format that words name first in the order of how much they say: a bilateral meeting is a bilateral.

    >>> format_of("will hold a bilateral meeting with the king")
    <Format.BILATERAL: 'bilateral'>
    """
    return next((known for pattern, known in _FORMATS if pattern.search(words)), None)
