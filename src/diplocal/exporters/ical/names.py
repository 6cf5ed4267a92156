"""What a calendar calls an entry."""

from diplocal.exporters.telling.facts import Facts
from diplocal.exporters.telling.fragments import Told, text
from diplocal.model import Role
from diplocal.timeline import Entry


def name(entry: Entry, facts: Facts) -> str:
    """Name an entry by its title; a visit day without one by its visit and its place."""
    if entry.title.strip():
        return entry.title
    say = facts.language.say
    visit = facts.entries.get((entry.programme, entry.parent or ""))
    if visit and entry.own_place and entry.place and (who := _traveller(visit)):
        return say("{name} in {place}", name=who, place=entry.place.name)
    parts = [visit.title if visit else "", entry.place.name if entry.place and entry.own_place else ""]
    return ": ".join(part for part in parts if part.strip()) or say("untitled")


def _traveller(visit: Entry) -> str:
    """Name the one person who makes a visit, if it is one."""
    people = [who for who in visit.participants if who.person]
    leading = [who for who in people if who.role in {Role.PRINCIPAL, Role.HEAD_OF_DELEGATION}] or people
    return leading[0].name if len(leading) == 1 else ""


def in_line(words: str) -> str:
    """Leave single spaces between words."""
    return " ".join(words.split())


def called(entry: Entry, facts: Facts) -> Told:
    """Name an entry in a line that is about another one."""
    return text(in_line(name(entry, facts)))
