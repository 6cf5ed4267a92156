"""Run the examples of the README, the documentation and the docstrings as tests."""

from doctest import ELLIPSIS

from sybil import Sybil
from sybil.parsers.myst import DocTestDirectiveParser, PythonCodeBlockParser
from sybil.parsers.rest import DocTestParser

prose = Sybil(
    parsers=[PythonCodeBlockParser(doctest_optionflags=ELLIPSIS), DocTestDirectiveParser(ELLIPSIS)],
    patterns=["README.md", "docs/*.md", "docs/**/*.md"],
)
docstrings = Sybil(parsers=[DocTestParser(ELLIPSIS)], patterns=["src/**/*.py"])

pytest_collect_file = (prose + docstrings).pytest()
