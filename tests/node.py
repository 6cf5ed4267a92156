"""Programs of others in JavaScript, run in node with the packages that `make test` installs beside Python's."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

FOLDERS = [*filter(None, os.environ.get("NODE_PATH", "").split(os.pathsep)), str(Path(sys.prefix, "node_modules"))]


def package(name: str) -> Path:
    """Find a package's folder. Skips the test where it is not installed."""
    for folder in FOLDERS:
        if (found := Path(folder, name)).is_dir():
            return found
    pytest.skip(f"node has no package {name} here")


def answer(script: str, asked: str, *, needs: str) -> Any:
    """Run a script that reads what is asked; give the JSON that it prints. Skips without node or what it needs."""
    if shutil.which("node") is None:
        pytest.skip("no node on the PATH")
    package(needs)
    done = subprocess.run(
        ["node", "-e", script],
        input=asked,
        env=os.environ | {"NODE_PATH": os.pathsep.join(FOLDERS)},
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    return json.loads(done.stdout)
