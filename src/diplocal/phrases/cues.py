"""Which side of the publication day the words around a reference look to.

The verb that governs the reference decides, not the nearest one: first a verb to its left in the same clause, then one
to its right, then the rest of the sentence. Constructions come before verbs: what is scheduled "for Friday" lies ahead
in any tense, what happens "after Monday's talks" puts Monday before it.
"""

from diplocal.languages.en import words
from diplocal.phrases import verbs
from diplocal.phrases.governing import governing, leftward
from diplocal.phrases.tokens import Tokens
from diplocal.phrases.verb_forms import Verb, verb_at
from diplocal.when import Cue, Link, Side


def cue(t: Tokens, begin: int, end: int, left: int, right: int) -> Cue:
    """Find what governs a reference; a cue without a side means that nothing in the sentence decides.

    Args:
        t: the words of the text.
        begin: first word of the reference.
        end: the word after it.
        left: first word of its sentence.
        right: the word after its sentence.
    """
    if _over(t, begin, end):
        return Cue(Side.BACK, firm=True, words=t.said(begin, end + 1))
    link, at = _link(t, begin, left)
    if link is not None:
        return _linked(t, link, at, begin, governing(t, at, end, left, right))
    if planned := _plan(t, begin, end, left):
        return planned
    if t.words[begin - 1] in verbs.MISHAPS and leftward(t, begin, left, same_clause=True) is None:
        return Cue(Side.BACK, firm=True, words=t.said(begin - 1, end))  # "A raid on Monday has not changed the plans"
    verb = governing(t, begin, end, left, right)
    if verb is None:
        return Cue()
    if verb.side is Side.BACK and _sets_a_stretch(t, verb.index, begin, end):
        return Cue(Side.AHEAD, firm=False, words=_said(t, verb.index))
    firm = verb.firm and not (verb.side is Side.BACK and _belongs_to_noun(t, verb.index, begin, end))
    return Cue(verb.side, firm, _said(t, verb.index), verb.report)


def _said(t: Tokens, index: int) -> str:
    """The verb with its auxiliaries, as written."""
    first = index
    while first > 0 and index - first < 5 and _goes_with_verb(t, first - 1):
        first -= 1
    return t.said(first, index + 1)


def _goes_with_verb(t: Tokens, k: int) -> bool:
    """Whether a word belongs to the verb behind it: "had been", "scheduled to"."""
    return t.words[k] in verbs.AUXILIARIES or (t.words[k] in verbs.PLAN_PARTICIPLES and t.words[k + 1] == "to")


def _sets_a_stretch(t: Tokens, verb: int, begin: int, end: int) -> bool:
    """Whether what is announced or agreed runs from a day on ("announced a truce from Friday to Sunday").

    An announcement takes no days itself. What is wanted of a day's event lies ahead, too ("wanted Friday's talks to").
    """
    plans = t.words[verb] in verbs.PLAN_VERBS
    if not plans and t.words[verb] not in verbs.DECLARING:
        return False
    wanted = plans and verb == begin - 1 and t.words[begin] in words.WEEKDAYS and t.words[end - 1] == "s"
    return wanted or not words.START.isdisjoint(t.words[begin:end])


def _belongs_to_noun(t: Tokens, verb: int, begin: int, end: int) -> bool:
    """Whether the date may belong to a gathering, not to the verb.

    "Cast a shadow over the Mass on Wednesday", "spoke about the consequences of Sunday's vote".
    """
    gathering = t.words[begin - 1] in verbs.GATHERINGS
    if verb >= begin - 1 or not (gathering or (t.words[end - 1] == "s" and t.words[begin] in words.WEEKDAYS)):
        return False
    return not verbs.ABOUT_A_GATHERING.isdisjoint(t.words[max(verb, begin - 6) : begin])


def _over(t: Tokens, begin: int, end: int) -> bool:
    """Whether a date's event is over, whatever is told of it ("survivors of Sunday's quake", "the outcome of ...")."""
    if t.words[end - 1] != "s":  # "the decision on Monday to scrap it"
        return t.words[end] == "to" and t.words[begin - 1] in verbs.DECISIONS
    result = t.words[begin - 1] in ("of", "from") and t.words[begin - 2] in verbs.RESULTS
    return result or _mishap(t, end)


def _mishap(t: Tokens, k: int) -> bool:
    """Whether the words from `k` name what nobody announces, rather than a gathering about it ("missile talks")."""
    if verbs.MISHAPS.isdisjoint(t.words[k : k + 3]):
        return False
    stop = next((j for j in range(k, k + 4) if t.words[j] in verbs.PREPOSITIONS), k + 4)
    return verbs.GATHERINGS.isdisjoint(t.words[k:stop])


# --- constructions ----------------------------------------------------------------------------------------------------


def _link(t: Tokens, begin: int, left: int) -> tuple[Link | None, int]:
    """Find "following the call on Thursday", "ahead of Friday's vote": no verb between the link and the reference."""
    w, floor = t.words, max(left, begin - 12)
    timed = w[begin + 1].isdecimal() or w[begin + 1] in words.NOON  # "after noon on Saturday"
    first = _OPENING_LINKS.get(w[begin]) if not timed else None
    if verbs.LINKS.isdisjoint(w[floor:begin]):
        return first, begin
    for k in range(begin - 1, floor - 1, -1):
        if w[k] not in verbs.LINKS:
            continue
        # "the session follows on Monday", "is followed by a day in Lagos on Monday"
        finite = w[k] in _FOLLOWS and (k == begin - 1 or w[k + 1] in verbs.PREPOSITIONS)
        found = (None, begin) if finite else _link_at(t, k)
        if found:
            return (first, begin) if _cut_off(t, k + 1, begin, left) else found
    return first, begin


def _cut_off(t: Tokens, begin: int, end: int, left: int) -> bool:
    """Whether the end of a clause or a verb stands among the words."""
    return any(
        (word in verbs.CLAUSE_SIGNS and word not in verbs.QUOTES) or verb_at(t, k, left) is not None
        for k, word in enumerate(t.words[begin:end], begin)
    )


_OPENING_LINKS = {"after": Link.AFTER, "following": Link.AFTER, "before": Link.AHEAD_OF}
_FOLLOWS = frozenset({"follows", "followed"})


def _link_at(t: Tokens, k: int) -> tuple[Link, int] | None:
    word, before = t.words[k], t.words[k - 1]
    if word in verbs.AFTER and before not in verbs.NO_LINK_BEFORE:
        return Link.AFTER, k
    if (before, word) == ("wake", "of"):
        return Link.AFTER, k - 1
    event = t.words[k + 1 + (t.words[k + 1] == "the")]
    if (word in verbs.AHEAD and event not in verbs.NO_EVENTS) or (before, word) in _AHEAD_OF:
        return Link.AHEAD_OF, k
    return None


_AHEAD_OF = frozenset({("ahead", "of"), ("prior", "to"), ("up", "to"), ("time", "for")})


def _linked(t: Tokens, link: Link, at: int, begin: int, outer: Verb | None) -> Cue:
    said = t.said(at, max(at + 1, begin))
    if link is Link.AHEAD_OF:
        return Cue(Side.AHEAD, firm=False, words=said, link=link)
    ahead = outer is not None and outer.side is Side.AHEAD
    side = Side.AHEAD if ahead else Side.BACK
    return Cue(side, firm=not ahead and outer is not None, words=said, link=link)


def _plan(t: Tokens, begin: int, end: int, left: int) -> Cue | None:
    """Find what lies ahead in any tense ("scheduled for Friday"), and what lies back in any ("since Monday")."""
    if (back := _lies_back(t, begin, left)) is not None:
        return back
    if (scheduled := _scheduled(t, begin, left)) is not None:
        firm = _PAST_PLAN.isdisjoint(t.words[max(0, scheduled - 2) : scheduled])
        return Cue(Side.AHEAD, firm=firm, words=_said(t, scheduled))
    said = _changed(t, begin, end, left) or _aimed(t, begin, end, left)
    if not said:
        return _limit(t, begin, left)
    return Cue(Side.AHEAD, firm=not verbs.BE_PRESENT.isdisjoint(said.split()), words=said)  # "is set for Friday"


def _lies_back(t: Tokens, begin: int, left: int) -> Cue | None:
    """Find what puts a date back whatever the verb: "since Monday", "despite a raid on Sunday", ", back from Rome"."""
    floor = max(left, begin - 12)
    if _BACKWARD.isdisjoint(t.words[floor : begin + 1]):
        return None
    for k in range(begin, floor - 1, -1):
        if t.words[k] == "since":
            return _since(t, k, begin, left)
        first = k if t.words[k] == "despite" else k - 1 if _back_from(t, k, left) else None
        if first is not None and k < begin:
            said = t.said(first, k + 1)
            return None if _cut_off(t, k + 1, begin, left) else Cue(Side.BACK, firm=False, words=said)
    return None


_BACKWARD = frozenset({"since", "despite", "from"})


def _since(t: Tokens, since: int, begin: int, left: int) -> Cue | None:
    """Read "since" before a reference, before the event that it dates, or before a clause in the past.

    "Since Friday", "since the vote in May", "since the two agreed to restore ties in March".
    """
    if since == begin or not _cut_off(t, since + 1, begin, left):
        return Cue(Side.BACK, firm=True, words="since")
    if not verbs.CLAUSE_SIGNS.isdisjoint(t.words[since:begin]):
        return None
    first = next((verb for k in range(since + 1, begin) if (verb := verb_at(t, k, since))), None)
    return Cue(Side.BACK, firm=False, words="since") if first is not None and first.side is Side.BACK else None


def _back_from(t: Tokens, k: int, left: int) -> bool:
    """Whether the "from" of an aside stands at `k` (", back from Rome on Sunday,"), not that of "came back from"."""
    if t.words[k] != "from" or t.words[k - 1] not in ("back", "fresh", "home"):
        return False
    return k - 1 == left or t.words[k - 2] in verbs.CLAUSE_SIGNS


def _limit(t: Tokens, begin: int, left: int) -> Cue | None:
    """Find what lies ahead as a limit: "until Friday", unless something lasted so long; "as early as Monday"."""
    w, first = t.words, t.words[begin]
    if first in ("until", "till", "by", "through"):
        near = leftward(t, begin, left, same_clause=True)
        if w[begin - 1] in verbs.LASTED or (near and near.side is Side.BACK and w[near.index] in verbs.LASTED):
            return None
        firm = near is not None and near.side is Side.AHEAD and near.firm
        return Cue(Side.AHEAD, firm=firm, words=first)
    early = begin - 3 >= left and tuple(w[begin - 3 : begin]) in _EARLIEST
    near = leftward(t, begin - 3, left, same_clause=True) if early else None
    if not early or (near and near.side is Side.BACK and near.firm):
        return None
    return Cue(Side.AHEAD, firm=True, words=t.said(begin - 3, begin))


_PAST_PLAN = verbs.BE_PAST | {"been"}
_EARLIEST = frozenset(
    {("as", "early", "as"), ("as", "soon", "as"), ("no", "earlier", "than"), ("no", "sooner", "than")}
)


def _scheduled(t: Tokens, begin: int, left: int) -> int | None:
    """The plan directly before a day: "due on Monday", "expected in person on Friday"; not before "for"."""
    k = begin - 1
    while k > left and t.words[k] in verbs.PLAN_FILLERS:
        k -= 1
    return k if t.words[k] in verbs.SCHEDULED and t.words[begin] != "for" else None


def _changed(t: Tokens, begin: int, end: int, left: int) -> str:
    """The change that names a day ahead: "called off Wednesday's summit", "is moved to 4 March"."""
    w = t.words
    belongs = w[end - 1] == "s" or (w[begin] in words.OWNERS and "from" in w[begin:end])
    given_up = w[begin - 1] == "up" and w[begin - 2] in verbs.GIVING
    if belongs and (given_up or not verbs.CANCELLING.isdisjoint(w[max(left, begin - 3) : begin])):
        return "called off"
    for side in ("to", "from"):
        if side in (w[begin], w[begin - 1]) and not words.MOVES.isdisjoint(w[max(left, begin - 6) : begin]):
            return f"moved {side}"
    return ""


def _aimed(t: Tokens, begin: int, end: int, left: int) -> str:
    """The words that aim at a day: "named Friday", "called for Friday", "until Friday", "gave Friday as the date"."""
    w, first = t.words, t.words[begin]
    if "for" in (first, w[begin - 1]) and (planned := _planned_for(t, begin, left)) is not None:
        return _said(t, planned)
    if first in words.WEEKDAYS and (w[begin - 1] in verbs.NAMING or w[begin - 1] == "effective"):
        return w[begin - 1]
    if first in words.WEEKDAYS and w[begin - 1] == "of" and w[begin - 2] in verbs.SAYING_PAST:
        return f"{w[begin - 2]} of"
    if first in words.WEEKDAYS and w[begin - 1] == "aside" and w[begin - 2] in ("set", "sets", "put"):
        return "set aside"
    if w[end] == "as" and w[end + 2] in verbs.DATES:
        return "as the date"
    if first != "for" or w[begin + 1] in ("the", "last"):
        return ""
    return "for" if words.UNITS.keys().isdisjoint(w[begin:end]) else ""  # "for four days from Wednesday"


def _planned_for(t: Tokens, begin: int, left: int) -> int | None:
    """The plan before "for": "called for 27 February", "planned in person for 2-3 April"."""
    for j in range(begin - 1, max(left, begin - 7) - 1, -1):
        if t.words[j] in verbs.PLAN_PARTICIPLES or (j == begin - 1 and t.words[j] == "announced"):
            return j
        if t.words[j] in verbs.CLAUSE_SIGNS or verb_at(t, j, left) is not None:
            break
    return None
