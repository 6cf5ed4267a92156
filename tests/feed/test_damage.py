"""A feed that was damaged on its way is mended or refused, and never passed on."""

import random
from collections.abc import Callable, Iterator, Mapping

import pytest
from icalendar import Calendar

from diplocal.errors import FeedError
from diplocal.feed import revise
from diplocal.feed.previous import first_sequence
from tests.exporters.harbour_talks import TIMELINE
from tests.feed.editing import FIRST, SECOND, without

OCTETS = revise(None, TIMELINE, FIRST)[0].octets
SEEDS = range(25)
STRUCK = revise(OCTETS, without("dinner"), FIRST)[0].octets


def flipped(octets: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(octets))
    return octets[:at] + bytes([octets[at] ^ (1 << chance.randrange(8))]) + octets[at + 1 :]


def cut_out(octets: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(octets))
    return octets[:at] + octets[at + chance.randrange(1, 200) :]


def doubled(octets: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(octets))
    length = chance.randrange(1, 200)
    return octets[: at + length] + octets[at:]


def overwritten(octets: bytes, chance: random.Random) -> bytes:
    at, length = chance.randrange(len(octets)), chance.randrange(1, 30)
    return octets[:at] + bytes(chance.choices(b"0123456789XYZ:;=-\r\n \xff\0", k=length)) + octets[at + length :]


def without_a_line(octets: bytes, chance: random.Random) -> bytes:
    lines = octets.split(b"\r\n")
    lines.pop(chance.randrange(len(lines) - 1))
    return b"\r\n".join(lines)


def with_lines_swapped(octets: bytes, chance: random.Random) -> bytes:
    lines = octets.split(b"\r\n")
    one, other = chance.randrange(len(lines) - 1), chance.randrange(len(lines) - 1)
    lines[one], lines[other] = lines[other], lines[one]
    return b"\r\n".join(lines)


def with_a_digit_changed(octets: bytes, chance: random.Random) -> bytes:
    digits = [at for at, octet in enumerate(octets) if octet in b"0123456789"]
    at = chance.choice(digits)
    return octets[:at] + str(chance.randrange(10)).encode() + octets[at + 1 :]


DAMAGE: list[Callable[[bytes, random.Random], bytes]] = [
    flipped, cut_out, doubled, overwritten, without_a_line, with_lines_swapped, with_a_digit_changed,
]  # fmt: skip


def content(octets: bytes) -> Mapping[str, Mapping[str, object]]:
    counted = {"DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "X-DIPLOCAL-DIGEST"}
    return {
        str(one["UID"]): {name: one[name] for name in one if name not in counted}
        for one in Calendar.from_ical(octets).events
    }


def faults(octets: bytes, clean: bytes) -> Iterator[str]:
    """Tell what a feed that was made from a damaged one says otherwise than one that was made from a clean one."""
    if content(octets) != content(clean):
        yield "another content"
    for one in Calendar.from_ical(octets).events:
        if one.DTSTAMP not in {FIRST, SECOND} or one.LAST_MODIFIED != one.DTSTAMP:
            yield f"a stamp of {one.DTSTAMP}"
        counted = int(one.sequence)
        if counted not in {*range(first_sequence(FIRST), first_sequence(FIRST) + 3), first_sequence(SECOND)}:
            yield f"a SEQUENCE of {counted}"


@pytest.mark.parametrize("damage", DAMAGE)
def test_no_damage_is_served(damage):
    clean = revise(OCTETS, TIMELINE, SECOND)[0].octets
    for seed in SEEDS:
        try:
            feed, _ = revise(damage(OCTETS, random.Random(seed)), TIMELINE, SECOND)
        except FeedError:
            continue
        assert list(faults(feed.octets, clean)) == [], seed


@pytest.mark.parametrize("damage", DAMAGE)
def test_no_ghost_comes_of_damage(damage):
    """What was struck may be lost with its damage; nothing else may be there that the programme does not have."""
    known = content(STRUCK).keys()
    for seed in SEEDS:
        try:
            feed, _ = revise(damage(STRUCK, random.Random(seed)), without("dinner"), SECOND)
        except FeedError:
            continue
        assert content(feed.octets).keys() <= known, seed


def test_an_entry_that_was_damaged_is_written_again_and_is_not_new():
    damaged = OCTETS.replace(b"Dinner", b"Dinnar", 1)
    feed, changes = revise(damaged, TIMELINE, FIRST)

    assert damaged != OCTETS
    assert b"Dinnar" not in feed.octets
    assert changes.added == ()
