"""The schema of programme files: made from what reads them, it takes what they take, and editors complete from it."""

import json
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, cast

import pytest
from hypothesis import given
from jsonschema import Draft7Validator

from diplocal.files import SCHEMA_LINE, dump
from diplocal.files.context import Context
from diplocal.files.record_tables import _shape
from diplocal.model import Event, Programme
from diplocal.schemas import schema, schema_text
from docs.programme_file.__main__ import PAGE, laid_out
from docs.programme_file.fields import EXAMPLES, SECTIONS, TABLES, described
from docs.programme_file.page import page
from docs.programme_file.schema import schema as made
from tests.broken_files import BROKEN
from tests.strategies import programmes

ROOT = Path(__file__).parents[2]
PROGRAMMES = sorted((ROOT / "examples").glob("*.toml"))
VALIDATOR = Draft7Validator(schema("programme"))


def as_json(value: object) -> Any:
    """Give what TOML holds as JSON has it, as the editors do: dates and times as texts."""
    return json.loads(json.dumps(value, default=lambda moment: moment.isoformat()))


def problems(text: str) -> list[str]:
    return [f"{one.json_path}: {one.message}" for one in VALIDATOR.iter_errors(as_json(tomllib.loads(text)))]


def test_schema_and_page_are_made_from_the_classes():
    assert schema_text("programme") == laid_out(made()) + "\n", "run `make schemas`"
    assert PAGE.read_text("utf-8") == page(), "run `make schemas`"
    Draft7Validator.check_schema(schema("programme"))


@given(programmes())
def test_every_programme_that_is_written_holds_to_the_schema(programme):
    assert problems(dump(programme)) == []


@pytest.mark.parametrize("path", PROGRAMMES, ids=lambda path: path.stem)
def test_an_example_holds_to_the_schema(path):
    assert problems(path.read_text("utf-8")) == []


FIELDS = [one for record in (*(each for each, _ in SECTIONS.values()), *TABLES) for one in described(record)]
WITH_EXAMPLE = [one for one in FIELDS if one.example]


@pytest.mark.parametrize("one", WITH_EXAMPLE, ids=lambda one: f"{one.record.__name__}.{one.name}")
def test_an_example_of_a_field_is_read_and_holds_to_the_schema(one):
    value = tomllib.loads(f"value = {one.example}")["value"]
    context = Context(people=frozenset({"cho"}), parties=frozenset({"korea"}), names={})
    _shape(one.record).readers[one.name](value, one.name, context)
    whole: Any = schema("programme")
    table = whole if one.record is Programme else whole["definitions"][one.record.__name__.lower()]
    here = Draft7Validator({**table["properties"][one.name], "definitions": whole["definitions"]})

    assert [*map(str, context.problems), *map(str, context.missing)] == []
    assert [error.message for error in here.iter_errors(as_json(value))] == []


def test_every_example_is_of_a_field():
    assert {*EXAMPLES} <= {f"{one.record.__name__}.{one.name}" for one in FIELDS}
    assert all(one.words for one in FIELDS)


REFUSED = [broken for broken in BROKEN if "is nothing that" in broken.words or "is missing" in broken.words]


@pytest.mark.parametrize("broken", REFUSED, ids=[broken.name for broken in REFUSED])
def test_what_a_file_cannot_have_the_schema_refuses(broken):
    assert problems(broken.data.decode())


# --- editors ----------------------------------------------------------------------------------------------------------

START = f"""{SCHEMA_LINE}
key = "visit"
title = "A visit"

[[events]]
key = "talks"
title = "Talks"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    tmp_path.joinpath("programme.schema.json").write_text(schema_text("programme"), "utf-8")
    return tmp_path


def lint(folder: Path, text: str, *command: str) -> tuple[int, str]:
    folder.joinpath("visit.toml").write_text(text, "utf-8")
    program = Path(sys.executable).with_name(command[0])
    done = subprocess.run(
        [program, *command[1:], "visit.toml"], cwd=folder, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout + done.stderr


LINTERS = {"tombi": ("tombi", "lint", "--offline"), "taplo": ("taplo", "check")}


@pytest.mark.parametrize("linter", LINTERS)
def test_an_editor_s_linter_takes_what_is_sound_and_refuses_the_rest(folder, linter):
    assert lint(folder, START + 'when = "on Thursday"\ndate = 2025-05-08\n', *LINTERS[linter])[0] == 0
    for wrong, named in [
        ('wen = "on Thursday"', "wen"),
        ('status = "maybe"', "maybe"),
        ("status = 1", "1"),
        ('date = "soon"', ""),
        ("[[events.days]]\nkey = 'd'", "when"),
        ("[people.cho]\noffice = 'Minister'", "name"),
    ]:
        code, words = lint(folder, f"{START}{wrong}\n", *LINTERS[linter])
        assert code != 0, wrong
        assert named in words, wrong


class Editor:
    """A language server that is spoken to as an editor does."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.last = folder, 0
        command = [str(Path(sys.executable).with_name("tombi")), "lsp", "--offline"]
        self.server = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=folder
        )
        self.ask("initialize", {"processId": None, "rootUri": folder.as_uri(), "capabilities": {}})
        self.tell("initialized", {})

    def completed(self, text: str) -> list[str]:
        """Open another file and ask what may stand at its end."""
        uri = self.folder.joinpath(f"visit-{self.last}.toml").as_uri()
        self.tell(
            "textDocument/didOpen", {"textDocument": {"uri": uri, "languageId": "toml", "version": 1, "text": text}}
        )
        *above, line = text.split("\n")
        place = {"line": len(above), "character": len(line)}
        items: list[dict[str, str]] = []
        until = time.monotonic() + 30
        while not items and time.monotonic() < until:  # the server may still be reading the schema
            found: Any = self.ask("textDocument/completion", {"textDocument": {"uri": uri}, "position": place})
            items = found if isinstance(found, list) else (found or {}).get("items", [])
        self.tell("textDocument/didClose", {"textDocument": {"uri": uri}})
        return [item["label"] for item in items]

    def ask(self, method: str, params: object) -> object:
        self.last += 1
        self._send({"id": self.last, "method": method, "params": params})
        while True:
            message = self._next()
            if message.get("id") == self.last and "method" not in message:
                return message.get("result")
            if "id" in message:  # the server asks back: an editor without settings
                wanted = (
                    message.get("params", {}).get("items", []) if message["method"].endswith("configuration") else []
                )
                self._send({"id": message["id"], "result": [None] * len(wanted) or None})

    def tell(self, method: str, params: object) -> None:
        self._send({"method": method, "params": params})

    def close(self) -> None:
        self.server.kill()
        self.server.communicate()

    def _send(self, message: dict[str, object]) -> None:
        content = json.dumps({"jsonrpc": "2.0"} | message).encode()
        pipe = cast(IO[bytes], self.server.stdin)
        pipe.write(b"Content-Length: %d\r\n\r\n" % len(content) + content)
        pipe.flush()

    def _next(self) -> dict[str, Any]:
        pipe, length = cast(IO[bytes], self.server.stdout), 0
        while line := pipe.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        found: dict[str, Any] = json.loads(pipe.read(length))
        return found


@pytest.fixture
def editor(folder) -> Iterator[Editor]:
    editor = Editor(folder)
    yield editor
    editor.close()


def test_an_editor_completes_fields_and_values(editor):
    assert "status" in editor.completed(START + "st")
    assert {'"confirmed"', '"cancelled"'} <= {*editor.completed(START + "status = ")}
    assert {"sources", "people", "places"} <= {*editor.completed(f"{SCHEMA_LINE}\n")}
    assert {one.name for one in described(Event)} - {*editor.completed(START)} == {"key", "title"}
