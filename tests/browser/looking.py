"""What a browser sees of a page: barriers, targets too small for a thumb, the focus, what moves or sticks out."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

COLOURS = ["color-contrast", "link-in-text-block"]
"""What only the colours can break."""

THUMB = 44
LEAST = 24

_SMALL = """([thumb, least]) => {
    const shown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const hidden = (element) => element.closest('.visually-hidden, .skip') !== null;
    const row = (element) => element.matches('[type=checkbox], [type=radio]')
        ? (element.closest('.choice, .check, label, li, tr') ?? element) : element;
    const inSentence = (link) => {
        const around = link.closest('p, li, dd, td, th, summary, figcaption, .prose, div');
        return around && around.textContent.trim().length > link.textContent.trim().length;
    };
    const big = 'button, select, textarea, summary, nav a, .button, input:not([type=hidden]):not(.blank)';
    const small = [];
    const judge = (element, wanted) => {
        if (!shown(element) || hidden(element)) return;
        const box = row(element).getBoundingClientRect();
        if (box.width + 0.5 < wanted || box.height + 0.5 < wanted) {
            small.push(`${element.outerHTML.slice(0, 90)} ${box.width.toFixed()}x${box.height.toFixed()}`);
        }
    };
    for (const element of document.querySelectorAll(big)) judge(element, thumb);
    for (const link of document.querySelectorAll('a[href]')) {
        if (!link.matches(big) && !inSentence(link)) judge(link, least);
    }
    return small;
}"""

_UNSEEN = """() => {
    const drawn = (style) => {
        const outline = style.outlineStyle === 'none' ? '' : style.outlineWidth + style.outlineColor;
        return [outline, style.boxShadow, style.borderColor, style.backgroundColor].join();
    };
    const look = (element) => {
        const seen = [drawn(getComputedStyle(element, '::after'))];
        for (let each = element; each && seen.length < 5; each = each.parentElement) {
            seen.push(drawn(getComputedStyle(each)));
        }
        return seen.join('|');
    };
    const unseen = [];
    const all = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';
    for (const element of document.querySelectorAll(all)) {
        if (!element.checkVisibility() || element.disabled) continue;
        document.activeElement.blur();
        const before = look(element);
        element.focus({ focusVisible: true });
        if (document.activeElement === element && look(element) === before) {
            unseen.push(element.outerHTML.slice(0, 90));
        }
    }
    document.activeElement.blur();
    return unseen;
}"""

_SHIFT = """() => new Promise((done) => {
    let sum = 0;
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if (entry.startTime > (window.settled ?? 0)) sum += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => done(sum), 60);
})"""

_STOPS = """() => {
    const all = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';
    const groups = new Set();
    window.stops = [...document.querySelectorAll(all)].filter((element) => {
        if (!element.checkVisibility({ visibilityProperty: true }) || element.disabled) return false;
        if (element.type !== 'radio') return true;
        const again = groups.has(element.name);
        groups.add(element.name);
        return !again;
    });
    return window.stops.length;
}"""

_STOP = """() => {
    const here = document.activeElement;
    if (here === document.body) return null;
    const [box] = here.getClientRects();
    const top = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height, innerHeight) / 2);
    const floats = (element) => ['fixed', 'sticky'].includes(getComputedStyle(element).position);
    let over = top;
    while (over && !(floats(over) && !over.contains(here))) over = over.parentElement;
    const same = (stop) => stop.type === 'radio' && here.type === 'radio' && stop.name === here.name;
    const at = window.stops.findIndex((stop) => stop === here || same(stop));
    return [at, (over || top === null) ? here.outerHTML.slice(0, 90) : ''];
}"""

SLACK = 20
"""Stops besides ours: the browser gives one to what scrolls."""


def barriers(page: Page, *rules: str) -> list[str]:
    """What axe finds against WCAG 2.2 AA and good practice; of some rules alone, or of all."""
    only = {"type": "rule", "values": list(rules)} if rules else {"type": "tag", "values": STANDARDS}
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    answer = page.evaluate("options => axe.run(options)", {"runOnly": only, "resultTypes": ["violations"]})
    return [f"{each['id']}: {_node(node)}" for each in answer["violations"] for node in each["nodes"]]


def _node(node: dict[str, Any]) -> str:
    said = " ".join(check["message"] for check in (*node["any"], *node["all"], *node["none"]))
    return f"{node['html'][:110]} {said}"


def small_targets(page: Page) -> list[str]:
    """Buttons, fields, links of menus and choices smaller than a thumb; other links that are hard to hit."""
    return page.evaluate(_SMALL, [THUMB, LEAST])


def unseen_focus(page: Page) -> list[str]:
    """What can have the focus without looking any different."""
    page.keyboard.press("Tab")
    return page.evaluate(_UNSEEN)


def lost_on_the_keyboard(page: Page) -> list[str]:
    """What the Tab key doesn't reach, what it reaches out of sight, and whether it stays caught on the page."""
    left, unseen = set(range(page.evaluate(_STOPS))), []
    for pressed in range(len(left) + SLACK):
        page.keyboard.press("Tab")
        stop = page.evaluate(_STOP)
        if stop is None or (pressed and stop[0] == 0):
            break
        left.discard(stop[0])
        unseen += [f"out of sight: {stop[1]}"] if stop[1] else []
    else:
        unseen.append("no way out")
    return unseen + [page.evaluate("at => 'not reached: ' + stops[at].outerHTML.slice(0, 90)", at) for at in left]


def sticks_out(page: Page) -> list[str]:
    """What is wider than the window, so that the page scrolls sideways."""
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return [f"{wide} px"] if wide > 0 else []


def shifts(page: Page) -> list[str]:
    """How far what was on the page already moved by itself, while the rest was loading."""
    moved = page.evaluate(_SHIFT)
    return [f"{moved:.3f}"] if moved > 0.02 else []


def disorder(page: Page) -> list[str]:
    """Mistakes that the list above a form names in another order than the form has its fields."""
    named = page.evaluate("[...document.querySelectorAll('[data-summary] a')].map((link) => link.hash.slice(1))")
    fields = page.evaluate("[...document.querySelectorAll('main [id]')].map((element) => element.id)")
    return [] if named == [id_ for id_ in fields if id_ in named] else named


def headings(page: Page) -> list[str]:
    """The h1s, should there not be exactly one that the title says too."""
    found = [text.strip() for text in page.locator("h1:visible").all_inner_texts()]
    agree = len(found) == 1 and " ".join(found[0].split()) in " ".join(page.title().split())
    return [] if agree else [*found, page.title()]
