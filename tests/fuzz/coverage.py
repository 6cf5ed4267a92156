"""Look for bytes that reach further into the modules of reading, and break a law there, with libFuzzer.

    python -m tests.fuzz.coverage [-max_total_time=600] [FOLDER]

The folder keeps the inputs that reached something new. The group "fuzz" installs what this needs; a finding ends it.
"""

import sys

import atheris

with atheris.instrument_imports(include=["diplocal"]):
    from tests.fuzz import laws


def one_input(data: bytes) -> None:
    """Read what is written from bytes; libFuzzer takes whatever is raised for a finding."""
    try:
        laws.hold_for(data)
    except Exception:
        print(laws.written(data), file=sys.stderr, flush=True)
        raise


if __name__ == "__main__":
    atheris.Setup([sys.argv[0], "-max_len=200", "-timeout=10", *sys.argv[1:]], one_input)
    atheris.Fuzz()
