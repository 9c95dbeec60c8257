"""To whom a QTI item shows its feedback: to everybody, with certain choices, or with right or wrong answers."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from elearn.coursetext.convert.nodes import Node
from elearn.coursetext.convert.qti_processing import TestReader, settings_of
from elearn.coursetext.convert.question import SourceQuestion
from elearn.domain.course import QuestionKind

FEEDBACK = ("feedbackInline", "feedbackBlock")


class Audience(StrEnum):
    """Who is shown a feedback."""

    ALL = "all"
    CHOICE = "choice"
    RIGHT = "right"
    WRONG = "wrong"
    SOME = "some"


@dataclass(frozen=True, slots=True)
class Shown:
    """A feedback: its element, who is shown it, and for `CHOICE` the identifier of the choice."""

    node: Node
    audience: Audience
    choice: str = ""


_NAMES = {
    **dict.fromkeys(("correct", "right", "benar"), Audience.RIGHT),
    **dict.fromkeys(("incorrect", "wrong", "salah"), Audience.WRONG),
}


def shown_feedback(item: Node, body: Node, choices: frozenset[str]) -> Iterator[Shown]:
    """The feedback of an item outside of its choices, in order."""
    inside = {id(node) for choice in body.within("simpleChoice") for node in choice.within(*FEEDBACK)}
    found = [*item.elements("modalFeedback"), *(node for node in body.within(*FEEDBACK) if id(node) not in inside)]
    others = [node for node in found if node.get("identifier") not in choices]
    for node in found:
        yield _shown(node, item, choices, alone=len(others) == 1)


def _shown(node: Node, item: Node, choices: frozenset[str], alone: bool) -> Shown:
    name, outcome = node.get("identifier"), node.get("outcomeIdentifier")
    if node.get("showHide", "show") != "show":
        return Shown(node, Audience.SOME)
    settings = list(settings_of(item, outcome))
    if not settings:
        return Shown(node, *_unset(name, choices, alone))
    found = {
        _setting(branch, condition, choices)
        for branch, setting, condition in settings
        if (said := setting.first("baseValue")) and said.text().strip() == name
    }
    if not found and name in choices and any(setting.first("variable") for _, setting, _ in settings):
        return Shown(node, Audience.CHOICE, name)
    return Shown(node, *found.pop()) if len(found) == 1 else Shown(node, Audience.SOME)


def _unset(name: str, choices: frozenset[str], alone: bool) -> tuple[Audience, str]:
    """Where nothing sets the outcome, its name has to tell."""
    if name in choices:
        return Audience.CHOICE, name
    return _NAMES.get(name.lower(), Audience.ALL if alone else Audience.SOME), ""


def _setting(branch: str, condition: Node | None, choices: frozenset[str]) -> tuple[Audience, str]:
    """Who reaches a branch in which the outcome is set."""
    if condition is None:
        return Audience.ALL, ""
    branches = list(condition.elements())
    tested = condition.first("responseIf") or condition
    tests = TestReader({}).read(next(tested.elements(), tested)) or {}
    (test,) = tests.values() if len(tests) == 1 else (None,)
    if test and test.correct and not test.values:
        if branch == "responseIf":
            return Audience.RIGHT, ""
        return (Audience.WRONG if branch == "responseElse" and len(branches) == 2 else Audience.SOME), ""
    if test and branch == "responseIf" and len(test.values) == 1 and test.values[0] in choices:
        return Audience.CHOICE, test.values[0]
    return Audience.SOME, ""


def places(shown: Shown, question: SourceQuestion, names: list[str]) -> list[int]:
    """The options beside which a feedback can be shown: that of its choice, or, of one choice, the right or wrong."""
    if shown.audience is Audience.CHOICE:
        return [names.index(shown.choice)] if shown.choice in names else []
    if question.kind is not QuestionKind.SINGLE or shown.audience not in (Audience.RIGHT, Audience.WRONG):
        return []
    right = shown.audience is Audience.RIGHT
    return [place for place, option in enumerate(question.options) if option.correct is right]
