"""Verbs of the field: what each tells of its subject."""

import re
from enum import Enum


class Does(Enum):
    """What a verb tells of its subject."""

    MEETS = "meets"
    RECEIVES = "receives"
    VISITS = "visits"
    TRAVELS = "travels"
    LEAVES = "leaves"
    RETURNS = "returns"
    ARRIVES = "arrives"
    ADDRESSES = "addresses"
    SPEAKS = "speaks"
    SIGNS = "signs"
    LAYS = "lays"
    OPENS = "opens"
    HOLDS = "holds"
    OCCURS = "occurs"
    CALLS_ON = "calls on"
    ACCOMPANIES = "accompanies"
    BRIEFS = "briefs"
    DINES = "dines"
    STAYS = "stays"
    CHANGES = "changes"
    SAYS = "says"
    ENDS = "ends"
    OTHER = "other"


_VERBS: dict[Does, str] = {
    Does.MEETS: "meet confer consult gather regroup",
    Does.RECEIVES: "receive welcome greet",
    Does.VISITS: "visit tour",
    Does.TRAVELS: "travel go come fly jet head proceed journey stay",
    Does.LEAVES: "leave depart emplane",
    Does.RETURNS: "return",
    Does.ARRIVES: "arrive land",
    Does.ADDRESSES: "address",
    Does.SPEAKS: "speak talk",
    Does.SIGNS: "sign initial exchange",
    Does.LAYS: "lay",
    Does.OPENS: "inaugurate open unveil launch close present",
    Does.HOLDS: "hold have attend join host chair co-chair co-host convene give deliver pay make participate conduct "
    "engage partake organise organize preside undertake witness begin start resume take moderate keynote lead hear "
    "include feature comprise",
    Does.OCCURS: "occur follow run last",
    Does.ACCOMPANIES: "accompany",
    Does.BRIEFS: "brief inform answer",
    Does.DINES: "dine lunch",
    Does.CHANGES: "move postpone cancel reschedule delay defer schedule plan expect confirm advance call put bring "
    "push",
    Does.SAYS: "say announce tell note recall report state indicate add agree express question order "
    "file ask write read stress underline recognise recognize invite decide submit publish issue release circulate "
    "stream broadcast",
    Does.ENDS: "end finish conclude wrap wind",
}


def gerund(lemma: str) -> str:
    """Make the noun of a verb's act: "unveil" gives "unveiling"."""
    stem = lemma[:-1] if re.search(r"[^eoy]e$", lemma) else re.sub(r"^([^aeiou]*[aeiou])([bdgmnpt])$", r"\1\2\2", lemma)
    return f"{stem}ing"


DOES = {lemma: does for does, row in _VERBS.items() for lemma in row.split()}
