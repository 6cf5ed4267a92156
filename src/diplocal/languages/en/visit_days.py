"""Days that are counted in a visit: "the second day", "day two of the visit", "the last day of [oslo]"."""

from diplocal.languages.en import words
from diplocal.languages.en.dates import number, ordinal_day
from diplocal.phrases.tokens import Tokens
from diplocal.when import NthDay


def nth_day(t: Tokens, i: int) -> tuple[NthDay, int] | None:
    """Read "the second day", "the 3rd day", "the last day but one", with "of the visit" behind."""
    ordinal = words.ORDINALS.get(t.words[i + 1])
    j = i + 2
    if ordinal is None and (found := ordinal_day(t, i + 1)):
        ordinal, j = found[0].day, found[1]
    if ordinal is None or t.words[j] != "day":
        return None
    more = number(t, j + 2) if ordinal == -1 and t.words[j + 1] == "but" else None
    return of_the_visit(t, more[1], -1 - more[0]) if more and more[0] < 99 else of_the_visit(t, j + 1, ordinal)


def day_two(t: Tokens, i: int) -> tuple[NthDay, int] | None:
    """Read "day two of the visit"; in prose only with what it counts."""
    counted = number(t, i + 1)
    if not counted or counted[0] > 99 or t.words[i + 1] in {"a", "an"}:
        return None
    if not (t.alone or t.words[i + 2] == "of" or t.words[i - 1] == "on"):
        return None
    return of_the_visit(t, counted[1], counted[0])


def of_the_visit(t: Tokens, j: int, ordinal: int) -> tuple[NthDay, int]:
    """Read what a day counts in, "of the visit" or "of [key]", if that is said."""
    w = t.words
    if w[j] != "of":
        return NthDay(ordinal), j
    if key := entry(t, j + 1):
        return NthDay(ordinal, key[0]), key[1]
    if w[j + 1] in words.OWNERS:
        for noun in range(j + 2, j + 7):
            if w[noun] in words.VISITS and w[noun + 1] not in words.VISITS:
                return NthDay(ordinal), noun + 1
            if not (w[noun][:1].isalnum() or w[noun] in words.DASHES):
                break
    return NthDay(ordinal), j


def entry(t: Tokens, i: int) -> tuple[str, int] | None:
    """Read the key of an entry of a programme in brackets ("the day after [ruling]")."""
    if t.words[i] != "[":
        return None
    close = next((j for j in range(i + 1, min(i + 40, t.count)) if t.words[j] == "]"), None)
    return (" ".join(t.text[t.ends[i] : t.start(close)].split()), close + 1) if close is not None else None
