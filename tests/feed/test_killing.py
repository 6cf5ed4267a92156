"""Publishers killed at random, several at once: a few in the suite, DIPLOCAL_KILLS=500 for the whole run."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

KILLS = os.environ.get("DIPLOCAL_KILLS", "15")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
@pytest.mark.parametrize("publishers", [1, 4])
def test_publishers_killed_at_random_leave_no_torn_feed_and_lose_no_revision(publishers):
    command = [sys.executable, "-m", "tests.feed.killing", "--kills", KILLS, "--publishers", str(publishers)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parents[2], check=False)

    assert done.stderr == ""
    assert done.returncode == 0
