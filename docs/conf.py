"""How Sphinx builds the documentation: ``make docs``, with warnings as errors."""

from importlib.metadata import version as installed_version

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
napoleon_numpy_docstring = False

html_theme = "furo"
html_title = "diplocal"
html_last_updated_fmt = None  # the same pages from the same sources, whatever the day
html_show_sourcelink = False
