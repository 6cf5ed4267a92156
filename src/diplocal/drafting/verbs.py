"""Verbs of the field: what each tells of its subject, and its forms. English."""

import re
from enum import Enum

from diplocal.drafting.vocabulary import word_set


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


_VERBS: dict[Does, str] = {  # a verb in two rows belongs to the first
    Does.MEETS: "meet confer consult",
    Does.RECEIVES: "receive welcome greet",
    Does.VISITS: "visit tour",
    Does.TRAVELS: "travel go fly head proceed journey stay",
    Does.LEAVES: "leave depart",
    Does.RETURNS: "return",
    Does.ARRIVES: "arrive land",
    Does.ADDRESSES: "address",
    Does.SPEAKS: "speak",
    Does.SIGNS: "sign initial exchange",
    Does.LAYS: "lay",
    Does.OPENS: "inaugurate open unveil launch close present",
    Does.HOLDS: "hold have attend join host chair co-chair co-host convene give deliver pay make participate conduct "
    "organise organize preside undertake witness begin start take moderate keynote lead hear observe mark "
    "celebrate include feature comprise",
    Does.OCCURS: "occur follow run last resume",
    Does.ACCOMPANIES: "accompany",
    Does.BRIEFS: "brief inform answer",
    Does.DINES: "dine lunch",
    Does.CHANGES: "move postpone cancel reschedule delay defer schedule plan expect confirm advance call put bring "
    "push",
    Does.SAYS: "say announce tell note recall report state indicate add agree express question vote order "
    "file ask write read stress underline recognise recognize invite decide submit publish stream broadcast",
    Does.ENDS: "end finish conclude wrap wind",
}
_PAST = {
    "meet": "met", "go": "went gone", "fly": "flew flown", "leave": "left", "speak": "spoke spoken", "lay": "laid",
    "hold": "held", "have": "had", "give": "gave given", "pay": "paid", "make": "made", "begin": "began begun",
    "take": "took taken", "say": "said", "tell": "told", "write": "wrote written", "read": "read", "hear": "heard",
    "lead": "led", "put": "put", "bring": "brought", "run": "ran run", "undertake": "undertook undertaken",
    "cancel": "cancelled canceled", "plan": "planned", "defer": "deferred",
}  # fmt: skip


def _forms() -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for lemma in dict.fromkeys(lemma for row in _VERBS.values() for lemma in row.split()):
        found.setdefault(lemma, (lemma, "base"))
        found[_third(lemma)] = (lemma, "s")
        for past in (_PAST.get(lemma) or _regular(lemma)).split():
            found.setdefault(past, (lemma, "past"))
    return found


def _third(lemma: str) -> str:
    if lemma == "have":
        return "has"
    if lemma.endswith(("s", "sh", "ch", "x", "o")):
        return lemma + "es"
    return lemma[:-1] + "ies" if re.search(r"[^aeiou]y$", lemma) else lemma + "s"


def _regular(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    return lemma[:-1] + "ied" if re.search(r"[^aeiou]y$", lemma) else lemma + "ed"


def gerund(lemma: str) -> str:
    """Make the noun of a verb's act: "unveil" gives "unveiling"."""
    return (lemma[:-1] if re.search(r"[^eoy]e$", lemma) else lemma) + "ing"


DOES = {lemma: does for does, row in reversed(_VERBS.items()) for lemma in row.split()}
FORMS = _forms()
"""A form to its verb and to which form it is: "base", "s" or "past"."""

MODAL = word_set("will shall would may might can could should")
BE = word_set("is are was were be been being")
HAVE = word_set("has have had")
LEADING = word_set("due set scheduled expected planned plans intends able hopes")
"""What stands before "to" and says that something is to come."""

ADVERBS = word_set(
    "also then now again later first jointly together not never still additionally officially formally subsequently "
    "each both only further previously already recently initially originally therefore provisionally"
)
NOT_BEFORE_VERB = word_set(
    "a an the his her their its our of for in on at by with from and or state official working bilateral first second "
    "next last joint annual two three this that these those no any some as s ’ '"
)
"""Words behind which a form that may be a noun is one."""

NOUNS_FIRST = word_set("call state report vote order question head answer plan file")
"""Verbs whose form in -s is taken for a noun's where nothing else tells."""

TOLD_PAST = word_set("told said took went flew spoke gave began wrote ran")
"""Forms of the past that are no participles."""

PLURALS = word_set(
    "ministers leaders presidents they we delegations sides parties heads representatives officials members"
)
PRONOUNS = word_set("he she they who which it this that there")
