"""English, as the rest of diplocal knows it."""

from typing import Final

from diplocal.languages.en import words
from diplocal.languages.en.finding import NOTABLE, references
from diplocal.languages.en.formatting import format_reference, format_time
from diplocal.languages.en.grammar import reference
from diplocal.languages.en.lengths import join_lengths
from diplocal.languages.en.notation import written_time
from diplocal.languages.en.refusing import refused, refused_time
from diplocal.languages.en.times import time
from diplocal.languages.language import Language

LANGUAGE: Final = Language(
    code="en",
    abbreviations=words.TITLES,
    sentence_openers=words.SENTENCE_OPENERS,
    notable=NOTABLE,
    references=references,
    reference=reference,
    time=time,
    joined=join_lengths,
    written_time=written_time,
    refused=refused,
    refused_time=refused_time,
    write=format_reference,
    write_time=format_time,
)
