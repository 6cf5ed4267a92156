"""Zones that times are told in: "local time", "(Korean time)", "KST", "UTC+9", "+09:00", "Asia/Seoul"."""

from typing import Final
from zoneinfo import ZoneInfo

from diplocal import places
from diplocal.languages.en import words
from diplocal.languages.language import Parsed
from diplocal.phrases.tokens import Tokens

_OPENS: Final = frozenset({"(", ",", "+", *words.ZONE_ABBREVIATIONS})


def zone(t: Tokens, i: int) -> Parsed[str]:
    """Read the zone that a time is told in, in brackets or behind a comma too."""
    word = t.words[i]
    if not word or not (word in _OPENS or word[0].isalpha()):
        return None
    if word == "(":
        inner = _said(t, i + 1)
        return (inner[0], inner[1] + 1) if inner and t.words[inner[1]] == ")" else None
    return _said(t, i + (word == ","))


def _said(t: Tokens, i: int) -> Parsed[str]:
    if t.words[i] == "local" and t.words[i + 1] == "time":
        return "local", i + 2
    return _iana(t, i) or named_zone(t, i) or _place_time(t, i)


def named_zone(t: Tokens, i: int) -> Parsed[str]:
    """Read an abbreviation, or an offset from UTC or GMT; in prose only in capital letters."""
    w = t.words
    name = words.ZONE_ABBREVIATIONS.get(w[i])
    if name is None or not (t.alone or t.raw(i).isupper()):
        return None
    if w[i] in {"utc", "gmt"} and (w[i + 1] == "+" or w[i + 1] in words.DASHES) and t.glued(i + 2):
        return _offset(t, i + 1)
    return name, i + 1


def iso_offset(t: Tokens, i: int) -> Parsed[str]:
    """Read the offset at the end of an ISO 8601 time (5.3.4): "+09:00"; a minus sign only behind seconds."""
    w = t.words
    signed = w[i] == "+" or (w[i] in words.DASHES and w[i - 2] == ":" and w[i - 4] == ":")
    if signed and t.glued(i) and t.glued(i + 1) and w[i + 2] == ":":
        return _offset(t, i)
    return None


def zone_word(t: Tokens, i: int) -> Parsed[str]:
    """Read "Eastern" behind a time."""
    name = words.ZONE_WORDS.get(t.words[i])
    return (name, i + 1) if name and t.capital(i) and not t.capital(i + 1) else None


def _offset(t: Tokens, i: int) -> Parsed[str]:
    """Read a signed offset in hours, or hours and minutes."""
    w = t.words
    hours, minutes, j = w[i + 1], "00", i + 2
    if not hours.isdecimal():
        return None
    if w[j] == ":" and len(w[j + 1]) == 2 and w[j + 1].isdecimal():
        minutes, j = w[j + 1], j + 2
    if len(hours) == 4:
        hours, minutes = hours[:2], hours[2:]
    if len(hours) > 2 or int(hours) > 14 or int(minutes) > 59:
        return None
    return f"{'+' if w[i] == '+' else '-'}{int(hours):02}:{minutes}", j


def _iana(t: Tokens, i: int) -> Parsed[str]:
    """Read the name of a zone itself ("Europe/Brussels")."""
    if not (t.words[i + 1] == "/" and t.glued(i + 1)):
        return None
    j = i + 1
    while j < min(t.count, i + 12) and t.glued(j) and (t.words[j].isalnum() or t.words[j] in "/_-+"):
        j += 1
    name = t.text[t.start(i) : t.ends[j - 1]]
    try:
        return ZoneInfo(name).key, j
    except (KeyError, ValueError, OSError):
        return None


def _place_time(t: Tokens, i: int) -> Parsed[str]:
    """Read "Seoul time", "Korean time", "US Eastern time"."""
    w = t.words
    if "time" not in w[i + 1 : i + 5]:
        return None
    for j in range(i + 1, i + 5):
        if w[j] == "time" and w[j - 1][:1].isalpha():
            said = t.text[t.start(i) : t.ends[j - 1]]
            found = places.zone_of_adjective(said) or places.zone_of(said)
            return (found, j + 1) if found else None
        if not (w[j][:1].isalpha() or w[j] == "."):
            return None
    return None
