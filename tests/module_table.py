"""A contract for import-linter: the design's table of which module may import which.

Its own contracts say what is forbidden; the design says what is allowed. Written the design's way, a module
that nobody gave a row is an error rather than an exception.
"""

from collections.abc import Iterator
from typing import cast

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output

ANYTHING = "anything"
FREE = "errors"  # what every module may import
NOTHING = "nothing"


class ModuleTable(Contract):
    """Keep each module to what its row names.

    Rows read ``module: allowed, allowed``, with names below the root package. A row holds for the whole of a
    package; the longest row that fits a module is the module's own. The root package itself has no row: it
    gathers the public names.
    """

    rows = fields.ListField(fields.StringField())  # on an instance: the list of strings

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:  # noqa: ARG002
        """Compare every direct import between our modules with the table."""
        (root,) = self.session_options["root_packages"]
        found = list(complaints(graph, root, parse_rows(cast(list[str], self.rows))))
        return ContractCheck(kept=not found, metadata={"complaints": found})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Print one line per module or import that the table does not know."""
        for complaint in check.metadata["complaints"]:
            output.print_error(complaint)


def parse_rows(rows: list[str]) -> dict[str, set[str]]:
    """Read the table; a row that names a row that isn't there is a mistake in the table."""
    split = (row.partition(":") for row in rows)
    table = {name.strip(): {word.strip() for word in allowed.split(",")} for name, _, allowed in split}
    unknown = set().union(*table.values()) - set(table) - {ANYTHING, NOTHING}
    if unknown or len(table) != len(rows):
        message = f"rows named twice, or without a row of their own: {sorted(unknown)}"
        raise ValueError(message)
    return table


def complaints(graph: ImportGraph, root: str, table: dict[str, set[str]]) -> Iterator[str]:
    """Yield what breaks the table, in the order of the module names."""
    for module in sorted(graph.modules - {root}):
        row = row_of(module.removeprefix(f"{root}."), table)
        if row is None:
            yield f"{module} has no row in the table"
            continue
        for imported in sorted(graph.find_modules_directly_imported_by(module)):
            if not may_import(row, imported.removeprefix(f"{root}."), table):
                yield f"{where(graph, module, imported)}: {row} may not import {imported}"


def may_import(row: str, imported: str, table: dict[str, set[str]]) -> bool:
    """Tell whether a row allows an import; a package's name allows all that is in it."""
    steps = imported.split(".")
    names = {".".join(steps[:count]) for count in range(1, len(steps) + 1)} | {row_of(imported, table)}
    allowed = table[row] | {FREE} | ({row} if not row.endswith(".*") else set())
    return ANYTHING in allowed or not names.isdisjoint(allowed)


def row_of(module: str, table: dict[str, set[str]]) -> str | None:
    """Find the row of a module: its own, else its package's ``package.*``, else its package's."""
    if module in table:
        return module
    package, _, _ = module.rpartition(".")
    return f"{package}.*" if f"{package}.*" in table else row_of(package, table) if package else None


def where(graph: ImportGraph, importer: str, imported: str) -> str:
    """Say where the import stands: module and line."""
    details = graph.get_import_details(importer=importer, imported=imported)
    return f"{importer}:{details[0]['line_number']}" if details else importer
