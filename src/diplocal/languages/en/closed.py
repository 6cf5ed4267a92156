"""Small words of English as the clause analysis needs them: auxiliaries, subordinators, signs, classes of nouns."""

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _table(**kinds: str) -> dict[str, str]:
    return {word: kind for kind, said in kinds.items() for word in said.split()}


# What an auxiliary opens. The negated ones stand without their "'t", which is a word of its own.
AUXILIARIES: Final = _table(
    will="will shall ll",
    would="would wouldn",
    modal="may might could should must can couldn shouldn ca",
    be_present="is are am isn aren",
    be_past="was were wasn weren",
    be="be been being",
    have_present="has have hasn haven ve",
    have_past="had hadn",
    having="having",
    do_present="do does doesn don",
    do_past="did didn",
)
# Between an auxiliary and its verb.
ADVERBS: Final = _words(
    """not n t ' ’ also now still only just then both all first again already yet even instead soon once never ever
    always today tomorrow later since long longer no"""
)
SUBORDINATORS: Final = _words(
    """that which who whom whose where when while because although though if whereas until unless but as after before
    since once than and or so whether what how why"""
)
RELATIVES: Final = _words("that which who whom whose where when")
WHO: Final = frozenset({"who", "which", "whose", "whom"})
HARD_SIGNS: Final = frozenset(';:()[]–—―"“”«»')
OPENING: Final = frozenset("([")
