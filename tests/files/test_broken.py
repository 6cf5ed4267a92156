"""Whatever is wrong with a file, a person is told which file, where, and why; never a traceback."""

import pytest

from diplocal.errors import ProgrammeError
from diplocal.files import decode, load
from tests.broken_files import BROKEN, SOUND, Broken


def refused(data: bytes, name: str) -> ProgrammeError:
    with pytest.raises(ProgrammeError) as caught:
        load(decode(data, name), name=name)
    return caught.value


def test_the_file_that_the_others_are_made_from_is_sound():
    programme = load(SOUND)
    assert [event.key for event in programme.events] == ["visit"]


def test_there_are_enough_of_them_and_each_has_its_name():
    assert len({broken.name for broken in BROKEN}) == len(BROKEN) >= 60


@pytest.mark.parametrize("broken", BROKEN, ids=[broken.name for broken in BROKEN])
def test_a_broken_file_is_told_with_its_name_and_path(broken: Broken):
    error = refused(broken.data, f"{broken.name}.toml")
    assert str(error).startswith(f"{broken.name}.toml: ")
    (problem,) = error.problems
    assert problem.where.startswith(broken.where)
    assert broken.words in str(problem)
    assert str(problem).isprintable()


def test_an_empty_file_lacks_a_key_and_a_title():
    assert [problem.where for problem in refused(b"", "x").problems] == ["key", "title"]


def test_text_alone_may_be_too_long():
    with pytest.raises(ProgrammeError, match="has more than 10,000,000 characters"):
        load("#" * 10_000_001)


def test_all_problems_are_told_at_once_in_the_order_of_the_file():
    text = SOUND.replace('zone = "Asia/Seoul"', 'zone = "Seoul"').replace('"confirmed"', '"confirmd"')
    text = text.replace('name = "Mark Rutte"', "name = 5").replace('"Thursday"', '"on Thrusday"')
    text = text.replace('"undated"', '"31 June"').replace("host: rutte", "host: ruttee")
    assert [problem.where for problem in refused(text.encode(), "x").problems] == [
        "sources.ministry.zone",
        "people.rutte.name",
        "events[0].status",
        "events[0].days[0].when",
        "events[0].sessions[0].participants[1]",
        "events[0].sessions[0].when",
    ]


def test_what_follows_from_a_problem_is_not_told_again():
    text = SOUND.replace("[places.brussels]", "[place.brussels]")
    assert [problem.where for problem in refused(text.encode(), "x").problems] == ["place"]
