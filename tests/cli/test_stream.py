"""`diplocal scan --jsonl` as a whole process: in order, at once, the same bytes from several processes, clean ends."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, cast

import pytest

from diplocal.cli.commands.scan import LONG
from diplocal.cli.jsonl import ENOUGH

DIPLOCAL = (sys.executable, "-m", "diplocal")
COMMAND = (*DIPLOCAL, "scan", "--jsonl")
ONE = b'{"id":"a","text":"on 3 April 2025","published":"2025-04-01","zone":"Asia/Seoul"}\n'
FULL = Path("/dev/full")

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals and processes as POSIX has them")


def document(name: object, text: str) -> bytes:
    return json.dumps({"id": name, "text": text, "published": "2025-04-01"}).encode() + b"\n"


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    """A file that is worth sharing, with broken and blank lines, short documents and long ones."""
    filler = "The ministers of both countries spoke at length about trade, security and the climate. " * 60
    lines: list[bytes] = []
    size = 0
    while size < 2 * ENOUGH:
        number = len(lines) + 1
        text = filler[: number * 997 % len(filler)] + "They will meet on Thursday. "
        lines.append(b"\n" if number % 11 == 0 else b"broken\n" if number % 37 == 0 else document(number, text))
        size += len(lines[-1])
    path = tmp_path_factory.mktemp("stream") / "many.jsonl"
    path.write_bytes(b"".join(lines))
    return path


def run(*arguments: str, **options):
    return subprocess.run([*COMMAND, *arguments], capture_output=True, check=False, timeout=120, **options)


def test_shared_among_processes_or_not_the_bytes_are_the_same(many):
    alone = run(str(many), "--jobs", "1")
    answered = [json.loads(each) for each in alone.stdout.splitlines()]
    lines = enumerate(many.read_bytes().splitlines(), 1)
    assert alone.returncode == 1
    assert [each.get("id") or each["line"] for each in answered] == [number for number, each in lines if each]
    for shared in (run(str(many), "--jobs", "3"), run("-", "--jobs", "2", input=many.read_bytes())):
        assert (shared.returncode, shared.stderr) == (1, alone.stderr)
        assert shared.stdout == alone.stdout


@pytest.mark.parametrize("encoding", ["ascii", "utf-16"])
def test_the_bytes_do_not_depend_on_the_locale(encoding):
    environment = os.environ | {"PYTHONIOENCODING": encoding, "LC_ALL": "C", "PYTHONUTF8": "0"}
    done = run("-", input=document("Zażółć", ""), env=environment)
    assert done.stdout == '{"id":"Zażółć","mentions":[]}\n'.encode()


class Talk:
    """A run that is spoken to through pipes."""

    def __init__(self) -> None:
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        self.process = subprocess.Popen([*COMMAND, "-", "--jobs", "2"], start_new_session=True, **pipes)  # type: ignore[call-overload]
        self.input = cast(BinaryIO, self.process.stdin)
        self.output = cast(BinaryIO, self.process.stdout)
        self.words = cast(BinaryIO, self.process.stderr)

    def say(self, content: bytes) -> None:
        self.input.write(content)
        self.input.flush()

    def hear(self) -> object:
        return json.loads(self.output.readline()).get("id")

    def say_and_hear(self, content: bytes) -> None:
        """Write and read at the same time, as a pipeline does."""
        writer = threading.Thread(target=self.say, args=(content,))
        writer.start()
        for _ in filter(None, content.splitlines()):
            self.output.readline()
        writer.join()

    def children(self) -> list[int]:
        """The processes that read for it, by the system's table of processes."""
        listed = subprocess.run(
            ["ps", "-A", "-o", "pid=,ppid="], capture_output=True, text=True, check=True
        ).stdout.splitlines()
        pairs = [tuple(map(int, each.split())) for each in listed]
        return [pid for pid, parent in pairs if parent == self.process.pid]

    def say_until_it_leaves(self) -> None:
        while True:
            self.say(ONE)

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        with suppress(BrokenPipeError):  # of what was still buffered
            self.input.close()
        for pipe in (self.output, self.words):
            pipe.close()


@pytest.fixture
def talk():
    """A run that has said nothing yet."""
    talk = Talk()
    yield talk
    talk.close()


def test_who_writes_a_line_and_waits_gets_the_answer(talk, many):
    for number in (1, 2):
        talk.say(document(number, "tomorrow"))
        assert talk.hear() == number
    talk.say_and_hear(many.read_bytes())
    for number in (3, 4):
        talk.say(document(number, "tomorrow"))
        assert talk.hear() == number
    talk.input.close()
    assert talk.output.read() == b""
    assert talk.process.wait() == 1


@pytest.fixture
def busy(talk, many):
    """A run that reads in several processes; they wait for more."""
    content = many.read_bytes()
    for _ in range(20):  # on a busy machine lines may come so slowly that one process is enough
        talk.say_and_hear(content)
        if len(children := talk.children()) == 2:
            return talk, children
    pytest.fail("no further process was started")


def are_gone(pids: list[int]) -> bool:
    for _ in range(1500):  # half a minute, for a machine that does other things too
        if not any(Path(f"/proc/{pid}").exists() if Path("/proc/self").exists() else _answers(pid) for pid in pids):
            return True
        time.sleep(0.02)
    return False


def _answers(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_an_interruption_ends_all(busy):
    talk, children = busy
    os.killpg(talk.process.pid, signal.SIGINT)
    assert talk.process.wait() == 130
    assert talk.words.read().strip() == b""
    assert are_gone(children)


def test_a_reader_that_leaves_ends_all(busy):
    talk, children = busy
    talk.output.close()
    with pytest.raises(BrokenPipeError):
        talk.say_until_it_leaves()
    assert talk.process.wait() == 1
    assert talk.words.read() == b""
    assert are_gone(children)


def test_a_process_that_dies_is_replaced(busy, many):
    talk, children = busy
    os.kill(children[0], signal.SIGKILL)
    for number in (1, 2):
        talk.say(document(number, "tomorrow"))
        assert talk.hear() == number
    talk.say_and_hear(many.read_bytes())
    assert len(talk.children()) == 2
    talk.input.close()
    assert talk.process.wait() == 1  # for the broken lines
    assert b"lines are broken" in talk.words.read()


DEADLY = """
import os, sys
from functools import partial
from diplocal.cli import jsonl
from diplocal.cli.workers import share

deadly = set(map(int, sys.argv[2:]))

def reply(line, number):
    if int(line) in deadly:
        os._exit(11)
    return b"%d %b\\n" % (number, line), True

jsonl.lost = lambda line, number: b"%d lost\\n" % number
work, lost = partial(jsonl.answered, reply), partial(jsonl.one_by_one, reply)
broken = 0
for written, wrong in share(work, jsonl.batches(sys.stdin.buffer, id), jobs=int(sys.argv[1]), lost=lost):
    sys.stdout.buffer.write(written)
    broken += wrong
print(broken, file=sys.stderr)
"""


@pytest.mark.parametrize("jobs", [1, 2, 3])
@pytest.mark.parametrize("deadly", [{0}, {20}, {21, 37, 39}, set(range(40))])
def test_a_line_that_kills_its_process_costs_its_own_answer_alone(jobs, deadly):
    """As a fault in a compiled module would: the process is gone, with what it had answered of its batch."""
    content = b"".join(b"%d\n" % number for number in range(40))
    command = [sys.executable, "-c", DEADLY, str(jobs), *map(str, deadly)]
    done = subprocess.run(command, input=content, capture_output=True, check=True, timeout=120)
    assert int(done.stderr) == len(deadly)
    expected = [f"{n + 1} {'lost' if n in deadly else n}" for n in range(40)]
    assert done.stdout.decode().splitlines() == expected


def test_none_outlives_the_first(busy):
    talk, children = busy
    talk.process.kill()
    talk.process.wait()
    assert are_gone(children)


@pytest.mark.parametrize("size", [LONG, LONG // 2])
def test_progress_is_for_terminals_and_long_files(tmp_path, size):
    path = tmp_path / "blank.jsonl"
    path.write_bytes((b" " * 1023 + b"\n") * (size // 1024))
    terminal, end = os.openpty()
    done = subprocess.run([*COMMAND, str(path)], stdout=subprocess.PIPE, stderr=end, check=False)
    os.write(end, b"end")
    shown = os.read(terminal, 2**16)
    os.close(terminal)
    os.close(end)
    assert (done.returncode, done.stdout) == (0, b"")
    assert (b"100%" in shown) == (size >= LONG)


@pytest.mark.skipif(not FULL.exists(), reason="no full device here")
@pytest.mark.parametrize("arguments", [["scan", "--jsonl", "-"], ["resolve", "tomorrow", "--published", "2025-04-01"]])
def test_a_full_disk_is_told(arguments):
    with FULL.open("wb") as full:
        done = subprocess.run([*DIPLOCAL, *arguments], input=ONE, stdout=full, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (1, b"Error: standard output: No space left on device\n")


@pytest.mark.parametrize(
    ("arguments", "closed", "code", "words"),
    [
        ("scan --jsonl -", "<&-", 2, b"standard input is closed"),
        ("resolve - --published 2025-04-01", "<&-", 2, b"standard input is closed"),
        ("resolve tomorrow --published 2025-04-01", ">&-", 1, b"Error: standard output: "),
        ("resolve tomorrow --published 2025-04-01", ">&- 2>&-", 1, b""),
    ],
)
def test_closed_streams_are_told(arguments, closed, code, words):
    line = f"'{sys.executable}' -m diplocal {arguments} {closed}"
    done = subprocess.run(["/bin/sh", "-c", line], capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (code, b"")
    assert words in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_terminal_is_told_what_is_waited_for():
    terminal, end = os.openpty()
    command = [*DIPLOCAL, "scan", "-", "--published", "2025-04-01"]
    with subprocess.Popen(command, stdin=end, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        words = cast(BinaryIO, process.stderr).readline()
        os.write(terminal, b"They meet on Thursday.\n\x04")
        answer, _ = process.communicate()
    os.close(terminal)
    os.close(end)
    assert words == b"reading standard input: paste the text, and end with Ctrl-D on a line of its own\n"
    assert b"Thursday 3 April 2025" in answer
