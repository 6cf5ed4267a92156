"""Which format, status and access words name, and which words name nothing that a programme has."""

import re
from collections.abc import Iterable
from enum import Enum
from typing import TypeVar

from diplocal.languages.en.notices.vocabulary import OFFICES
from diplocal.model import Access, Format, Status
from diplocal.when import MONTHS

_Known = TypeVar("_Known", bound=Enum)
_PRESS = r"(?:press|news|media)"
_MINISTERS = r"(?:[a-z]+ )?(?:affairs )?ministers"


def _table(rows: Iterable[tuple[str, _Known]]) -> tuple[tuple[re.Pattern[str], _Known], ...]:
    return tuple((re.compile(rf"(?<!\w)(?:{words})(?!(?<=\w)\w)", re.IGNORECASE), known) for words, known in rows)


# --- formats ----------------------------------------------------------------------------------------------------------

_FORMATS = _table((
    (r"two[- ]plus[- ]two|2\+2", Format.TWO_PLUS_TWO),
    (r"trilaterals?|three-way|tripartite", Format.TRILATERAL),
    (r"private (?:meeting|talks)", Format.ONE_TO_ONE),
    (r"one[- ](?:on|to)[- ]one|t[êe]te[- ][àa][- ]t[êe]te|four[- ]eyed?s?", Format.ONE_TO_ONE),
    (r"pull-?aside", Format.PULL_ASIDE),
    (r"courtesy (?:call|visit)|pay[s ]* a call|(?-i:[Cc]alls? on (?:him|her|(?:the )?[A-Z]\w*))", Format.COURTESY_CALL),
    (r"(?:tele)?phone (?:call|conversation|talks)|telephones?|(?:speak|talk)s? by (?:tele)?phone", Format.PHONE_CALL),
    (r"video ?(?:call|-?conference|link|meeting)|secure video|virtual (?:meeting|summit|talks)", Format.VIDEO_CALL),
    (rf"{_PRESS} (?:conference|briefing|point|statements?|opportunity|encounter)", Format.PRESS_CONFERENCE),
    (r"(?:noon|daily|weekly|regular) briefing|briefing (?:by|of) the spokes\w+", Format.PRESS_CONFERENCE),
    (rf"{_PRESS} (?:availability|stakeout|remarks|con\b)|{_PRESS} ?conferences?\b", Format.PRESS_CONFERENCE),
    (rf"(?:brief|address|meet)(?:s|es|ing)? the {_PRESS}", Format.PRESS_CONFERENCE),
    (rf"statements? (?:to|for|before) the {_PRESS}", Format.PRESS_CONFERENCE),
    (r"joint statements?|(?:takes?|answers?) questions|stakeout", Format.PRESS_CONFERENCE),
    (r"doorsteps?", Format.DOORSTEP),
    (r"(?:family|group|official) ph?oto(?:graph)?", Format.FAMILY_PHOTO),
    (r"(?:working )?breakfast", Format.WORKING_BREAKFAST),
    (r"(?:working )?lunch(?:eon)?", Format.WORKING_LUNCH),
    (r"working dinner", Format.WORKING_DINNER),
    (r"banquet|(?:state |gala |official )?dinner|din(?:e|es|ing) (?:with|together)", Format.BANQUET),
    (r"wreaths?", Format.WREATH_LAYING),
    (r"signing|(?:will|to) be signed|(?:to|will) sign", Format.SIGNING),
    (r"exchange of (?:\w+ )?(?:agreements|memoranda|documents|notes|instruments)", Format.SIGNING),
    (r"(?:welcom(?:e|ing)|arrival|reception) ceremony|ceremonial (?:welcome|arrival|reception)", Format.ARRIVAL),
    (r"official welcome|welcome with military honours", Format.ARRIVAL),
    (r"reception", Format.RECEPTION),
    (r"ruling|verdict|judge?ment", Format.RULING),
    (r"plenary|general debate", Format.PLENARY),
    (r"(?:ordinary|extraordinary|special|emergency|annual|winter|opening|closing|joint) session", Format.PLENARY),
    (r"\d+(?:st|nd|rd|th) session|(?:open|public) (?:debate|sitting)", Format.PLENARY),
    (r"summit|(?:meeting|gathering|conference) of (?:the )?heads of state", Format.SUMMIT),
    (r"heads of (?:state|government)(?: and government)? (?:meeting|conference)", Format.SUMMIT),
    (rf"level of {_MINISTERS}", Format.MINISTERIAL),
    (rf"ministerial|minister-level|{_MINISTERS}[’']? (?:meeting|talks|session|conference)", Format.MINISTERIAL),
    (rf"(?:meeting|conference|council) of (?:the )?(?:[\w-]+ )?{_MINISTERS}", Format.MINISTERIAL),
    (r"(?:European|Security|North Atlantic|Affairs|Environment|Permanent|Energy\)?) Council", Format.COUNCIL),
    (r"meeting of the (?:[\w-]+ ){0,3}Council", Format.COUNCIL),
    (r"speech|keynote|lecture|talk\b|remarks|address(?:es)?(?: to| by)?|speaks? (?:to|at) ", Format.SPEECH),
    (r"national statement|report to the|statement (?:by|in|at)", Format.SPEECH),
    (r"tour of|guided tour", Format.SITE_VISIT),
    (r"stop-?over|transit|(?:refuelling|technical) stop", Format.TRANSIT),
    (r"visits?|trip|tour|stay|journey|visiting", Format.VISIT),
    (r"farewell ceremony|departures?|leaves?|departs?|returns?", Format.DEPARTURE),
    (r"sets? off|takes? off|flies (?:back|home)", Format.DEPARTURE),
    (r"arrivals?|lands?|landing|arrives?|touch(?:es)? down", Format.ARRIVAL),
    (r"bilaterals?|official talks|(?:state|bilateral|plenary|delegation) talks", Format.BILATERAL),
    (r"(?-i:[A-Z][\w-]+ Council)$", Format.COUNCIL),
    (r"exchange of views|conversations?", Format.MEETING),
    (r"talks|meetings?|meets?|interface|discussions|consultations|sits? down|confer|audience", Format.MEETING),
    (r"committee", Format.MEETING),
))  # fmt: skip
_ONE = re.compile(
    rf"\b(?:with|between) (?:the |an? |his |her |its )(?:[\w-]+ )*?(?:counterpart|{'|'.join(OFFICES)})\b(?!s)",
    re.IGNORECASE,
)
"""A counterpart called by the office."""

BY_VIDEO = re.compile(r"\b(?:by|via|over) (?:a |secure )*(?:video|tele)[ -]?(?:conference|link|call)?\b|\bonline\b")
_BILATERAL = re.compile(r"\bbilaterals?\b", re.IGNORECASE)


def format_of(words: str, people: int = 0) -> Format | None:
    """Find the format that words name first in the order of how much they say.

    Args:
        words: a title or a clause.
        people: how many they name; one counterpart makes a meeting a bilateral one.

    >>> format_of("will hold a bilateral lunch with the king")
    <Format.WORKING_LUNCH: 'working_lunch'>
    """
    found = _first(_FORMATS, words)
    if found is Format.PLENARY and _BILATERAL.search(words):
        return Format.BILATERAL
    return Format.BILATERAL if found is Format.MEETING and (people == 1 or _ONE.search(words)) else found


def _first(table: Iterable[tuple[re.Pattern[str], _Known]], words: str) -> _Known | None:
    return next((known for pattern, known in table if pattern.search(words)), None)


JOURNEYS = re.compile(r"\b(?:visits?|visiting|trip|tours?|stay|journey)\b", re.IGNORECASE)

# --- status -----------------------------------------------------------------------------------------------------------

_DAY = (
    r"(?:the )?(?:\d+\w*|noon|mid|next|following|tomorrow|today|early|late|end|morning|afternoon|evening|autumn|spring"
    rf"|summer|winter|(?:mon|tues|wednes|thurs|fri|satur|sun)day|{'|'.join(MONTHS)})"
)
_PUT_OFF = r"(?:postponed|put off|deferred|adjourned|delayed|held over|(?:put|pushed) back)"
_FROM = r"(?: from [^.;,]{1,40})?"
_NO_NEW_DAY = r"(?:an? |some |another |further|after\b|dates?\b)"
_PLANNED = r"(?:planned|scheduled|set|due|fixed|foreseen|expected|slated|announced|listed)"
_ARRANGED_NOW = r"(?:arranged|planned|considered|explored|prepared|discussed|finalised|finalized)"
_STATUSES = _table((
    (r"after all|back on(?! the)|reinstated", Status.REINSTATED),
    (r"cancell?ed|called off|scrapped|abandoned|does not take place|is (?:now )?off(?! to)", Status.CANCELLED),
    (r"vacated|withdrawn from the list|struck out", Status.CANCELLED),
    (r"will (?:now )?not (?:now )?(?:take place|be held|go ahead)|will no longer", Status.CANCELLED),
    (r"(?:moved|switched|held|take place|meet) (?:to )?(?:online|virtually)", Status.MOVED_ONLINE),
    (r"(?:converted|changed|turned) (?:in)?to an? (?:video|online|virtual)[ -]?\w+", Status.MOVED_ONLINE),
    (r"cut short|shortened|curtailed", Status.SHORTENED),
    (rf"(?:{_PUT_OFF}|rescheduled|moved){_FROM} (?:to|until|till|for) {_NO_NEW_DAY}", Status.POSTPONED),
    (r"(?:will|shall|to) be rescheduled(?! (?:to|for|on)\b)", Status.POSTPONED),
    (rf"{_PUT_OFF}{_FROM} (?:to|until|till)|rescheduled|brought forward|p(?:ut|ushed) back", Status.RESCHEDULED),
    (rf"(?:instead of|rather than) (?:on |at )?{_DAY}", Status.RESCHEDULED),
    (rf"(?:moved|shifted|pushed|switched) (?:(?:up |back )?to|from|for) {_DAY}", Status.RESCHEDULED),
    (r"(?:moved|shifted) (?:forward|back|up)|new (?:date|time)\s*:|now be held", Status.RESCHEDULED),
    (r"will now (?:be|take place|start|begin|open|meet)", Status.RESCHEDULED),
    (rf"(?:is|are) now {_PLANNED} (?:for|on|to)", Status.RESCHEDULED),
    (r"postpone[ds]?|postponing|postponement of|put off|deferred|adjourned|suspended|delayed", Status.POSTPONED),
    (rf"(?:originally|initially|previously|earlier) {_PLANNED} (?:for|on|to)", Status.RESCHEDULED),
    (r"tb[cda]\b|t\.b\.[cda]|to be (?:confirmed|determined|decided|announced|fixed)", Status.PROVISIONAL),
    (r"(?:not )?yet (?:to )?(?:been |be )?(?:confirmed|decided|fixed)|under consideration", Status.PROVISIONAL),
    (r"tentative(?:ly)?|provisional(?:ly)?|possibly|preliminary|pencill?ed in|\(\?\)", Status.PROVISIONAL),
    (r"possible(?! to\b)(?= (?:[\w-]+ ){0,2}(?:visit|meeting|summit|talks|trip|session|call))", Status.PROVISIONAL),
    (r"(?:likely to|hop(?:es?|ing|ed) (?:to|that))", Status.PROVISIONAL),
    (rf"(?:is|are) (?:also |still )?(?:being {_ARRANGED_NOW}|arranging)", Status.PROVISIONAL),
    (r"subject to (?:change|confirmation)|unconfirmed|pending confirmation", Status.PROVISIONAL),
    (r"provided (?:that|the|both|all|it|they)|(?:on condition|providing|assuming) that|pending", Status.CONDITIONAL),
    (r"weather permitting|subject to|(?:depending|dependent|conditional|contingent) (?:up)?on", Status.CONDITIONAL),
    (r"unless|(?<!as )(?<!even )if(?! (?:any|so|not|you)\b)|(?-i:Should) (?:the|an?|it|both)", Status.CONDITIONAL),
))  # fmt: skip


_OPEN = re.compile(r"\b(?:may|might|could|would) (?:still |also |yet )?(?:be|have to be) \w+(?: off)?", re.IGNORECASE)
"""What may still happen to it."""


def status_of(words: str) -> Status:
    """Find how firm words make what they announce.

    >>> status_of("Informal meeting (postponed; new date to follow)"), status_of("EU-Gulf summit (tbc)")
    (<Status.POSTPONED: 'postponed'>, <Status.PROVISIONAL: 'provisional'>)
    """
    return _first(_STATUSES, _OPEN.sub("", words)) or Status.EXPECTED


# --- access -----------------------------------------------------------------------------------------------------------

_ACCESSES = _table((
    (r"closed\b|no (?:press|media)(?: access| coverage)?\b|by invitation|invitation only|in camera", Access.CLOSED),
    (r"pool(?:ed)?\b|(?:camera|photo|pool) (?:spray|opportunity|op)\b|photo-?(?:op|call)\b", Access.POOLED),
    (r"host broadcaster|top[- ]shot", Access.POOLED),
    (r"accredited|accreditation|press card|badge", Access.ACCREDITED),
    (r"open (?:press|to (?:the )?(?:press|media)|coverage)|open\b|live[- ]?stream(?:ed|ing)?|webcast", Access.OPEN),
    (r"live on|broadcast live|streamed", Access.OPEN),
))  # fmt: skip


def access_of(words: str) -> Access | None:
    """Find who of the press words let in.

    >>> access_of("(POOLED CAMERA SPRAY PRECEDING MEETING)"), access_of("(closed press)")
    (<Access.POOLED: 'pooled'>, <Access.CLOSED: 'closed'>)
    """
    return _first(_ACCESSES, words)


# --- what is no session -----------------------------------------------------------------------------------------------

_ARRANGED = (
    r"r\.?s\.?v\.?p",
    r"regist(?:er|ration)\b(?! and\b)(?! of\b)",
    r"accredit(?:ation)?\b|badges?|passes\b|press cards?|applications?\b|apply\b|submissions?\b",
    r"deadline|no later than|embargo|weekdays|office hours|dress code|parking|interpretation",
    r"enquir|inquir|queries|contact (?:us|person|details)|(?:press|media) contact|contact:|further information",
    r"for information|e-?mail|subscribe",
    r"tel\.?:?\s*\+?\d|telephone:|call \+?\d|:\s*\+\d{1,3} ",
    r"(?:interview|media) requests?\b|requests? for (?:an )?interviews?",
    r"(?:buses|coaches|shuttles?|crews)\b",
    r"(?:are|is) (?:kindly )?(?:asked|requested|invited|advised|reminded) (?:to|as)",
    r"must (?:be|apply|register|obtain|arrive|bring|submit)",
    r"may change|subject to change|changes? (?:are|is) possible|at short notice",
    r"media cent(?:re|er) (?:opens|is open|will)",
    r"traffic\b|road closure|doors open|gates? open",
    r"pre-?set\b|final access|access (?:time|for)|media (?:access|gather|should|must)",
    r"(?:journalists|reporters|media|crews|photographers|visitors) (?:who|wishing|should|must|may)",
    r"(?:wishing|who wish) to\b",
    r"filming positions?|livestream (?:at|on)|can be collected|updated|as of\b|book(?:ed)?\b(?! launch)",
)
ARRANGES = re.compile(rf"\b(?:{'|'.join(_ARRANGED)})", re.IGNORECASE)
"""Words of what is arranged for the press or guests: access, badges, deadlines, enquiries."""

GIVEN_UP = re.compile(
    r"\b(?:abandon|shelv|scrapp?|cancel|called? off|calls off|calling off|postpon|reschedul|puts? off|putting off"
    r"|f[ae]ll through|declined|miss(?:es|ed)?\b|quits?\b)\w*",
    re.IGNORECASE,
)
"""Words that say that a plan was dropped, or might be."""

NOTHING_ON = re.compile(
    r"\b(?:no|without) (?:public |official |further |scheduled |other )*"
    r"(?:events?|engagements?|appointments?|meetings?|schedule|programme|activities|sittings?)\b"
    r"|\bmeetings and briefings\b|\bnot (?:meet|sit)\b|\b(?:public|national|bank) holiday\b|^\W*holiday\W*$"
    r"|\bprivate (?:day|engagements)\b|\bday off\b",
    re.IGNORECASE,
)
"""Words that say that a day has nothing in it."""
