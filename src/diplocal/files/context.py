"""What is known while a file is read: its problems so far, with their paths, and the keys that short forms need."""

from attrs import field, frozen

from diplocal.checks.suggestions import NearMisses, did_you_mean, one_of, say_type, shorten, with_article
from diplocal.errors import Problem
from diplocal.files.writing import key_text


@frozen
class Context:
    """The problems found so far, in the order of reading, and who the file names.

    Attributes:
        people: keys of the people.
        parties: keys of the parties.
        names: key of a person or party by display name and alias, lower case.
        problems: added to while the file is read.
        missing: likewise, about keys that nothing has; they count for nothing where a section could not be read.
        short: records that were read from their short form, by class and words.
        near_misses: what suggests a key for one that nothing has.
    """

    people: frozenset[str]
    parties: frozenset[str]
    names: dict[str, str]
    problems: list[Problem] = field(factory=list)
    missing: list[Problem] = field(factory=list)
    short: dict[tuple[type, str], object] = field(factory=dict)
    near_misses: NearMisses = field(factory=NearMisses)

    def tell(self, where: str, value: object, why: str, settle: str = "") -> None:
        """Add a problem; a list or table is not shown, its path says enough."""
        read = "" if isinstance(value, list | dict) else shorten(value)
        self.problems.append(Problem(where, read, why, settle))

    def tell_type(self, where: str, value: object, wanted: str, settle: str = "") -> None:
        """Add the problem that a value is of another type than the file may have there."""
        shown = str(value).lower() if isinstance(value, bool) else value
        self.tell(where, shown, f"is {say_type(type(value))}, not {wanted}", settle)

    def tell_word(self, where: str, word: str, what: str, known: list[str]) -> None:
        """Add the problem that a word is none of those that may stand there, with what was probably meant."""
        self.tell(
            where, word, f"is not {with_article(what)}", did_you_mean(word, known) or f"give one of {one_of(known, 40)}"
        )


def step(where: str, name: str) -> str:
    """Add a name to a path, as it stands in the file; what cannot be seen is escaped."""
    written = key_text(name) if name.isprintable() else ascii(name)
    return f"{where}.{written}" if where else written
