"""What a QTI item takes as right: what it declares, read by the rules of its processing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from elearn.coursetext.convert.gift_parts import number
from elearn.coursetext.convert.markdown import written_number
from elearn.coursetext.convert.nodes import Node
from elearn.coursetext.convert.outcome import Outcome
from elearn.coursetext.convert.qti_kinds import worded
from elearn.coursetext.convert.qti_processing import Processing, Rule, Span, Test, read_processing
from elearn.coursetext.levels import Words
from elearn.domain.answers import plain_text
from elearn.domain.course import Range

FULL = Decimal(100)
_NEAR = Decimal(1)
NUMERIC = ("float", "integer")


@dataclass(frozen=True, slots=True)
class Remark:
    """What of a response's key isn't kept as it was: a finding's code and place, the answer it is about, and values."""

    code: str
    line: int
    answer: str = ""
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(slots=True)
class Response:
    """A response: which values and which numbers are wholly right, and what is to be said of it.

    `declared` is what its declaration calls right, whatever the rules say; `named` are the values of its map, `share`
    is what one right answer gives, `loss` what a choice that the map doesn't name takes away, both in percent.
    """

    cardinality: str = "single"
    kind: str = "identifier"
    line: int = 1
    declared: tuple[str, ...] = ()
    right: tuple[str, ...] = ()
    ranges: tuple[Range, ...] = ()
    named: tuple[str, ...] = ()
    share: Decimal = FULL
    loss: Decimal = Decimal(0)
    endless: bool = False
    remarks: list[Remark] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Responses:
    """The responses of an item by identifier, what it is worth by its rules, and which rules weren't read."""

    by_name: Mapping[str, Response]
    worth: Decimal | None
    unread: tuple[tuple[int, str], ...]


def read_responses(item: Node) -> Responses:
    """The responses of an item."""
    declared = {each.get("identifier"): each for each in item.elements("responseDeclaration")}
    right = {name: next(iter(_values(node)), "") for name, node in declared.items()}
    processing = read_processing(item, right)
    found = {name: _Builder(name, node, processing).response() for name, node in declared.items()}
    if processing is None:
        return Responses(found, None, ())
    return Responses(found, _worth(processing, declared), tuple(processing.unread))


def _values(declared: Node) -> list[str]:
    correct = declared.first("correctResponse")
    return [" ".join(value.text().split()) for value in correct.elements("value")] if correct else []


def _entries(declared: Node) -> dict[str, tuple[Decimal, int]]:
    """What each value earns, and the line that says so."""
    return {
        " ".join(entry.get("mapKey").split()): (number(entry.get("mappedValue")) or Decimal(0), entry.line)
        for entry in declared.within("mapEntry")
    }


def _earning(declared: Node) -> dict[str, Decimal]:
    """The right values of a map: of one choice the best, of a pair's left side its best, else all that earn."""
    worths = {value: worth for value, (worth, _) in _entries(declared).items() if worth > 0}
    single, pairs = declared.get("cardinality", "single") == "single", declared.get("baseType") == "directedPair"
    groups = {value: "" if single else value.partition(" ")[0] if pairs else value for value in worths}
    best: dict[str, Decimal] = {}
    for value, worth in worths.items():
        best[groups[value]] = max(worth, best.get(groups[value], worth))
    return {value: worth for value, worth in worths.items() if worth == best[groups[value]]}


def _most(declared: Node) -> Decimal:
    """The most that a map gives: of one value, or of all together."""
    worths = _earning(declared).values()
    if declared.get("cardinality", "single") == "single":
        return max(worths, default=Decimal(0))
    return sum(worths, Decimal(0))


def _worth(processing: Processing, declared: Mapping[str, Node]) -> Decimal | None:
    """What the whole item gives: the most of the rules for the same responses, all together."""
    most: dict[frozenset[str], Decimal] = {}
    for rule in processing.rules:
        worth = rule.worth
        if worth is None:
            worth = sum((_most(declared[name]) for name in rule.tests if name in declared), Decimal(0))
        names = frozenset(rule.tests)
        most[names] = max(worth, most.get(names, worth))
    return sum(most.values(), Decimal(0)) or None


class _Builder:
    """Makes one response of its declaration and the rules that ask for it."""

    def __init__(self, name: str, declared: Node, processing: Processing | None) -> None:
        self._declared = declared
        self._correct = _values(declared)
        self._entries = _entries(declared)
        self._rules = self._asking(name, processing)
        self._found = Response(
            declared.get("cardinality", "single"),
            declared.get("baseType", "identifier"),
            declared.line,
            tuple(self._correct),
        )

    def _asking(self, name: str, processing: Processing | None) -> list[tuple[Test, Decimal | None, int]]:
        """The tests of this response; without any it is what the declaration says."""
        rules: list[Rule] = processing.rules if processing else []
        found = [(rule.tests[name], rule.worth, rule.line) for rule in rules if name in rule.tests]
        mapped = bool(self._entries) and (self._of_text() or not self._correct)
        return found or [(Test(correct=True, mapped=mapped), None, self._declared.line)]

    def _of_text(self) -> bool:
        return self._declared.get("baseType") == "string"

    def response(self) -> Response:
        """The response with its key and remarks."""
        most = max((worth for _, worth, _ in self._rules if worth is not None), default=Decimal(1))
        for test, worth, line in sorted(self._rules, key=lambda rule: -(rule[1] or most)):
            self._take(test, FULL if worth is None else worth * FULL / most, line)
        if self._of_text() and self._is_cased():
            self._say("import-case", self._declared.line)
        return self._found

    def _take(self, test: Test, percent: Decimal, line: int) -> None:
        right = [*test.values, *(self._correct if test.correct else ())]
        spans = list(test.spans)
        if self._found.kind in NUMERIC:
            spans += [Span(each, each) for each in map(number, right) if each is not None]
        if percent < FULL:
            for answer in (*right, *map(_span_text, test.spans)):
                self._weigh(answer, percent, line, right=False)
            return
        if test.mapped:
            self._take_map()
        self._found.right = tuple(dict.fromkeys((*self._found.right, *right)))
        for span in spans:
            self._take_span(span, line)

    def _take_map(self) -> None:
        most, single = _most(self._declared), self._found.cardinality == "single"
        self._found.named = tuple(self._entries)
        earning = list(_earning(self._declared))
        self._found.right = tuple(dict.fromkeys((*self._found.right, *earning)))
        if self._found.kind in NUMERIC:
            for each in (number(value) for value in earning):
                self._found.ranges += (Range(each, each),) if each is not None else ()
        if most <= 0:
            return
        self._found.share = FULL if single else FULL / len(earning)
        self._bounds(most)
        mapping = self._declared.first("mapping")
        default = number(mapping.get("defaultValue")) if mapping else None
        self._found.loss = -min(default or Decimal(0), Decimal(0)) * FULL / most
        for value, (worth, line) in self._entries.items():
            self._weigh(value, worth * FULL / most, line, value in earning)

    def _bounds(self, most: Decimal) -> None:
        mapping = self._declared.first("mapping")
        upper = number(mapping.get("upperBound")) if mapping else None
        if mapping and upper is not None and upper < most:
            self._say("import-setting", mapping.line, what=worded("upperBound"))

    def _weigh(self, answer: str, percent: Decimal, line: int, right: bool) -> None:
        """Say what an answer is worth where being right or wrong isn't the same."""
        if percent < 0:
            self.lose(answer, -percent, line)
        elif percent > 0 and (not right or abs(percent - self._found.share) > _NEAR):
            self._say("import-weight", line, answer, weight=shown(percent), right=right)

    def lose(self, answer: str, percent: Decimal, line: int) -> None:
        """Say what a wrong answer takes away, where it isn't as much as a right one gives."""
        if abs(percent - self._found.share) > _NEAR or self._found.cardinality == "single":
            self._say("qti-penalty", line, answer, weight=shown(percent))

    def _take_span(self, span: Span, line: int) -> None:
        low, high = span.low, span.high
        if low is None or high is None:
            self._found.endless = True
            ends = [written_number(each) if each is not None else "" for each in (low, high)]
            self._say("qti-open-range", line, low=ends[0], high=ends[1])
            return
        whole = self._found.kind == "integer"
        for end, without in ((low, span.without_low), (high, span.without_high)):
            if without and not whole:
                self._say("qti-edge", line, number=written_number(end))
        if whole:
            low, high = low + (1 if span.without_low else 0), high - (1 if span.without_high else 0)
        if span.tolerant:
            self._say("qti-tolerance", line, low=written_number(low), high=written_number(high))
        if Range(low, high) not in self._found.ranges and low <= high:
            self._found.ranges += (Range(low, high),)

    def _is_cased(self) -> bool:
        entries = [entry.get("caseSensitive", "true") != "false" for entry in self._declared.within("mapEntry")]
        return any(test.cased or (test.mapped and any(entries)) for test, _, _ in self._rules)

    def _say(self, code: str, line: int, answer: str = "", **values: object) -> None:
        self._found.remarks.append(Remark(code, line, answer, values))


def losses(response: Response, choices: Mapping[str, int]) -> Iterator[Remark]:
    """What choices that the map doesn't name take away, where that isn't as much as a right one gives."""
    if not response.named or response.loss == 0:
        return
    for value, line in choices.items():
        fits = abs(response.loss - response.share) <= _NEAR and response.cardinality != "single"
        if value not in response.named and not fits:
            yield Remark("qti-penalty", line, value, {"weight": shown(response.loss)})


_RIGHT, _WRONG = Words("benar", "right"), Words("salah", "wrong")


def say_remarks(outcome: Outcome, response: Response, texts: Mapping[str, str]) -> None:
    """Put down the remarks of a response; `texts` are what its choices say, by identifier."""
    accepted = {plain_text(text) for text in response.right} if response.kind == "string" else set()
    for remark in response.remarks:
        values = dict(remark.values)
        if remark.answer:
            words = [texts.get(name, name) for name in remark.answer.split(" ")] if texts else [remark.answer]
            values["answer"] = " → ".join(words)
        if "right" in values:
            right = values.pop("right") or plain_text(remark.answer) in accepted
            values["verdict"] = _RIGHT if right else _WRONG
        outcome.say(remark.code, remark.line, **values)


def shown(percent: Decimal) -> str:
    """A percentage with at most one decimal, as Indonesian writes it."""
    return written_number(percent.quantize(Decimal("0.1")).normalize())


def _span_text(span: Span) -> str:
    ends = [written_number(each) if each is not None else "" for each in (span.low, span.high)]
    return ends[0] if ends[0] == ends[1] else "..".join(ends)
