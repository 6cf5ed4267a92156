"""Which side of the publication day the words around a reference look to.

The verb that governs the reference decides, not the nearest one: first a verb to its left in the same clause, then one to
its right, then the rest of the sentence. Constructions come before verbs: what is scheduled "for Friday" lies ahead in any
tense, what happens "after Monday's talks" puts Monday before it.
"""

from attrs import evolve, frozen

from diplocal.phrases import verbs
from diplocal.phrases.tokens import Tokens
from diplocal.when import Cue, Link, Side

_AHEAD, _BACK = Side.AHEAD, Side.BACK
_STOPS = frozenset(',;:()[]"“”«»–—―')
_ARTICLES = frozenset(
    [
        "the",
        "a",
        "an",
        "his",
        "her",
        "their",
        "its",
        "this",
        "these",
        "those",
        "our",
        "my",
        "your",
        "some",
        "any",
        "no",
        "every",
        "other",
        "another",
        "such",
    ]
)
_QUOTES = frozenset("\"“”'‘’")
_DASHES = frozenset("-–—―")
_LONG_STOPS = frozenset(";")
_DETERMINERS = frozenset(
    [
        "the",
        "a",
        "an",
        "his",
        "her",
        "their",
        "its",
        "this",
        "that",
        "these",
        "those",
        "our",
        "my",
        "your",
        "some",
        "any",
        "no",
        "each",
        "every",
        "both",
        "all",
        "several",
        "many",
        "few",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "one",
        "another",
        "such",
        "other",
    ]
)
_COUNTS = frozenset(["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "all", "both"])
_PREPOSITIONS = frozenset(
    [
        "on",
        "in",
        "at",
        "by",
        "with",
        "from",
        "for",
        "of",
        "to",
        "into",
        "over",
        "under",
        "about",
        "against",
        "between",
        "among",
        "amid",
        "during",
        "through",
        "via",
        "near",
        "towards",
        "toward",
        "upon",
        "within",
        "without",
        "across",
        "around",
        "along",
        "alongside",
        "beside",
        "besides",
        "despite",
        "per",
        "than",
        "as",
    ]
)


@frozen
class Verb:
    """A finite verb, infinitive or participle at a place in the text, with the side it looks to."""

    index: int
    side: Side | None
    firm: bool
    report: bool = False
    finite: bool = True


def cue(t: Tokens, begin: int, end: int, left: int, right: int) -> Cue:
    """Find what governs the reference in words `begin` to `end` of the sentence from `left` to `right` (all exclusive ends).

    A cue without a side means that nothing in the sentence decides.
    """
    link, at = _link(t, begin, left)
    if link is not None:
        outer = _governing(t, at, end, left, right)
        return _linked(t, link, at, begin, outer)
    if planned := _plan(t, begin, end, left):
        return planned
    verb = _governing(t, begin, end, left, right)
    if verb is None or verb.side is None:
        return Cue()
    firm = verb.firm and not (verb.side is _BACK and _belongs_to_noun(t, verb.index, begin))
    return Cue(verb.side, firm, _said(t, verb.index), verb.report)


def _belongs_to_noun(t: Tokens, verb: int, begin: int) -> bool:
    """Whether the date may belong to a gathering rather than to the verb ("cast a shadow over the Mass on Wednesday")."""
    if not (verb < begin - 1 and t.words[begin - 1] in verbs.GATHERINGS):
        return False
    return any(
        word in ("for", "about", "over", "of", "from", "towards", "toward")
        for word in t.words[max(verb, begin - 6) : begin]
    )


def _said(t: Tokens, index: int) -> str:
    """The verb with its auxiliaries, as written."""
    first = index
    while first > 0 and index - first < 3 and t.words[first - 1] in _AUXILIARY:
        first -= 1
    return " ".join(t.text[t.starts[first] : t.ends[index]].split())


_AUXILIARY = (
    verbs.FUTURE | verbs.MODALS | verbs.CONDITIONAL | verbs.BE | verbs.HAVE | verbs.ADVERBS | {"to", "set", "due"}
)

# --- constructions ----------------------------------------------------------------------------------------------------


# What lasted until a day did so before the report, as a rule.
_LASTED = frozenset(
    ["lasted", "remained", "stayed", "ran", "continued", "was", "were", "sat", "worked", "waited", "held"]
)


def _link(t: Tokens, begin: int, left: int) -> tuple[Link | None, int]:
    """Find "following the call on Thursday", "ahead of Friday's vote": no verb between the link and the reference."""
    w = t.words
    for k in range(begin - 1, max(left, begin - 12) - 1, -1):
        word = w[k]
        if word in _STOPS and word not in '“”"':
            break
        if word in ("follows", "followed") and k == begin - 1:
            return None, begin
        if word in verbs.AFTER and w[k - 1] not in (
            "day",
            "days",
            "week",
            "weeks",
            "the",
            "soon",
            "shortly",
            "looked",
            "looking",
        ):
            return Link.AFTER, k
        if word == "of" and w[k - 1] == "wake":
            return Link.AFTER, k - 1
        if (
            word in verbs.AHEAD
            or (word == "of" and w[k - 1] == "ahead")
            or (word == "to" and w[k - 1] in ("prior", "up"))
        ):
            return Link.AHEAD_OF, k
        if word == "for" and w[k - 1] == "time":
            return Link.AHEAD_OF, k
        if verb_at(t, k, left) is not None:
            break
    first = w[begin]
    if first == "since":
        return None, begin
    if first in ("after", "following"):
        return Link.AFTER, begin
    return (Link.AHEAD_OF, begin) if first == "before" else (None, begin)


def _linked(t: Tokens, link: Link, at: int, begin: int, outer: Verb | None) -> Cue:
    said = " ".join(t.text[t.starts[at] : t.ends[max(at, begin - 1)]].split())
    if link is Link.AHEAD_OF:
        return Cue(_AHEAD, firm=False, words=said, link=link)
    ahead = outer is not None and outer.side is _AHEAD
    return Cue(_AHEAD if ahead else _BACK, firm=not ahead and outer is not None, words=said, link=link)


def _plan(t: Tokens, begin: int, end: int, left: int) -> Cue | None:
    """Find "scheduled for Friday", "called for 27 February", "due on Monday": a plan, whatever the tense."""
    w = t.words
    k = begin - 1
    while k > left and w[k] in (
        "place",
        "person",
        "be",
        "held",
        "start",
        "begin",
        "tentatively",
        "originally",
        "initially",
    ):
        k -= 1
    if w[begin] == "for" or w[begin - 1] == "for":
        for j in range(begin - 1, max(left, begin - 7) - 1, -1):
            if w[j] in verbs.PLAN_PARTICIPLES:
                return Cue(_AHEAD, firm=False, words=_said(t, j))
            if w[j] in _STOPS or verb_at(t, j, left) is not None:
                break
    if w[k] in verbs.PLAN_PARTICIPLES and w[k] not in (
        "called",
        "set",
        "moved",
        "fixed",
        "agreed",
        "postponed",
        "delayed",
    ):
        return Cue(_AHEAD, firm=w[k - 1] not in verbs.BE_PAST and w[k - 2] not in verbs.BE_PAST, words=_said(t, k))
    if w[begin] in ("until", "till", "by", "through") and w[begin - 1] not in _LASTED:
        return Cue(_AHEAD, firm=False, words=w[begin])
    if w[end] == "as" and w[end + 1] in _DETERMINERS:
        return Cue(_AHEAD, firm=False, words="as the date")
    if w[begin] == "for" and w[begin + 1] not in ("the", "last"):
        return Cue(_AHEAD, firm=False, words="for")
    if w[begin] == "since" or w[begin - 1] == "since":
        return Cue(_BACK, firm=True, words="since")
    return None


# --- the governing verb -----------------------------------------------------------------------------------------------


def _governing(t: Tokens, begin: int, end: int, left: int, right: int) -> Verb | None:
    near = _leftward(t, begin, left, stop=True)
    follows = _rightward(t, end, right, stop=True)
    if near is not None:
        if (
            follows is not None
            and near.report
            and _subject_between(t, near.index, begin)
            and _joins(t, end, follows.index)
        ):
            return follows
        if near.finite or near.side is not None:
            return near
    if follows is not None:
        return follows
    if further := _leftward(t, begin, left, stop=False):
        return evolve(further, firm=False)
    outer = _rightward(t, end, right, stop=False)
    if outer is not None and outer.report and not _opens_clause(t, begin, left):
        # "The two sit down on Wednesday, officials told reporters": an announcement whose verb is none we know.
        return evolve(outer, side=_AHEAD, firm=False, report=False)
    return evolve(outer, firm=outer.firm and _opens_clause(t, begin, left)) if outer is not None else None


def _opens_clause(t: Tokens, begin: int, left: int) -> bool:
    """Whether nothing but an adverbial stands before the date ("In Brussels on Thursday, Rutte said")."""
    return begin - left <= 1 or (begin - left <= 5 and t.words[left] in _PREPOSITIONS)


def _subject_between(t: Tokens, verb: int, begin: int) -> bool:
    """Whether a new subject stands between a verb of saying and the date ("said the visit on Thursday will ...")."""
    return begin - verb > 1 and t.words[verb + 1] not in ("on", "in", "at", "reporters", "journalists", "late", "early")


def _joins(t: Tokens, end: int, verb: int) -> bool:
    """Whether a verb stands close behind the date, as that of the same clause."""
    return verb - end <= 3 and _AND.isdisjoint(t.words[end:verb])


_AND = frozenset({"and", "but", "or"})


def _leftward(t: Tokens, begin: int, left: int, *, stop: bool) -> Verb | None:
    """The nearest verb to the left; with `stop` in the same clause only."""
    weak = None
    for k in range(begin - 1, left - 1, -1):
        word = t.words[k]
        if word in _STOPS if stop else word in _LONG_STOPS:
            break
        if stop and word in verbs.SUBORDINATORS and k < begin - 1:
            break
        found = verb_at(t, k, left)
        if found is not None and t.words[k - 1] not in verbs.STATES:
            if found.side is not None:
                return found
            weak = weak or found
    return weak


def _rightward(t: Tokens, end: int, right: int, *, stop: bool) -> Verb | None:
    """The first finite verb to the right; with `stop` in the same clause only, otherwise past asides."""
    k = end
    while k < right:
        word = t.words[k]
        if word in _LONG_STOPS or (stop and (word in _STOPS or word in verbs.SUBORDINATORS)):
            return None
        if word in verbs.SUBORDINATORS or (word in _DASHES and t.words[k - 1] in _DASHES):
            k += 1
            while k < right and t.words[k] not in _STOPS and t.words[k] not in _DASHES:
                k += 1
            continue
        found = verb_at(t, k, end)
        if found is not None and found.finite and found.side is not None:
            return found
        k += 1
    return None


def verb_at(t: Tokens, k: int, left: int) -> Verb | None:
    """Read the word at `k` as a verb with what stands before it, or ``None`` where it is none."""
    word = t.words[k]
    if not word or not word[0].isalpha():
        return None
    if word in verbs.FUTURE:
        if word == "ll" or (word == "wo" and t.words[k + 1] == "n") or word in ("will", "shall"):
            return Verb(k, _AHEAD, firm=True)
        return None
    if word in verbs.CONDITIONAL:
        return Verb(k, _AHEAD, firm=True) if word == "would" else None
    if word in verbs.MODALS:
        if word in ("may", "march", "can") and t.capital(k) and k > left:
            return None
        return Verb(k, _AHEAD, firm=False)
    return _auxiliary(t, k) or _form(t, k, left)


def _auxiliary(t: Tokens, k: int) -> Verb | None:
    """Read a form of be or have that carries the clause itself ("is in Oslo", "are to meet", "was due")."""
    word = t.words[k]
    if (
        word not in verbs.BE_PRESENT
        and word not in verbs.BE_PAST
        and word not in verbs.HAVE
        and word not in ("did", "does", "do")
    ):
        return None
    nxt = k + 1
    while t.words[nxt] in verbs.ADVERBS or t.words[nxt] in verbs.NO_PAST:
        nxt += 1
    follower = t.words[nxt]
    planned = follower in verbs.PLAN_PARTICIPLES or (follower == "to" and word in verbs.BE_PAST | verbs.BE_PRESENT)
    if word in verbs.BE_PRESENT:
        return Verb(k, _AHEAD, firm=True)
    if word in verbs.BE_PAST:
        return Verb(k, _AHEAD, firm=False) if planned else Verb(k, _BACK, firm=True)
    if word in ("did", "had"):
        return Verb(k, _BACK, firm=True)
    if word in verbs.HAVE_PRESENT:
        return Verb(k, _BACK, firm=True) if follower == "been" or _participle(follower) else Verb(k, _AHEAD, firm=False)
    return Verb(k, _AHEAD, firm=False) if word == "does" else None


def _participle(word: str) -> bool:
    return word in verbs.PAST or (word.endswith("ed") and word not in verbs.NO_PAST)


def _form(t: Tokens, k: int, left: int) -> Verb | None:
    """Read a full verb by its form and its auxiliaries."""
    word = t.words[k]
    if t.capital(k) and k > left and t.words[k - 1] not in _QUOTES:
        return None
    aux = _auxiliary_before(t, k, left)
    before = t.words[aux] if aux is not None else ""
    if t.words[k - 1] in _DASHES and t.glued(k):  # "a German-owned plant"
        return None
    past = _participle(word) or word == "due"
    base = word in verbs.BASE
    if aux is not None and before == "to" and (base or k - aux > 1 or not _nominal(t, k) or _asked(t, aux)):
        return _infinitive(t, k, aux, left) if base or not past or k - aux > 1 else None
    if aux is not None and (before in verbs.FUTURE or before in verbs.CONDITIONAL):
        return Verb(k, _AHEAD, firm=True) if base or past or word == "be" else None
    if before in verbs.DO:
        return Verb(k, _BACK if before == "did" else _AHEAD, firm=True) if base else None
    if aux is not None and before in verbs.MODALS and not (before == "may" and t.capital(aux)):
        return Verb(k, _AHEAD, firm=False) if base or past else None
    if past:
        return _past(t, k, aux, before, left)
    if word.endswith("ing") and len(word) > 4 and aux is not None and before in verbs.BE:
        if before in verbs.BE_PRESENT:
            return Verb(k, _AHEAD, firm=True)
        return Verb(k, _BACK, firm=False) if before in verbs.BE_PAST else None
    if word in verbs.SPEAKING:
        return Verb(k, _BACK, firm=False, report=True, finite=False)
    return _present(t, k, left)


def _auxiliary_before(t: Tokens, k: int, left: int) -> int | None:
    """The nearest auxiliary or "to" before a verb, past adverbs and further auxiliaries such as "be" and "been"."""
    j = k - 1
    while j >= left and (
        t.words[j] in verbs.ADVERBS or t.words[j].endswith("ly") or t.words[j] in ("be", "been", "being", "have")
    ):
        if t.words[j] == "have" and not (t.words[j - 1] in verbs.FUTURE or t.words[j - 1] in ("to", "would")):
            break
        j -= 1
    if j < left:
        return None
    word = t.words[j]
    return j if word in _BEFORE_VERBS else None


_BEFORE_VERBS = verbs.FUTURE | verbs.MODALS | verbs.CONDITIONAL | verbs.BE | verbs.HAVE | verbs.DO | {"to"}


def _nominal(t: Tokens, k: int) -> bool:
    """Whether the word after "to" is the goal of a movement rather than an infinitive ("to Brussels", "to talks")."""
    word = t.words[k]
    return (
        t.capital(k)
        or word in _DETERMINERS
        or word in _PREPOSITIONS
        or word.endswith(("s", "ing", "ed", "ion", "ment", "al", "ic"))
        or word not in verbs.BASE
    )


def _asked(t: Tokens, to: int) -> bool:
    """Whether a plan stands before "to", so that whatever follows is a verb ("had meant to table")."""
    plan = t.words[to - 1] in verbs.PLAN_VERBS or t.words[to - 1] in verbs.PLAN_PARTICIPLES
    return plan and not t.words[to + 1].endswith("s")


def _infinitive(t: Tokens, k: int, to: int, left: int) -> Verb:
    """Read an infinitive by what it hangs on: a plan looks ahead, a purpose goes with the main verb."""
    for j in range(to - 1, max(left, to - 9) - 1, -1):
        word = t.words[j]
        if word in _STOPS or word in verbs.SUBORDINATORS:
            break
        if word in verbs.IMPLICATIVES and word not in ("took",):
            outer = _form(t, j, left)
            return (
                Verb(k, _BACK, firm=False) if outer is None or outer.side is _BACK else Verb(k, _AHEAD, firm=outer.firm)
            )
        if word in verbs.PLAN_VERBS or word in verbs.PLAN_PARTICIPLES:
            past = t.words[j - 1] in verbs.BE_PAST or t.words[j - 1] == "been"
            return Verb(k, _AHEAD, firm=not past)
        if word in verbs.BE_PRESENT or word in verbs.FUTURE:
            return Verb(k, _AHEAD, firm=True)
        if word in verbs.BE_PAST:
            return Verb(k, _AHEAD, firm=False)
        if _participle(word) and word not in verbs.SAYING:
            return Verb(k, _BACK, firm=False)
    return Verb(k, _AHEAD, firm=True)


def _past(t: Tokens, k: int, aux: int | None, before: str, left: int) -> Verb | None:
    """Read a past form or a participle."""
    word = t.words[k]
    if word in verbs.NO_PAST or (word.endswith("ed") and t.capital(k) and k > left):
        return None
    if (
        word in ("set", "put", "let", "cut", "hit", "read", "led", "left", "saw", "bid", "split", "cast")
        and aux is None
    ):
        if t.words[k - 1] in _DETERMINERS or t.words[k - 1] in _PREPOSITIONS:
            return None
    if aux is not None and before in verbs.BE_PRESENT:
        return Verb(k, _AHEAD, firm=True)
    if word in verbs.PLAN_PARTICIPLES and (aux is None or before in verbs.BE or before in verbs.HAVE):
        if (
            aux is not None
            and before in verbs.BE_PAST
            and word in ("postponed", "delayed", "called", "brought", "moved")
        ):
            return Verb(k, _BACK, firm=False)
        if word in (
            "due",
            "scheduled",
            "slated",
            "poised",
            "bound",
            "booked",
            "billed",
            "earmarked",
            "expected",
            "planned",
        ):
            return Verb(k, _AHEAD, firm=False)
    if aux is None and (t.words[k - 1] in _ARTICLES or t.words[k - 1] in ("of", "in", "with", "by", "for")):
        return None
    return Verb(k, _BACK, firm=True, report=word in verbs.SAYING_PAST)


def _present(t: Tokens, k: int, left: int) -> Verb | None:
    """Read a simple present: of one ("meets"), or of several ("leaders meet"), where it is no noun."""
    word = t.words[k]
    before = t.words[k - 1] if k > left else ""
    after = t.words[k + 1]
    if before in _SINGULAR and word.endswith("s") and word not in verbs.SAYING_PRESENT and len(word) > 3:
        return Verb(k, _AHEAD, firm=True)
    if word in verbs.SAYING_PRESENT:
        return Verb(k, _BACK, firm=False, report=True) if before not in _DETERMINERS else None
    if word in verbs.PRESENT:
        noun = word in verbs.NOUNS_TOO
        if (before in _DETERMINERS and before != "that") or before in _PREPOSITIONS or before == "s":
            return None
        if noun and not (_name_before(t, k, left) and _object_after(t, k, after)):
            return None
        return Verb(k, _AHEAD, firm=not noun or after not in _WHEN_OR_WHERE)
    if word in verbs.BASE and t.capital(k) is False:
        if (
            (before in _DETERMINERS and before not in _COUNTS and before != "that")
            or before in _PREPOSITIONS
            or before == "s"
        ):
            return None
        plural = before.endswith("s") or before in ("they", "we", "i", "you", "and", "both", "two", "ministers")
        if word in verbs.BASE_NOUNS_TOO and not (plural and _object_after(t, k, after)):
            return None
        return Verb(k, _AHEAD, firm=True)
    return None


_WHEN_OR_WHERE = frozenset({"on", "in", "at"})
_SINGULAR = frozenset({"he", "she", "it", "who"})


def _name_before(t: Tokens, k: int, left: int) -> bool:
    """Whether a subject stands before: a name, a pronoun or the end of an aside."""
    before = t.words[k - 1]
    return k > left and (
        (t.capital(k - 1) and before not in _PREPOSITIONS and before not in _DETERMINERS and before not in verbs.AFTER)
        or before in ("he", "she", "it", "who", "which", "also", "then", "and", ",", ")")
        or before
        in (
            "minister",
            "president",
            "secretary",
            "chancellor",
            "premier",
            "envoy",
            "delegation",
            "leader",
            "king",
            "pope",
        )
    )


def _object_after(t: Tokens, k: int, after: str) -> bool:
    return (
        after in _DETERMINERS
        or after in _PREPOSITIONS
        or after in ("on", "off", "up", "out", "home", "back", "together", "again", "today", "tomorrow", "")
        or t.capital(k + 1)
        or not after.isalpha()
    )


def headline(t: Tokens, cue_: Cue) -> Cue:
    """A headline's present tense looks ahead, weakly."""
    return evolve(cue_, firm=False) if cue_.side is _AHEAD else cue_
