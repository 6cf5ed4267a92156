"""The examples: each runs, prints what is written down for it, whatever the machine, and is short."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[1] / "examples"
PRINTED = Path(__file__).parent / "golden" / "examples"
NAMES = ("explain_dates", "programme_to_feed", "read_news", "settle_choice", "zones_in_markdown")
LONGEST = 60


def printed(name: str, folder: Path, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, EXAMPLES / f"{name}.py"],
        cwd=folder,
        env=os.environ | {"PYTHONIOENCODING": "utf-8", "PYTHONWARNINGS": "error"} | environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.mark.parametrize("name", NAMES)
def test_an_example_prints_what_is_written_down(name, tmp_path):
    expected = (PRINTED / f"{name}.txt").read_text(encoding="utf-8")
    assert printed(name, tmp_path, TZ="UTC", PYTHONHASHSEED="0") == expected
    assert printed(name, tmp_path, TZ="Pacific/Kiritimati", PYTHONHASHSEED="1", LC_ALL="C") == expected
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", NAMES)
def test_an_example_is_short_and_says_what_it_shows(name):
    text = (EXAMPLES / f"{name}.py").read_text(encoding="utf-8")
    assert len(text.splitlines()) < LONGEST
    assert text.startswith('"""')


def test_every_short_script_is_tried():
    assert {path.stem for path in EXAMPLES.glob("*.py")} - {"nato_brussels_2025"} == {*NAMES}
