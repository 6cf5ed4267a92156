"""How Sphinx builds the documentation: ``make docs``, with warnings as errors."""

import re
from importlib.metadata import version as installed_version
from typing import get_args

from sphinx.application import Sphinx

from diplocal import when

project = "diplocal"
author = "diplocal contributors"
copyright = "2026, diplocal contributors"
release = version = installed_version("diplocal")

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
]
exclude_patterns = ["_build"]
nitpicky = False

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented"  # a class's attributes tell its parameters
napoleon_numpy_docstring = False
napoleon_use_ivar = True

MODULES = re.compile(r"\b(?:diplocal\.(?:\w+\.)+|datetime\.(?=date))")

html_theme = "furo"
html_title = "diplocal"
html_last_updated_fmt = None  # the same pages from the same sources, whatever the day
html_show_sourcelink = False


def shorten(_app: Sphinx, _what: str, _name: str, _object: object, _options: object, lines: list[str]) -> None:
    """Call the unions by their names, and classes by theirs alone."""
    unions = {"Reference": when.Reference, "Time": when.Time, "Day": when.Day}
    for number, line in enumerate(lines):
        if line.startswith(":vartype "):
            for name, union in unions.items():
                spelt = " | ".join(f"{one.__module__}.{one.__name__}" for one in get_args(union))
                line = line.replace(spelt, name)  # noqa: PLW2901
            lines[number] = MODULES.sub("", line)


def setup(app: Sphinx) -> None:
    app.connect("autodoc-process-docstring", shorten, priority=900)  # after napoleon
