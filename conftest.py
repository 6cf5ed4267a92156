"""Run the examples of the README, the documentation and the docstrings as tests."""

from doctest import ELLIPSIS

from sybil import Sybil
from sybil.parsers.myst import DocTestDirectiveParser, PythonCodeBlockParser
from sybil.parsers.rest import DocTestParser
from sybil.sybil import SybilCollection
from sybil.typing import Parser

MARKDOWN: list[Parser] = [
    PythonCodeBlockParser(doctest_optionflags=ELLIPSIS),
    DocTestDirectiveParser(ELLIPSIS),
]

pytest_collect_file = SybilCollection(
    [
        Sybil(MARKDOWN, pattern="README.md"),
        Sybil(MARKDOWN, path="docs", pattern="*.md"),
        Sybil([DocTestParser(ELLIPSIS)], path="src", pattern="*.py"),
    ]
).pytest()
