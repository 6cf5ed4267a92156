"""The verb that governs a date: not the nearest one, but that of its clause, or the one that its clause hangs on.

First a verb to its left in the same clause, then one to its right, then the rest of the sentence. An attribution
between commas is passed over, and so are commas around the date.
"""

from diplocal.languages.en import words
from diplocal.phrases import verbs
from diplocal.phrases.tokens import Tokens
from diplocal.phrases.verb_forms import Verb, verb_at
from diplocal.when import Side


def governing(t: Tokens, begin: int, end: int, left: int, right: int) -> Verb | None:
    """Find the verb that governs the words from `begin` to `end` of the sentence from `left` to `right`."""
    if t.words[end] in verbs.PRESENT and _is_subject(t, begin, end, left):
        return Verb(end, Side.AHEAD, firm=True)
    outside = _outside(t, begin, end, left)
    near = leftward(t, begin, left, same_clause=True)
    if near is None and outside < begin:
        near = leftward(t, outside, left, same_clause=True)
    if near is not None:
        return _weighed(t, near, begin, end, left, right)
    if follows := _rightward(t, end, right, same_clause=True):
        return _of_event(t, follows, begin, left)
    if further := leftward(t, outside, left, same_clause=False):
        return further.weakly()
    outer = _rightward(t, end, right, same_clause=False)
    if outer is None or _opens_clause(t, begin, left):
        return outer
    if outer.report and outer.index != end + 1:
        # "The two sit down on Wednesday, officials told reporters": an announcement whose verb is none we know.
        return Verb(outer.index, Side.AHEAD, firm=False)
    return outer.weakly()


def _is_subject(t: Tokens, begin: int, end: int, left: int) -> bool:
    """Whether a weekday is the subject of its clause ("Monday belongs to NATO, Tuesday to the EU")."""
    alone = t.words[end - 1] in words.WEEKDAYS and (begin + 1 == end or t.words[begin] in words.WHICH)
    return alone and (begin == left or t.words[begin - 1] in _BEFORE_SUBJECTS)


_BEFORE_SUBJECTS = verbs.CLAUSE_SIGNS | verbs.CONJUNCTIONS


def _outside(t: Tokens, begin: int, end: int, left: int) -> int:
    """Where the words before a date end that commas set off ("will, on Friday, meet", "is, they said, on Friday")."""
    if t.words[begin - 1] != "," or begin - 1 <= left:
        return begin
    opened = _attribution(t, begin - 1, left)
    return opened if opened is not None else begin - (t.words[end] == ",")


def _of_event(t: Tokens, verb: Verb, begin: int, left: int) -> Verb:
    """A verb behind a date that only tells of plans for the dated event.

    "A visit on Friday was confirmed", "an invitation to the summit on 19 May was handed to him".
    """
    if verb.side is Side.BACK and not verbs.INVITATIONS.isdisjoint(t.words[left:begin]):
        return verb.weakly(Side.AHEAD)
    if verb.side is Side.AHEAD or t.words[verb.index] not in verbs.BE_PAST | verbs.HAVE_PRESENT:
        return verb
    behind = [
        word for word in t.words[verb.index + 1 : verb.index + 5] if word not in ("been", "neither", "not", "now")
    ]
    return Verb(verb.index, Side.AHEAD, firm=False) if behind and behind[0] in verbs.ANNOUNCED else verb


def _weighed(t: Tokens, near: Verb, begin: int, end: int, left: int, right: int) -> Verb:  # noqa: PLR0917 - a place
    """Weigh the verb to the left of a date against the one that it may hang on itself.

    A bare participle takes its time from the main verb ("the summit, held from Tuesday to Thursday", "will be met and
    received on Friday"); behind a verb of saying a new subject has its own ("said the visit on Thursday will ...").
    """
    before = t.words[near.index - 1]
    held = t.words[near.index] in verbs.HELD or t.words[near.index] in verbs.PLAN_PARTICIPLES
    bare = before in verbs.CONJUNCTIONS or (before == "," and not _closes_relative(t, near.index - 1, left))
    given = held and t.words[near.index + 1] == "by"  # "(will attend) a dinner given by the premier on Sunday"
    bare = given or (bare and (held or before != ","))
    if near.participle and not near.report and bare:
        main = leftward(t, near.index, left, same_clause=before != ",")
        if main is None and before == "and":  # "would have taken him to Bonn, Kiel and Trier and lasted until Tuesday"
            main = leftward(t, near.index, left, same_clause=False)
            main = main if main is not None and t.words[main.index - 1] in verbs.HAVE | verbs.BE else None
        if main is not None and (main.side is Side.AHEAD or not main.firm):
            return near.weakly(main.side) if main.side is Side.BACK else main.weakly()
        return near
    if near.participle and t.words[near.index] in verbs.HANDED_IN:
        follows = _rightward(t, end, right, same_clause=True)  # "requests received after Saturday will not be read"
        if follows is not None and t.words[follows.index] in verbs.FUTURE and _joins(t, end, follows.index):
            return follows.weakly()
    foretold = (t.words[near.index], t.words[near.index + 1]) in verbs.FORETELLING and begin > near.index + 2
    if near.side is Side.BACK and foretold:  # not "ruled out on Sunday a trade"
        return near.weakly(Side.AHEAD)  # "gave notice of exercises from Thursday"
    if near.report and _subject_between(t, near.index, begin):
        follows = _rightward(t, end, right, same_clause=True)
        if follows is not None and _joins(t, end, follows.index) and t.words[follows.index - 1] != "to":
            return follows  # not "urged the leaders on Sunday to meet"
    return near


def _closes_relative(t: Tokens, comma: int, left: int) -> bool:
    """Whether a comma ends a relative clause, so that the main verb follows ("Merz, who is in Kyiv, promised")."""
    opened = next((k for k in range(comma - 1, left - 1, -1) if t.words[k] == ","), None)
    return opened is not None and t.words[opened + 1] in ("who", "which", "whose")


def _opens_clause(t: Tokens, begin: int, left: int) -> bool:
    """Whether nothing but an adverbial stands before the date ("In Brussels on Thursday, Rutte said")."""
    return begin - left <= 1 or (begin - left <= 5 and t.words[left] in verbs.PREPOSITIONS)


def _subject_between(t: Tokens, verb: int, begin: int) -> bool:
    """Whether a new subject stands between a verb of saying and the date ("said the visit on Thursday will ...")."""
    return begin - verb > 1 and t.words[verb + 1] not in verbs.LISTENERS


def _joins(t: Tokens, end: int, verb: int) -> bool:
    """Whether a verb stands close behind the date, as that of the same clause."""
    return verb - end <= 3 and verbs.CONJUNCTIONS.isdisjoint(t.words[end:verb])


def leftward(t: Tokens, begin: int, left: int, *, same_clause: bool) -> Verb | None:
    """The nearest verb to the left, in the same clause or up to the last semicolon, but for attributions."""
    k = begin - 1
    while k >= left:
        word = t.words[k]
        if word in verbs.CLAUSE_SIGNS if same_clause else word in (";", ":"):
            break
        if same_clause and word in verbs.SUBORDINATORS and _opens(t, k, begin):
            break
        if word == "," and (opened := _attribution(t, k, left)) is not None:
            k = opened - 1
            continue
        found = verb_at(t, k, left)
        if found is not None and t.words[k - 1] not in verbs.STATES:
            return found
        k -= 1
    return None


def _attribution(t: Tokens, comma: int, left: int) -> int | None:
    """The comma that opens the attribution before another one ("..., the White House said, ...")."""
    for k in range(comma - 2, max(left, comma - 7), -1):
        if t.words[k] == ",":
            return k if not verbs.SAYING.isdisjoint(t.words[k + 1 : comma]) else None
    return None


def _opens(t: Tokens, k: int, begin: int) -> bool:
    """Whether a subordinator opens the clause of a date; right before it, "that" may point ("that Friday")."""
    if k == begin - 1:
        return t.words[k] == "that" and t.words[begin] not in words.WEEKDAYS
    return not _points(t, k, begin)


def _points(t: Tokens, k: int, begin: int) -> bool:
    """Whether a "that" points and opens no clause ("that night", "spoke that way on Monday")."""
    return t.words[k] == "that" and (t.words[k + 1] in words.LEAD or begin - k == 2)


def _rightward(t: Tokens, end: int, right: int, *, same_clause: bool) -> Verb | None:
    """The first finite verb to the right, in the same clause, or past asides up to the next semicolon."""
    k = end
    while k < right:
        word = t.words[k]
        if word == ";" or (same_clause and (word in verbs.CLAUSE_SIGNS or word in verbs.SUBORDINATORS)):
            return None
        if word in verbs.SUBORDINATORS or (word in verbs.DASHES and t.words[k - 1] in verbs.DASHES):
            k = _past_aside(t, k + 1, right)
            continue
        found = verb_at(t, k, end)
        if found is not None and found.finite:
            return found
        k += 1
    return None


def _past_aside(t: Tokens, k: int, right: int) -> int:
    while k < right and t.words[k] not in verbs.CLAUSE_SIGNS and t.words[k] not in verbs.DASHES:
        k += 1
    return k
