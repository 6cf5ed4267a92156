"""Keys made of an announcement's own words; words of dates never get into them."""

from collections.abc import Callable, Container

from diplocal.model.keys import free_key


def key_of(title: str, more: str, taken: Container[str], content: Callable[[str], list[str]], longest: int = 5) -> str:
    """Make a key of a title's words; one that is taken goes on with further words, and at last with an ordinal.

    >>> key_of("Bilateral meeting with Mark Rutte", "", set(), lambda title: title.lower().split()[:2])
    'bilateral-meeting'

    Args:
        title: the title.
        more: further words.
        taken: keys that others have.
        content: lists the words that say something, each once, in lower case.
        longest: words of a key that is free.
    """
    words = content(title)
    said = [*words, *(word for word in content(more) if word not in words)]
    for count in range(min(longest, len(words)) or 1, min(len(said), longest + 3) + 1):
        if (key := "-".join(said[:count])) not in taken and key:
            return key
    return free_key("-".join(said[:longest]) or "entry", taken)
