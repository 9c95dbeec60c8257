"""What an assessmentTest of QTI says of its items together, which a quiz here says at its own head."""

from elearn.coursetext.convert.nodes import Node
from elearn.coursetext.convert.outcome import Outcome
from elearn.coursetext.convert.qti_kinds import worded

_SAID = (
    "selection",
    "ordering",
    "weight",
    "timeLimits",
    "itemSessionControl",
    "preCondition",
    "branchRule",
    "testFeedback",
    "outcomeProcessing",
    "rubricBlock",
)
_AMOUNTS = {"selection": "select", "weight": "value"}


def name_settings(outcome: Outcome, test: Node) -> None:
    """Say what of a test doesn't come along, each at its line."""
    for node in test.within(*_SAID):
        if node.tag == "ordering" and node.get("shuffle", "false") == "false":
            continue
        outcome.say("qti-test", node.line, what=worded(node.tag, node.get(_AMOUNTS.get(node.tag, ""))))
    for node in (test, *test.within("testPart")):
        if node.get("navigationMode") == "linear":
            outcome.say("qti-test", node.line, what=worded("linear"))
