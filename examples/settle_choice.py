"""Settle an ambiguous reading: what the words leave open is told, and a person decides in the programme.

Until then the session has no date: nothing is guessed. A date that the words cannot mean is refused.
"""

import datetime as dt

from attrs import evolve

import diplocal
from diplocal import Event, Programme, Settled, Source
from diplocal.phrases import parse

TALKS = Event(key="talks", title="Talks in Oslo", when=parse("next Friday"))
SOURCE = Source(key="notice", publisher="The ministry", published=dt.date(2025, 4, 1), zone="Europe/Oslo")


def programme(talks: Event) -> Programme:
    return Programme(key="oslo", title="Talks in Oslo", sources=[SOURCE], events=[talks])


def main() -> None:
    open_ = diplocal.resolve(programme(TALKS))
    print("open:", open_.entry("talks").dates)
    for notice in open_.notices:
        print(notice)

    decided = evolve(TALKS, date=Settled(start=dt.date(2025, 4, 4)))
    settled = diplocal.resolve(programme(decided))
    print("settled:", settled.entry("talks").dates)
    print("notices:", len(settled.notices))

    try:
        diplocal.resolve(programme(evolve(TALKS, date=Settled(start=dt.date(2025, 4, 3)))))
    except diplocal.ProgrammeError as error:
        print(error)


if __name__ == "__main__":
    main()
