"""JSON lines in, JSON lines out: dateparser's `search_dates` behind the `scan --jsonl` contract.

English is given, so that no time goes into guessing the language.
"""

import datetime as dt
import json
import sys
from typing import Any

from dateparser.search import search_dates


def scan(document: dict[str, Any]) -> dict[str, Any]:
    text = document["text"]
    noon = dt.datetime.fromisoformat(document["published"][:10] + "T12:00")
    found = search_dates(text, languages=["en"], settings={"RELATIVE_BASE": noon}) or []
    mentions, at = [], 0
    for phrase, moment in found:
        # search_dates tells the words but not where they stand: the next occurrence is taken.
        start = max(text.find(phrase, at), at)
        at = start + len(phrase)
        day = moment.date().isoformat()
        row = {"text": phrase, "start_char": start, "end_char": at, "kind": "day", "start": day, "end": day}
        mentions.append(row)
    return {"id": document["id"], "mentions": mentions}


for line in sys.stdin:
    print(json.dumps(scan(json.loads(line))))
