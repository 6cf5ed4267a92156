"""Nasty texts in every text field: none becomes a line, all come back, whether or not assertions are switched off."""

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize("flags", [[], ["-O"]], ids=["python", "python -O"])
def test_no_text_becomes_a_line_and_every_text_comes_back(flags):
    command = [sys.executable, *flags, "-m", "tests.feed.nasty_texts"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parents[2], check=False)

    assert done.stderr == ""
    assert done.returncode == 0
    assert int(done.stdout.split()[0]) > 50
