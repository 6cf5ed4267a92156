"""Find the English words that a module compares with a text: what only the folder of a language may do.

A constant counts where something is compared with it: an operand of ``==`` and ``in``, a case of ``match``, what a
string begins or ends with, a pattern, a set, the keys of a table. A constant that is only written counts nowhere. Of a
module's own constants, and of those that it imports from other rooms, the uses count.
"""

import ast
import re
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path

from attrs import frozen

import diplocal
from diplocal.languages.en.lexicon import forms_of
from diplocal.phrases.tokens import word_set

SOURCE = Path(diplocal.__file__).parent
FOLDER = SOURCE / "languages" / "en"

OWN_FIELDS = frozenset({"__name__", "country", "kind", "kinds", "near", "rule", "sense", "tag", "tense", "zone"})
"""Fields of records, and names, that hold terms of ours, of Python or of a markup, never a word of a text."""
_COMPARING = word_set(
    "endswith find index partition removeprefix removesuffix replace rfind rpartition split startswith"
)
_MADE_OF = word_set("dict enumerate frozenset fromkeys join set sorted split tuple word_set zip")
_TABLES = (ast.BinOp, ast.Call, ast.Dict, ast.DictComp, ast.Set, ast.SetComp)
_OF_A_TEXT = word_set("casefold lower raw said text upper w word words")
_NOT_WORDS = re.compile(r"\\[A-Za-z]|\(\?P[<=]\w+[>)]|\(\?[aiLmsux]+[:)]|\{\d*,?\d*\}|\[[^\]]*\w-\w[^\]]*\]")
_WORD = re.compile(r"[^\W\d_]+")
_KEY = re.compile(r"[A-Z]+|\.\w+|\w*[a-z][_:./][a-z]\S*")
"""Constants that are no words: codes of countries, snake_case, paths and the like."""


@frozen
class Comparison:
    """A constant that is compared, and where.

    Attributes:
        line: its number.
        constant: the string.
        is_of_a_text: whether it is surely compared with words of a text.
        is_pattern: whether it is a piece of one.
    """

    line: int
    constant: str
    is_of_a_text: bool = False
    is_pattern: bool = False


@frozen
class Words:
    """What is English, and what is a term of ours.

    Attributes:
        english: the words in the strings of the language's folder.
        ours: values of enumerations and members of literal types.
    """

    english: frozenset[str]
    ours: frozenset[str]

    @classmethod
    def of_the_package(cls) -> "Words":
        english = {word for path in FOLDER.rglob("*.py") for said in _strings(_tree(path)) for word in _split(said)}
        outside = (path for path in SOURCE.rglob("*.py") if FOLDER not in path.parents)
        return cls(frozenset(english), frozenset(term for path in outside for term in _terms(_tree(path))))

    def among(self, compared: Comparison) -> tuple[str, ...]:
        """Give the words of the language in a constant; any verb is one."""
        if not compared.is_of_a_text and (compared.constant in self.ours or _KEY.fullmatch(compared.constant)):
            return ()
        said = (word for word in _split(compared.constant) if not compared.is_pattern or len(word) > 1)
        return tuple(word for word in dict.fromkeys(said) if word in self.english or forms_of(word)[0])


def modules_of(room: str) -> list[str]:
    """Give the names of a room's modules, below the package's."""
    path = SOURCE.joinpath(*room.split("."))
    if not path.is_dir():
        return [room]
    paths = (one.relative_to(SOURCE).with_suffix("") for one in sorted(path.rglob("*.py")))
    return [".".join(one.parts).removesuffix(".__init__") for one in paths]


def _split(said: str) -> list[str]:
    return _WORD.findall(_NOT_WORDS.sub(" ", said).casefold())


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _strings(tree: ast.AST) -> Iterator[str]:
    """Give the strings of a module that are no documentation."""
    told = {id(one.value) for one in ast.walk(tree) if isinstance(one, ast.Expr)}
    for one in ast.walk(tree):
        if isinstance(one, ast.Constant) and isinstance(one.value, str) and id(one) not in told:
            yield one.value


def _terms(tree: ast.Module) -> Iterator[str]:
    for one in ast.walk(tree):
        if isinstance(one, ast.Subscript) and ast.unparse(one.value) == "Literal":
            yield from _strings(one.slice)
        elif isinstance(one, ast.ClassDef) and any("Enum" in ast.unparse(base) for base in one.bases):
            yield from (said for value in one.body if isinstance(value, ast.Assign) for said in _strings(value))


# --- what is compared -------------------------------------------------------------------------------------------------


class Comparisons(ast.NodeVisitor):
    """The constants that a module compares."""

    def __init__(self, tree: ast.Module) -> None:
        self.found: list[Comparison] = []
        self._named: dict[str, ast.expr] = {}
        for one in tree.body:
            if isinstance(one, ast.Assign):
                self._named |= {name.id: one.value for name in one.targets if isinstance(name, ast.Name)}
            elif isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name) and one.value is not None:
                self._named[one.target.id] = one.value
            elif isinstance(one, ast.ImportFrom) and (one.module or "").startswith("diplocal."):
                self._named |= dict(_imported(one))
        self._in_function = False
        self.visit(tree)

    def visit_FunctionDef(self, node: ast.FunctionDef | ast.ClassDef | ast.Lambda) -> None:
        """Look at what a function or a class uses; what stands outside counts where it is used."""
        outside, self._in_function = self._in_function, True
        self.generic_visit(node)
        self._in_function = outside

    visit_ClassDef = visit_Lambda = visit_FunctionDef  # noqa: N815 - names of the visitor

    def visit_Compare(self, node: ast.Compare) -> None:
        """Take what is compared, but for a comparison with a field of ours."""
        sides = [node.left, *node.comparators]
        if any(map(_is_ours, sides)):
            return
        for side in sides:
            self._take(side, is_of_a_text=any(_is_of_a_text(other) for other in sides if other is not side))
        self.generic_visit(node)

    def visit_Match(self, node: ast.Match) -> None:
        """Take the cases."""
        for case in node.cases:
            if not _is_ours(node.subject):
                self.visit(case.pattern)
            for one in case.body:
                self.visit(one)

    def visit_MatchValue(self, node: ast.MatchValue) -> None:
        """Take a case."""
        self._take(node.value)

    def visit_Call(self, node: ast.Call) -> None:
        """Take patterns, sets, and what a string is asked for."""
        name = _called(node)
        if any(map(_is_ours, [node.func, *node.args])):
            return
        if isinstance(node.func, ast.Attribute) and ast.unparse(node.func.value) == "re":
            self._take(node.args[0], is_of_a_text=True, is_pattern=True)
        elif name in _COMPARING or (name in {"frozenset", "word_set"} and self._in_function):
            for one in node.args:
                self._take(one)
        self.generic_visit(node)

    def visit_Set(self, node: ast.Set) -> None:
        """Take a set."""
        if self._in_function:
            self._take(node)
        self.generic_visit(node)

    def visit_For(self, node: ast.For) -> None:
        """Take what is gone through."""
        self._take(node.iter)
        self.generic_visit(node)

    def visit_comprehension(self, node: ast.comprehension) -> None:
        """Take what is gone through."""
        if self._in_function:
            self._take(node.iter)
        self.generic_visit(node)

    def visit_Name(self, node: ast.Name) -> None:
        """Take the set or the table that a name stands for; a row is also there to be written."""
        if self._in_function and isinstance(self._named.get(node.id), _TABLES):
            self._take(node)

    def _take(self, one: ast.expr, *, is_of_a_text: bool = False, is_pattern: bool = False) -> None:
        self.found += (Comparison(one.lineno, said, is_of_a_text, is_pattern) for said in self._said(one))

    def _said(self, one: ast.expr, seen: frozenset[str] = frozenset()) -> Iterator[str]:
        """Give the strings that an expression is made of; of a table, its keys."""
        if isinstance(one, ast.Constant) and isinstance(one.value, str):
            yield one.value
        elif isinstance(one, ast.Name) and one.id in self._named and one.id not in seen:
            yield from self._said(self._named[one.id], seen | {one.id})
        for inner in _parts(one, is_named=bool(seen)):
            yield from self._said(inner, seen)


def _parts(one: ast.expr, *, is_named: bool) -> Sequence[ast.expr]:
    """Give the expressions whose strings are those of an expression; of a row, its first one."""
    match one:
        case ast.Dict(keys, values):
            return [key or value for key, value in zip(keys, values, strict=True)]  # a table in a table has no key
        case ast.Call():
            return _handed(one, is_named=is_named)
        case ast.IfExp(_, body, orelse):
            return [body, orelse]
        case ast.DictComp() | ast.SetComp() | ast.ListComp() | ast.GeneratorExp():
            return [each.iter for each in one.generators]
        case ast.Tuple(several) | ast.List(several) | ast.Set(several) | ast.JoinedStr(several):
            return [each.elts[0] if isinstance(each, ast.Tuple) else each for each in several]
        case ast.BinOp(left, _, right):
            return [left, right]
        case ast.FormattedValue(value) | ast.Starred(value):
            return [value]
        case _:
            return []


def _handed(call: ast.Call, *, is_named: bool) -> Sequence[ast.expr]:
    """Give what a set or a table is made of; a constant may also be made by a function or a class of ours."""
    name = _called(call)
    if name in _MADE_OF:
        made_of = call.args[:1] if name == "fromkeys" else call.args
        return [call.func.value, *made_of] if isinstance(call.func, ast.Attribute) else made_of
    if is_named and isinstance(call.func, ast.Name) and name != "TypeVar":
        return [*call.args, *(each.value for each in call.keywords)]
    return []


def _called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def _is_ours(side: ast.expr) -> bool:
    """Tell whether an expression is a field that holds terms of ours, an item of it, or what it is asked for."""
    match side:
        case ast.Attribute(value, name):
            return name in OWN_FIELDS or (name in _COMPARING and _is_ours(value))
        case ast.Name(name):
            return name in OWN_FIELDS
        case ast.Subscript(value) | ast.Call(value):
            return _is_ours(value)
        case ast.Set(several) | ast.Tuple(several):
            return any(map(_is_ours, several))
        case _:
            return False


def _is_of_a_text(side: ast.expr) -> bool:
    """Tell whether an expression is a word of a text: ``t.words[i]``, ``line.lower()``."""
    if isinstance(side, ast.Subscript):
        return _is_of_a_text(side.value)
    if isinstance(side, ast.Call):
        return _called(side) in _OF_A_TEXT
    return (side.attr if isinstance(side, ast.Attribute) else getattr(side, "id", "")) in _OF_A_TEXT


def _imported(one: ast.ImportFrom) -> Iterator[tuple[str, ast.expr]]:
    """Give the sets, tables and rows of words that a module imports from another room, written out."""
    if one.module is not None and not one.module.startswith("diplocal.languages"):
        for name in one.names:
            value = getattr(import_module(one.module), name.name, None)
            if isinstance(value, tuple | frozenset | dict) and all(isinstance(said, str) for said in value):
                yield name.asname or name.name, ast.parse(repr(sorted(value)), mode="eval").body
