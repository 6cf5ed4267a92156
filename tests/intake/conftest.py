"""The tests of reading see what a plain installation does; those of trimming ask for more."""

import pytest

from diplocal.intake import trimming


@pytest.fixture(autouse=True)
def _plain_installation(request, monkeypatch):
    if "with_trafilatura" not in request.fixturenames:
        monkeypatch.setattr(trimming, "find_spec", lambda _: None)


@pytest.fixture
def with_trafilatura():
    """Cut what stands above and below the text of a page, as trafilatura, which is installed for the tests, does."""
