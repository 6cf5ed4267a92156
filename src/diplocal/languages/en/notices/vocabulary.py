"""The words of the field: offices, honorifics, institutions, gatherings; and which words say something."""

import re

from diplocal.phrases.tokens import word_set
from diplocal.when import MONTHS, WEEKDAYS

OFFICES = word_set(
    "minister ministers' secretary president chancellor premier taoiseach tánaiste ambassador king queen emperor "
    "empress prince princess emir sultan pope chairman chairwoman chairperson chair chairperson-in-office speaker "
    "governor governor-general commissioner registrar director director-general secretary-general representative "
    "envoy adviser advisor coordinator commander general admiral colonel marshal mayor judge justice prosecutor chief "
    "head spokesperson spokesman spokeswoman undersecretary under-secretary under-secretary-general councillor "
    "counsellor consul rapporteur archbishop cardinal patriarch leader vice-president vice-chancellor vice-minister "
    "minister-president chairman-in-office chairwoman-in-office rector administrator comptroller duke duchess "
    "vice-premier negotiator counselor aide congressman congresswoman"
)
"""Words that an office ends with, before what it is of."""

BEFORE_OFFICE = word_set(
    "first second deputy vice acting prime foreign federal state external home interior defence defense finance trade "
    "european general high special permanent under assistant principal national security crown grand chief senior "
    "union lord economy economic health climate energy justice culture education transport unification treasury "
    "international environment agriculture labour development royal executive attorney presidential personal"
)
OFFICE_TO = word_set("ambassador representative envoy adviser advisor counsellor coordinator commissioner")
"""Offices that are held "to" somebody."""

HONORIFICS = word_set(
    "senator mr mrs ms miss dr prof professor h.e he.mr hon honourable hon'ble rt sir dame lord lady sen smt shri "
    "sheikh sheikha dato dato' datuk seri sri tun amb majesty highness excellency royal serene imperial holiness "
    "eminence his.majesty m mme herr frau engr hrh hm "
    "lt gen col maj brig adm capt"
)
POSSESSED = word_set("majesty highness excellency royal serene imperial holiness eminence")
"""Honorifics that stand behind "his" or "her"."""

PARTICLES = word_set(
    "van von der den de da di do dos das del della la le los bin ibn bint al el ul zu y e ter ten af abu av zur dit "
    "du d'"
)
SUFFIXES = word_set("jr sr ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi")

INSTITUTIONS = word_set(
    "affairs foreign external internal international european defence defense trade industry commerce finance "
    "economy economic energy health education environment environmental climate culture cultural sports sport "
    "justice home interior integration co-operation cooperation development partnerships partnership relations "
    "security policy council union commission parliament court bank central committee nations united republic "
    "federation kingdom states state federal democratic people people's chapel islamic organisation organization "
    "agency office department ministry house senate assembly general national institute university academy party "
    "group treasury army navy air force forces staff joint africa african asia asian america europe arab league "
    "pacific island islands digital tourism transport labour labor employment social science technology agriculture "
    "fisheries infrastructure communications information youth women refugees human rights americas atlantic "
    "confederation commonwealth protocol cabinet congress church city county region provincial regional association "
    "mission embassy delegation secretariat society museum library palace hall center centre hotel airport square "
    "memorial mausoleum cemetery cathedral headquarters building buildings residence castle villa bella room street "
    "avenue road boulevard park garden gardens bay sea ocean gulf river lake mount strait channel desert coast "
    "valley north south east west northern southern eastern western middle balkans nordic baltic caucasus "
    "indo-pacific caribbean peace war world global humanitarian diplomatic strategic presidency peninsula "
    "peninsular prefecture growth government treaty alliance pact process fund investment industries company "
    "corporation network foundation college school hospital theatre opera club budget agenda review report plan "
    "framework declaration agreement convention charter code law act bill constitution exchange market chamber "
    "authority service services intelligence police guard border migration asylum citizenship enlargement "
    "neighbourhood operations control management resources civilian population verification compliance planning "
    "multilateral parliamentary consular legal administration homeland political connectivity resilience space "
    "cyber nuclear arms weapons disarmament red cross crescent food supreme high constitutional criminal permanent "
    "special extraordinary annual ministerial informal formal ordinary tba tbc tbd press media public private "
    "official opening closing working presidential guesthouse monument port base station field ground stadium arena "
    "complex tower gate bridge lodge plaza district quarter prime first deputy vice acting senior chief crown grand "
    "principal representatives peoples deputies councillors lords commons diplomacy"
)
"""Words that are written with capitals in the names of offices, bodies and places, and are nobody's name."""

GATHERINGS = word_set(
    "meeting meetings talks discussions consultations summit summits session sessions ministerial conference "
    "conferences dialogue forum assembly council congress symposium seminar workshop webinar panel debate hearing "
    "hearings plenary committee dinner lunch luncheon breakfast banquet reception ceremony welcome concert exhibition "
    "gala retreat roundtable round visit visits trip tour stay journey call briefing interview speech address remarks "
    "lecture keynote statement statements signing inauguration opening closing launch unveiling commemoration "
    "celebration parade service funeral wreath photo photograph photocall arrival arrivals doorstep doorsteps "
    "departure departures presentation registration vote voting election referendum ruling judgment judgement verdict "
    "trilateral bilateral bilaterals tête-à-tête encounter audience handover exchange exercise mission consultation "
    "negotiations negotiation event events engagement programme gathering convention fair festival week anniversary "
    "jubilee credentials oath swearing-in walk farewell opportunity availability stakeout spray interface colloquium "
    "commission eurogroup bureau group consideration report contact luncheons toast guided discussion conversation "
    "coffee break point points adoption review argument pleadings sitting prayers mass celebrations commemorations "
    "ceremonies receptions dinners briefings interviews seminars workshops audiences signings concerts exhibitions "
    "segment gathering gatherings wreath-laying ribbon-cutting get-together walkabout"
)
"""Nouns for what can stand in a programme."""

OPENERS = word_set(
    "the a an on in at by for from to with after before when while as but and he she they it this that these those "
    "neither nor whether if although because whose his her their its some two three both all no one only each every "
    "during following between among under over since until also then there here who which what where joint last next "
    "today tomorrow tonight yesterday note welcome keynote chair chairs speaker speakers moderator venue place "
    "remarks introduction panellists participants contact media press"
)
"""Words that begin a sentence or label a line, and no name."""

_STOP = word_set(
    "a an the this that these those his her their its our your my and or but nor on in at to for from by with of into "
    "as be been being is are was were will would shall should may might can could has have had not also he she it "
    "they who which where when s during after before amid about between both more some other important key first "
    "second then there here"
)
_OF_DATES = word_set(
    "day days week weeks weekend month months year years morning afternoon evening night noon midday midnight hour "
    "hours early late later earlier mid next last following previous coming today tonight tomorrow yesterday eve "
    "until till since pm am one two three four five six seven eight nine ten hrs"
) | frozenset(name.casefold() for name in (*WEEKDAYS, *MONTHS))
_WORD = re.compile(r"(?<!\w)[^\W\d_]+(?:-[^\W\d_]+)*(?!\w)")
KINDS = word_set("meeting meetings talks discussions consultations session sessions summit conference call round visit")
"""Words that say what kind of thing it is, and not which."""


def content_words(words: str) -> list[str]:
    """List the words that say something, each once, in lower case; none of dates."""
    said = _WORD.findall(words.casefold().replace("’", "'").replace("'s", ""))
    return [word for word in dict.fromkeys(said) if not (word in _STOP or word in _OF_DATES or len(word) < 2)]
