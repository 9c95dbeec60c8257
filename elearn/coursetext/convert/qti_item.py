"""One item of QTI 2.1 to a question."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from elearn.coursetext.convert.from_html import HtmlReader
from elearn.coursetext.convert.gift_parts import number
from elearn.coursetext.convert.markdown import written_number
from elearn.coursetext.convert.nodes import Node
from elearn.coursetext.convert.outcome import Outcome
from elearn.coursetext.convert.qti_feedback import FEEDBACK, Audience, places, shown_feedback
from elearn.coursetext.convert.qti_kinds import kinds, worded
from elearn.coursetext.convert.qti_responses import NUMERIC, Response, losses, read_responses, say_remarks
from elearn.coursetext.convert.qti_write import TOOL
from elearn.coursetext.convert.question import SourceOption, SourceQuestion
from elearn.coursetext.convert.to_xhtml import AS_CLASS, STARTS
from elearn.coursetext.parse.attributes import is_id
from elearn.domain.course import BLANK, QuestionKind, Range

HOLE = "\ue01c"
"""Stands where an answer was cut out of a sentence; course text drops this sign, so no text holds it otherwise."""

SIGN_OF_HOLE = r"\_\_\_\_\_"
_NONE = Response()


class ItemReader:
    """Reads one item."""

    def __init__(self, outcome: Outcome, item: Node) -> None:
        self._outcome = outcome
        self._item = item
        self._responses = read_responses(item)
        self._own = outcome.ours = item.get("toolName") == TOOL
        self._html = HtmlReader(outcome, formulas=not self._own)
        self._body = item.first("itemBody") or Node("itemBody", {}, item.line)

    def question(self) -> SourceQuestion | None:
        """The question, if the item is of a kind that course text has; else it is said not to be."""
        found = [node for node in _all(self._body) if node.tag.endswith("Interaction")]
        tags = {node.tag for node in found}
        if not found:
            self._outcome.say("import-description", self._item.line, text=" ".join(self._body.text().split()))
            return None
        if len(tags) > 1 or (len(found) > 1 and tags != {"textEntryInteraction"}) or not tags <= set(_READERS):
            self._outcome.say("import-kind", found[0].line, kind=kinds(tags - set(_READERS), len(found) > 1))
            return None
        question = _READERS[found[0].tag](self, found)
        return question and self._surrounded(question)

    def _surrounded(self, question: SourceQuestion) -> SourceQuestion:
        """With stem, identity, points and feedback."""
        self._name_left_out()
        question = replace(question, stem=self._stem(question), id=self._identity(), points=self._points())
        return self._with_feedback(question)

    def _name_left_out(self) -> None:
        """Say what of the item itself has no counterpart."""
        for node in (*self._body.within("rubricBlock"), *self._item.elements("templateDeclaration")):
            self._outcome.say("import-dropped", node.line, what=worded(node.tag))
        for line, tag in self._responses.unread:
            self._outcome.say("qti-processing", line, what=worded(tag))
        title = " ".join(self._item.get("title").split())
        known = (self._item.get("identifier"), self._item.get("label"), "")
        if not self._own and title not in known and title not in " ".join(self._body.text().split()):
            self._outcome.say("import-title", self._item.line, title=title)

    def _with_feedback(self, question: SourceQuestion) -> SourceQuestion:
        names = [name for name, _ in self._named()] if question.options else []
        said = [[option.feedback] if option.feedback else [] for option in question.options]
        explanations = []
        for shown in shown_feedback(self._item, self._body, frozenset(names)):
            text = self._html.quoted(self._prepared_inside(shown.node))
            beside = places(shown, question, names)
            if shown.audience is Audience.ALL:
                explanations.append(text)
            elif not beside:
                self._outcome.say("qti-feedback", shown.node.line, feedback=" ".join(shown.node.text().split()))
            for place in beside:
                said[place] += [text] if text not in said[place] else []
        options = tuple(
            replace(option, feedback="\n\n".join(texts)) for option, texts in zip(question.options, said, strict=True)
        )
        return replace(question, options=options, explanation="\n\n".join(explanations))

    def _stem(self, question: SourceQuestion) -> str:
        body = Node("", {}, self._body.line, [self._prepared(child) for child in self._body.children])
        first, *rest = self._html.block(body).split(HOLE)
        marks = (BLANK.format(at) if question.blanks else SIGN_OF_HOLE for at in range(1, len(rest) + 1))
        return first + "".join(f"{mark}{piece}" for mark, piece in zip(marks, rest, strict=True))

    def _identity(self) -> str:
        identity = self._item.get("label") or ("" if self._own else self._item.get("identifier"))
        return identity if is_id(identity) else ""

    def _points(self) -> int:
        """What the item gives at most; said where a question's points can't be that."""
        most, line = self._most()
        used = int(min(max(most.quantize(Decimal(1), ROUND_HALF_UP), Decimal(1)), Decimal(100)))
        if used != most:
            self._outcome.say("import-points", line, points=written_number(most), used=used)
        return used

    def _most(self) -> tuple[Decimal, int]:
        outcomes = {each.get("identifier"): each for each in self._item.elements("outcomeDeclaration")}
        for name, read in (("MAXSCORE", Node.text), ("SCORE", lambda node: node.get("normalMaximum"))):
            score = number(read(outcomes[name])) if name in outcomes else None
            if score is not None:
                return score, outcomes[name].line
        return self._responses.worth or Decimal(1), self._item.line

    def _named(self) -> list[tuple[str, Node]]:
        return [(choice.get("identifier"), choice) for choice in self._body.within("simpleChoice", "inlineChoice")]

    def _prepared(self, child: Node | str) -> Node | str:
        """A part of the body as HTML: fields as holes, an interaction as its prompt, rubrics left out."""
        if isinstance(child, str):
            return child.replace(HOLE, "")
        if child.tag in ("textEntryInteraction", "inlineChoiceInteraction"):
            return HOLE
        if child.tag.endswith("Interaction"):
            prompt = child.first("prompt")
            return Node("p", {}, child.line, self._prepared_inside(prompt).children if prompt else [])
        if child.tag in ("rubricBlock", *FEEDBACK) or self._is_field(child):
            return ""
        known = child.get("class") if child.tag in ("span", "div") else ""
        return Node(
            known if known in AS_CLASS else child.tag,
            self._attributes(child),
            child.line,
            self._prepared_inside(child).children,
        )

    def _attributes(self, node: Node) -> Mapping[str, str]:
        """Those of an element, with the number that a list of ours begins with."""
        begins = node.get("class").partition(STARTS)[2]
        return {**node.attributes, "start": begins} if self._own and node.tag == "ol" and begins else node.attributes

    def _prepared_inside(self, node: Node) -> Node:
        return Node("", {}, node.line, [self._prepared(child) for child in node.children])

    def _is_field(self, node: Node) -> bool:
        """Whether a block is nothing but the field that a short answer is typed in."""
        fields = list(node.elements())
        alone = len(fields) == 1 and fields[0].tag == "textEntryInteraction" and not node.text().strip()
        single = len(list(self._body.within("textEntryInteraction"))) == 1
        return alone and single and (not self._own or node.get("class") == "answer")

    def _response(self, node: Node) -> Response:
        return self._responses.by_name.get(node.get("responseIdentifier"), _NONE)

    def _line(self, node: Node) -> str:
        return self._html.line(self._prepared_inside(node))

    def _setting(self, node: Node, name: str) -> None:
        self._outcome.say("import-setting", node.line, what=worded(name))

    def _choice(self, found: list[Node]) -> SourceQuestion | None:
        response = self._response(found[0])
        named = self._named()
        several = response.cardinality == "multiple"
        response.remarks += losses(response, {name: node.line for name, node in named})
        say_remarks(self._outcome, response, {name: self._line(node) for name, node in named})
        if not several and len(response.right) > 1:
            self._outcome.say("qti-several-keys", found[0].line)
            return None
        self._limits(found[0], len(named) if several else 1)
        options = tuple(
            SourceOption(
                self._line(node), name in response.right, self._feedback(node), self._stays_last(found[0], node)
            )
            for name, node in named
        )
        kind = QuestionKind.MULTIPLE if several else QuestionKind.SINGLE
        fixed = found[0].get("shuffle") == "false" and (self._own or found[0].tag != "inlineChoiceInteraction")
        return SourceQuestion(kind, "", options=options, fixed_order=fixed)

    def _limits(self, interaction: Node, most: int) -> None:
        """Say how many choices are asked for, where that isn't any number."""
        limits = {name: number(interaction.get(name)) or 0 for name in ("maxChoices", "minChoices")}
        if 0 < limits["maxChoices"] < most:
            self._setting(interaction, "maxChoices")
        if limits["minChoices"] > 1:
            self._setting(interaction, "minChoices")

    def _stays_last(self, interaction: Node, choice: Node) -> bool:
        """An option that is fixed stays where it is; course text knows that of the last ones only."""
        if choice.get("fixed") != "true":
            return False
        choices = list(interaction.elements("simpleChoice"))
        place = next((at for at, node in enumerate(choices) if node is choice), 0)
        if self._own or all(node.get("fixed") == "true" for node in choices[place:]):
            return True
        self._setting(choice, "fixed")
        return False

    def _feedback(self, choice: Node) -> str:
        said = []
        for node in choice.within(*FEEDBACK):
            if node.get("showHide") == "hide":
                self._outcome.say("qti-feedback", node.line, feedback=" ".join(node.text().split()))
            else:
                said.append(self._html.quoted(self._prepared_inside(node)))
        return "\n\n".join(said)

    def _typed(self, found: list[Node]) -> SourceQuestion | None:
        read = [self._response(node) for node in found]
        for node, response in zip(found, read, strict=True):
            say_remarks(self._outcome, response, {})
            if node.get("patternMask"):
                self._setting(node, "patternMask")
        if any(response.endless for response in read):
            return None
        alone = any(self._is_field(node) for node in _all(self._body))
        if read[0].kind in NUMERIC and len(read) == 1 and (alone or _has_width(read[0].ranges)):
            return SourceQuestion(QuestionKind.NUMBER, "", ranges=read[0].ranges)
        texts = tuple(map(self._texts, read))
        if alone:
            return SourceQuestion(QuestionKind.SHORT, "", accepted=texts[0])
        return SourceQuestion(QuestionKind.BLANKS, "", blanks=texts)

    def _texts(self, response: Response) -> tuple[str, ...]:
        """What may be typed into a blank, where numbers are typed exactly."""
        if response.kind not in NUMERIC:
            return response.right
        wide = [each for each in response.ranges if each.low != each.high]
        for each in wide:
            ends = f"{written_number(each.low)}..{written_number(each.high)}"
            self._outcome.say("qti-blank-range", response.line, answer=ends)
        exact = [each.low for each in response.ranges if each.low == each.high]
        declared = [value for value in map(number, response.declared) if wide and value is not None]
        return tuple(dict.fromkeys(map(written_number, (*exact, *declared))))

    def _matching(self, found: list[Node]) -> SourceQuestion | None:
        response = self._response(found[0])
        names = [
            {node.get("identifier"): node for node in each.elements()} for each in found[0].elements("simpleMatchSet")
        ]
        texts = {name: self._line(node) for each in names for name, node in each.items()}
        say_remarks(self._outcome, response, texts)
        right = [(left, other) for left, _, other in (value.partition(" ") for value in response.right)]
        if _repeated(left for left, _ in right):
            if several := _repeated(other for _, other in right):
                self._outcome.say("qti-several-pairs", found[0].line, left=texts.get(several, several))
                return None
            names, right = names[::-1], [(other, left) for left, other in right]
        return SourceQuestion(QuestionKind.MATCHING, "", pairs=self._pairs(names, dict(right), texts))

    def _pairs(
        self, names: list[dict[str, Node]], right: Mapping[str, str], texts: Mapping[str, str]
    ) -> tuple[tuple[str, str], ...]:
        """The pairs; what belongs to none is said to be left out."""
        if len(names) != 2:
            return ()
        lefts, others = names
        without = [node for name, node in lefts.items() if right.get(name) not in others]
        without += [node for name, node in others.items() if name not in right.values()]
        for node in without:
            self._outcome.say("import-answer", node.line, answer=texts[node.get("identifier")])
        return tuple((texts[name], texts[right[name]]) for name in lefts if right.get(name) in others)

    def _ordering(self, found: list[Node]) -> SourceQuestion:
        response = self._response(found[0])
        choices = dict(self._named())
        say_remarks(self._outcome, response, {name: self._line(node) for name, node in choices.items()})
        self._limits(found[0], len(choices))
        for name, node in choices.items():
            if name not in response.right:
                self._outcome.say("qti-left-out", node.line, answer=self._line(node))
        items = tuple(self._line(choices[name]) for name in response.right if name in choices)
        return SourceQuestion(QuestionKind.ORDERING, "", items=items)


_READERS: dict[str, Callable[[ItemReader, list[Node]], SourceQuestion | None]] = {
    "choiceInteraction": ItemReader._choice,
    "inlineChoiceInteraction": ItemReader._choice,
    "textEntryInteraction": ItemReader._typed,
    "matchInteraction": ItemReader._matching,
    "orderInteraction": ItemReader._ordering,
}


def _all(node: Node) -> list[Node]:
    return [each for child in node.elements() for each in (child, *_all(child))]


def _has_width(ranges: tuple[Range, ...]) -> bool:
    return any(each.low != each.high for each in ranges)


def _repeated(names: Iterable[str]) -> str:
    """The first name that stands twice, or nothing."""
    seen: set[str] = set()
    for name in names:
        if name in seen:
            return name
        seen.add(name)
    return ""
