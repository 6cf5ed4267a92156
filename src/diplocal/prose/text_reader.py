"""Read the references of a text together (see `joint`), and make readings of what was chosen."""

import datetime as dt

from diplocal import rules
from diplocal.evidence.choice import only, reading_of, said_time
from diplocal.evidence.page import Page
from diplocal.evidence.weights import weights_of
from diplocal.languages.language import Language
from diplocal.languages.language import language as language_of
from diplocal.phrases.finder import find_in
from diplocal.phrases.tokens import Tokens
from diplocal.prose.joint import InText, read
from diplocal.prose.reasons import against, reason
from diplocal.prose.venues import venues, zone_of
from diplocal.reading import Conventions, Finding, Reading
from diplocal.when import Clause, Mention


def read_text(
    text: str,
    *,
    published: dt.date | dt.datetime,
    zone: str | None,
    conventions: Conventions,
    clauses: bool,
    language: str | Language,
) -> tuple[Finding, ...]:
    """Do what `prose.read_text` says."""
    today = rules.publication_day(published, zone)
    try:
        page = page_of(text, today, zone, conventions, language)
        found = [
            Finding(_placed(page, number) if clauses else page.mentions[number], _reading(page, number, choice))
            for number, choice in enumerate(read(page, weights_of(page.language)))
            if choice is not None
        ]
    except OverflowError:
        raise rules.beyond_the_calendar(published) from None
    return tuple(found)


def page_of(
    text: str,
    today: dt.date,
    zone: str | None,
    conventions: Conventions = rules.DEFAULT,
    language: str | Language = "en",
) -> Page:
    """Find the references of a text, and where each one stands."""
    tokens, known = Tokens(text), language_of(language)
    found = find_in(tokens, known)
    sentences = dict.fromkeys([(place.left, place.right) for _, place in found])
    return Page(
        tokens=tokens,
        language=known,
        today=today,
        zone=zone,
        conventions=conventions,
        found=found,
        venues=venues(tokens, sentences),
    )


def _placed(page: Page, number: int) -> Mention:
    """A reference with what its clause says."""
    mention, context, place = page.mentions[number], page.context(number), page.bearing(number)
    verb = context.verb
    clause = Clause(
        verb=page.tokens.said(verb.begin, verb.head + 1) if verb is not None else "",
        lemma=verb.lemma if verb is not None else "",
        tense=verb.tense if verb is not None else "",
        passive=verb is not None and verb.passive,
        sense=place.sense,
        report=page.reports[number],
        link=place.link,
        quoted=context.quoted,
        headline=context.headline,
    )
    return Mention(
        reference=mention.reference, start=mention.start, end=mention.end, text=mention.text,
        sentence=mention.sentence, clause=clause,
    )  # fmt: skip


def _reading(page: Page, number: int, choice: InText) -> Reading:
    said = said_time(page.mentions[number].reference, zone_of(page, number))
    if len(choice.candidates) == 1 and not choice.is_counted:
        return only(choice.candidates[0], said)
    return reading_of(choice, reason(page, number, choice), lambda k: against(page, number, choice, k), said)
