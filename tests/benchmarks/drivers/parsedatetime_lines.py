"""JSON lines in, JSON lines out: parsedatetime's `nlp` behind the `scan --jsonl` contract."""

import datetime as dt
import json
import sys
from typing import Any

import parsedatetime

READER = parsedatetime.Calendar()


def scan(document: dict[str, Any]) -> dict[str, Any]:
    noon = dt.datetime.fromisoformat(document["published"][:10] + "T12:00")
    mentions = []
    for moment, _, start, end, phrase in READER.nlp(document["text"], noon) or ():
        day = moment.date().isoformat()
        row = {"text": phrase, "start_char": start, "end_char": end, "kind": "day", "start": day, "end": day}
        mentions.append(row)
    return {"id": document["id"], "mentions": mentions}


for line in sys.stdin:
    print(json.dumps(scan(json.loads(line))))
