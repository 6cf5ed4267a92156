"""The pages of the rules: every name that an explanation can print has an entry, with an example that prints it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import diplocal.evidence
import diplocal.prose
import diplocal.resolver
import diplocal.rules
from diplocal.when import Unit

PAGES = Path(__file__).parents[1] / "docs" / "rules"
HOMES = (diplocal.rules, diplocal.evidence, diplocal.prose, diplocal.resolver)
PATHS = sorted(path for home in HOMES for folder in home.__path__ for path in Path(folder).rglob("*.py"))
UNITS = tuple(unit.value for unit in Unit)
NAMED = re.compile(r"[a-z]+(-[a-z]+)+")
# The place of the rule among the arguments of what makes a candidate.
ARGUMENT = {"Candidate": 2, "_made": 2, "window": 2, "one": 1, "_run": 1}
NEVER_CHOSEN: set[str] = set()


def rules_of(source: str) -> set[str]:
    """The names of rules in a module: where a rule stands, and every word of their form with a hyphen."""
    tree = ast.parse(source)
    named = dict(_constants(tree))
    found = {named.get(name, name) for node in ast.walk(tree) for name in _stated(node)}
    return {name for name in found if name and not name.isupper()}


def _constants(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for node in tree.body:
        match node:
            case ast.Assign([ast.Name(name)], ast.Constant(str() as word)):
                yield name, word
            case _:
                pass


def _stated(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.Constant(str() as word) if NAMED.fullmatch(word):
            yield word
        case ast.Call(ast.Name(called), arguments, keywords):
            if called in ARGUMENT and len(arguments) > ARGUMENT[called]:
                yield from _names(arguments[ARGUMENT[called]])
            yield from (name for one in keywords if one.arg == "rule" for name in _names(one.value))
        case ast.Assign([ast.Name("rule")], value):
            yield from _names(value)
        case ast.arguments(args=arguments, defaults=[*_, last]) if arguments[-1].arg == "rule":
            yield from _names(last)
        case _:
            pass


def _names(value: ast.expr) -> Iterator[str]:
    match value:
        case ast.Constant(str() as word):
            yield word
        case ast.IfExp(_, one, other):
            yield from (*_names(one), *_names(other))
        case ast.JoinedStr([ast.FormattedValue(), ast.Constant(str() as rest)]):
            yield from (f"{unit}{rest}" for unit in UNITS)
        case ast.Attribute(_, "value"):
            yield from UNITS
        case ast.Name(name) if name.isupper():
            yield name
        case _:  # a name that was handed in: it is stated elsewhere
            pass


def test_collecting_finds_rules_in_all_their_places():
    assert rules_of('x = Candidate(a, b, "range", why)') == {"range"}
    assert rules_of('rule = "near-year" if x else "far-year"') == {"near-year", "far-year"}
    assert rules_of('def f(day, rule="weekend"): ...') == {"weekend"}
    assert "week-from-day" in rules_of('rule = f"{unit}-from-day"')
    assert "month" in rules_of("rule = reference.unit.value")
    assert rules_of('evolve(x, rule="settled")') == {"settled"}


@pytest.fixture(scope="module")
def rules() -> set[str]:
    return {name for path in PATHS for name in rules_of(path.read_text(encoding="utf-8"))}


def entries() -> dict[str, str]:
    """Each entry of the pages with its text."""
    found = {}
    for page in sorted(PAGES.glob("*.md")):
        for part in page.read_text(encoding="utf-8").split("\n## ")[1:]:
            name, _, text = part.partition("\n")
            assert name not in found, f"{name} has two entries"
            found[name] = text
    return found


def test_every_rule_has_an_entry_and_every_entry_a_rule(rules):
    assert set(entries()) == rules


@pytest.mark.parametrize("name", entries())
def test_an_entry_says_what_and_why_with_an_example(name):
    text = entries()[name]
    assert text.strip()[0].isupper()
    assert "\nWhy: " in text
    assert "\n>>> " in text
    assert name in NEVER_CHOSEN or f"[{name}]\n" in text


def test_the_index_leads_to_every_entry(rules):
    index = (PAGES / "index.md").read_text(encoding="utf-8")
    links = re.findall(r"^\| \[([a-z-]+)\]\(([a-z]+\.md)#([a-z-]+)\) \|", index, re.MULTILINE)
    assert sorted(name for name, _, _ in links) == sorted(rules)
    for name, page, heading in links:
        assert name == heading
        assert f"\n## {name}\n" in (PAGES / page).read_text(encoding="utf-8")
