"""South Korea's foreign minister at NATO, April 2025: a news story as a programme, a calendar and a timeline.

The story bears no date of its own; it goes back to a report of Tuesday 1 April 2025 in Seoul, and so its words are read
from that day. Run it with a folder to write to (default: the present one).
"""

import datetime as dt
import sys
from pathlib import Path

import diplocal
from diplocal import (
    Claim,
    Event,
    Format,
    Participant,
    Party,
    PartyKind,
    Person,
    Place,
    Programme,
    Relation,
    RelationKind,
    Role,
    Series,
    Session,
    Source,
    Status,
    Topic,
)
from diplocal.phrases import parse

PARTIES = [
    Party(key="korea", name="South Korea", code="KR"),
    Party(key="japan", name="Japan", code="JP"),
    Party(key="us", name="United States", code="US"),
    Party(key="australia", name="Australia", code="AU"),
    Party(key="new-zealand", name="New Zealand", code="NZ"),
    Party(key="ukraine", name="Ukraine", code="UA"),
    Party(key="nato", name="NATO", kind=PartyKind.ORGANISATION, size=32),
    Party(key="eu", name="European Union", kind=PartyKind.ORGANISATION),
    Party(
        key="ip4",
        name="NATO's Indo-Pacific partners",
        kind=PartyKind.GROUP,
        members=["japan", "australia", "new-zealand", "korea"],
    ),
    Party(key="mofa", name="South Korean foreign ministry", kind=PartyKind.ORGANISATION),
    Party(key="court", name="Constitutional Court of Korea", kind=PartyKind.ORGANISATION),
]

PEOPLE = [
    Person(key="cho", name="Cho Tae-yul", office="Foreign Minister", party="korea"),
    Person(key="rutte", name="Mark Rutte", office="Secretary General", party="nato"),
    Person(key="rubio", name="Marco Rubio", office="Secretary of State", party="us"),
    Person(key="iwaya", name="Takeshi Iwaya", office="Foreign Minister", party="japan", aliases=["IWAYA Takeshi"]),
    Person(key="trump", name="Donald Trump", office="President", party="us"),
    Person(key="yoon", name="Yoon Suk Yeol", office="President (impeached)", party="korea"),
]

SOURCES = [
    Source(
        key="vietnamnews",
        publisher="Viet Nam News",
        title="South Korea takes part in NATO talks",
        published=dt.date(2025, 4, 1),
        zone="Asia/Seoul",
        url="https://vietnamnews.vn",
        via=["herald"],
    ),
    Source(key="herald", publisher="The Korea Herald", published=dt.date(2025, 4, 1), zone="Asia/Seoul", via=["mofa"]),
    Source(key="mofa", publisher="South Korean foreign ministry", published=dt.date(2025, 4, 1), zone="Asia/Seoul"),
]

MINISTERIAL = Event(
    key="ministerial",
    title="Meeting of NATO foreign ministers",
    when=parse("this week"),
    format=Format.MINISTERIAL,
    place="brussels",
    participants=[
        Participant(person="rutte", role=Role.CHAIR),
        Participant(party="nato"),
        Participant(party="ip4", role=Role.GUEST),
        Participant(party="eu", role=Role.GUEST),
        Participant(party="ukraine", role=Role.GUEST),
    ],
    claims=[Claim(modality="is set to", phrase="Cho attends")],
)

PARTNERS = Session(
    key="partners-session",
    title="NATO session with the Indo-Pacific partners",
    when=parse("on Thursday"),
    format=Format.MINISTERIAL,
    participants=[
        Participant(party="nato", role=Role.HOST),
        Participant(party="ip4", role=Role.GUEST),
        Participant(person="cho", role=Role.HEAD_OF_DELEGATION),
        Participant(party="eu", role=Role.GUEST),
        Participant(party="ukraine", role=Role.GUEST),
    ],
    topics=[
        Topic(title="Defence industry cooperation", likely=True, phrase="will likely focus on"),
        Topic(title="Security ties between Europe and the Indo-Pacific", likely=True, phrase="will likely focus on"),
        Topic(title="Defence exports to NATO members", party="korea", phrase="seeks to expand"),
        Topic(title="Defence spending of the allies", raised_by="us"),
    ],
    relations=[Relation(kind=RelationKind.PART_OF, to="ministerial")],
    series=Series(name="South Korea at NATO's foreign ministers' meeting", edition=4, consecutive=4, since=2022),
    claims=[
        Claim(issuer="mofa", verb="indicated", modality="will likely", phrase="what the agenda is"),
        Claim(modality="is anticipated to", phrase="bring cooperation on defence forward"),
        Claim(modality="aims to", phrase="tie NATO and its Indo-Pacific partners closer"),
    ],
)

MARGINS = Relation(kind=RelationKind.ON_THE_MARGINS_OF, to="ministerial")

TALKS = [
    Session(
        key="rutte",
        title="Cho meets Mark Rutte",
        format=Format.BILATERAL,
        participants=[Participant(person="cho"), Participant(person="rutte", role=Role.COUNTERPART)],
        relations=[MARGINS],
    ),
    Session(
        key="other-bilaterals",
        title="Cho meets other foreign ministers",
        format=Format.BILATERAL,
        participants=[
            Participant(person="cho"),
            Participant(unnamed="foreign ministers of several countries", role=Role.COUNTERPART),
        ],
        relations=[MARGINS],
    ),
    Session(
        key="trilateral",
        title="Cho, Rubio and Iwaya",
        format=Format.TRILATERAL,
        participants=[
            Participant(person="cho"),
            Participant(person="rubio", role=Role.COUNTERPART),
            Participant(person="iwaya", role=Role.COUNTERPART),
        ],
        topics=[
            Topic(title="North Korea's nuclear programme and its denuclearisation"),
            Topic(title="Regional and economic cooperation"),
            Topic(title="Reciprocal tariffs", likely=True, phrase="potential", raised_by="trump"),
            Topic(title="North Korean prisoners of war", likely=True, phrase="expected to include"),
        ],
        relations=[MARGINS],
    ),
]

VISIT = Event(
    key="visit",
    title="Cho Tae-yul in Brussels",
    when=parse("from Wednesday to Friday"),
    format=Format.VISIT,
    place="brussels",
    status=Status.CONFIRMED,
    participants=[Participant(person="cho", role=Role.HEAD_OF_DELEGATION)],
    sessions=[PARTNERS, *TALKS],
    relations=[Relation(kind=RelationKind.DESPITE, to="ruling", phrase="remained unchanged")],
    claims=[Claim(issuer="mofa", verb="emphasised", modality="scheduled", phrase="engagements agreed earlier stand")],
)

RULING = Event(
    key="ruling",
    title="Constitutional Court ruling on President Yoon's impeachment",
    format=Format.RULING,
    participants=[Participant(party="court")],
    topics=[Topic(title="Impeachment of President Yoon", raised_by="yoon")],
    background=True,
)

PROGRAMME = Programme(
    key="cho-brussels-2025",
    title="Cho Tae-yul at NATO, April 2025",
    sources=SOURCES,
    people=PEOPLE,
    parties=PARTIES,
    places=[Place(key="brussels", name="Brussels", country="BE", zone="Europe/Brussels")],
    events=[VISIT, MINISTERIAL, RULING],
    note="Background: Russia's war against Ukraine and the American push to settle it, with North Korea behind Moscow. "
    "The story's comment: the invitations show South Korea's strategic importance.",
)


def main(folder: Path) -> None:
    """Write the calendar and the timeline, and print the timeline."""
    timeline = diplocal.resolve(PROGRAMME)
    folder.mkdir(parents=True, exist_ok=True)
    for name, suffix in (("ical", "ics"), ("markdown", "md")):
        path = folder / f"{PROGRAMME.key}.{suffix}"
        path.write_bytes(diplocal.export(timeline, name))
        print(f"written: {path}", file=sys.stderr)
    sys.stdout.write(diplocal.export(timeline, "markdown").decode())


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path())
