"""The web page in a browser: it loads without a word, filters, prints, and can be used with a keyboard and by ear.

These tests want Chromium, and for the checks of accessibility axe-core; they skip where there is none.
"""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import diplocal
from diplocal.exporters.html import to_html
from examples.nato_brussels_2025 import PROGRAMME
from tests import node
from tests.exporters import chromium
from tests.exporters.chromium import Chromium
from tests.exporters.harbour_talks import TIMELINE
from tests.exporters.test_html import everywhere, many

pytestmark = pytest.mark.skipif(not chromium.found(), reason="no chromium on the PATH to look at pages with")

FEED = "https://example.org/feed.ics"
PAGES: dict[str, Callable[[], str]] = {
    "rich": lambda: to_html(TIMELINE, zones=["Asia/Seoul", "Washington=America/New_York"], feed=FEED),
    "article": lambda: to_html(diplocal.resolve(PROGRAMME), feed=FEED),
    "french": lambda: to_html(TIMELINE, language="fr"),
    "korean": lambda: to_html(TIMELINE, language="ko"),
    "hostile": lambda: to_html(everywhere("</script><img src=x onerror=alert(1)> مرحبا 한국어 🇰🇷 " + "W" * 2000)),
    "empty": lambda: to_html(diplocal.Timeline(key="p", title="Nothing yet")),
}
WINDOWS: dict[str, dict[str, Any]] = {
    "wide": {"width": 1280},
    "narrow": {"width": 390, "height": 844},
    "dark": {"width": 1280, "dark": True},
}


@pytest.fixture(scope="module")
def browser() -> Iterator[Chromium]:
    with chromium.running() as running:
        yield running


@pytest.fixture(scope="module")
def pages(tmp_path_factory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    for name, written in PAGES.items():
        (folder / f"{name}.html").write_text(written(), "utf-8")
    return {name: folder / f"{name}.html" for name in PAGES}


@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_loads_without_a_word_asks_for_nothing_and_fits(browser, pages, name, window):
    browser.open(pages[name], **WINDOWS[window])

    assert browser.said() == []
    assert browser.asked_for() == [pages[name].as_uri()]
    assert browser.run("document.documentElement.scrollWidth <= innerWidth")


SHIFTS = """new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => list.getEntries().forEach(one => { sum += one.value; }))
    .observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(sum), 200);
})"""


@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("name", ["rich", "article"])
def test_a_page_opens_without_a_jump(browser, pages, name, window):
    browser.open(pages[name], **WINDOWS[window])

    assert browser.run(SHIFTS) == 0


@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("name", ["rich", "article"])
def test_a_page_hardly_moves_while_a_slow_machine_reads_it(browser, pages, name, window):
    browser.ask("Emulation.setCPUThrottlingRate", rate=6)
    try:
        browser.open(pages[name], **WINDOWS[window])
        assert browser.run(SHIFTS) < 0.005  # a line may move by a pixel while its words are read
    finally:
        browser.ask("Emulation.setCPUThrottlingRate", rate=1)


def test_a_large_page_opens_without_a_jump_and_links_into_it_lead_there(browser, tmp_path):
    page = tmp_path / "large.html"
    page.write_text(to_html(many(1000)), "utf-8")
    browser.open(page)

    assert browser.run(SHIFTS) == 0
    assert browser.said() == []
    browser.run("document.documentElement.style.scrollBehavior = 'auto'; location.hash = '#entry-s901'")
    top = "document.getElementById('entry-s901').getBoundingClientRect().top"
    assert browser.run(f"new Promise(done => setTimeout(() => done({top}), 500))") == pytest.approx(16, abs=100)


# --- filters ----------------------------------------------------------------------------------------------------------


def choose(browser: Chromium, name: str, words: str) -> None:
    """Choose an option as a reader does, by its words."""
    browser.run(
        f"""(() => {{
          const list = document.getElementById("filter-{name}");
          list.value = [...list.options].find(one => one.text === {json.dumps(words)}).value;
          list.dispatchEvent(new Event("change", {{bubbles: true}}));
        }})()"""
    )


def shown(browser: Chromium, selector: str = ".card[id]") -> list[str]:
    every = f"[...document.querySelectorAll({json.dumps(selector)})]"
    found: list[str] = browser.run(f"{every}.filter(one => one.checkVisibility()).map(one => one.id)")
    return [name.removeprefix("entry-") for name in found]


@pytest.mark.parametrize(
    ("chosen", "left"),
    [
        ({"who": "Nils Lien"}, ["plenary", "talks", "press", "trilateral"]),
        ({"who": "Coastal Forum"}, ["plenary"]),
        ({"topics": "Pilots"}, ["talks"]),
        ({"status": "cancelled"}, ["tour"]),
        ({"who": "Nils Lien", "status": "confirmed"}, ["plenary", "press"]),
        ({"topics": "Pilots", "status": "cancelled"}, []),
    ],
)
def test_filters_leave_what_was_chosen(browser, pages, chosen, left):
    browser.open(pages["rich"])
    everything = shown(browser)
    for name, words in chosen.items():
        choose(browser, name, words)

    assert shown(browser) == left
    assert browser.run("shown.textContent") == f"{len(left)} of {len(everything)} entries"

    browser.run("document.querySelector('#filters button').click()")
    assert shown(browser) == everything
    assert browser.run("document.activeElement.id") == "filter-who"


def test_days_without_a_match_leave_with_their_links(browser, pages):
    browser.open(pages["rich"])
    choose(browser, "topics", "Tide tables")

    assert shown(browser, "main > section") == ["day-2025-09-11"]
    assert browser.run("[...document.querySelectorAll('nav li')].filter(l => !l.hidden).map(l => l.innerText)") == [
        "Thu 11 Sep"
    ]


def test_what_an_undated_entry_belongs_to_stays_with_it(browser, tmp_path):
    page = tmp_path / "page.html"
    page.write_text(PAGES["article"](), "utf-8")
    browser.open(page)
    choose(browser, "who", "Marco Rubio")

    assert shown(browser) == ["trilateral"]
    assert browser.run("document.querySelector('#undated .lead').checkVisibility()")


def test_a_link_to_what_the_filter_hides_shows_it_again(browser, pages):
    browser.open(pages["rich"])
    choose(browser, "topics", "Pilots")
    browser.run("new Promise(done => { addEventListener('hashchange', done); location.hash = '#entry-press'; })")

    assert "press" in shown(browser)
    assert browser.run("document.getElementById('filter-topics').value") == ""


def test_without_scripts_the_page_is_whole(browser, pages):
    browser.open(pages["rich"])
    everything = shown(browser)
    browser.ask("Emulation.setScriptExecutionDisabled", value=True)
    try:
        browser.open(pages["rich"])
        document = browser.ask("DOM.getDocument")["root"]["nodeId"]

        assert len(everything) == len(boxes(browser, document, ".card[id]"))
        assert boxes(browser, document, "#filters") == []
        assert len(boxes(browser, document, "summary")) == 3
    finally:
        browser.ask("Emulation.setScriptExecutionDisabled", value=False)


def boxes(browser: Chromium, document: int, selector: str) -> list[int]:
    """Find the elements that take up room, without a script in the page."""
    found = browser.ask("DOM.querySelectorAll", nodeId=document, selector=selector)["nodeIds"]
    return [node for node in found if _has_box(browser, node)]


def _has_box(browser: Chromium, node: int) -> bool:
    try:
        return bool(browser.ask("DOM.getBoxModel", nodeId=node)["model"])
    except AssertionError:  # "Could not compute box model."
        return False


# --- keyboard, ear and paper ------------------------------------------------------------------------------------------


def press(browser: Chromium, key: str, code: int) -> None:
    for kind in ("rawKeyDown", "keyUp"):
        browser.ask("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code)


def test_the_keyboard_reaches_everything_in_order(browser, pages):
    browser.open(pages["rich"])
    wanted = browser.run(
        "[...document.querySelectorAll('a, select, button:enabled, summary')].filter(o => o.checkVisibility()).length"
    )
    reached = []
    for _ in range(wanted):
        press(browser, "Tab", 9)
        reached.append(
            browser.run(
                "(() => { const one = document.activeElement; const outline = getComputedStyle(one).outlineStyle;"
                " return [one.innerText, outline, [...document.querySelectorAll('*')].indexOf(one)]; })()"
            )
        )

    assert reached[0][0] == "Skip to the timeline"
    assert all(outline != "none" for _, outline, _ in reached)
    assert [at for *_, at in reached] == sorted({at for *_, at in reached})


def test_why_a_date_opens_with_a_key(browser, pages):
    browser.open(pages["rich"])
    browser.run("document.querySelector('#entry-call summary').focus()")
    press(browser, " ", 32)
    browser.ask("Input.dispatchKeyEvent", type="char", text=" ")

    assert browser.run("document.querySelector('#entry-call details').open")
    assert "the coming Thursday" in browser.run("document.querySelector('#entry-call details').innerText")


@pytest.mark.parametrize("name", ["rich", "article", "hostile"])
def test_print_fits_a4(browser, pages, name):
    browser.open(pages[name])
    paper = re.findall(rb"/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]", browser.printed())

    assert paper
    assert {(round(float(width)), round(float(height))) for width, height in paper} == {(595, 842)}


def test_paper_shows_the_timeline_and_no_controls(browser, pages):
    browser.open(pages["rich"])
    browser.ask("Emulation.setEmulatedMedia", media="print", features=[])

    assert shown(browser, "nav, form, .feed a, .skip") == []
    assert len(shown(browser)) == 11
    # Only a date that somebody has to look at says so.
    assert not browser.run("document.querySelector('#entry-plenary summary').checkVisibility()")
    assert browser.run("document.querySelector('#entry-call summary').checkVisibility()")
    browser.ask("Emulation.setEmulatedMedia", media="", features=[])


def test_one_page_holds_the_table_of_all_days_alone(browser, pages):
    browser.open(pages["rich"])
    browser.run("window.print = () => {}; document.querySelector('.one-page').click()")
    browser.ask("Emulation.setEmulatedMedia", media="print", features=[])

    assert shown(browser, "main, .overview, footer") == []
    assert browser.run("document.querySelector('#brief table').checkVisibility()")
    assert len(re.findall(rb"/Type ?/Page\b", browser.printed())) == 1
    browser.ask("Emulation.setEmulatedMedia", media="", features=[])


def test_an_address_leads_to_what_is_printed_on_one_page(browser, pages):
    browser.open(pages["rich"])
    browser.run("location.hash = '#brief'")

    assert len(re.findall(rb"/Type ?/Page\b", browser.printed())) == 1


def test_a_filter_leaves_the_rows_of_what_it_leaves(browser, pages):
    browser.open(pages["rich"])
    choose(browser, "topics", "Pilots")
    rows = (
        "[...document.querySelectorAll('#brief tr[data-card]')].filter(one => !one.hidden).map(one => one.dataset.card)"
    )

    assert browser.run(rows) == ["entry-talks"]


@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(browser, pages, name, window):
    axe = (node.package("axe-core") / "axe.min.js").read_text("utf-8")
    browser.open(pages[name], **WINDOWS[window])
    browser.run("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    browser.run(axe + "; 0")
    found: dict[str, Any] = browser.run("axe.run(document)")

    assert len(found["passes"]) > 10
    assert [(one["id"], one["impact"], one["nodes"][0]["html"]) for one in found["violations"]] == []
