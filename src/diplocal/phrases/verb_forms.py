"""Read a word as a verb, by its form and by what stands before it: which side it looks to, and how firmly."""

from collections.abc import Callable

from diplocal.languages.en import words
from diplocal.phrases import verbs
from diplocal.phrases.tokens import Tokens
from diplocal.when import Side

_AHEAD, _BACK = Side.AHEAD, Side.BACK


class Verb:
    """A verb at a place in the text; a plain class, since a text has many.

    Attributes:
        index: of the word.
        side: which side of the publication day it looks to.
        firm: whether the form says so explicitly.
        report: whether it tells of saying something.
        finite: whether it can carry a clause by itself.
        participle: whether it may be a bare participle ("held in Oslo").
    """

    __slots__ = ("finite", "firm", "index", "participle", "report", "side")

    def __init__(
        self, index: int, side: Side, *, firm: bool, report: bool = False, finite: bool = True, participle: bool = False
    ) -> None:
        self.index = index
        self.side = side
        self.firm = firm
        self.report = report
        self.finite = finite
        self.participle = participle

    def weakly(self, side: Side | None = None) -> "Verb":
        """The same verb as a weak sign, of another side if one is given."""
        return Verb(
            self.index,
            side or self.side,
            firm=False,
            report=self.report,
            finite=self.finite,
            participle=self.participle,
        )


def verb_at(t: Tokens, k: int, left: int) -> Verb | None:
    """Read the word at `k` as a verb with what stands before it from `left` on, or ``None`` where it is none."""
    word = t.words[k]
    reader = _READERS.get(word)
    if reader:
        return reader(t, k, left)
    return _full_verb(t, k, left) if word.endswith(_ENDINGS) or t.words[k - 1] == "to" else None


def is_participle(word: str) -> bool:
    """Whether a word is a past form or a past participle."""
    return word in verbs.PAST or word in verbs.PARTICIPLES or (word.endswith("ed") and word not in verbs.NO_PAST)


# --- auxiliaries --------------------------------------------------------------------------------


def _will(t: Tokens, k: int, _: int) -> Verb | None:
    """Read "will"; a "wo" only of "won't"."""
    return Verb(k, _AHEAD, firm=True) if t.words[k] != "wo" or t.words[k + 1] == "n" else None


def _would(t: Tokens, k: int, _: int) -> Verb | None:
    return Verb(k, _AHEAD, firm=True) if t.words[k] == "would" else None


def _modal(t: Tokens, k: int, left: int) -> Verb | None:
    return None if t.capital(k) and k > left else Verb(k, _AHEAD, firm=False)


def _is(t: Tokens, k: int, _: int) -> Verb | None:
    """Read "is", "are"; the "am" of "7:00 am" is none."""
    return Verb(k, _AHEAD, firm=True) if not t.words[k - 1].isdecimal() else None


def _was(t: Tokens, k: int, _: int) -> Verb:
    follower = _follower(t, k)
    planned = follower in verbs.PLAN_PARTICIPLES or follower == "to"
    return Verb(k, _AHEAD, firm=False) if planned else Verb(k, _BACK, firm=True)


def _did(_: Tokens, k: int, __: int) -> Verb:
    return Verb(k, _BACK, firm=True)


def _has(t: Tokens, k: int, left: int) -> Verb:
    """Read "has arrived" (back), "has talks" (ahead), "once they have arrived" (what must come first lies ahead)."""
    follower = _follower(t, k)
    if follower != "been" and not is_participle(follower):
        return Verb(k, _AHEAD, firm=False)
    return Verb(k, _AHEAD, firm=False) if _comes_first(t, k, left) else Verb(k, _BACK, firm=True)


def _comes_first(t: Tokens, k: int, left: int) -> bool:
    """Whether the clause of a verb in the perfect tells what must come first ("once they have arrived on Saturday")."""
    return not verbs.ONCE.isdisjoint(t.words[max(left, k - 8) : k])


def _follower(t: Tokens, k: int) -> str:
    """The next word that is no adverb."""
    k += 1
    while t.words[k] in verbs.ADVERBS or t.words[k] in verbs.NO_PAST:
        k += 1
    return t.words[k]


def _auxiliary_before(t: Tokens, k: int, left: int) -> int | None:
    """The nearest auxiliary or "to" before a verb, past adverbs and past "be", "been" and the "have" of "will have"."""
    j = k - 1
    while j >= left and _passed(t, j):
        j -= 1
    if j < left or t.words[j] not in verbs.BEFORE_VERBS:
        return None
    return None if t.words[j] == "may" and t.capital(j) else j  # "Theresa May asked"


def _passed(t: Tokens, j: int) -> bool:
    word = t.words[j]
    if word == "have":
        return t.words[j - 1] in verbs.FUTURE or t.words[j - 1] in ("to", "would")
    return word in verbs.ADVERBS or word.endswith("ly") or word in ("be", "been", "being")


# --- full verbs -------------------------------------------------------------------------------------------------------


def _full_verb(t: Tokens, k: int, left: int) -> Verb | None:
    """Read a full verb by its form and its auxiliary."""
    if (t.capital(k) and k > left and not _quoted(t, k)) or _compound(t, k):
        return None
    word, aux = t.words[k], _auxiliary_before(t, k, left)
    past, base = is_participle(word) or word == "due" or _has_object(t, k), word in verbs.BASE
    past = past or (base and aux is not None and t.words[aux] in verbs.HAVE)  # "had come"
    if aux is not None:
        before = t.words[aux]
        if before == "to":
            if base or (k - aux > 1 and not word.endswith("s")) or not _goal(t, k) or _asked(t, aux):
                return _infinitive(t, k, aux, left) if base or not past or k - aux > 1 else None
        elif before not in verbs.BE and before not in verbs.HAVE:
            return _after_modal(k, before) if base or (past and before not in verbs.DO) or word == "be" else None
    if past and aux is None and t.words[k - 1] == "be":  # "will last a day and be held on Thursday"
        return Verb(k, _AHEAD, firm=True)
    if past:
        return _past(t, k, aux, left)
    if word.endswith("ing"):
        return _participle_of_the_present(t, k, aux)
    return _present(t, k, left)


def _quoted(t: Tokens, k: int) -> bool:
    """Whether a quotation begins with a word; the apostrophe of "the ministers' retreat" begins none."""
    return t.words[k - 1] in verbs.QUOTES and not t.glued(k - 1)


def _has_object(t: Tokens, k: int) -> bool:
    """Whether a word that is mostly an adjective is a verb here ("Georgians elected their parliament")."""
    word = t.words[k]
    if word not in verbs.NO_PAST or not word.endswith("ed"):
        return False
    if t.words[k - 1] in words.WEEKDAYS:  # "China on Sunday proposed talks"
        return True
    return t.words[k + 1] in verbs.ARTICLES and not _noun_before(t, k)


def _compound(t: Tokens, k: int) -> bool:
    """Whether a word is the end of a compound ("a German-owned plant")."""
    return t.words[k - 1] in verbs.DASHES and t.glued(k)


def _after_modal(k: int, before: str) -> Verb:
    if before in verbs.DO:
        return Verb(k, _BACK if before == "did" else _AHEAD, firm=True)
    return Verb(k, _AHEAD, firm=before not in verbs.MODALS)


def _goal(t: Tokens, k: int) -> bool:
    """Whether the word after "to" is the goal of a movement rather than an infinitive ("to Brussels", "to talks").

    What has an object is a verb, listed or not ("to rekindle the talks", unlike "to court the next day").
    """
    if t.capital(k) or t.words[k] in verbs.BASE:
        return t.capital(k)
    if t.words[k + 1] in verbs.ADVERBIAL:
        return False  # "to speed up"
    following = t.words[k + 2]
    return t.words[k + 1] not in words.OWNERS or following in words.TRIGGERS or following in words.LEAD


def _small_word(word: str) -> bool:
    return word in verbs.DETERMINERS or word in verbs.PREPOSITIONS or not word.isalpha()


def _asked(t: Tokens, to: int) -> bool:
    """Whether a plan stands before "to", so that whatever follows is a verb ("had meant to table")."""
    plan = t.words[to - 1] in verbs.PLAN_VERBS or t.words[to - 1] in verbs.PLAN_PARTICIPLES
    return plan and not t.words[to + 1].endswith("s") and not _small_word(t.words[to + 1])


def _infinitive(t: Tokens, k: int, to: int, left: int) -> Verb:
    """Read an infinitive by what it hangs on: a plan looks ahead, a purpose goes with the main verb."""
    reputed = t.words[to - 1] in verbs.REPUTED and t.words[to + 1] == "have"  # "is said to have left on Friday"
    if t.words[to - 1] == "had" or reputed:
        return Verb(k, _BACK, firm=True)
    if t.words[to - 1] in verbs.FIRST and not verbs.BE_PAST.isdisjoint(t.words[max(left, to - 5) : to]):
        return Verb(k, _BACK, firm=False)  # "was the first to name the date"
    for j in range(to - 1, max(left, to - 9) - 1, -1):
        word = t.words[j]
        if word in verbs.CLAUSE_SIGNS or word in verbs.SUBORDINATORS:
            break
        if word in verbs.IMPLICATIVES and word != "took":
            outer = _full_verb(t, j, left)
            ahead = outer is not None and outer.side is _AHEAD
            return Verb(k, _AHEAD if ahead else _BACK, firm=ahead and outer is not None and outer.firm)
        if word in verbs.PLAN_VERBS or word in verbs.PLAN_PARTICIPLES:
            return Verb(k, _AHEAD, firm=t.words[j - 1] not in verbs.BE_PAST and t.words[j - 1] not in ("been", "had"))
        if word in verbs.BE_PRESENT or word in verbs.FUTURE or word in verbs.BE_PAST:
            return Verb(k, _AHEAD, firm=word not in verbs.BE_PAST)
        if is_participle(word) and word not in verbs.SAYING and word not in verbs.BE:
            pleased = t.words[j - 1] in verbs.BE_PRESENT  # "is pleased to invite you"
            return Verb(k, _AHEAD if pleased else _BACK, firm=pleased)
    return Verb(k, _AHEAD, firm=True)


def _past(t: Tokens, k: int, aux: int | None, left: int) -> Verb | None:
    """Read a past form or a participle."""
    word, before = t.words[k], t.words[aux] if aux is not None else ""
    if word in verbs.PAST_OR_OTHER and not before and _noun_before(t, k):
        return None
    if before in verbs.BE_PRESENT:
        return Verb(k, _AHEAD, firm=True)
    if before and word in verbs.BIDDEN and t.words[k + 1] == "to":
        return Verb(k, _AHEAD, firm=False)
    if before in verbs.HAVE_PRESENT and (_comes_first(t, k, left) or _calls(t, k)):
        return Verb(k, _AHEAD, firm=False)
    if before in verbs.BE_PAST and word in verbs.PUT_OFF:
        return Verb(k, _BACK, firm=False)
    if word in verbs.SCHEDULED:
        return Verb(k, _AHEAD, firm=False)
    if not before and (t.words[k - 1] in verbs.ARTICLES or t.words[k - 1] in verbs.BEFORE_NOUNS or _owned(t, k)):
        return None
    # "They lay flowers", "leaders set out": present or past; "having met her": before the main verb, whenever that is.
    firm = before != "having" and (bool(before) or word not in verbs.BASE)
    firm = firm and (
        aux is None or t.words[aux - 1] != "should"
    )  # "which should have opened on Tuesday": had it opened
    return Verb(k, _BACK, firm=firm, report=word in verbs.SAYING_PAST, participle=not before)


def _calls(t: Tokens, k: int) -> bool:
    """Whether a participle asks for what is to come ("have called for strikes", "has invited him to talks")."""
    return t.words[k] in verbs.CALLING or (t.words[k] == "called" and t.words[k + 1] in verbs.AFTER_CALLED)


def _owned(t: Tokens, k: int) -> bool:
    """Whether a possessive makes a word an adjective ("Tuesday's extended deadline")."""
    return t.words[k - 1] == "s" and t.glued(k - 1) and t.words[k - 3] != "it"


def _noun_before(t: Tokens, k: int) -> bool:
    """Whether what stands before a word makes it a noun or an adjective."""
    before = t.words[k - 1]
    return before != "that" and (before in verbs.DETERMINERS or before in verbs.PREPOSITIONS)


def _participle_of_the_present(t: Tokens, k: int, aux: int | None) -> Verb | None:
    """Read "is visiting" (ahead), "was visiting" (back, unless it was reported), "speaking on Thursday" (a report)."""
    before = t.words[aux] if aux is not None else ""
    if before in verbs.BE_PRESENT:
        return Verb(k, _AHEAD, firm=True)
    if before in verbs.BE_PAST:
        return Verb(k, _BACK, firm=False)
    noun = t.words[k - 1] in verbs.ARTICLES or t.words[k - 2] in verbs.ARTICLES  # "a press briefing"
    speaking = t.words[k] in verbs.SPEAKING and not noun
    return Verb(k, _BACK, firm=False, report=True, finite=False) if speaking else None


# --- the simple present -----------------------------------------------------------------------------------------------


def _present(t: Tokens, k: int, left: int) -> Verb | None:
    """Read a simple present, of one ("meets") or of several ("leaders meet"), where it is no noun."""
    word, before = t.words[k], t.words[k - 1] if k > left else ""
    if word in verbs.SAYING_PRESENT and not (word == "reports" and t.words[k + 1] == "to"):
        return Verb(k, _BACK, firm=False, report=True) if before not in verbs.DETERMINERS else None
    if before in verbs.SINGULAR_PRONOUNS and len(word) > 3 and word.endswith("s") and not word.endswith(_NO_VERB):
        return Verb(k, _AHEAD, firm=True)
    if before == "s" or _plural_owner(t, k) or before in verbs.PREPOSITIONS:
        return None
    if word == "last" and t.words[k + 1] in words.AFTER_LAST:
        return None
    if word in verbs.PRESENT:
        return _of_one(t, k, left) if before not in verbs.DETERMINERS or before == "that" else None
    if word in verbs.BASE:
        several = before not in verbs.DETERMINERS or before in verbs.COUNTS or before == "that"
        return _of_several(t, k, before) if several else None
    return None


def _plural_owner(t: Tokens, k: int) -> bool:
    """Whether a possessive without an "s" makes a word a noun ("the rebels' reply")."""
    return t.words[k - 1] in words.APOSTROPHES and t.glued(k - 1) and not t.glued(k) and t.words[k - 2].endswith("s")


def _of_one(t: Tokens, k: int, left: int) -> Verb | None:
    if t.words[k] not in verbs.NOUNS_TOO:
        return Verb(k, _AHEAD, firm=True)
    if not (_subject_before(t, k, left) and _object_after(t, k)):
        return None
    return Verb(k, _AHEAD, firm=t.words[k + 1] not in ("on", "in", "at"))


def _of_several(t: Tokens, k: int, before: str) -> Verb | None:
    subject = t.words[k - 2] if before in {"that", "which", "who"} else before
    noun = subject.endswith("s") and not subject.endswith("ss") and subject not in verbs.BEFORE_VERBS
    plural = noun or before in verbs.PLURAL_PRONOUNS
    if t.words[k] in verbs.BASE_NOUNS_TOO and not (plural and _object_after(t, k)):
        return None
    return Verb(k, _AHEAD, firm=True)


def _subject_before(t: Tokens, k: int, left: int) -> bool:
    """Whether a subject stands before: a name, a pronoun, an office or the end of an aside."""
    if k <= left:
        return False
    before = t.words[k - 1]
    if before == "that":  # "a forum that runs from Saturday"; not "said that talks on Saturday"
        return k - 2 > left and verb_at(t, k - 2, left) is None
    name = t.capital(k - 1) and before not in verbs.ARTICLES | verbs.PREPOSITIONS | verbs.AFTER
    return name or before in verbs.BEFORE_A_VERB or before in verbs.GATHERINGS


def _object_after(t: Tokens, k: int) -> bool:
    """Whether what stands behind a word can be a verb's object or adverbial."""
    after = t.words[k + 1]
    return (
        not after.isalpha()
        or t.capital(k + 1)
        or after in verbs.DETERMINERS
        or after in verbs.PREPOSITIONS
        or after in verbs.PARTICLES
        or after in ("it", "them", "him", "her", "us")
    )


# --- which word is read how -------------------------------------------------------------------------------------------

_NO_VERB = ("ss", "us", "is")
"""What no present form ends with."""

_ENDINGS = ("ed", "ing", "s")
"""What a verb that is not listed may end with."""

_READERS: dict[str, Callable[[Tokens, int, int], Verb | None]] = {
    **dict.fromkeys(verbs.POSSIBLE, _full_verb),
    **dict.fromkeys(verbs.HAVE_PRESENT, _has),
    **dict.fromkeys(("did", "had"), _did),
    **dict.fromkeys(verbs.BE_PAST, _was),
    **dict.fromkeys((*verbs.BE_PRESENT, "does"), _is),
    **dict.fromkeys(verbs.MODALS, _modal),
    **dict.fromkeys(verbs.CONDITIONAL, _would),
    **dict.fromkeys(verbs.FUTURE, _will),
}
