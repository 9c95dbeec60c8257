"""The wording of a question: what a learner reads of it and what counts as right, apart from order and markup."""

import json
from hashlib import sha256
from html.parser import HTMLParser

from elearn.domain.course import Question


class _Words(HTMLParser):
    """Collects text, and of pictures their file and alternative text."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("img", "audio", "video", "source"):
            known = dict(attrs)
            self.words.append(f" [{known.get('src') or ''} {known.get('alt') or ''}] ")

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def words_of(html: str) -> str:
    """The text of sanitised HTML with single spaces."""
    reader = _Words()
    reader.feed(html)
    reader.close()
    return " ".join("".join(reader.words).split())


def wording(question: Question) -> str:
    """A hash that changes when a question's text or key changes, and not when it is moved, shuffled or explained."""
    told = [
        question.kind.value,
        words_of(question.stem),
        sorted([words_of(option.html), option.correct] for option in question.options),
        sorted(question.accepted),
        sorted([str(accepted.low), str(accepted.high)] for accepted in question.ranges),
        sorted([words_of(pair.left), words_of(pair.right)] for pair in question.pairs),
        [words_of(item.html) for item in question.items],
        [sorted(blank) for blank in question.blanks],
    ]
    return sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()
