"""Where a reference stands: its sentence and clause, the verbs that may govern it, the words beside it."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Final

from diplocal.clauses.groups import Group
from diplocal.languages.language import Language, Vocabulary
from diplocal.phrases.found import Found, is_dateline
from diplocal.phrases.tokens import BREAK, HARD_SIGNS, Tokens

# As far as a verb may govern a reference, in words.
_LONG: Final = 120


class Context:
    """Where a reference stands.

    Attributes:
        begin, end: its words, the end exclusive.
        left, right: the words of its sentence.
        opening, closing: the words of its clause: up to the nearest sign or subordinator on either side.
        verb: the verb group that governs it; ``None`` where its clause has none.
        fronted: whether that group stands behind it ("On Monday, the ministers met").
        other: the nearest verb group on the other side.
        second: the verb group before the one that stands before it.
        main: the first finite group of the sentence.
        tense: the tense of its verb, with that of the verb which that one hangs on.
        before: the word before it in its sentence.
        quoted, bracketed, headline, dateline, relative: what it stands in.
        cut: what stands between it and its verb: "," , a conjunction, nothing.
    """

    __slots__ = (
        "before", "begin", "bracketed", "closing", "cut", "dateline", "end", "fronted", "headline", "left", "main",
        "opening", "other", "quoted", "relative", "right", "second", "tense", "verb",
    )  # fmt: skip

    def __init__(self, f: Found) -> None:
        self.begin = f.begin
        self.end = f.end
        self.left = f.left
        self.right = f.right
        self.opening = f.left
        self.closing = f.right
        self.verb: Group | None = None
        self.second: Group | None = None
        self.other: Group | None = None
        self.main: Group | None = None
        self.fronted = False
        self.tense = "none"
        self.before = ""
        self.cut = ""
        self.quoted = False
        self.relative = False
        self.bracketed = False
        self.headline = False
        self.dateline = False


class Contexts:
    """The references of a text, and where each stands, found out when it is asked for.

    Attributes:
        tokens: the words of the text.
        places: the words of each reference.
        language: what it is written in.
    """

    __slots__ = ("_contexts", "_groups", "_quotes", "language", "places", "tokens")

    def __init__(self, tokens: Tokens, places: list[Found], language: Language) -> None:
        self.tokens = tokens
        self.places = places
        self.language = language
        self._contexts: list[Context | None] = [None] * len(places)
        self._groups = dict[int, _Groups]()
        self._quotes: _Quotes | None = None

    def is_quoted(self, number: int) -> bool:
        """Whether a reference stands in a quotation."""
        if self._quotes is None:
            self._quotes = _Quotes(self.tokens)
        return self._quotes.holds(self.places[number].begin)

    def is_told(self, number: int) -> bool:
        """Whether a reference stands in a sentence with a verb, and in no headline."""
        f = self.places[number]
        return not _is_headline(self.tokens, f) and any(
            group.begin < f.right and (group.begin >= f.end or f.left <= group.head < f.end - 1)
            for group in self._around(f)
        )

    def context(self, number: int) -> Context:
        """Where a reference stands in its clause."""
        context = self._contexts[number]
        if context is None:
            f = self.places[number]
            context = self._contexts[number] = _context(self.tokens, f, self._around(f), self.language.vocabulary)
            context.quoted = self.is_quoted(number)
        return context

    def _around(self, f: Found) -> "_Groups":
        """The verb groups of a sentence, as far as one may govern a reference; the same for its other references."""
        left, right = max(f.left, f.begin - _LONG), min(f.right, f.end + _LONG)
        found = self._groups.get(f.left)
        if found is None or left < found.left or right > found.right:
            found = self._groups[f.left] = _Groups(self.tokens, left, min(f.right, right + _LONG), self.language)
        return found


class _Groups:
    """The verb groups among the words from `left` up to `right`, found only up to the last that is asked for."""

    __slots__ = ("_found", "_more", "left", "right")

    def __init__(self, t: Tokens, left: int, right: int, language: Language) -> None:
        self.left = left
        self.right = right
        self._found = list[Group]()
        self._more = language.groups(t, left, right)

    def __iter__(self) -> Iterator[Group]:
        yield from self._found
        for group in self._more:
            self._found.append(group)
            yield group


class _Quotes:
    """Which words stand in quotation marks."""

    __slots__ = ("_closes", "_opens")

    def __init__(self, t: Tokens) -> None:
        self._opens, self._closes = list[int](), list[int]()
        if t.text.isascii() and '"' not in t.text:
            return
        inside = False
        for k in t.among(_MARKS):
            word = t.words[k]
            if inside != (word in "“«" or (word == '"' and not inside)):
                inside = not inside
                (self._opens if inside else self._closes).append(k)

    def holds(self, k: int) -> bool:
        """Whether the word at `k` stands in a quotation."""
        nth = bisect_left(self._opens, k)
        return nth > 0 and (nth > len(self._closes) or self._closes[nth - 1] > k)


_MARKS: Final = frozenset({"“", "”", "«", "»", '"', BREAK})


def _context(t: Tokens, f: Found, around: Iterable[Group], vocabulary: Vocabulary) -> Context:
    context = Context(f)
    w = t.words
    context.before = w[f.begin - 1] if f.begin > f.left else ""
    context.headline = _is_headline(t, f)
    context.dateline = is_dateline(t, f)
    context.opening = _opening(t, f, vocabulary.clause_openers)
    context.closing = t.first(vocabulary.clause_ends, f.end, min(f.right, f.end + _LONG))
    context.bracketed = w[context.opening - 1] in ("(", "[") if context.opening else False
    before: Group | None = None  # each by itself: the compiler takes the two together for a Group
    behind: Group | None = None
    for group in around:
        if group.head < f.left or group.begin >= f.right:
            continue
        if group.finite and context.main is None:
            context.main = group
        if group.head < f.end - 1:  # "a two-day summit opens on Thursday" has its verb inside
            context.second = before
            before = group
        elif group.begin >= f.end and behind is None:
            behind = group
        if behind is not None and context.main is not None:
            break
    _govern(t, context, before, behind, vocabulary.parting)
    context.relative = _is_relative(t, context, vocabulary)
    return context


def _govern(t: Tokens, context: Context, before: Group | None, behind: Group | None, parting: frozenset[str]) -> None:
    """Choose the verb: the one before it in its clause, else the one behind it, else the one before its clause."""
    inside = before is not None and before.head >= context.opening
    follows = behind is not None and behind.begin < context.closing
    straight = behind is not None and behind.finite and behind.begin == context.end and before is not None
    if straight and before is not None and before.head != context.begin - 1:  # "talks that on Monday opened"
        inside = False
    if inside or not (behind is not None and (follows or before is None)):
        context.verb, context.other = before, behind
    else:
        context.verb, context.other, context.fronted = behind, before, True
    verb = context.verb
    if verb is not None:
        context.tense = verb.tense if verb.parent is None else f"{verb.tense}<{verb.parent.tense}"
        begin, end = (context.end, verb.begin) if context.fronted else (verb.head + 1, context.begin)
        cut = t.first(parting, begin, end)
        context.cut = t.words[cut] if cut < end else ""


def _is_relative(t: Tokens, context: Context, vocabulary: Vocabulary) -> bool:
    """Whether its verb is that of a relative clause ("the envoy, who left on Monday, ...")."""
    verb = context.verb
    if verb is None or context.fronted:
        return False
    before = t.words[verb.begin - 1] if verb.begin > context.left else ""
    return before in vocabulary.relative_pronouns or (verb.finite and before in vocabulary.unsure_relatives)


def _opening(t: Tokens, f: Found, openers: frozenset[str]) -> int:
    """The first word of the clause: behind the nearest hard sign or subordinator before the reference."""
    w = t.words
    for k in range(f.begin - 1, max(f.left, f.begin - _LONG) - 1, -1):
        word = w[k]
        if word in HARD_SIGNS or (word == "," and w[k + 1] in openers):
            return k + 1
    return max(f.left, f.begin - _LONG)


def _is_headline(t: Tokens, f: Found) -> bool:
    """Whether a line by itself that ends in no full stop holds it."""
    last = t.words[f.right - 1] if f.right else ""
    return last == BREAK or (f.right >= t.count and last not in (".", "!", "?"))
