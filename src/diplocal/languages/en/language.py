"""English, as the rest of diplocal knows it."""

from pkgutil import get_data
from typing import TYPE_CHECKING, Final

from diplocal.languages.en import senses, words
from diplocal.languages.en.finding import NOTABLE, references
from diplocal.languages.en.formatting import format_reference, format_time
from diplocal.languages.en.grammar import reference
from diplocal.languages.en.lengths import join_lengths
from diplocal.languages.en.notation import written_time
from diplocal.languages.en.refusing import refused, refused_time
from diplocal.languages.en.times import time
from diplocal.languages.en.verb_groups import groups
from diplocal.languages.language import Documents, Language, Layout, Vocabulary
from diplocal.phrases.tokens import HARD_SIGNS, word_set

if TYPE_CHECKING:
    from diplocal.languages.notices import Notices

_SUBORDINATORS: Final = word_set(
    """that which who whom whose where when while because although though if whereas until unless but as after before
    since once than and or so whether what how why"""
)
_VOCABULARY: Final = Vocabulary(
    clause_openers=_SUBORDINATORS | {"he", "she", "they", "it"},
    clause_ends=HARD_SIGNS | {"that", "which", "who", "whom", "whose", "where", "when"},
    relative_pronouns=frozenset({"who", "which", "whose", "whom"}),
    unsure_relatives=frozenset({"that"}),
    parting=HARD_SIGNS | word_set(", and but or that which who as after before when where while"),
    behind=_SUBORDINATORS | {",", "in", "at", "with", "for", "to"},
    possessives=frozenset({"s"}),
    pointing=frozenset({"the", "that"}),
    conjunctions=frozenset({"and"}),
    counted_from={"of": "of", "that": "that", "after": "event", "before": "event"},
    articles=words.OWNERS,
    venue_bounds=frozenset({",", ";", ":", "(", "—", "that", "which", "who", "where", "and"}),
    gatherings=senses.GATHERINGS,
    mishaps=senses.MISHAPS,
    links=senses.LINKS,
    shifters=senses.SHIFTERS,
    of_the_day=frozenset({"later", "earlier"}),
)


def _weights() -> str:
    return (get_data("diplocal.languages.en", "weights.tsv") or b"").decode()


def _documents() -> Documents:
    from diplocal.languages.en.documents import DOCUMENTS

    return DOCUMENTS


def _layout() -> Layout:
    from diplocal.languages.en.layout import LAYOUT

    return LAYOUT


def _notices() -> "Notices":
    from diplocal.languages.en.notices import NOTICES

    return NOTICES


LANGUAGE: Final = Language(
    code="en",
    abbreviations=words.ABBREVIATIONS,
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
    groups=groups,
    says=senses.says,
    vocabulary=_VOCABULARY,
    weights=_weights,
    documents=_documents,
    layout=_layout,
    notices=_notices,
)
