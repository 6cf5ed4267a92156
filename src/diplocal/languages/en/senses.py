"""Classes of English words that the features of the evidence name: verbs by what they tell, nouns by what they are."""

from functools import lru_cache
from typing import Final

from diplocal.languages.en.lexicon import forms_of
from diplocal.languages.en.words import APOSTROPHES, OWNERS, VISITS
from diplocal.phrases.tokens import Tokens, word_set


def _classes(**said: str) -> dict[str, str]:
    return {word: name for name, words in said.items() for word in words.split()}


# What a verb tells. A verb that stands in no class is weighed by its tense and place alone.
VERBS: Final = _classes(
    say="""say tell announce state confirm report declare add note indicate reveal disclose explain warn tweet post
    write brief emphasize emphasise stress reiterate acknowledge admit insist claim argue comment remark reply
    respond deny assert testify inform quote publish issue release speak hint unveil""",
    plan="""plan schedule expect intend hope due slate set poise tip book bill aim want agree decide vow promise
    pledge propose invite ask urge order prepare seek offer threaten arrange determine commit summon anticipate
    earmark foresee envisage mean suppose likely bind ready call appoint designate""",
    change="postpone delay cancel reschedule move shelve scrap drop abandon defer suspend adjourn shift extend",
    begin="begin start open resume launch commence kick",
    end="end close conclude wrap finish expire lapse last",
    travel="""travel go fly arrive leave depart return visit tour come head land embark set_off proceed pay""",
    meet="""meet hold host attend join receive welcome greet convene gather chair address participate discuss talk
    confer sign inaugurate deliver take sit""",
)


@lru_cache(maxsize=8192)
def says(word: str) -> bool:
    """Whether a word may be a form of a verb of saying."""
    return VERBS.get(forms_of(word)[0]) == "say"


GATHERINGS: Final = word_set(
    """meeting meetings summit talks visit vote session sessions mass election elections conference ceremony funeral
    referendum hearing dinner lunch reception parade debate congress council assembly negotiations consultations
    trip handover inauguration opening signing round briefing speech address forum dialogue event"""
)
MISHAPS: Final = word_set(
    """attack attacks assault assassination ambush raid raids bombing bombings blast blasts explosion explosions
    shooting shootings shelling killing killings massacre murder death deaths earthquake quake flood floods cyclone
    landslide crash collapse disaster accident incident clash clashes violence coup mutiny arrest arrests abduction
    kidnapping offensive incursion airstrike airstrikes fire storm hurricane eruption game match loss win victory
    announcement decision ruling statement"""
)
_EVENTS: Final = (
    GATHERINGS
    | MISHAPS
    | VISITS
    | word_set(
        """visits summits conferences hearings referendums run runoff poll polls ballot protest protests uprising war
        invasion ceasefire truce accord accords agreement deal treaty declaration deadline interview report mission
        slaying slayings"""
    )
)


def is_before_an_event(t: Tokens, i: int) -> bool:
    """Whether an event is named at a word or within two words behind it ("summit", "European Council")."""
    for word in t.words[i : i + 3]:
        if not word.isalpha():
            return False
        if word in _EVENTS:
            return True
    return False


def is_behind_an_article(t: Tokens, i: int) -> bool:
    """Whether an article or a possessive stands before a word, with two adjectives between at most."""
    w = t.words
    for k in range(i - 1, max(-1, i - 4), -1):
        if w[k] in OWNERS or (w[k] == "s" and w[k - 1] in APOSTROPHES):
            return True
        if not w[k].isalpha() or t.capital(k):
            return False
    return False


# Words that set an event after or before what the sentence tells.
LINKS: Final = word_set("after before since following follows followed ahead until till despite amid from")
# Words in a clause that shift its time.
SHIFTERS: Final = word_set(
    """after before since originally initially earlier previously once ahead despite following until already
    recently later still next upcoming forthcoming scheduled due expected planned yesterday tomorrow last"""
)
