"""Whether a text mentions one of many names, however many there are."""

import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias

_WORD = re.compile(r"\w+")
_Name: TypeAlias = tuple[str, ...]


class Names:
    """Names to look for, word by word and in any case; one without a letter or digit is never found."""

    def __init__(self, names: Iterable[str], *, known: Iterable[str] = ()) -> None:
        """Take names.

        Args:
            names: to look for.
            known: texts; what they mention is not looked for.
        """
        self._names = {words for name in names if (words := _words(name))}
        self._lengths: dict[str, set[int]] = {}
        for name in self._names:
            self._lengths.setdefault(name[0], set()).add(len(name))
        if self._names:
            self._names -= {name for text in known for name in self._mentioned(text)}

    def __bool__(self) -> bool:
        return bool(self._names)

    def are_in(self, text: str) -> bool:
        """Tell whether a text mentions any of them."""
        return bool(self._names) and any(True for _ in self._mentioned(text))

    def _mentioned(self, text: str) -> Iterator[_Name]:
        words = _words(text)
        for at, word in enumerate(words):
            for length in self._lengths.get(word, ()):
                if (name := words[at : at + length]) in self._names:
                    yield name


def _words(text: str) -> _Name:
    return tuple(_WORD.findall(text.casefold()))
