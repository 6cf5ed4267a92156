"""What backs a Markdown timeline: how each date was read, what to check, and where it was announced."""

from collections.abc import Sequence

from diplocal.exporters.markdown.markup import table, write
from diplocal.exporters.markdown.programme import titled
from diplocal.exporters.telling.evidence import check, reference, why
from diplocal.exporters.telling.facts import Facts, Page
from diplocal.exporters.telling.fragments import Strong, Told, filled, joined
from diplocal.timeline import Entry, Notice, Reason

_NAMED = 4  # how many entries a reading names before it counts the others


def readings(page: Page) -> str:
    """Tabulate how each date was read; entries with the same reason share a row."""
    rows: dict[Reason, list[Entry]] = {}
    for entry in page.outline.entries:
        if entry.reason:
            rows.setdefault(entry.reason, []).append(entry)
    header = map(page.facts.say, ("Entry", "Words", "Date", "Certainty", "Why", "Other readings"))
    lines = [_row(reason, named, page.facts) for reason, named in rows.items()]
    return table(map(write, header), [list(map(write, line)) for line in lines]) if lines else ""


def notices(page: Page) -> str:
    """List what a person should check."""
    return "\n".join(_notice(found, page.facts) for found in page.timeline.notices)


def sources(page: Page) -> str:
    """List where all this was announced."""
    return "\n".join(f"- {write(reference(cited, page.facts))}" for cited in page.timeline.sources)


def _row(reason: Reason, named: Sequence[Entry], facts: Facts) -> list[Told]:
    said = why(reason, facts)
    return [
        _titles(named, facts),
        filled("“{phrase}”", phrase=said.phrase) if said.phrase else facts.say("none of its own"),
        said.dates,
        said.certainty if said.sure else (Strong(said.certainty),),
        joined("; ", [said.why, said.anchor, facts.say("rule: {rule}", rule=said.rule) if said.rule else ()]),
        joined("; ", said.others),
    ]


def _titles(named: Sequence[Entry], facts: Facts) -> Told:
    titles = list(map(facts.title, named))
    if len(titles) <= _NAMED:
        return joined("; ", titles)
    shown, more = joined("; ", titles[: _NAMED - 1]), len(titles) - _NAMED + 1
    return facts.say("{titles} and {count} more", titles=shown, count=more)


def _notice(found: Notice, facts: Facts) -> str:
    """Tell what a person should check, by the entry's title rather than by its path."""
    entry = facts.entries.get(found.full_key)
    name = titled(entry, facts) if entry else (Strong(facts.say("In general")),)
    return "- " + write(name) + ": " + write(check(found))
