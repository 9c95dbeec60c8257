"""Hands on a page: a thumb, with a script and without, and a keyboard alone. All answer in the words that people read.

Ids of questions end with their kind, as in `tests.support.courses.question_kinds`.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.support.courses import RIGHT

MOST_TABS = 150

_NAME = """() => {
    const element = document.activeElement;
    const text = element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? element.textContent;
    return text.trim().replace(/\\s+/g, ' ');
}"""
_FOCUSED = "(element) => element === document.activeElement"
_BEFORE_FOCUS = (
    "(element) => Boolean(document.activeElement.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING)"
)


def kind_of(question: str) -> str:
    """The kind of a question."""
    return question.rpartition("-")[2]


class Hands:
    """What thumbs and keyboards do alike; each chooses, ticks, pairs, fills and presses in its own way."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def answer_all(self) -> None:
        """Give the right answer to every question on the page."""
        shown = self.page.locator("[data-question]").evaluate_all("all => all.map((each) => each.dataset.question)")
        for question in shown:
            self.answer(question, RIGHT[kind_of(question)])

    def answer(self, question: str, said: Any) -> None:
        """Answer a question."""
        box = self.page.locator(f"[data-question='{question}']")
        match kind_of(question):
            case "satu":
                self.choose(box, said)
            case "banyak":
                self.tick(box, said)
            case "pasangan":
                self.pair(box, said)
            case "urutan":
                self.arrange(box, said)
            case "rumpang":
                self.fill(box, said)
            case _:
                self.fill(box, [said])

    def arrange(self, box: Locator, wanted: Iterable[str]) -> None:
        """Move items up until they stand in the order wanted."""
        for place, words in enumerate(wanted):
            while (at := _order(box).index(words)) > place:
                self.press_button(box.get_by_role("button", name=f"Naikkan: {words}"))
                assert _order(box).index(words) == at - 1


class Thumb(Hands):
    """Taps and types."""

    def choose(self, box: Locator, words: str) -> None:
        """Tap an option."""
        box.get_by_label(words).check()

    def tick(self, box: Locator, wanted: Iterable[str]) -> None:
        """Tap several options."""
        for words in wanted:
            box.get_by_label(words).check()

    def pair(self, box: Locator, pairs: Mapping[str, str]) -> None:
        """Choose for each on the left what belongs to it."""
        for left, right in pairs.items():
            box.get_by_label(left).select_option(label=right)

    def fill(self, box: Locator, texts: Iterable[str]) -> None:
        """Type into the fields."""
        for field, text in zip(box.get_by_role("textbox").all(), texts, strict=True):
            field.fill(text)

    def press_button(self, button: Locator) -> None:
        """Tap a button."""
        button.click()


class PlainThumb(Thumb):
    """Taps where no script runs: the place of an item is chosen from a list."""

    def arrange(self, box: Locator, wanted: Iterable[str]) -> None:
        """Choose the place of each item."""
        for place, words in enumerate(wanted, 1):
            box.get_by_label(words).select_option(str(place))


class Keyboard(Hands):
    """Tab, arrows, letters, Space and Enter; no mouse. Goes on from wherever the focus is."""

    def go_to(self, name: str) -> None:
        """Press Tab until what is called so has the focus."""
        seen: list[str] = []
        for _press in range(MOST_TABS):
            self.page.keyboard.press("Tab")
            seen.append(self.page.evaluate(_NAME))
            if re.match(name, seen[-1]):
                return
        raise AssertionError(f"Tab never leads to {name!r}, only to {seen[:60]}")

    def press(self, name: str) -> None:
        """Go to a button or a link and press Enter."""
        self.go_to(name)
        self.page.keyboard.press("Enter")

    def type(self, name: str, text: str) -> None:
        """Go to a field and type into it."""
        self.go_to(name)
        self.page.keyboard.type(text)

    def choose(self, box: Locator, words: str) -> None:
        """Tab leads into a group of radio buttons once; arrows lead on in it."""
        self._tab_to(box.get_by_role("radio").first)
        self.page.keyboard.press("Space")
        for _option in range(box.get_by_role("radio").count()):
            if box.get_by_label(words).is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"no arrow leads to {words!r}")

    def tick(self, box: Locator, wanted: Iterable[str]) -> None:
        """Press Space on several options."""
        for words in wanted:
            self._tab_to(box.get_by_label(words))
            self.page.keyboard.press("Space")

    def pair(self, box: Locator, pairs: Mapping[str, str]) -> None:
        """Type the beginning of what belongs to each on the left."""
        for left, right in pairs.items():
            self._tab_to(box.get_by_label(left))
            self.page.keyboard.type(right[:11])
            expect(box.get_by_label(left).locator("option:checked")).to_have_text(right)

    def fill(self, box: Locator, texts: Iterable[str]) -> None:
        """Type into the fields."""
        for field, text in zip(box.get_by_role("textbox").all(), texts, strict=True):
            self._tab_to(field)
            self.page.keyboard.type(text)

    def press_button(self, button: Locator) -> None:
        """Go to a button, forwards or back, and press Enter."""
        self._tab_to(button)
        self.page.keyboard.press("Enter")

    def _tab_to(self, element: Locator) -> None:
        for _press in range(MOST_TABS):
            if element.evaluate(_FOCUSED):
                return
            self.page.keyboard.press("Shift+Tab" if element.evaluate(_BEFORE_FOCUS) else "Tab")
        raise AssertionError(f"Tab never leads to {element}")


def _order(box: Locator) -> list[str]:
    return [" ".join(text.split()) for text in box.locator(".order-text").all_inner_texts()]
