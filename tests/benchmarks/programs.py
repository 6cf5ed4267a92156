"""Programs that read JSON lines of documents: diplocal and the ones it is measured against.

Each is only a command line. Nothing here times or judges what they answer.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from attrs import Factory, frozen

from tools.corpus import PROJECT, Text

HERE = Path(__file__).resolve().parent
DRIVERS = HERE / "drivers"
CACHE = HERE / ".cache"
CHRONO = "chrono-node@2.10.3"
COMPILED = PROJECT / ".venv-compiled" / "bin" / "python"
NAMES = ("diplocal", "compiled", "chrono", "dateparser", "parsedatetime")

Answer = dict[str, Any]


class UnavailableError(Exception):
    """A program that cannot be run here, with the reason as its message."""


@frozen
class Tool:
    """A command that takes documents on stdin, one JSON line each, and answers with a line each."""

    name: str
    command: tuple[str, ...]
    environment: dict[str, str] = Factory(dict)

    def process_environment(self) -> dict[str, str]:
        """As installed: what is imported is compiled to bytecode once, which the first of several runs does."""
        inherited = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        return inherited | {"TZ": "UTC"} | self.environment


def find(name: str, cache: Path = CACHE) -> Tool:
    """Get a program ready to run, installing chrono-node into `cache` at its first use."""
    if name == "diplocal":
        return Tool(name, (sys.executable, "-m", "diplocal", "scan", "--jsonl", "-"))
    if name == "compiled":
        return _compiled()
    if name == "chrono":
        return _chrono(cache)
    driver = DRIVERS / f"{name}_lines.py"
    probe = subprocess.run([sys.executable, "-c", f"import {name}"], capture_output=True, check=False)
    if probe.returncode:
        raise UnavailableError(f"{name} is not installed (it is in the dependency group `bench`)")
    return Tool(name, (sys.executable, str(driver)))


def _compiled() -> Tool:
    """Take diplocal with its compiled modules, as the sources are now."""
    finished = COMPILED.parents[1] / ".installed"
    if not finished.exists():
        raise UnavailableError("diplocal is not compiled: run `make compiled`, which needs a C compiler")
    newest = max(path.stat().st_mtime for path in (PROJECT / "src").rglob("*.py"))
    if finished.stat().st_mtime < newest:
        raise UnavailableError("what is compiled is older than the sources: run `make compiled`")
    return Tool("compiled", (str(COMPILED), "-m", "diplocal", "scan", "--jsonl", "-"))


def _chrono(cache: Path) -> Tool:
    node = shutil.which("node")
    if node is None:
        raise UnavailableError("node is not on the path")
    modules = cache / "node_modules"
    if not (modules / "chrono-node").is_dir():
        _install_chrono(cache)
    return Tool("chrono", (node, str(DRIVERS / "chrono.cjs")), {"NODE_PATH": str(modules)})


def _install_chrono(cache: Path) -> None:
    npm = shutil.which("npm")
    if npm is None:
        raise UnavailableError(f"npm is not on the path, and {CHRONO} is not in the cache")
    cache.mkdir(parents=True, exist_ok=True)
    quiet = ("--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts")
    command = [npm, "install", "--prefix", str(cache), *quiet, CHRONO]
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    if done.returncode:
        raise UnavailableError(f"npm could not install {CHRONO}: {done.stderr.strip()[-300:]}")


def request(text: Text) -> str:
    """Encode what a program is given of a text; the labels stay here."""
    row = {"id": text.id, "text": text.text, "published": str(text.day), "zone": text.zone}
    return json.dumps(row) + "\n"


def scan(tool: Tool, texts: Sequence[Text]) -> dict[str, Answer]:
    """Run a program over texts and return its answers by the ids of the texts.

    A text without an answer counts as one with an error. Raises `UnavailableError` if nothing came back.
    """
    done = subprocess.run(
        tool.command,
        input="".join(map(request, texts)),
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        cwd=PROJECT,
        env=tool.process_environment(),
        check=False,
    )
    answers = [json.loads(line) for line in done.stdout.splitlines() if line.strip()]
    if texts and not answers:
        raise UnavailableError(f"{tool.name} answered nothing: {done.stderr.strip()[-600:]}")
    missing: Answer = {"mentions": [], "error": "no answer"}
    by_id = {answer.get("id"): answer for answer in answers}
    return {text.id: by_id.get(text.id, missing) for text in texts}
