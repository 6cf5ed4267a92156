"""Nothing outside the folder of a language compares words of that language.

A second language is a second folder, as long as the rooms that read texts ask the language for its words. This looks
at every comparison in these rooms (see `language_seam`) and fails where one is with a word that the folder of English
has, or with a verb. Writing English is free: reasons, doubts and titles are written everywhere.
"""

import ast
import subprocess
import sys

import pytest

from diplocal.when import WEEKDAYS
from tests.language_seam import SOURCE, Comparisons, Words, modules_of

ROOMS = [
    "agenda", "amending", "announcement", "checks", "clauses", "document_rows", "drafting", "evidence", "intake",
    "languages.language", "languages.notices", "layout", "listed_times", "phrases", "places", "prose", "published",
    "reading", "resolver", "rules", "when",
]  # fmt: skip

FIELDS = "names of fields, in programme files"
MARKUP = "names of elements, attributes, classes and styles"
NOT_COMPARED_AS_ENGLISH = {  # a module, or a constant in it, and the reason
    "checks.keys": FIELDS,
    "checks.records": FIELDS,
    "checks.suggestions 'aeiou'": "an article is written",
    "drafting.fitting": FIELDS,
    "evidence.weights": "columns of the table of weights",
    "intake.feeds": MARKUP,
    "intake.mail 'Saved by'": "a browser writes it so in any language",
    "intake.mail 'flowed'": "a parameter of MIME",
    "intake.main_part": MARKUP,
    "intake.moments": "how machines write moments, ISO 8601 and RFC 5322",
    "intake.page": MARKUP,
    "intake.page_blocks": MARKUP,
    "intake.tree": MARKUP,
    "intake.word": f"{MARKUP}, which are the same in each language of Word",
    "resolver.dating": FIELDS,
}


@pytest.fixture(scope="module")
def words() -> Words:
    return Words.of_the_package()


@pytest.mark.parametrize("room", ROOMS)
def test_no_word_of_a_language_is_compared_outside_of_its_folder(room, words):
    assert [said for module in modules_of(room) for said in compared(module, words) if not excused(said)] == []


def test_what_is_excused_is_there(words):
    modules = {one.partition(" ")[0] for one in NOT_COMPARED_AS_ENGLISH}
    assert {excused(said) for one in modules for said in compared(one, words)} == set(NOT_COMPARED_AS_ENGLISH)


def compared(module: str, words: Words) -> list[str]:
    """Give the constants of a module that are compared and have a word of English in them."""
    path = SOURCE.joinpath(*module.split("."))
    source = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    found = Comparisons(ast.parse(source.read_text(encoding="utf-8"))).found
    return [f"{module} {one.constant!r}, line {one.line}" for one in dict.fromkeys(found) if words.among(one)]


def excused(said: str) -> str | None:
    constant, module = said.rpartition(", line ")[0], said.partition(" ")[0]
    return next((one for one in (constant, module) if one in NOT_COMPARED_AS_ENGLISH), None)


# A module, and the constants in it that would be found.
FOUND = [
    ("def f(word): return word == 'the'", ["the"]),
    ("def f(t): return t.words[0] in {'day', 'Oslo'}", ["day"]),  # a term of ours, but compared with a word
    ("def f(word): return word.endswith('ing')", ["ing"]),
    ("def f(title): return title.removesuffix('s')", ["s"]),
    ("import re\nPATTERN = re.compile(rf'{ONE}(?:st|nd)?, tomorrow')", ["(?:st|nd)?, tomorrow"]),
    ("WORDS = word_set('of and xyz')\ndef f(t): return t.first(WORDS, 0)", ["of and xyz"]),
    ("WORDS = frozenset({'monday'})\nMORE = WORDS | {'zzz'}\ndef f(word): return word in MORE", ["monday"]),
    ("TABLE = {'one': 1}\ndef f(word): return TABLE.get(word)", ["one"]),
    ("TABLE = {word: n for n, word in enumerate(('one', 'two'))}\ndef f(word): return TABLE[word]", ["one", "two"]),
    ("RULES = (Rule('the', 1), Rule('qq', 2))\ndef f(word): return [1 for one in RULES if word == one]", ["the"]),
    ("RULES = _compiled((('talks?', 1), ('zz', 2)))\ndef f(title): return first(RULES, title)", ["talks?"]),
    ("from diplocal.when import WEEKDAYS\ndef f(word): return word in WEEKDAYS", sorted(WEEKDAYS)),
    ("from diplocal.when import WEEKDAYS\nDAY = re.compile('|'.join(WEEKDAYS))", sorted(WEEKDAYS)),
    ("def f(verb):\n    match verb:\n        case 'visited': return 1", ["visited"]),
    ("def f(word):\n    for said in ('unless', 'qq'): word.find(said)", ["unless"]),
]
FREE = [
    "def f(one): return one.kind == 'weekday'",  # a field that holds terms of ours
    "def f(one): return page.kinds[1].startswith('counted')",
    "PAST = frozenset({'perfect', 'would'})\ndef f(one): return one.tense in PAST",
    "def f(one): return one.level == 'event'",  # a value of an enumeration
    "def f(code): return code in {'US', 'AS'}",
    "def f(name): return name == 'internal_note'",
    "def f(day): return f'{day} is on the way'",  # written
    "ORDER = ('first', 'second')\ndef f(n): return f'the {ORDER[n]} day'",
    "SAID = {1: 'one of the days'}\ndef f(n): return SAID[n]",
    "def f(text): return text == 'Zürich'",
]


@pytest.mark.parametrize(("module", "constants"), FOUND)
def test_comparisons_are_found(module, constants, words):
    found = Comparisons(ast.parse(module)).found
    assert sorted({one.constant for one in found if words.among(one)}) == constants


@pytest.mark.parametrize("module", FREE)
def test_terms_of_ours_and_what_is_written_are_free(module, words):
    assert [one for one in Comparisons(ast.parse(module)).found if words.among(one)] == []


def test_reading_dates_loads_nothing_of_documents():
    code = (
        "import datetime as dt, sys, diplocal\n"
        "diplocal.read_text('They met on Monday.', published=dt.date(2025, 4, 3))\n"
        "print(*(name for name in sys.modules if name.startswith('diplocal.languages.en.')))"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60).stdout
    of_documents = {"documents", "layout", "list_heads", "notices"}
    assert of_documents.isdisjoint(name.split(".")[3] for name in loaded.split())
    assert "diplocal.languages.en.grammar" in loaded
