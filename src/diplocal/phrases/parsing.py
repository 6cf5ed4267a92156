"""Parse one phrase as a whole, or say where reading stopped."""

from typing import Final

from diplocal.errors import PhraseError
from diplocal.languages.language import Language
from diplocal.phrases.finder import find_in
from diplocal.phrases.tokens import Tokens
from diplocal.when import Reference, Time

_LONGEST: Final = 400


def parse(phrase: str, language: Language) -> Reference:
    """Do what `phrases.parse` says."""
    t = _tokens(phrase)
    read = language.reference(t, 0)
    end = _past_stop(t, read[1]) if read else 0
    if read and end == t.count:
        return read[0]
    found = find_in(t, language)
    if len(found) == 1:
        only = found[0][1]
        if only.begin == 0 and _past_stop(t, only.end) == t.count:
            return only.reference
    raise language.refused(t, read[1] if read else 0)


def parse_time(phrase: str, language: Language) -> Time:
    """Do what `phrases.parse_time` says."""
    t = _tokens(phrase)
    read = language.time(t, 0)
    if read and _past_stop(t, read[1]) == t.count:
        return read[0]
    raise language.refused_time(t, read[1] if read else 0)


def _tokens(phrase: str) -> Tokens:
    if not phrase.strip():
        raise PhraseError(phrase, 0, "words of time such as 'from Wednesday to Friday'")
    if len(phrase) > _LONGEST:
        raise PhraseError(phrase, _LONGEST, f"a phrase of at most {_LONGEST} characters; for a text use find")
    return Tokens(phrase, alone=True)


def _past_stop(t: Tokens, end: int) -> int:
    return end + 1 if end == t.count - 1 and t.words[end] in {".", ",", ";"} else end
