"""Whatever a file holds, reading it gives a programme or says what is wrong; nothing else is ever raised."""

import tomllib

from hypothesis import given
from hypothesis import strategies as st

from diplocal.errors import ProgrammeError
from diplocal.files import decode, dump, load
from diplocal.files.writing import lay_out
from diplocal.model import Programme
from tests.broken_files import SOUND
from tests.strategies import dates, moments, texts

SCALARS = (
    texts | st.integers() | st.booleans() | st.floats() | dates | moments | st.sampled_from(["cho", "visit", "rok"])
)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3), max_leaves=5
)


def problems_of(error: ProgrammeError) -> str:
    message = str(error)
    message.encode()
    assert message.startswith("any.toml: ")
    assert all(line.isprintable() for line in message.splitlines())
    return message


def read(text: str) -> Programme | None:
    """Read a file, and give nothing for one with problems; their messages can always be written."""
    try:
        return load(text, name="any.toml")
    except ProgrammeError as error:
        problems_of(error)
        return None


@given(st.binary())
def test_any_octets(data):
    try:
        read(decode(data, "any.toml"))
    except ProgrammeError as error:
        problems_of(error)


@given(st.text())
def test_any_text(text):
    read(text)


@given(st.integers(0, len(SOUND)), st.integers(0, 30), st.text(max_size=4))
def test_a_sound_file_with_a_piece_replaced(start, length, new):
    read(SOUND[:start] + new + SOUND[start + length :])


@given(st.data(), VALUES)
def test_a_sound_file_with_any_value_replaced(data, value):
    document = tomllib.loads(SOUND)
    holder: dict | list = document
    while True:
        step = data.draw(st.sampled_from(sorted(holder) if isinstance(holder, dict) else range(len(holder))))
        if not isinstance(holder[step], dict | list) or not holder[step] or data.draw(st.booleans()):
            holder[step] = value
            break
        holder = holder[step]
    programme = read(lay_out(document, {}, {}))
    if programme is not None:
        assert load(dump(programme)) == programme
