"""Nasty texts in every text field: none becomes a line, all come back, whether or not assertions are switched off."""

import subprocess
import sys
from functools import reduce
from pathlib import Path

import pytest

from diplocal.exporters.rfc5545.unfold import unfold
from tests.feed.nasty_texts import NASTY, PLAIN, TIMELINE, published, replaced, text_fields


def everywhere(text: str) -> list[str]:
    """Name the lines of a feed in which every text is this one."""
    fields = text_fields(TIMELINE)
    octets = published(reduce(lambda timeline, path: replaced(timeline, path, text), fields, TIMELINE))
    return [line.name for line in unfold(octets)]


@pytest.mark.parametrize("text", NASTY.values(), ids=NASTY)
def test_no_text_becomes_a_line_in_all_fields_at_once(text):
    assert everywhere(text) == everywhere(PLAIN)


def test_no_text_becomes_a_line_and_every_text_comes_back_without_assertions():
    command = [sys.executable, "-O", "-m", "tests.feed.nasty_texts"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parents[2], check=False)

    assert done.stderr == ""
    assert done.returncode == 0
    assert int(done.stdout.split()[0]) > 50
