"""Who takes part in what was told before: "X will attend the talks", "The delegation includes ..."."""

import re
from collections.abc import Iterable, Sequence

from diplocal.announcement.item import Item
from diplocal.announcement.words import Named
from diplocal.languages.en.notices.clauses import Clause
from diplocal.languages.en.notices.dated_clauses import Sentence, When
from diplocal.languages.en.notices.happenings import LED_GROUP, events
from diplocal.languages.en.notices.vocabulary import content_words

_LED = frozenset({"chair", "co-chair", "lead", "head", "join", "attend", "accompany"})
_INCLUDES = frozenset({"include", "comprise"})
_MEMBERS = re.compile(r"\b(?:is|are) (?:also )?(?:(?:a )?members?|part) of (?:the|his|her) delegation\b")
_SPEAKERS = re.compile(
    r"\W*(?:the )?(?:speakers?|participants|panell?ists|moderators?|guests|attendees|those (?:present|attending))\b",
    re.IGNORECASE,
)


def listing(sentence: Sentence) -> Item | None:
    """Read a sentence that only lists people: those of the delegation, or the speakers of what was told last."""
    people = sentence.words.people
    if people and _MEMBERS.search(sentence.text):
        return Item(title="delegation", words="", raw=sentence.text, at=sentence.start, people=people, joins=True)
    if people and _SPEAKERS.match(sentence.text) and not sentence.findings:
        return Item(title="", words="", raw=sentence.text, at=sentence.start, people=people)
    return None


def joining(
    sentence: Sentence, clause: Clause, subject: Sequence[Named], when: When | None, before: Iterable[Item]
) -> Item | None:
    """Tell who takes part in what was told before: "X will attend the talks", "It will be chaired by ..."."""
    behind = sentence.words.part(clause.object, clause.end)
    if clause.passive and clause.lemma in _LED and not clause.past:
        title = "delegation" if clause.lemma == "accompany" else ""
        at = sentence.start + clause.verb
        return Item(title=title, words="", raw="", at=at, people=behind.people, joins=bool(title))
    if clause.lemma in _INCLUDES and behind.spoken and _SPEAKERS.match(sentence.text, clause.subject):
        return Item(title="", words="", raw="", at=sentence.start + clause.verb, people=behind.people)
    if clause.passive or clause.past or (when is not None and when.said):
        return None
    people = (*subject, *behind.people)
    title, what = "", events(behind)
    if behind.spoken and clause.lemma in _INCLUDES and "delegation" in sentence.text[clause.subject : clause.verb]:
        title = "delegation"
    elif not people:
        return None
    elif what and re.match(r"\s*(?:the|these|those) ", behind.text):
        title = what[0].title
        known = set(content_words(title))
        if when is not None or not any(known <= {*content_words(one.title)} for one in before):
            return None
    elif what or not LED_GROUP.match(behind.text):
        return None
    return Item(title=title, words=title, raw=sentence.text, at=sentence.start + clause.verb, people=people, joins=True)
