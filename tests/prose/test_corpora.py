"""Texts with known dates, read whole: misses are listed, certainties stated, and the promised figures hold."""

import pytest

from tests.benchmarks import accuracy, misses, programs


@pytest.fixture(scope="module")
def tool() -> programs.Tool:
    return programs.find("diplocal")


@pytest.mark.parametrize("name", accuracy.SETS)
def test_what_is_missed_is_listed_and_how_sure_the_rest_is_is_stated(name: str, tool: programs.Tool) -> None:
    """Write the files anew with `make misses`, and read the difference."""
    result = accuracy.measure(name, tool)
    if not result.texts:
        pytest.skip("no ../shared beside the checkout: its texts are optional")
    assert not result.errors
    for file, found in misses.lists(name, result):
        assert found == file.read_text(encoding="utf-8").splitlines()
    assert accuracy.missed_figures(name, result) == []
