"""`diplocal demo`: the article's programme, the same in the package, in the examples and as Python."""

from importlib import resources
from pathlib import Path

from diplocal import files
from diplocal.exporters import export
from diplocal.resolver import resolve
from examples.nato_brussels_2025 import PROGRAMME

SHIPPED = resources.files("diplocal").joinpath("nato_brussels_2025.toml").read_bytes()


def test_the_programme_is_the_one_of_the_examples():
    example = Path(__file__).parents[2] / "examples" / "nato_brussels_2025.toml"
    assert example.read_bytes() == SHIPPED
    assert files.load(SHIPPED.decode()) == PROGRAMME


def test_everything_is_written_and_the_timeline_printed(diplocal, folder):
    result = diplocal("demo")
    assert result.exit_code == 0
    timeline = resolve(PROGRAMME)
    place = folder / "diplocal-demo"
    assert result.stdout_bytes == export(timeline, "markdown") == (place / "nato_brussels_2025.md").read_bytes()
    assert (place / "nato_brussels_2025.ics").read_bytes() == export(timeline, "ical")
    assert (place / "nato_brussels_2025.toml").read_bytes() == SHIPPED
    assert "written: diplocal-demo/nato_brussels_2025.ics" in result.stderr


def test_a_second_run_writes_the_same_bytes(diplocal, folder):
    def written() -> dict[str, bytes]:
        diplocal("demo", "new/folder")
        return {path.name: path.read_bytes() for path in (folder / "new/folder").iterdir()}

    assert written() == written()


def test_a_changed_programme_is_kept(diplocal, folder):
    diplocal("demo")
    programme = folder / "diplocal-demo" / "nato_brussels_2025.toml"
    programme.write_text("mine")
    result = diplocal("demo")
    assert result.exit_code == 1
    assert "is there, with changes" in result.stderr
    assert programme.read_text() == "mine"


def test_a_file_is_no_folder(diplocal):
    result = diplocal("demo", "talks.toml")
    assert result.exit_code == 2
    assert "'talks.toml' is a file; name a folder" in result.stderr
