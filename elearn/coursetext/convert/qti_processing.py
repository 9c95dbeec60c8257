"""How a QTI item grades: the tests that earn points, and what each asks of the responses."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from elearn.coursetext.convert.gift_parts import number
from elearn.coursetext.convert.nodes import Node

SCORE = "SCORE"
_TEMPLATES = ("match_correct", "map_response")
_BRANCHES = ("responseIf", "responseElseIf", "responseElse")


@dataclass(frozen=True, slots=True)
class Span:
    """Numbers between two ends, which may be missing or no part of it; `tolerant` if it was made of a tolerance."""

    low: Decimal | None = None
    high: Decimal | None = None
    without_low: bool = False
    without_high: bool = False
    tolerant: bool = False


@dataclass(frozen=True, slots=True)
class Test:
    """What a response may be: what is declared to be right, what its map says, one of some values, some numbers."""

    correct: bool = False
    mapped: bool = False
    values: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    cased: bool = False


Tests = Mapping[str, Test]
"""What is asked of each response, by its identifier."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What earns points: `worth` is None where a map says it. It stands at `line`."""

    tests: Tests
    worth: Decimal | None
    line: int


@dataclass(slots=True)
class Processing:
    """The rules of an item, and what could not be read of them, by line and element.

    `outcomes` are the numbers that its other outcomes begin with, as the most that it gives.
    """

    outcomes: Mapping[str, Decimal] = field(default_factory=dict)
    rules: list[Rule] = field(default_factory=list)
    unread: list[tuple[int, str]] = field(default_factory=list)


def read_processing(item: Node, right: Mapping[str, str]) -> Processing | None:
    """The rules by which an item grades; None if it has none. `right` is what is declared right, by response."""
    node = item.first("responseProcessing")
    if node is None:
        return None
    found = Processing(
        {each.get("identifier"): number(each.text()) or Decimal(0) for each in item.elements("outcomeDeclaration")}
    )
    if template := node.get("template"):
        _template(template, node, found)
        return found
    reader = TestReader(right)
    for each in node.elements():
        if each.tag == "responseCondition":
            _condition(each, reader, found)
        elif each.tag == "setOutcomeValue" and each.get("identifier") == SCORE:
            _earned(each, {}, found)
    if not found.rules and not found.unread:
        found.unread.append((node.line, node.tag))
    return found


def _template(address: str, node: Node, found: Processing) -> None:
    name = address.rpartition("/")[2].removesuffix(".xml")
    if name not in _TEMPLATES:
        found.unread.append((node.line, name))
    elif name == "match_correct":
        found.rules.append(Rule({"RESPONSE": Test(correct=True, cased=True)}, Decimal(1), node.line))
    else:
        found.rules.append(Rule({"RESPONSE": Test(mapped=True)}, None, node.line))


def _condition(condition: Node, reader: "TestReader", found: Processing) -> None:
    """The rules of the branches of a condition that set the score."""
    for branch in condition.elements(*_BRANCHES):
        asked = next(branch.elements(), branch)
        if branch.tag == "responseIf" and len(list(branch.elements())) == 1 and (tests := reader.read(asked)):
            found.rules.append(Rule(tests, Decimal(1), branch.line))  # it sets nothing, so it can only mean right
        for score in (each for each in branch.elements("setOutcomeValue") if each.get("identifier") == SCORE):
            _earned(score, reader.read(asked) if branch.tag != "responseElse" else None, found, asked)
        for inner in branch.elements("responseCondition"):
            if any(each.get("identifier") == SCORE for each in inner.within("setOutcomeValue")):
                found.unread.append((inner.line, inner.tag))


def _earned(score: Node, tests: Tests | None, found: Processing, asked: Node | None = None) -> None:
    """Put down what setting the score earns, on condition of `tests`."""
    maps = list(score.within("mapResponse"))
    if maps:
        found.rules += [Rule({each.get("identifier"): Test(mapped=True)}, None, each.line) for each in maps]
        return
    values = [number(each.text()) or Decimal(0) for each in score.within("baseValue")]
    others = [each.get("identifier") for each in score.within("variable") if each.get("identifier") != SCORE]
    worth = sum((*values, *(found.outcomes.get(name, Decimal(0)) for name in others)), Decimal(0))
    if worth <= 0:
        return
    if not tests:
        place = asked or score
        found.unread.append((place.line, place.tag))
    else:
        found.rules.append(Rule(tests, worth, score.line))


class TestReader:
    """Reads conditions. `right` is what is declared right, by response."""

    def __init__(self, right: Mapping[str, str]) -> None:
        self._right = right

    def read(self, node: Node) -> Tests | None:
        """What a condition asks of each response; None when it is of another kind."""
        reader = _READERS.get(node.tag)
        return reader(self, node) if reader else None

    def _match(self, node: Node) -> Tests | None:
        name, value, kind = self._operands(node)
        if not name or not kind:
            return None
        return {name: Test(correct=True, cased=True) if kind == "correct" else Test(values=(value,), cased=True)}

    def _string(self, node: Node) -> Tests | None:
        found = self._match(node)
        if found is None or node.get("substring") == "true":
            return None
        cased = node.get("caseSensitive") != "false"
        return {name: replace(test, cased=cased) for name, test in found.items()}

    def _operands(self, node: Node) -> tuple[str, str, str]:
        """A response's identifier, the value that it is compared with, and which element says that value."""
        name = value = kind = ""
        for each in node.elements():
            if each.tag == "variable":
                name = each.get("identifier")
            elif each.tag == "baseValue":
                value, kind = " ".join(each.text().split()), each.tag
            elif each.tag == "correct":
                value, kind = self._right.get(each.get("identifier"), ""), each.tag
        return name, value, kind

    def _compared(self, node: Node) -> Tests | None:
        first = next(node.elements(), None)
        if first is None:
            return None
        if first.tag == "mapResponse" and node.tag in ("gt", "gte"):
            return {first.get("identifier"): Test(mapped=True)}
        name, text, _kind = self._operands(node)
        value = number(text)
        if not name or value is None:
            return None
        without = node.tag in ("gt", "lt")
        above = (node.tag in ("gt", "gte")) == (first.tag == "variable")
        span = Span(low=value, without_low=without) if above else Span(high=value, without_high=without)
        return {name: Test(spans=(span,))}

    def _equal(self, node: Node) -> Tests | None:
        name, text, _kind = self._operands(node)
        middle = number(text)
        if not name or middle is None or not _is_known(node):
            return None
        return {name: Test(spans=(_around(node, middle, next(node.elements()).tag == "variable"),))}

    def _all(self, node: Node) -> Tests | None:
        found: dict[str, Test] = {}
        for each in node.elements():
            tests = self.read(each)
            if tests is None:
                return None
            for name, test in tests.items():
                both = _both(found[name], test) if name in found else test
                if both is None:
                    return None
                found[name] = both
        return found

    def _any(self, node: Node) -> Tests | None:
        read = [self.read(each) for each in node.elements()]
        tests = [each for each in read if each]
        names = {name for each in tests for name in each}
        if len(tests) != len(read) or len(names) != 1:
            return None
        (name,) = names
        found = [each[name] for each in tests]
        return {
            name: Test(
                any(each.correct for each in found),
                any(each.mapped for each in found),
                tuple(value for each in found for value in each.values),
                tuple(span for each in found for span in each.spans),
                any(each.cased for each in found),
            )
        }

    def _not(self, node: Node) -> Tests | None:
        """That something was answered asks nothing more; other negations are of another kind."""
        return {} if node.first("isNull") else None


_READERS: Mapping[str, Callable[[TestReader, Node], Tests | None]] = {
    "match": TestReader._match,
    "stringMatch": TestReader._string,
    "equal": TestReader._equal,
    "gt": TestReader._compared,
    "gte": TestReader._compared,
    "lt": TestReader._compared,
    "lte": TestReader._compared,
    "and": TestReader._all,
    "or": TestReader._any,
    "not": TestReader._not,
}


def _both(one: Test, other: Test) -> Test | None:
    """What passes two tests of numbers; None where they aren't both of that kind."""
    if len(one.spans) != 1 or len(other.spans) != 1:
        return None
    first, second = one.spans[0], other.spans[0]
    low = _stricter(first.low, first.without_low, second.low, second.without_low, 1)
    high = _stricter(first.high, first.without_high, second.high, second.without_high, -1)
    return Test(spans=(Span(low[0], high[0], low[1], high[1], first.tolerant or second.tolerant),))


def _stricter(
    one: Decimal | None, without_one: bool, other: Decimal | None, without_other: bool, sign: int
) -> tuple[Decimal | None, bool]:
    """Of two ends the one that lets less pass: the larger for `sign` 1, the smaller for -1."""
    if one is None or other is None:
        return (other, without_other) if one is None else (one, without_one)
    if one == other:
        return one, without_one or without_other
    return (one, without_one) if (one - other) * sign > 0 else (other, without_other)


def _is_known(equal: Node) -> bool:
    """Whether a comparison says by itself what counts as equal, not by a variable."""
    if equal.get("toleranceMode", "exact") == "exact":
        return True
    widths = equal.get("tolerance").split()
    return bool(widths) and all(number(each) is not None for each in widths)


def _around(equal: Node, middle: Decimal, response_first: bool) -> Span:
    """The numbers that count as equal to one.

    A tolerance is counted from the right answer. Strictly it is counted from whatever stands first; where that makes a
    difference, the span says that it was made of a tolerance.
    """
    mode = equal.get("toleranceMode", "exact")
    if mode == "exact":
        return Span(middle, middle)
    widths = [abs(each) for each in map(number, equal.get("tolerance").split()) if each is not None]
    if mode == "relative":
        widths = [abs(middle) * each / 100 for each in widths]
    below, above = widths[0], widths[-1]
    return Span(
        middle - below,
        middle + above,
        below > 0 and equal.get("includeLowerBound") == "false",
        above > 0 and equal.get("includeUpperBound") == "false",
        response_first and (below != above or mode == "relative"),
    )


def settings_of(item: Node, outcome: str) -> Iterator[tuple[str, Node, Node | None]]:
    """Where an outcome is set: the branch's name (empty outside of a condition), the setting, and its condition."""
    processing = item.first("responseProcessing") or Node("")
    for each in processing.elements("setOutcomeValue"):
        if each.get("identifier") == outcome:
            yield "", each, None
    for condition in processing.within("responseCondition"):
        for branch in condition.elements(*_BRANCHES):
            for each in branch.elements("setOutcomeValue"):
                if each.get("identifier") == outcome:
                    yield branch.tag, each, condition
