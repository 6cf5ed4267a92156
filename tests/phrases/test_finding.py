"""What of a text is found as words of time, and where it stands: nothing is dated here."""

import pytest

from diplocal import phrases

ROWS = [
    ("The envoys signed it on 03.04.2025 in Bern.", ["on 03.04.2025"]),
    ("They moved the ball from June 3 to June 6.", ["from June 3", "to June 6"]),
    ("The vote was postponed from 3 to 6 December.", ["from 3", "to 6 December"]),
    ("They put the hearing set for Thursday to Friday.", ["for Thursday", "to Friday"]),
    ("The panel meets on the first Monday of May.", ["on the first Monday of May"]),
    ("Both courts rest on Good Friday and Easter Monday.", ["on Good Friday", "Easter Monday"]),
    ("She flies out on Ukraine's Independence Day.", ["on Ukraine's Independence Day"]),
    ("She will speak on Independence Day.", []),
    ("It is quiet at Whitsun, and on Corpus Christi.", ["at Whitsun", "on Corpus Christi"]),
    ("Theresa May will see the king in May.", ["in May"]),
    ("It was a letter from May, said Minister May.", []),
    ("Heats are due in late May or early June.", ["in late May or early June"]),
    ("Envoys came on Monday. On same day, they signed.", ["on Monday", "On same day"]),
    ("It shuts from 7 April to 4 May (inclusive) 2025.", ["from 7 April to 4 May (inclusive) 2025"]),
    ("He will tomorrow, Friday leave for Oslo.", ["tomorrow, Friday"]),
    ("They meet on 2 april, and on Monday 4 may 2026.", ["on 2 april", "on Monday 4 may 2026"]),
    ("The 2 may agree: 3 march on, and 4 see the sun.", []),
    ("It opens on Sunday, March eighth; in March second thoughts came.", ["on Sunday, March eighth", "in March"]),
    ("She flew to Oslo, and next day to Riga. Next day delivery is dear.", ["next day"]),
    ("He resigned this past September, and will speak in coming weeks.", ["this past September", "in coming weeks"]),
    ("It may last months, and has cost much in past years.", []),
    ("The premier is to visit Oslo on 23rd. It is on 23rd Street, up from 5th to 3rd.", ["on 23rd"]),
    ("He will return same day at the end of it, by same day delivery.", ["same day"]),
    ("Here is the rest of the week, and the remainder of 2026.", ["the rest of the week", "the remainder of 2026"]),
    ("Sunday 4, prayers: Thursday 8 to Monday 12: a journey.", ["Sunday 4", "Thursday 8 to Monday 12"]),
    ("On Monday 28 people came, 24,000 on Friday; Monday 14.30.", ["On Monday", "on Friday", "Monday"]),
    ("They meet tomorrow (Wednesday) at noon.", ["tomorrow (Wednesday) at noon"]),
    ("He will dine on the first day; on the second he will sail.", ["on the first day", "on the second"]),
    ("Of two motions, the house took the first. It will vote on the second.", []),
    ("Easter eggs and Christmas trees are sold.", []),
    ("Version 10.11.2025.1 runs on 192.168.20.25, at 3/4 speed.", []),
    ("The board meets every Monday, and votes on a Friday.", []),
    ("She left on a Monday visit to Oslo.", ["Monday"]),
    ("Work is suspended on 21 & 22 July 2025.", ["on 21 & 22 July 2025"]),
    ("They cheered the three-day visit of an envoy who returned on Wednesday.", ["on Wednesday"]),
    ("It agreed on it in November. 23 envoys had come.", ["in November"]),
    ("He prepared the May and October summits of the League.", ["May", "October"]),
    ("She lost a widely criticised June run-off, and the March poll.", ["June", "March"]),
    ("The body fixes July talks on fish; after March polls, the May date was kept.", ["July", "March", "May"]),
    ("It was envoy April Smith who paid the call.", []),
    ("The Good Friday Agreement was signed on Good Friday.", ["on Good Friday"]),
    ("The 27th Sunday of Ordinary Time is the first Sunday of October.", ["the first Sunday of October"]),
    ("The Mid-Year Meeting is held in mid-year.", ["in mid-year"]),
    ("He went today - Friday, 4 April - to Oslo.", ["today - Friday, 4 April"]),
    ("2025.04.03 | version 2025.04.03.1, v2025.04.03 of 2025. 12 more came.", ["2025.04.03"]),
    ("He visits it in first half of October 18:25 | Oslo", ["in first half of October"]),
    ("It follows February's conference, and May's letter.", ["February"]),
    ("BAGHDAD, Feb. 22\u2014Against it spoke many, in a Feb. 22-style meeting.", ["Feb. 22"]),
    ("March deadline for a deal. He comes on October, Minister May in May.", ["March", "on October", "in May"]),
    ("05/30/23 10:47 AM ET | 1/2/3, 24/7/365 and 7.6.01 are none.", ["05/30/23 10:47 AM ET"]),
    ("They met in June, July and October.", ["in June", "July", "October"]),
    ("He pays a weekend visit to Riga; the weekend talks are over.", ["weekend", "the weekend"]),
    ("The August House of Lords and the April Foundation are none.", []),
    ("It offers same-day service and same day delivery.", []),
]


@pytest.mark.parametrize(("text", "found"), ROWS, ids=[text for text, _ in ROWS])
def test_words_of_time_are_found_where_they_stand(text, found):
    mentions = phrases.find(text)
    assert [mention.text for mention in mentions] == found
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)


TITLES = [
    ("The envoys of eleven countries on Monday spoke at a routine\nbriefing about what they will do on Friday.", 1),
    ("The envoys of eleven countries spoke on Monday about floods\nTheir briefing was about what is due on Friday.", 2),
]


@pytest.mark.parametrize(("text", "sentences"), TITLES)
def test_a_first_line_is_a_title_unless_the_next_goes_on_in_small_letters(text: str, sentences: int) -> None:
    assert len({mention.sentence for mention in phrases.find(text)}) == sentences
