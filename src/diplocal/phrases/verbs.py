"""English verbs and small words as the cues need them: which forms look ahead, which look back, which tell of saying.

Lists, not a tagger: they hold the verbs that announcements and reports of diplomacy are made of, and the regular
endings do the rest.
"""

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _third_person(verb: str) -> str:
    if verb.endswith(("s", "sh", "ch", "x", "o")) and not verb.endswith("oo"):
        return verb + "es"
    return verb[:-1] + "ies" if verb.endswith("y") and verb[-2] not in "aeou" else verb + "s"


FUTURE: Final = _words("will shall ll wo")
MODALS: Final = _words("may might could should must can")
CONDITIONAL: Final = _words("would d")
BE_PRESENT: Final = _words("is are am")
BE_PAST: Final = _words("was were")
BE: Final = BE_PRESENT | BE_PAST | _words("be been being")
HAVE_PRESENT: Final = _words("has have")
HAVE: Final = HAVE_PRESENT | _words("had having")
DO: Final = _words("do does did")
ADVERBS: Final = _words(
    """not n t also now still only just then both all reportedly finally officially formally personally jointly first
    again already yet even instead directly separately initially tentatively provisionally likely widely
    previously originally once never soon quickly abruptly suddenly privately publicly briefly currently
    definitely"""
)

SAYING_PAST: Final = _words(
    """said told announced stated confirmed reported declared added noted indicated revealed disclosed explained warned
    tweeted posted wrote briefed emphasized emphasised stressed reiterated acknowledged admitted insisted
    claimed argued commented remarked replied responded denied asserted urged suggested signalled signaled
    testified informed quoted published issued released spoke hinted"""
)
DECLARING: Final = _words("announced declared proclaimed unveiled")
SAYING_PRESENT: Final = _words("says tells announces confirms reports declares adds notes indicates reveals warns")
SAYING: Final = SAYING_PAST | SAYING_PRESENT

# What is planned, asked for or agreed lies ahead of the saying, in any tense.
PLAN_PARTICIPLES: Final = _words(
    """due scheduled planned expected set slated poised bound supposed meant tipped timetabled pencilled penciled
    booked billed sought earmarked targeted foreseen envisaged proposed rescheduled postponed moved delayed
    deferred anticipated called arranged brought pushed fixed"""
)
PLAN_VERBS: Final = _words(
    """plan plans planned planning intend intends intended hope hopes hoped expect expects expected agree agrees agreed
    want wants wanted ask asks asked invite invites invited urge urges urged vow vows vowed promise promises
    promised pledge pledges pledged decide decides decided schedule schedules scheduled order orders ordered
    prepare prepares prepared preparing seek seeks sought propose proposes proposed offer offers offered
    threaten threatens threatened due set slated poised ready likely going aim aims aimed call calls called need
    needs needed consent arrange arranges arranged undertake undertook summon summoned summons allow allowed
    instructed told persuaded refuse refused decline declined consider considers considering hoping hopeful able
    unable willing determined commit committed commits about bid bids effort chance deadline invitation
    agreement decision mandate intention vote voted pressed pressing tasked obliged forced convinced rescheduled
    meant supposed bound"""
)
# What follows "to" after these has happened, if the verb itself has.
IMPLICATIVES: Final = _words(
    """failed managed began started continued helped returned travelled traveled flew came went gathered met convened
    rushed moved happened proceeded used appeared seemed arrived journeyed drove sailed united reunited
    assembled stopped sat took visited landed"""
)

PAST: Final = (
    _words(
        """met held began went left flew came spoke took gave made became got had did saw sent set put led brought built
    bought paid kept won lost broke chose drew fell felt found fought forgot grew heard hit hosted hurt knew
    laid lay let lit meant rang ran rode rose sank sold shook shot shut slept spent spread stood stole struck
    swore taught thought threw understood woke wore withdrew overthrew quit cut sat sought resigned died
    rejected ruled signed voted wrapped ended opened closed visited arrived departed returned landed travelled
    traveled attended joined welcomed received greeted called phoned discussed agreed invited launched fired
    killed attacked raided seized approved adopted passed vetoed imposed lifted suspended expelled recalled
    summoned convened gathered concluded completed finished started resumed kicked cancelled canceled postponed
    scrapped abandoned delayed toured inaugurated addressed presided chaired appeared beat bore blew bred
    burst cast clung crept dealt dug drove fled flung froze hid knelt leapt lent overcame overtook proved shown
    shrank slid sped split sprang swept swung tore undertook underwent upheld wept arose ate awoke bent bled burnt
    caught drank fed forbade foresaw forgave forwent hung leant learnt misled mistook outdid overran oversaw overshot
    overslept partook rebuilt redid remade repaid rethought retold rewrote sang shone showed spun strove stuck swam
    undid withheld withstood wove wrung"""
    )
    | SAYING_PAST
)
# Base forms: infinitives, plural presents, and, with an s, the present of one.
BASE: Final = _words(
    """meet hold begin go leave fly come speak take give make see send lead bring build buy pay keep win host visit
    arrive depart return land travel attend join welcome receive greet call phone discuss agree invite launch fire
    convene gather conclude complete finish start resume kick cancel postpone tour inaugurate address preside chair
    open close end run last head move continue follow stop sit brief sign vote rule decide deliver present
    participate partake engage dine lunch tackle talk negotiate mediate stay remain proceed transit accompany accept
    adopt approve consider debate celebrate mark commemorate lay wrap wind expire enter exit retire resign testify
    appear announce unveil release publish issue submit swear embark undertake stage play reopen reconvene consult
    confer observe review focus set sail pass drive ride reach cross board step seek try help use be do have get put
    let become act work serve respond reply report co-host cohost face strike seal ink name appoint elect form
    succeed replace extend shorten skip miss boycott snub dispatch deploy withdraw pull impose lift suspend ratify
    implement mourn bury honour honor award confront press raise urge push ask tell explain assure reassure restore
    renew relaunch revive fall change occur culminate commence stand await mean matter say answer lobby pave
    find hear learn know show bid swap exchange free hand lodge file decamp huddle touch jet converge assemble
    muster descend adjourn recess disembark hail pause break rest retreat motor arise belong catch choose draw drop
    eat embrace emerge endorse escort establish examine expand expel explore express facilitate feel fight finalise
    finalize flee forget forgive freeze grow inherit inspect insist install lend lose maintain manage merge mingle
    occupy oversee plead pose promote propose protect prove provide pursue quiz recall refuse regain reject rejoin
    rely remind remove render repeat rescue resolve restart reunite reveal roll rush salute seize select sell settle
    share shelve showcase shuttle slip spend strengthen suffer suggest supervise surrender teach tend terminate
    aim strive carry marry hammer iron forge secure defuse avert salvage rekindle
    thank think threaten throw turn undergo understand unite uphold vacate vie wait want warn weigh widen woo
    wrangle write"""
)
PRESENT: Final = frozenset(map(_third_person, BASE)) | {"has"}
# Present forms that are more often nouns: verbs only with a subject before and an object behind.
NOUNS_TOO: Final = _words(
    """talks visits calls meets leaves heads tours hosts marks stops reports plans states votes rules reviews addresses
    debates moves returns ends starts launches runs works faces strikes uses forms names presses pulls honours
    honors awards pushes boards steps files lands hands releases exchanges swaps sets plays acts fires seals
    extends draws drops fights rolls shares slips waits escorts shuttles salutes recalls throws lunches
    replies rushes recesses catches"""
)
BASE_NOUNS_TOO: Final = _words(
    """visit talk call tour host mark stop report state vote rule review address debate move return end start launch
    run work face strike use form name press pull honour honor award push board step file land hand release exchange
    swap set play act fire seal head leave last present lead stage lunch dine close open focus issue stay transit
    travel mediate brief sign show drive ride cross ink bid lay wind wrap free help try skip pay answer catch draw
    drop escort fight quiz recall repeat rescue roll rush salute share showcase shuttle slip turn wait want welcome
    win finish chair change matter touch jet huddle pause break rest retreat motor hail recess resume"""
)
# Words that end in -ed and tell no past.
NO_PAST: Final = _words(
    """united allied need speed indeed seed feed bleed breed exceed proceed succeed agreed-upon hundred kindred sacred
    naked wicked rugged aged armed divided so-called alleged proposed expanded enlarged limited advanced
    detailed combined red bed shed wed led fed embed unprecedented experienced newly-elected elected retired
    registered wounded injured jailed detained ousted impeached disputed occupied besieged annexed sanctioned
    embattled accused related interested concerned involved mixed renewed continued increased closed-door
    heightened strained troubled long-awaited"""
)
# Prepositions and conjunctions that end a clause to the left of a date.
SUBORDINATORS: Final = _words(
    "that which who whom whose where when while because although though if whereas until unless but"
)
AFTER: Final = _words("after following follows followed")
AHEAD: Final = _words("before")
# "speaking on Thursday": these tell of saying something in the main clause.
SPEAKING: Final = _words("speaking talking briefing addressing testifying writing responding commenting answering")
# After these a past participle tells a state ("will stay shut until Friday").
STATES: Final = _words("stay stays remain remains keep keeps stayed remained kept")
GATHERINGS: Final = _words(
    """meeting meetings summit talks visit vote session sessions mass election elections conference ceremony funeral
    ruling referendum hearing dinner lunch reception parade debate congress council assembly negotiations
    consultations trip handover inauguration deadline opening signing round ceasefire truce"""
)
# What happens unannounced.
MISHAPS: Final = _words(
    """attack attacks assault assassination ambush raid raids bombing bombings blast blasts explosion explosions
    shooting shootings shelling killing killings massacre murder death deaths earthquake quake flood floods cyclone
    landslide crash collapse disaster accident incident clash clashes violence bloodshed coup mutiny arrest arrests
    abduction kidnapping offensive incursion missile missiles airstrike airstrikes"""
)
# What is made public when it is made.
DECISIONS: Final = _words("decision agreement pledge vow refusal announcement threat promise")
# What there is only of an event that is over ("the outcome of Sunday's vote").
RESULTS: Final = _words("outcome outcomes result results count winner winners loser losers aftermath fallout")
# What an event does when it starts.
BEGINS: Final = _words("begins opens starts runs")
# After these "until" is told of what has lasted.
LASTED: Final = _words("lasted remained stayed ran continued was were sat worked waited held")
# Participles that tell a plan by themselves, without "for" behind them.
SCHEDULED: Final = _words(
    "due scheduled slated poised bound booked billed earmarked expected planned tipped timetabled"
)
# "was postponed on Monday": these happen, although what they tell of is a plan.
PUT_OFF: Final = _words("postponed delayed called brought moved")
CANCELLING: Final = _words("off cancelled canceled postponed scrapped shelved dropped abandoned cancel scrap drop skip")
GIVING: Final = _words("give gives given gave giving")  # with "up"
# Past forms that are as often nouns, adjectives or infinitives.
PAST_OR_OTHER: Final = _words("set put let cut hit read led left saw split cast")

# --- small words ------------------------------------------------------------------------------------------------------

ARTICLES: Final = _words("the a an his her their its this these those our my your some any no every other another such")
COUNTS: Final = _words("two three four five six seven eight nine ten all both")
DETERMINERS: Final = ARTICLES | COUNTS | _words("that each several many few one")
PREPOSITIONS: Final = _words(
    """on in at by with from for of to into over under about against between among amid during through via near towards
    toward upon within without across around along alongside beside besides despite per than as"""
)
PARTICLES: Final = _words("on off up out home back together again today tomorrow later earlier early late next")
ADVERBIAL: Final = _words("up out off down back away apart")
SINGULAR_PRONOUNS: Final = _words("he she it who")
PLURAL_PRONOUNS: Final = _words("they we i you and both two ministers")
OFFICES: Final = _words("minister president secretary chancellor premier envoy delegation leader king queen pope")
BEFORE_A_VERB: Final = SINGULAR_PRONOUNS | OFFICES | _words("which also then and") | {",", ")"}
LISTENERS: Final = _words("on in at by reporters journalists late early")
# Participles that are no past forms.
PARTICIPLES: Final = _words(
    """drawn written taken given spoken begun chosen done seen known shown broken frozen sworn flown driven risen
    fallen grown thrown hidden forgotten ridden shaken stolen worn torn gone been borne beaten withdrawn overthrown
    undertaken overtaken laid paid arisen awoken bent bitten bled blown burnt caught drunk eaten fed forbidden
    foreseen forgiven forgone hung lain leant learnt misled mistaken outdone overseen overshot proven rebuilt redone
    remade repaid rethought retold rewritten rung shrunk sprung spun striven stuck sung sunk swollen swum undergone
    undone withheld withstood woken woven wrung"""
)
# What stands between a plan and its date ("to be held in person on Friday").
PLAN_FILLERS: Final = _words("place person be held start begin tentatively originally initially")
# No verb in the past follows directly: "amid renewed talks", "following restricted talks".
BEFORE_NOUNS: Final = (
    AFTER
    | AHEAD
    | _words(
        """of in with by for at from into about over under between among amid during through against within without
        despite behind"""
    )
)
# What must come first, in the perfect, lies ahead with what follows it ("once they have arrived on Saturday").
ONCE: Final = _words("once until when after before unless if")
# "have been summoned to a summit on Thursday": the summit lies ahead.
BIDDEN: Final = _words("summoned invited bidden")
# "have called for strikes on Tuesday", "has invited him to talks on Tuesday": the perfect takes no day of its own.
CALLING: Final = _words("invited summoned requested demanded convened convoked")
AFTER_CALLED: Final = _words("for a an another")
# "did not rule out a visit in July", "has given notice of a strike on Friday".
FORETELLING: Final = frozenset((verb, "out") for verb in ("rule", "ruled")) | frozenset(
    (verb, "notice") for verb in ("gave", "given", "served")
)
REPUTED: Final = _words(
    """said believed thought reported predicted understood alleged known claimed claims claim estimated rumoured rumored
    appears appear seems seem"""
)
FIRST: Final = _words("first last second third only")
# What takes place, rather than is done: a bare participle that takes its time from the main verb ("the summit, held").
HELD: Final = _words(
    """preceded held hosted chaired attended followed staged organised organized convened led headed accompanied joined
    met received addressed given visited moderated co-hosted co-chaired sponsored greeted"""
)
HANDED_IN: Final = _words("received submitted lodged filed sent made")
# Of an event, these tell that it is announced or changed, not that it took place ("a visit on Friday was announced").
ANNOUNCED: Final = _words(
    """announced confirmed denied agreed postponed cancelled canceled called moved rescheduled delayed shelved ruled
    scrapped dropped"""
)
# What is handed over before the event that it is for.
INVITATIONS: Final = _words("invitation invitations offer offers proposal proposals")
# "the day after", "soon after", "looking after": no event follows the word.
NO_LINK_BEFORE: Final = _words("day days week weeks the soon shortly looked looking")
ABOUT_A_GATHERING: Final = _words("for about over of from towards toward")

# What a day is named as ("gave Thursday as the date").
DATES: Final = _words("date day deadline start end")
# "before dawn", "before them", "before the court": no event follows.
NO_EVENTS: Final = _words("dawn daybreak sunrise noon midday midnight sunset dusk breakfast lunch") | _words(
    "them him her us it parliament congress judges lawmakers"
)
# "a spokesman named Friday": what is named, given or chosen lies ahead.
NAMING: Final = _words("named gave given set chose chosen picked proposed suggested offered fixed named names")
# The last word of every link: "following", "ahead of", "prior to", "in time for".
LINKS: Final = AFTER | AHEAD | {"of", "to", "for"}
CONJUNCTIONS: Final = _words("and but or")
CLAUSE_SIGNS: Final = frozenset(',;:()[]"“”«»–—―')
QUOTES: Final = frozenset("\"“”'‘’")
DASHES: Final = frozenset("-–—―")

AUXILIARIES: Final = FUTURE | MODALS | CONDITIONAL | BE | HAVE | ADVERBS | {"to", "set", "due"}
BEFORE_VERBS: Final = FUTURE | MODALS | CONDITIONAL | BE | HAVE | DO | {"to"}
# Words that can be a verb at all, beside those with a regular ending.
POSSIBLE: Final = (
    FUTURE
    | MODALS
    | CONDITIONAL
    | BE
    | HAVE
    | DO
    | SAYING
    | PAST
    | PARTICIPLES
    | BASE
    | PRESENT
    | SPEAKING
    | PLAN_PARTICIPLES
)
