"""In which zone a document says that its times are told."""

import re
from contextlib import suppress

from diplocal.errors import PhraseError
from diplocal.phrases import written_time
from diplocal.when import Clock

_STATED = re.compile(
    r"\b[Tt]imes?(?:\s+(?:are|is|given|stated|shown|all|in|at))*\s*[:(]?\s*(?P<short>[A-Z]{3,4}(?:[+-]\d{1,2})?)\b"
    r"|(?:\(|\b[Tt]imes?\s(?:(?:are|is|given|in|at)\s)*)(?P<named>[A-Z]\w+(?:\s[A-Z]\w+)?\stime)\b"
)
_ALL = re.compile(r"(?:^|\ball)\W*$", re.IGNORECASE)
"""What stands before a statement for the whole document; one behind other words holds for the lines below it."""

_CLOCK = re.compile(r"\d[:.h]\d\d|\d\s?[ap]\.?m", re.IGNORECASE)


def stated_zones(text: str) -> dict[int, str]:
    """Find the zones that a document states for its times: "(all times EEST)", "Time (CET)".

    Returns:
        Each by the offset from which on it holds: 0 where it is that of all times, else that of its line.

    >>> stated_zones("Programme (Geneva time)"), stated_zones("10.00 (Geneva time) Talks")
    ({0: 'Europe/Zurich'}, {})
    """
    found, start = dict[int, str](), 0
    for line in text.split("\n"):
        said = _STATED.search(line)
        if said and not _CLOCK.search(line):
            with suppress(PhraseError):
                time, _ = written_time(f"12:00 {said['short'] or said['named']}")
                if isinstance(time, Clock) and time.zone:
                    found.setdefault(0 if _ALL.search(line, 0, said.start()) else start, time.zone)
        start += len(line) + 1
    return found
