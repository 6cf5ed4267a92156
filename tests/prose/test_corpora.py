"""Texts with known dates, read whole: what is missed is listed, and the promised figures hold."""

import pytest

from tests.benchmarks import accuracy, misses, programs


@pytest.fixture(scope="module")
def tool() -> programs.Tool:
    return programs.find("diplocal")


@pytest.mark.parametrize("name", accuracy.SETS)
def test_what_is_missed_or_unsure_is_listed(name: str, tool: programs.Tool) -> None:
    """Rewrite the lists with `make misses`, and read the difference."""
    result = accuracy.measure(name, tool)
    if not result.texts:
        pytest.skip("no ../shared beside the checkout: its texts are optional")
    assert not result.errors
    for file, listed in misses.lists(name, result):
        assert listed == file.read_text(encoding="utf-8").splitlines()
    assert accuracy.missed_figures(name, result) == []
