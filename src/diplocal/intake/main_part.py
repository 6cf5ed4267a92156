"""The part of a page that is its own, without menus, banners, footers, and pointers to other pages.

What is in doubt is kept: a line too many costs a look, a line too few a session.
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from attrs import frozen

from diplocal.intake.page_blocks import is_hidden
from diplocal.intake.tree import words

_ENOUGH = 0.5
"""Share of a page's words that an element must hold to be taken for its main part without being called so."""
_FEW = 25
"""Words below which an element is taken for no main part, whatever it is called."""
_LINKED = 0.75
"""Share of words in links from which a stretch of a page leads elsewhere."""

_BESIDE = frozenset({"nav", "footer", "aside"})
_BESIDE_ROLES = frozenset({"navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog"})
_BESIDE_NAMES = re.compile(
    r"(?:^|[-_\s])(?:nav(?:bar|igation)?|menus?|breadcrumbs?|cookies?|consent|share|sharing|social|related|recommended"
    r"|sidebar|comments?|newsletter|subscribe|advert(?:isement)?|ads?|skip-?links?|pagination|footer|popup|modal)"
    r"(?:$|[-_\s])",
    re.IGNORECASE,
)
_GROUPS = frozenset({"ul", "ol"})
_MANY = 4
"""Links that a menu has at least."""
_WORD = re.compile(r"\w+")


@frozen
class MainPart:
    """An element, and those in it that are left out."""

    root: Element
    skipped: frozenset[Element]


def main_part(page: Element) -> MainPart:
    """Find the main part of a page: what it calls so, or what holds most of its words, or all of its body."""
    body = page.find(".//body")
    whole = body if body is not None else page
    mains = [one for one in whole.iter() if one.tag == "main" or one.get("role") == "main"]
    for called in (mains, list(whole.iter("article"))):
        largest = max(called, key=count, default=None)
        if largest is not None and count(largest) >= max(_FEW, _ENOUGH * sum(map(count, _outermost(called)))):
            whole = largest
            break
    pointers = [one for one in whole.iter() if one is not whole and _leads_elsewhere(one)]
    return MainPart(whole, frozenset([*_beside(whole, count(whole)), *pointers]))


def count(one: Element) -> int:
    """Count the words in an element."""
    return sum(len(_WORD.findall(piece)) for piece in words(one))


def _outermost(several: list[Element]) -> list[Element]:
    inner = {id(one) for outer in several for one in outer.iter() if one is not outer}
    return [one for one in several if id(one) not in inner]


def _beside(root: Element, total: int) -> Iterator[Element]:
    """Find what stands beside the text; never what holds half of it, whatever it is called."""
    for one in root:
        if is_hidden(one):
            continue
        if _is_beside(one) and count(one) < _ENOUGH * total:
            yield one
        else:
            yield from _beside(one, total)


def _is_beside(one: Element) -> bool:
    if one.tag in _BESIDE or one.get("role") in _BESIDE_ROLES:
        return True
    return _BESIDE_NAMES.search(f"{one.get('class', '')} {one.get('id', '')}") is not None


def _leads_elsewhere(one: Element) -> bool:
    """Tell page headers, and lists that are made of links."""
    if one.tag == "header":
        return one.find(".//h1") is None
    links = list(one.iter("a")) if one.tag in _GROUPS else []
    return len(links) >= _MANY and sum(map(count, links)) > _LINKED * count(one)
