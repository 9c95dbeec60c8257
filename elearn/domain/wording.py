"""The wording of a question: what a learner reads of it and what counts as right, apart from order and markup."""

import json
from hashlib import sha256
from html.parser import HTMLParser

from elearn.domain.course import Question

SEPARATE = frozenset(("p", "br", "li", "td", "th", "div", "pre", "dt", "dd", "blockquote"))
"""Tags after which a new word begins."""


class _Words(HTMLParser):
    """Collects text, of pictures their alternative text, and the names of media files apart."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.files: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        if known.get("src"):
            self.files.append(str(known["src"]))
        if tag == "img":
            self.words.append(f" [{known.get('alt') or ''}] ")
        elif tag in SEPARATE:
            self.words.append(" ")

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def words_of(html: str) -> str:
    """What is read in sanitised HTML, with single spaces."""
    return _read(html)[0]


def _read(html: str) -> tuple[str, list[str]]:
    reader = _Words()
    reader.feed(html)
    reader.close()
    return " ".join("".join(reader.words).split()), reader.files


def wording(question: Question) -> str:
    """A hash that changes when a question's text or key changes, and not when it is moved, shuffled or explained."""
    told = [
        question.kind.value,
        _read(question.stem),
        sorted([_read(option.html), option.correct] for option in question.options),
        sorted(question.accepted),
        sorted([str(accepted.low), str(accepted.high)] for accepted in question.ranges),
        sorted([_read(pair.left), _read(pair.right)] for pair in question.pairs),
        [_read(item.html) for item in question.items],
        [sorted(blank) for blank in question.blanks],
    ]
    return sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()
