"""The contract that keeps the table of modules finds what it should, and only that."""

import pytest
from grimp import ImportGraph

from tests.module_table import complaints, parse_rows

ROWS = [
    "errors: nothing",
    "when: nothing",
    "rules: when",
    "exporters: when",
    "exporters.line: nothing",
    "exporters.ical: exporters.line",
    "exporters.*: when",
    "feed: exporters",
    "cli: anything",
]

# importer, imported, and whether the table lets it
IMPORTS = [
    ("rules", "errors", True),
    ("rules", "when", True),
    ("when", "rules", False),
    ("rules.dates", "when", True),  # a package's row covers what is in it
    ("rules.dates", "rules.clock", True),
    ("rules", "exporters.line", False),
    ("exporters", "exporters.html", True),  # a package gathers what is in it
    ("exporters.html", "when", True),
    ("exporters.html", "exporters.line", False),
    ("exporters.html", "exporters.csv", False),  # the modules of a `*` row stay apart
    ("exporters.html", "exporters", False),
    ("exporters.ical", "exporters.line", True),
    ("exporters.ical", "when", False),  # its own row counts, not the `*` row
    ("feed", "exporters.ical", True),  # a package's name on the right allows all of it
    ("feed", "when", False),
    ("cli.show", "feed", True),
    ("feed", "cli.show", False),
    ("surprise", "errors", False),  # no row
]


@pytest.mark.parametrize(("importer", "imported", "allowed"), IMPORTS)
def test_table_allows_what_its_rows_name(importer: str, imported: str, allowed: bool) -> None:
    graph = ImportGraph()
    graph.add_import(importer=f"ours.{importer}", imported=f"ours.{imported}")
    found = list(complaints(graph, "ours", parse_rows(ROWS)))
    assert (not found) == allowed, found


@pytest.mark.parametrize("rows", [["when: errors"], ["when: nothing", "when: nothing"]])
def test_table_with_a_mistake_is_refused(rows: list[str]) -> None:
    with pytest.raises(ValueError, match="rows"):
        parse_rows(rows)
