"""What all tests share: how Hypothesis runs, and where the optional test data lies."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# The same examples on every run, however slow the machine; HYPOTHESIS_PROFILE=thorough looks further.
settings.register_profile(
    "usual",
    derandomize=True,
    deadline=None,
    max_examples=60,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("thorough", settings.get_profile("usual"), max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "usual"))

SHARED = Path(__file__).parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """Give the folder of articles and cases that may lie beside the checkout."""
    if not SHARED.is_dir():
        pytest.skip("no ../shared beside the checkout: its articles and cases are optional")
    return SHARED
