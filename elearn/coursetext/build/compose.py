"""A question's draft to the question that learners get: rendered, with stable keys, and its wording for comparison."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from elearn.coursetext.build.passages import Desk
from elearn.coursetext.parse.drafts import Draft, OptionDraft, PairDraft, Passage, joined
from elearn.coursetext.parse.source import Line
from elearn.domain.course import BLANK, Item, Option, Pair, Question, QuestionKind


@dataclass(frozen=True, slots=True)
class Composed:
    """A question, what its learner reads in plain text, and the units that its explanation links to, as paths."""

    question: Question
    text: str
    linked: tuple[str, ...]


def answer_key(question_id: str, wording: str) -> str:
    """The key of an option, side or step: the same for the same wording, whatever is right and wherever it stands."""
    digest = sha256(f"{question_id}\n{' '.join(wording.split())}".encode())
    return f"a{digest.hexdigest()[:8]}"


def compose(draft: Draft, desk: Desk, origin: str) -> Composed:
    """Render a draft. `origin` is the unit or bank that it stands in."""
    texts: list[str] = []
    label, stem = _stem(draft, desk, texts)
    options = tuple(_option(draft, number, option, desk, texts) for number, option in enumerate(draft.options, start=1))
    pairs = tuple(_pair(draft, pair, desk, texts) for pair in draft.pairs)
    items = tuple(_item(draft, step, desk, texts) for step in draft.steps)
    explanation = desk.block(draft.explanation, f"e-{draft.id}-") if draft.explanation else None
    if explanation:
        texts.append(explanation.text)
    question = Question(
        id=draft.id,
        kind=draft.kind or QuestionKind.SHORT,
        stem=stem,
        label=label,
        points=draft.points,
        options=options,
        accepted=draft.accepted,
        ranges=draft.ranges,
        pairs=pairs,
        items=items,
        blanks=draft.blanks,
        explanation=explanation.html if explanation else "",
        fixed_order=draft.fixed_order,
        origin=origin,
    )
    return Composed(question, "\n".join(texts), explanation.linked if explanation else ())


def _stem(draft: Draft, desk: Desk, texts: list[str]) -> tuple[str, str]:
    """The heading in plain text, and the whole stem as HTML."""
    heading = desk.line((draft.heading,), f"s-{draft.id}-")
    texts.append(heading.text)
    html = f"<p>{heading.html}</p>"
    if any(not line.blank for line in draft.stem):
        body = desk.block(draft.stem, f"s-{draft.id}-")
        texts.append(body.text)
        html = f"{html}\n{body.html}"
    return _label(heading.text, len(draft.blanks)), html


def _label(text: str, blanks: int) -> str:
    for number in range(1, blanks + 1):
        text = text.replace(BLANK.format(number), "…")
    return " ".join(text.split())


def _option(draft: Draft, number: int, option: OptionDraft, desk: Desk, texts: list[str]) -> Option:
    shown = desk.line(option.text, f"o-{draft.id}-{number}-")
    feedback = desk.short(option.feedback, f"f-{draft.id}-{number}-") if option.feedback else None
    texts.append(shown.text)
    if feedback:
        texts.append(feedback.text)
    key = answer_key(draft.id, joined(option.text))
    return Option(key, shown.html, option.correct, feedback.html if feedback else "", option.last)


def _pair(draft: Draft, pair: PairDraft, desk: Desk, texts: list[str]) -> Pair:
    left, right = (_side(draft, line, desk, texts) for line in (pair.left, pair.right))
    return Pair(answer_key(draft.id, pair.left.text), left, answer_key(draft.id, pair.right.text), right)


def _side(draft: Draft, line: Line, desk: Desk, texts: list[str]) -> str:
    rendered = desk.line((line,), f"o-{draft.id}-")
    texts.append(rendered.text)
    return rendered.html


def _item(draft: Draft, step: Passage, desk: Desk, texts: list[str]) -> Item:
    rendered = desk.line(step, f"o-{draft.id}-")
    texts.append(rendered.text)
    return Item(answer_key(draft.id, joined(step)), rendered.html)


def wording(texts: Sequence[str]) -> str:
    """The SHA-256 of what a learner reads, without regard to spacing."""
    return sha256("\n".join(" ".join(text.split()) for text in texts).encode("utf-8", "replace")).hexdigest()
