"""A feed subscribed to for real: vdirsyncer pulls it over loopback HTTP, khal lists it, Radicale gives it back."""

import os
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from base64 import b64encode
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from icalendar import Calendar

from diplocal.feed import publish
from diplocal.model import Status
from diplocal.timeline import Hours
from tests.exporters.harbour_talks import TIMELINE, at
from tests.feed.editing import FIRST, SECOND, changed, entry

LATER = changed("press", changed("dinner", timing=Hours(at(12, 20), at(12, 22))), status=Status.CANCELLED)

COMMANDS = {"vdirsyncer": "app", "khal": "main_khal"}
ANYBODY = "Basic " + b64encode(b"desk:anything").decode()  # whose principal Radicale makes at the first request


class Quiet(SimpleHTTPRequestHandler):
    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, ".ics": "text/calendar; charset=utf-8"}  # noqa: RUF012

    def log_message(self, *_given: object) -> None:
        """Say nothing."""


@pytest.fixture
def site(tmp_path) -> Iterator[tuple[Path, str]]:
    """Serve a folder; give the feed's file in it and its address."""
    folder = tmp_path / "site"
    folder.mkdir()
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder)) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield folder / "feed.ics", f"http://127.0.0.1:{server.server_port}/feed.ics"
        finally:
            server.shutdown()
            thread.join()


class Subscriber:
    """vdirsyncer and khal in a home of their own."""

    def __init__(self, home: Path, address: str) -> None:
        self.home, self.items = home, home / "items"
        self.items.mkdir(parents=True)
        (home / "vdirsyncer.ini").write_text(f"""\
[general]
status_path = "{home / "status"}"

[pair feed]
a = "here"
b = "there"
collections = null
conflict_resolution = "b wins"

[storage here]
type = "filesystem"
path = "{self.items}"
fileext = ".ics"

[storage there]
type = "http"
url = "{address}"
""")
        (home / "khal.ini").write_text(f"""\
[calendars]
[[feed]]
path = {self.items}
readonly = True

[sqlite]
path = {home / "khal.db"}

[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = Europe/Oslo
default_timezone = Europe/Oslo
""")
        self.run("vdirsyncer", "-c", str(home / "vdirsyncer.ini"), "discover")

    def run(self, *command: str) -> str:
        environment = {**os.environ, "HOME": str(self.home), "LC_ALL": "C.UTF-8", "TZ": "Europe/Oslo"}
        for name in ("CONFIG", "DATA", "CACHE", "STATE"):
            environment[f"XDG_{name}_HOME"] = str(self.home / name.lower())
        code = f"from {command[0]}.cli import {COMMANDS[command[0]]} as run; run()"
        done = subprocess.run(
            [sys.executable, "-W", "ignore", "-c", code, *command[1:]],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr + done.stdout
        return done.stdout + done.stderr

    def pull(self) -> str:
        return self.run("vdirsyncer", "-c", str(self.home / "vdirsyncer.ini"), "sync")

    def listed(self) -> list[str]:
        form = "{start-long-full}|{status}|{title}"
        given = ("list", "--notstarted", "--day-format", "", "--format", form, "2025-09-10", "21d")
        lines = self.run("khal", "-c", str(self.home / "khal.ini"), *given).splitlines()
        return sorted(dict.fromkeys(line for line in lines if "|" in line))

    def copied(self) -> dict[str, tuple[int, int]]:
        return {one.name: (one.stat().st_ino, one.stat().st_mtime_ns) for one in self.items.iterdir()}


def test_a_subscriber_has_the_feed_is_left_in_peace_and_sees_what_changed(site, tmp_path):
    path, address = site
    publish(path, TIMELINE, FIRST)
    subscriber = Subscriber(tmp_path / "home", address)

    subscriber.pull()
    first = subscriber.copied()
    assert len(first) == len(Calendar.from_ical(path.read_bytes()).events)
    listed = subscriber.listed()
    assert "2025-09-11 19:00|TENTATIVE |Dinner of the League" in listed
    assert "2025-09-12 11:30|CONFIRMED |Joint press conference" in listed

    publish(path, TIMELINE, SECOND)
    assert "Copying" not in subscriber.pull()
    assert subscriber.copied() == first

    publish(path, LATER, SECOND)
    subscriber.pull()
    second = subscriber.copied()
    assert len(second) == len(first)
    assert len(first.items() - second.items()) == 2  # files of the others are not even written again
    listed = subscriber.listed()
    assert "2025-09-12 20:00|TENTATIVE |Dinner of the League" in listed
    assert "2025-09-12 11:30|CANCELLED |Cancelled: Joint press conference" in listed


def status(address: str, since: str) -> tuple[int, str]:
    """Ask as a calendar does that has the feed since a moment."""
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers={"If-Modified-Since": since})) as answer:
            return answer.status, answer.headers["Last-Modified"]
    except urllib.error.HTTPError as error:
        return error.code, since


def test_a_server_says_not_modified_until_something_changed(site):
    path, address = site
    publish(path, TIMELINE, FIRST)
    os.utime(path, (1_700_000_000, 1_700_000_000))  # long ago: HTTP counts whole seconds
    _, since = status(address, "Thu, 01 Jan 1970 00:00:00 GMT")

    publish(path, TIMELINE, SECOND)
    assert status(address, since)[0] == 304
    publish(path, LATER, SECOND)
    assert status(address, since)[0] == 200


@pytest.fixture
def radicale(tmp_path) -> Iterator[str]:
    """Run Radicale on a free port; give the address of a calendar that isn't there yet."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = ["--server-hosts", f"127.0.0.1:{port}", "--auth-type", "none", "--logging-level", "warning"]
    folder = ["--storage-filesystem-folder", str(tmp_path / "collections")]
    command = [sys.executable, "-m", "radicale", "--config", "", *options, *folder]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            await_answer(f"http://127.0.0.1:{port}/", server)
            yield f"http://127.0.0.1:{port}/desk/harbour/"
        finally:
            server.terminate()


def await_answer(address: str, server: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + 30
    while server.poll() is None and time.monotonic() < end:
        try:
            urllib.request.urlopen(address, timeout=5).close()
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
        else:
            return
    pytest.fail("Radicale does not answer")


def put(address: str, octets: bytes) -> None:
    headers = {"Content-Type": "text/calendar; charset=utf-8", "Authorization": ANYBODY}
    urllib.request.urlopen(urllib.request.Request(address, octets, headers, method="PUT"), timeout=30).close()


def got(address: str) -> bytes:
    with urllib.request.urlopen(urllib.request.Request(address, headers={"Authorization": ANYBODY})) as answer:
        octets: bytes = answer.read()
    return octets


def test_radicale_takes_a_feed_and_gives_it_back(radicale, tmp_path):
    for timeline, now, start, status in [(TIMELINE, FIRST, at(11, 19), None), (LATER, SECOND, at(12, 20), "CANCELLED")]:
        feed, _ = publish(tmp_path / "feed.ics", timeline, now)
        put(radicale, feed.octets)
        back = got(radicale)

        assert {told["UID"]: said(told) for told in Calendar.from_ical(back).events} == {
            told["UID"]: said(told) for told in Calendar.from_ical(feed.octets).events
        }
        assert entry(back, "dinner").start == start
        assert entry(back, "press")["STATUS"] == (status or "CONFIRMED")


def said(told) -> dict[str, object]:
    return {name: told.decoded(name) if name.startswith("DT") else str(told[name]) for name in told}
