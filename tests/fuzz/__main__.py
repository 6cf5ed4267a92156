"""Look for texts and phrases that break a law (see `laws`), by grammar, or for growth; `coverage` looks by coverage.

python -m tests.fuzz grammar [--seconds 600] [--first 0]
python -m tests.fuzz growth [--part 0 --of 1]
python -m tests.fuzz answers [--inputs 5000]        a digest: the same for compiled modules and plain ones
"""

import argparse
import hashlib
import sys
import time
import traceback
from collections.abc import Sequence

from tests.fuzz import growth, laws
from tests.fuzz.writing import bytes_of

_TEXTS, _DRAFTS = 4, 200
"""Every so many phrases, a text is read too, which takes ten times as long; and a draft is made."""
_SLOW = 0.5
"""Seconds of the processor beyond which reading one input is a finding."""


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    return {"grammar": _grammar, "growth": _growth, "answers": _answers}[options.how](options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description="Look for what breaks a law.")
    parser.add_argument("how", choices=["grammar", "growth", "answers"])
    parser.add_argument("--seconds", type=float, default=600, help="how long to look (default 600)")
    parser.add_argument("--first", type=int, default=0, help="the first seed (grammar)")
    parser.add_argument("--inputs", type=int, default=5000, help="how many inputs (answers)")
    parser.add_argument("--part", type=int, default=0, help="which part of the pieces (growth)")
    parser.add_argument("--of", type=int, default=1, help="of how many parts (growth)")
    return parser


def _grammar(options: argparse.Namespace) -> int:
    """Try seed after seed; a seed is an input, the same everywhere."""
    end, seed, found = time.monotonic() + options.seconds, options.first, 0
    while time.monotonic() < end:
        found += _tells_of(seed)
        seed += 1
    print(f"{seed - options.first} inputs from seed {options.first} on, one in {_TEXTS} with a text; {found} findings")
    return int(found > 0)


def _tells_of(seed: int) -> bool:
    data, start = bytes_of(seed), time.process_time()
    try:
        if seed % _TEXTS:
            laws.hold_for_the_phrase(data)
        else:
            laws.hold_for(data)
        if seed % _DRAFTS == 0:
            laws.hold_for_draft(data)
    except Exception:  # whatever a text does to us is a finding
        print(f"seed {seed}: {laws.written(data)}\n{traceback.format_exc(limit=-3)}", flush=True)
        return True
    if (took := time.process_time() - start) > _SLOW:
        print(f"seed {seed} took {took:.1f} s: {laws.written(data)}", flush=True)
        return True
    return False


def _growth(options: argparse.Namespace) -> int:
    bad = [piece for piece in list(growth.pieces())[options.part :: options.of] if growth.grows_too_fast(piece)]
    print("\n".join(map(repr, bad)) or "twice the text is twice the work")
    return int(bool(bad))


def _answers(options: argparse.Namespace) -> int:
    digest = hashlib.sha256()
    for seed in range(options.inputs):
        digest.update(repr(laws.hold_for(bytes_of(seed))).encode(errors="surrogatepass"))
    print(digest.hexdigest())
    return 0


if __name__ == "__main__":
    sys.exit(main())
