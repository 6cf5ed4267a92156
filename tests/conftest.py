"""What all tests share: how Hypothesis runs, what rows are called, where optional data lies."""

import os
import signal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.row_names import row_name
from tools.shared import SHARED

# The same examples on every run, however slow the machine; HYPOTHESIS_PROFILE=thorough looks further, "few" less far
# (for `make quality`), and "fresh" takes those of --hypothesis-seed, others for each commit (`make test SEED=...`).
settings.register_profile(
    "usual",
    derandomize=True,
    deadline=None,
    max_examples=60,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("few", settings.get_profile("usual"), max_examples=10)
settings.register_profile("thorough", settings.get_profile("usual"), max_examples=2000)
settings.register_profile("fresh", settings.get_profile("usual"), derandomize=False)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "usual"))

# A background job of a shell ignores SIGINT, and so would every process that a test starts; one whose parent handles it
# does not.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_make_parametrize_id(val: object) -> str | None:
    return row_name(val)


@pytest.fixture(scope="session")
def shared() -> Path:
    """Give the folder of articles and cases that may lie beside the checkout."""
    if not SHARED.is_dir():
        pytest.skip("no ../shared beside the checkout: its articles and cases are optional")
    return SHARED
