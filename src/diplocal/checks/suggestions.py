"""How values are shown in a problem, and what their author may have meant."""

from collections.abc import Collection, Iterable
from difflib import get_close_matches

_LONG = 80
_TYPES = {
    "str": "text",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "date": "a date",
    "datetime": "a date-time",
    "time": "a time",
    "tuple": "a list",
    "list": "a list",
    "dict": "a table",
    "NoneType": "nothing",
}


def say_type(kind: type) -> str:
    """Name a type as a person would."""
    return _TYPES.get(kind.__name__, kind.__name__)


def with_article(noun: str) -> str:
    """Put the article before a noun.

    >>> with_article("status"), with_article("access")
    ('a status', 'an access')
    """
    return f"{'an' if noun[:1] in 'aeiou' else 'a'} {noun}"


def shorten(value: object) -> str:
    """Write a value as a problem shows it: at most 80 characters."""
    text = value if isinstance(value, str) else str(value)
    return text if len(text) <= _LONG else f"{text[: _LONG - 1]}…"


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Find the known word that was probably meant; case, hyphens and underscores don't count.

    >>> nearest("On-The-Margin", ["follows", "on_the_margins_of"])
    'on_the_margins_of'
    """
    plain = {_plain(one): one for one in reversed(list(known))}
    if _plain(word) in plain:
        return plain[_plain(word)]
    close = get_close_matches(_plain(word)[:_LONG], plain, n=1, cutoff=0.7)
    return plain[close[0]] if close else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Suggest the nearest known word; empty where none is near."""
    near = nearest(word, known)
    return f"did you mean {near!r}?" if near else ""


class NearMisses:
    """Suggests known words, until so many were compared that there must be another cause: looking takes long."""

    def __init__(self) -> None:
        self._left = 50_000

    @property
    def over(self) -> bool:
        """Whether none is looked for any more."""
        return self._left <= 0

    def suggest(self, word: str, known: Collection[str]) -> str:
        """Suggest the nearest known word; empty where none is near or looked for."""
        if self.over:
            return ""
        self._left -= len(known)
        return did_you_mean(word, known)


def one_of(known: Iterable[str], limit: int = 8) -> str:
    """List what could stand there, cut after `limit`."""
    names = list(known)
    shown = ", ".join(map(visible, names[:limit]))
    return f"{shown}, ... ({len(names)} in all)" if len(names) > limit else shown


def visible(name: str) -> str:
    """Write a name on one line, whatever it holds."""
    return name if name.isprintable() else repr(name)


def _plain(word: str) -> str:
    return word.casefold().replace("-", "_").replace(" ", "_")
