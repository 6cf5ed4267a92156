"""Short texts whose words settle each other: a row is the day of publication, the text, what it gives, and why."""

import datetime as dt

import pytest

from diplocal import Certainty, read_text

TUESDAY = dt.date(2025, 4, 1)
SUNDAY = dt.date(2025, 4, 6)
ROWS: list[tuple[dt.date, str, list[str], str]] = [
    # --- the governing verb
    (TUESDAY, "They rebuilt the bridge on Friday.", ["28 March"], "an irregular verb in the past"),
    (TUESDAY, "Following restricted talks on Thursday, he will speak.", ["3 April"], "no verb follows a preposition"),
    (TUESDAY, "He will, as early as Friday, announce a delay.", ["4 April"], "commas set the date off"),
    (TUESDAY, "She is in Oslo and lands, aides said, on Friday.", ["4 April"], "so is an attribution"),
    (TUESDAY, "They meet on Monday, the ministry said, with talks on Tuesday.",
     ["7 April", "8 April"], "and is passed over"),
    (TUESDAY, "The king had to turn back on Monday.", ["31 March"], "what one had to do is past"),
    (TUESDAY, "She is believed to have left on Friday.", ["28 March"], "what is said of the past"),
    (TUESDAY, "He was in Paris until Sunday.", ["30 March"], "what lasted until a day is past"),
    (TUESDAY, "He will be in Paris until Sunday.", ["6 April"], "what will last is not"),
    (TUESDAY, "A visit on Friday has been confirmed.", ["4 April"], "what is announced lies ahead"),
    (TUESDAY, "They will sign once the envoys have been to Rome on Saturday.",
     ["5 April"], "what must come first, too"),
    (TUESDAY, "They have been summoned to a summit on Thursday.", ["3 April"], "so does what one is called to"),
    (TUESDAY, "Friday marks a year since the talks began.", ["4 April"], "a weekday as the subject of a present"),
    (TUESDAY, "It would be her first trip since the invasion in late February.",
     ["19 to 28 February"], "since an event"),
    (TUESDAY, "Requests received after noon on Saturday will not be read.", ["5 April"], "a time is no event"),
    (TUESDAY, "The ministers' Retreat is preceded by a dinner on Friday.",
     ["4 April"], "an apostrophe opens no quotation"),
    (TUESDAY, "We are pleased to invite you to a debate on Friday.", ["4 April"], "an invitation looks ahead"),
    (TUESDAY, "Xi, in a phone call on Friday, warned against it.", ["28 March"], "the call is what the verb tells of"),
    (TUESDAY, "She got a red-carpet welcome on Friday.", ["28 March"], "a noun"),
    (TUESDAY, "They pack for a forum that runs from Friday until Sunday.", ["4 to 6 April"], "a relative clause"),
    (TUESDAY, "The envoy, who opened the talks last Friday, said on Monday that he was content.",
     ["28 March", "31 March"], "'last Friday' holds no verb"),
    (TUESDAY, '"He is here until Friday," an aide, Jo Berg, told reporters on Sunday.',
     ["4 April", "30 March"], "a verb of saying is no participle"),
    (TUESDAY, "The council will take up the Danish bid for a seat on Thursday.", ["3 April"], "a noun, too"),
    (TUESDAY, "She is going ahead with a trip, which begins on Friday, despite a raid on a port on Sunday.",
     ["4 April", "30 March"], "what one defies has happened"),
    (SUNDAY, "The king, back from Rome on Friday, meets the emir on Monday.",
     ["4 April", "7 April"], "and what one comes from"),
    (SUNDAY, "The chancellor, who is on a trip that ends on Monday, promised help on Sunday.", ["7 April", "6 April"],
     "the main verb behind a relative clause"),
    (SUNDAY, "The leaders flew to Geneva on Sunday for talks that open on Monday.", ["6 April", "7 April"],
     "a relative clause of several"),
    (SUNDAY, "Norway on Sunday proposed talks, which never began.", ["6 April"], "an adjective that is a verb here"),
    (TUESDAY, "She, who spoke to both leaders on Saturday, is hopeful.", ["29 March"], "'to both leaders' is no verb"),
    (TUESDAY, "The truce starts at 7 am (0500 GMT) on Friday.", ["4 April"],
     "'am' is no verb, and a clock may be in brackets"),
    (TUESDAY, "The two agreed in a call on Sunday to aim for a summit on Friday.", ["30 March", "4 April"], "'to aim'"),
    (TUESDAY, "An accord that took effect on 20 May has been prolonged.", ["20 May"], "of the year before"),
    (TUESDAY, "The decision on Friday to scrap the deal caught her unawares.", ["28 March"], "made when it was told"),
    (TUESDAY, "The plane touches down in Oslo on Friday.", ["4 April"], "the present of any verb that is listed"),
    (TUESDAY, "A delegation that left on Monday is back on Friday.", ["31 March", "4 April"], "'that' is no article"),
    (TUESDAY, "The hearing was adjourned to Friday.", ["4 April"], "moved"),
    (TUESDAY, "They imposed tariffs effective Friday.", ["4 April"], "from then on"),
    (TUESDAY, "She will carry the opinion, handed down on Friday, to the forum.", ["28 March"], "done once"),
    (TUESDAY, "She will speak at the talks, held on Friday.", ["4 April"], "what is held takes its time from the verb"),
    (TUESDAY, "Shops closed. The council is to hold talks behind closed doors on Friday.", ["4 April"], "an adjective"),
    (TUESDAY, "Ng, whose tour began in Oslo on Monday, ends it in Rome on Friday.",
     ["31 March", "4 April"], "an object"),
    (TUESDAY, "They said that from Friday travellers would be tested.", ["4 April"], "another clause"),
    (TUESDAY, "A raid on Friday on a base did not change the plans, the palace said.", ["28 March"], "unannounced"),
    (TUESDAY, "They have moved their ministerial meeting from Friday to Thursday next week.", ["4 April", "10 April"],
     "a change of date is no range"),
    (TUESDAY, "Denmark has closed its airspace from Monday to Friday.", ["31 March to 4 April"], "it is still closed"),
    (TUESDAY, "Good Tuesday morning from Oslo, where the king speaks tonight.", ["1 April", "1 April"], "a greeting"),
    (TUESDAY, "He is in Oslo on 2 and 3 May. He travels on to Rome on the 5th.", ["2 to 3 May", "5 May"], "he goes on"),
    # --- what is announced or wanted
    (TUESDAY, "They announced a truce from Friday to Sunday.", ["4 to 6 April"], "no announcement takes days"),
    (TUESDAY, "They have agreed to a five-day truce from Friday.", ["4 to 8 April"], "nor does an agreement"),
    (TUESDAY, "Annan wanted Friday's talks to agree on it.", ["4 April"], "what is wanted lies ahead"),
    # --- days of events
    (TUESDAY, "He will travel to the region of Sunday's earthquake.", ["30 March"], "nobody announces an earthquake"),
    (TUESDAY, "They are to debate the outcome of Friday's referendum.", ["28 March"], "an outcome comes afterwards"),
    (TUESDAY, "The court's critics will raise Monday's ruling.", ["31 March"], "the nearer one"),
    (TUESDAY, "He will miss Thursday's meeting.", ["3 April"], "unless it is ahead"),
    # --- weak signs
    (TUESDAY, "They had been due to conclude on Monday.", ["31 March"], "yesterday rather than six days on"),
    (TUESDAY, "They had been due to meet on Saturday.", ["5 April"], "but not three days back"),
    (TUESDAY, "They had been due to conclude on Saturday.", ["29 March"], "unless they went on beyond it"),
    (TUESDAY, "She was then flying to Rome for talks on Wednesday.", ["2 April"], "tomorrow rather than six days ago"),
    # --- legs
    (SUNDAY, "The two are in Oslo on Monday. Kenya's president flies to Riga later on Sunday.",
     ["7 April", "6 April"], "today, unless the journey goes on"),
    (SUNDAY, "He is in Oslo on Monday, and the bank was to decide later Sunday.",
     ["7 April", "6 April"], "later today"),
    (SUNDAY, "He leaves for Oslo on Thursday and stays until Sunday.", ["10 April", "13 April"], "not until today"),
    (SUNDAY, "He will spend the weekend in Oslo.", ["12 to 13 April"], "not the one that ends"),
    (TUESDAY, "She visits Oslo next week after the forum. The forum opens on Friday.", ["7 to 13 April", "4 April"],
     "not her journey"),
    (SUNDAY, "He is in Oslo on Monday. He comes home on Sunday.", ["7 April", "13 April"], "as it does here"),
    (SUNDAY, "He is in Rome on Thursday. Tuesday's talks in Oslo will decide.", ["10 April", "8 April"], "no leg"),
    (SUNDAY, "He will be in Rome on Thursday; it won't be clear until late on Monday.",
     ["10 April", "7 April"], "a limit"),
    (
        TUESDAY,
        "She had been due in Rome on Friday, and will now go to Oslo for Thursday's vote.",
        ["4 April", "3 April"],
        "a plan that was is no leg",
    ),
    (
        TUESDAY,
        "The envoy arrives on Friday and departs after the lunch on Saturday.",
        ["4 April", "5 April"],
        "the lunch is not of the arrival",
    ),
    (TUESDAY, "They are in Oslo next Monday, and send the details by Friday.", ["7 April", "4 April"], "a limit"),
    (TUESDAY, "He makes a two-day visit from Saturday, 12 April. Talks are set for Sunday.",
     ["12 to 13 April", "13 April"],
     "what is set is no departure"),
    (TUESDAY, "It is decided on Wednesday, 9 April. She will be sworn in that Wednesday.", ["9 April", "9 April"],
     "the one that is spoken of"),
    (TUESDAY, "They are in Oslo today, Tuesday, and tomorrow.", ["1 April", "1 April", "2 April"], "three mentions"),
    (dt.date(2025, 4, 5), "He'll go there early in the week.", ["7 to 9 April"], "of the week to come, on a Saturday"),
    (TUESDAY, "The first deadline passed a week ago.", ["23 to 27 March"], "nothing is superlative here"),
    # --- what chained words count from
    (TUESDAY, "They met on Monday. A signing had been planned for the evening.",
     ["31 March", "31 March"], "of that day"),
    (TUESDAY, '"She will sign it tomorrow," an aide had said on Sunday.', ["31 March", "30 March"], "as it was said"),
    (TUESDAY, "He filed it on 2 March, had argued for it on 20 March, and won a day later.",
     ["2 March", "20 March", "21 March"], "the nearest in its sentence"),
    (TUESDAY, "They signed it on Monday, ending a truce that began on 22 March. He issued a notice the same day.",
     ["31 March", "22 March", "31 March"], "not of a relative clause"),
    (TUESDAY, "They voted on Saturday on the decree of 3 March. A first vote failed the previous Saturday.",
     ["29 March", "3 March", "22 March"], "beside another Saturday"),
    (TUESDAY, "It meets from 8 to 9 April; the Assembly on 12 and 13 April. It votes on the first day of the assembly.",
     ["8 to 9 April", "12 to 13 April", "12 April"], "the one that is named"),
    (
        TUESDAY,
        "They meet on Friday (Saturday in Tokyo) and dine that evening.",
        ["4 April", "5 April", "4 April"],
        "not from the day told again in brackets",
    ),
    (TUESDAY, "He leaves on Friday for Rome. She flies to Oslo (14 April) and, a day later, to Riga.",
     ["4 April", "14 April", "15 April"], "but from a date in brackets"),
    (TUESDAY, "He stays for three days from Friday. The king receives him on the day of his arrival.",
     ["4 to 6 April", "4 April"], "the first day of a stay"),
    (TUESDAY, "The visit lasts from 8 to 11 April. Talks are on the 9th and 10th. Doors open on the first day.",
     ["8 to 11 April", "9 to 10 April", "8 April"], "the visit, not two of its days"),
    (TUESDAY, "The visit lasts from 8 to 11 April. She is in Bergen on the Friday.", ["8 to 11 April", "11 April"],
     "the one inside the visit"),
    (TUESDAY, "The forum opens on Thursday and ends on Saturday. The day after the forum he flies home.",
     ["3 April", "5 April", "6 April"], "after its end"),
    (TUESDAY, "Talks are held on the eve of the forum, which opens on Friday.", ["3 April", "4 April"], "told behind"),
    (TUESDAY, "He is there on Friday; the summit is held on Monday. A dinner is given on the eve of the summit.",
     ["4 April", "7 April", "6 April"], "the same noun"),
    (TUESDAY, "The train arrives on Friday. The president lands later that day.", ["4 April", "4 April"], "not today"),
    (TUESDAY, "They met in Oslo on Friday, the day after laying down their arms.", ["28 March", "28 March"],
     "said once more of the same day"),
    (TUESDAY, "Ng won Friday's vote, and sees Lee in Oslo on Thursday. They spoke the day after the vote.",
     ["28 March", "3 April", "29 March"], "a verb in the past counts from what is past"),
    (TUESDAY, "She lands on Friday for a three-day visit and dines with the king the next day.",
     ["4 to 6 April", "5 April"], "from the day that is named"),
    (TUESDAY, "The queen spoke late on Friday. The vote had been due the following day.", ["28 March", "29 March"],
     "a past plan counts from what is told just before"),
    (TUESDAY, "He landed in Oslo on Monday on the eve of a summit.", ["31 March", "31 March"], "said once more"),
    # --- several days
    (TUESDAY, "They meet ahead of a two-day summit that opens on Friday.", ["4 to 5 April"], "not inside of it"),
    (TUESDAY, "The emir will leave on Friday, heading to India on a two-day visit.", ["4 to 5 April"], "a participle"),
    (TUESDAY, "She embarks on a five-day, three-nation tour from Friday.", ["4 to 8 April"], "two adjectives"),
    (TUESDAY, "He left this morning on a two-day visit and is back on Friday.",
     ["1 to 2 April", "4 April"], "two verbs"),
    (TUESDAY, "They meet tomorrow (Wednesday) at noon.", ["2 April", "2 April"], "said once more"),
    (TUESDAY, "They agreed to a five-day truce that takes effect at 9 p.m. on Friday.", ["4 April"], "a moment"),
    (TUESDAY, "They put off the vote by a day on Monday.", ["31 March"], "no day counted from Monday"),
    (TUESDAY, "It ends a four-day trip that began Sunday.", ["30 March to 2 April"], "a length with its first day"),
    (TUESDAY, "They travel from Friday through Wednesday next week.",
     ["4 to 9 April"], "only the last is of next week"),
    (TUESDAY, "The road is closed from 8 p.m. on Thursday until noon on Saturday.",
     ["3 to 5 April"], "hours at both ends"),
    (TUESDAY, "They meet on Thursday and a day later in Rome.", ["3 April", "4 April"], "two things"),
    (TUESDAY, "The session runs from Monday through the following Tuesday.", ["7 to 15 April"], "not the next day"),
    (TUESDAY, "The session runs from Friday through the following Tuesday.", ["4 to 8 April"], "of the week after"),
    (TUESDAY, "A week ago today she was in Oslo.", ["25 March"], "to the day"),
    (TUESDAY, "It shuts from 6 a.m. on Friday, 4 April, until noon on Sunday, 6 April.", ["4 to 6 April"], "a comma"),
    (TUESDAY, "He is due on Saturday at the forum, which begins on Friday.", ["5 April", "4 April"], "it began before"),
    (TUESDAY, "It is the first visit since the two agreed to restore ties in December.", ["1 to 31 December"], "past"),
    # --- what is no date
    (TUESDAY, "His Man Friday met the press on Monday.", ["31 March"], "a name"),
    (TUESDAY, "They will meet on 31 April, not on 2 May.", ["2 May"], "no such day"),
    (TUESDAY, "The plan fell through in April.", ["1 to 30 April"], "no limit"),
]  # fmt: skip


@pytest.mark.parametrize(("published", "text", "dates", "why"), ROWS, ids=[row[1] for row in ROWS])
def test_a_text(published: dt.date, text: str, dates: list[str], why: str) -> None:
    found = read_text(text, published=published)
    assert [_said(finding.reading.start, finding.reading.end) for finding in found] == dates, why
    assert all(finding.reading.certainty is not Certainty.AMBIGUOUS for finding in found)


def _said(start: dt.date, end: dt.date) -> str:
    if start == end:
        return f"{start.day} {start:%B}"
    return (
        f"{start.day} to {end.day} {end:%B}"
        if start.month == end.month
        else f"{start.day} {start:%B} to {end.day} {end:%B}"
    )
