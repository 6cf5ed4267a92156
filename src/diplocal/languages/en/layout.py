"""The English words of lists, tables and forms: what heads lines and columns, and what goes on in the next line."""

import re
from typing import Final

from diplocal.languages.en.list_heads import WEEKDAYS_BEGIN, clock, day
from diplocal.languages.language import Layout
from diplocal.when import MONTHS

LAYOUT: Final = Layout(
    day=day,
    clock=clock,
    clock_aside=re.compile(
        r"\s*[(\[](?P<within>[^()\[\]]+)[)\]]"
        r"|\s*(?:[,–—-]|\bat\b|\s\s|(?=\s(?:around|about|from|approx)\b))\s*"
        r"(?P<behind>(?:(?:around|about|from|approx\.?) )?\d[^,;]{1,40}?)\.?(?=\s*(?:\([^()]*\)\s*)?$)",
        re.IGNORECASE,
    ),
    open_time=re.compile(
        r"(?:time )?(?:t\.?b\.?[acd]\b\.?|all day|(?:immediately )?(?:thereafter|afterwards?|following above))"
        r"(?:\s*[:|–—-]\s*|\t| {2,})",
        re.IGNORECASE,
    ),
    weekdays=WEEKDAYS_BEGIN,
    months=MONTHS,
    columns={
        "date": "day", "day": "day", "time": "time", "hour": "time", "times": "time", "hours": "time", "when": "time",
        "local": "time", "gmt": "time", "utc": "time", "start": "time", "end": "time",
        "event": "event", "activity": "event", "item": "event", "programme": "event", "program": "event",
        "subject": "event", "agenda": "event", "meeting": "event", "description": "event", "engagement": "event",
        "function": "event", "what": "event", "session": "event", "title": "event",
        "venue": "venue", "place": "venue", "location": "venue", "room": "venue", "where": "venue",
        "media": "media", "press": "media", "access": "media", "coverage": "media", "remarks": "remarks",
        "notes": "remarks",
        "participants": "participants", "who": "participants", "speaker": "participants", "speakers": "participants",
    },
    joints=frozenset({"and", "of", "&"}),
    label=re.compile(
        r"(what|when|where|who|subject|event|activity|date|times?|hours?|venue|place|location|room)"
        r"(?: \d+)?\s*:\s*(?=\S)",
        re.IGNORECASE,
    ),
    mail=re.compile(r"(?:from|sent|to|cc|bcc|date)\s*:", re.IGNORECASE),
    first_labels=frozenset({"what", "event", "activity", "subject", "when", "date"}),
    page_number=re.compile(r"(?:^|\s{2,})\W*Page \d+(?:(?: of |\s?/\s?)\d+)?\W*$", re.IGNORECASE),
    led_in=re.compile(r"(?:at|from|around|on)\s", re.IGNORECASE),
    unfinished=re.compile(
        r"\s(?:an?|the|of|in|on|at|to|for|from|with|by|and|or|between|until|will|would|is|are|was|has|have|be|been|its"
        r"|his|her|their|that|which|who|as|than|into|Mr|Mrs|Ms|Dr)\.?$|,$",
        re.IGNORECASE,
    ),
    predicate=re.compile(r"(?:will|is|are|has|have|was|were|takes?|begins?) [a-z]"),
    stop=re.compile(
        r"(?<!\b[A-Zv])(?<!\b(?i:no|mr|ms|dr|st))(?<!\b(?i:mrs|smt|hon|amb|gen|sen))(?<!\b(?i:prof))"
        r"[.!?][\"”’)]*(?=\s|$)"
    ),
)  # fmt: skip
