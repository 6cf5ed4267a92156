"""A file that is edited in place says the other programme, and keeps what was typed."""

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from diplocal.errors import ProgrammeError
from diplocal.files import dump, edit, load
from diplocal.model import Event, Participant, Person, Place, Programme, Session, Source, Status
from tests.broken_files import SOUND
from tests.strategies import programmes

TYPED = """\
# The visit, as we know it
key = "visit"
title = "A visit"   # ours

[sources.ministry]
publisher = "The ministry"
published = 2025-04-01 # a Tuesday

# Who goes
[people.cho]
name = "Cho Tae-yul"

[places]
brussels = {
  name = "Brussels", # on several lines, as of TOML 1.1
  country = "BE",
}

[[events]]
key = 'visit'
title = "Visit to Brussels"
when = "from Wednesday to Friday" # so they say
place = "brussels"

  [[events.sessions]]
  key = "dinner"
  title = "Dinner" # with the host
  when = "Thursday"
  time = "19.30"
  participants = [
    "cho", # he comes alone
  ]

[[events]]
key = "after"
title = "Afterwards"
"""


def test_one_field_changes_one_line():
    said = load(TYPED)
    visit, after = said.events
    dinner = evolve(visit.sessions[0], status=Status.CANCELLED)
    edited = edit(TYPED, evolve(said, events=[evolve(visit, sessions=[dinner]), after]))
    assert [line for line in edited.splitlines() if line not in TYPED.splitlines()] == ['  status = "cancelled"']
    assert [line for line in TYPED.splitlines() if line not in edited.splitlines()] == []


def test_what_is_added_stands_behind_its_like():
    said = load(TYPED)
    visit, after = said.events
    more = evolve(
        said,
        sources=[*said.sources, Source(key="update", publisher="The ministry")],
        people=[*said.people, Person(key="rutte", name="Mark Rutte")],
        places=[*said.places, Place(key="oslo", name="Oslo")],
        events=[
            evolve(visit, sessions=[*visit.sessions, Session(key="lunch", title="Lunch")]),
            evolve(after, sessions=[Session(key="talks", title="Talks", participants=[Participant(person="rutte")])]),
            Event(key="later", title="Later", sessions=[Session(key="last", title="Last")]),
        ],
    )
    edited = edit(TYPED, more)
    assert load(edited) == more
    assert [line for line in TYPED.splitlines() if line not in edited.splitlines()] == []
    assert edited.index('"lunch"') < edited.index('"after"') < edited.index('"talks"')


def test_a_value_that_goes_takes_its_line():
    said = load(TYPED)
    visit, after = said.events
    edited = edit(TYPED, evolve(said, events=[evolve(visit, when=None), after]))
    assert "so they say" not in edited
    assert load(edited).events[0].when is None


def test_a_programme_with_problems_is_not_written():
    said = load(TYPED)
    with pytest.raises(ProgrammeError):
        edit(TYPED, evolve(said, key=""))


def test_inline_events_are_edited_too():
    typed = 'key = "visit"\ntitle = "A visit"\nevents = [{ key = "talks", title = "Talks" }]\n'
    said = load(typed)
    talks = evolve(said.events[0], status=Status.CANCELLED)
    more = evolve(said, events=[talks, Event(key="lunch", title="Lunch")])
    assert load(edit(typed, more)) == more


@given(programmes(), st.data())
def test_any_programme_is_edited_to_say_another(programme, data):
    text = dump(programme)
    other = data.draw(changed(programme))
    assert load(edit(text, other)) == other


@st.composite
def changed(draw: st.DrawFn, programme: Programme) -> Programme:
    events = [
        evolve(
            event,
            title=draw(st.sampled_from([event.title, "Another title"])),
            status=draw(st.sampled_from(Status)),
            to_check=draw(st.sampled_from([(), ("look", "at it")])),
            sessions=[evolve(one, note=draw(st.sampled_from([one.note, "", "new\nlines"]))) for one in event.sessions],
        )
        for event in programme.events
    ]
    added = draw(st.lists(st.just(Event(key="an-added-event", title="Added")), max_size=1))
    return evolve(programme, events=[*events, *added], note=draw(st.sampled_from([programme.note, "A note"])))


def test_a_file_stays_as_it_is_where_nothing_changes():
    for text in (TYPED, SOUND):
        assert edit(text, load(text)) == text
