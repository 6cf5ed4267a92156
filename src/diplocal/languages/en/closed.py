"""The small words of verb groups: auxiliaries, and what stands between one and its verb."""

from typing import Final

from diplocal.languages.en.words import word_set


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
ADVERBS: Final = word_set(
    """not n t ' ’ also now still only just then both all first again already yet even instead soon once never ever
    always today tomorrow later since long longer no"""
)
