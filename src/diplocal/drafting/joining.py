"""Who takes part in what was told before: "X will attend the talks", "The delegation includes ..."."""

import re
from collections.abc import Iterable, Sequence

from diplocal.drafting.clauses import Clause
from diplocal.drafting.happenings import LED_GROUP, events
from diplocal.drafting.item import Item
from diplocal.drafting.keys import content_words
from diplocal.drafting.people import Named
from diplocal.drafting.scene import Scene, When

_LED = frozenset({"chair", "co-chair", "lead", "head", "join", "attend", "accompany"})
_INCLUDES = frozenset({"include", "comprise"})
_MEMBERS = re.compile(r"\b(?:is|are) (?:also )?(?:(?:a )?members?|part) of (?:the|his|her) delegation\b")
_SPEAKERS = re.compile(r"\W*(?:the )?(?:speakers?|participants|panell?ists|moderators?)\b", re.IGNORECASE)


def listing(scene: Scene) -> Item | None:
    """Read a sentence that only lists people: those of the delegation, or the speakers of what was told last."""
    people = [one.who for one in scene.words.spoken]
    if people and _MEMBERS.search(scene.text):
        return Item(title="delegation", words="", raw=scene.text, at=scene.start, people=people, joins=True)
    if people and _SPEAKERS.match(scene.text) and not scene.findings:
        return Item(title="", words="", raw=scene.text, at=scene.start, people=people)
    return None


def joining(
    scene: Scene, clause: Clause, subject: Sequence[Named], when: When | None, before: Iterable[Item]
) -> Item | None:
    """Tell who takes part in what was told before: "X will attend the talks", "It will be chaired by ..."."""
    behind = scene.words.part(clause.object, clause.end)
    if clause.passive and clause.lemma in _LED and not clause.past:
        title = "delegation" if clause.lemma == "accompany" else ""
        people = [one.who for one in behind.spoken]
        return Item(title=title, words="", raw="", at=scene.start + clause.verb, people=people, joins=bool(title))
    if clause.passive or clause.past or (when is not None and when.said):
        return None
    people = [*subject, *(one.who for one in behind.spoken)]
    title, what = "", events(behind)
    if behind.spoken and clause.lemma in _INCLUDES and "delegation" in scene.text[clause.subject : clause.verb]:
        title = "delegation"
    elif not people:
        return None
    elif what and re.match(r"\s*(?:the|these|those) ", behind.text):
        title = what[0].title
        known = content_words(title)
        if when is not None or not any(known <= content_words(one.title) for one in before):
            return None
    elif what or not LED_GROUP.match(behind.text):
        return None
    return Item(title=title, words=title, raw=scene.text, at=scene.start + clause.verb, people=people, joins=True)
