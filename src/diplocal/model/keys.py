"""Keys that nothing else in a programme has."""

from collections.abc import Container
from itertools import chain, count

_ORDINALS = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def free_key(key: str, taken: Container[str]) -> str:
    """Give a key, or if it is taken the key with the first ordinal that makes it another one.

    >>> free_key("update", {"update"})
    'update-second'
    """
    further = (f"{key}-tenth{'-again' * number}" for number in count(1))
    return next(one for one in chain([key], (f"{key}-{one}" for one in _ORDINALS), further) if one not in taken)
