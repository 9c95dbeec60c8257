"""One item of QTI 2.1 to a question."""

from collections.abc import Callable
from dataclasses import replace

from elearn.coursetext.convert.from_html import HtmlReader
from elearn.coursetext.convert.gift_parts import number
from elearn.coursetext.convert.markdown import written_number
from elearn.coursetext.convert.nodes import Node
from elearn.coursetext.convert.outcome import Outcome
from elearn.coursetext.convert.qti_responses import Response, responses
from elearn.coursetext.convert.qti_write import TOOL
from elearn.coursetext.convert.question import SourceOption, SourceQuestion
from elearn.coursetext.convert.to_xhtml import AS_CLASS
from elearn.coursetext.parse.attributes import is_id
from elearn.domain.course import BLANK, QuestionKind, Range

HOLE = "\ue01c"
"""Stands where an answer was cut out of a sentence; course text drops this sign, so no text holds it otherwise."""

SIGN_OF_HOLE = r"\_\_\_\_\_"
_FEEDBACK = ("feedbackInline", "feedbackBlock")
_NONE = Response()


class ItemReader:
    """Reads one item."""

    def __init__(self, outcome: Outcome, item: Node) -> None:
        self._outcome = outcome
        self._item = item
        self._html = HtmlReader(outcome)
        self._responses = responses(item)
        self._own = item.get("toolName") == TOOL
        self._body = item.first("itemBody") or Node("itemBody", {}, item.line)

    def question(self) -> SourceQuestion | None:
        """The question, if the item is of a kind that course text has; else it is said not to be."""
        found = [node for node in _all(self._body) if node.tag.endswith("Interaction")]
        tags = {node.tag for node in found}
        if not found:
            self._outcome.say("import-description", self._item.line, text=" ".join(self._body.text().split()))
            return None
        if len(tags) > 1 or (len(found) > 1 and tags != {"textEntryInteraction"}) or not tags <= set(_READERS):
            self._outcome.say("import-kind", found[0].line, kind=", ".join(sorted(tags)))
            return None
        question = _READERS[found[0].tag](self, found)
        return question and self._surrounded(question)

    def _surrounded(self, question: SourceQuestion) -> SourceQuestion:
        """With stem, identity, points and feedback."""
        for rubric in self._body.within("rubricBlock"):
            self._outcome.say("import-dropped", rubric.line, what="rubricBlock")
        for template in self._item.elements("templateDeclaration"):
            self._outcome.say("import-dropped", template.line, what="templateDeclaration")
        by_choice, explanation = self._modal({name for name, _ in self._named()})
        options = (
            tuple(
                replace(option, feedback=option.feedback or by_choice.get(name, ""))
                for option, (name, _) in zip(question.options, self._named(), strict=True)
            )
            if question.options
            else ()
        )
        return replace(
            question,
            stem=self._stem(question),
            id=self._identity(),
            points=self._points(),
            options=options,
            explanation=explanation,
        )

    def _stem(self, question: SourceQuestion) -> str:
        body = Node("", {}, self._body.line, [self._prepared(child) for child in self._body.children])
        first, *rest = self._html.block(body).split(HOLE)
        marks = (BLANK.format(at) if question.blanks else SIGN_OF_HOLE for at in range(1, len(rest) + 1))
        return first + "".join(f"{mark}{piece}" for mark, piece in zip(marks, rest, strict=True))

    def _identity(self) -> str:
        identity = self._item.get("label") or ("" if self._own else self._item.get("identifier"))
        return identity if is_id(identity) else ""

    def _points(self) -> int:
        for outcome in self._item.elements("outcomeDeclaration"):
            if outcome.get("identifier") == "MAXSCORE":
                score = number(outcome.text())
                return int(score) if score is not None and 1 <= score <= 100 else 1
        return 1

    def _named(self) -> list[tuple[str, Node]]:
        return [(choice.get("identifier"), choice) for choice in self._body.within("simpleChoice", "inlineChoice")]

    def _modal(self, choices: set[str]) -> tuple[dict[str, str], str]:
        """Feedback by choice, and what is said in any case."""
        by_choice: dict[str, str] = {}
        others = []
        for modal in self._item.elements("modalFeedback"):
            text = self._html.block(self._prepared_inside(modal))
            if modal.get("identifier") in choices:
                by_choice[modal.get("identifier")] = text
            else:
                others.append(text)
        return by_choice, "\n\n".join(others)

    def _prepared(self, child: Node | str) -> Node | str:
        """A part of the body as HTML: fields as holes, an interaction as its prompt, rubrics left out."""
        if isinstance(child, str):
            return child.replace(HOLE, "")
        if child.tag in ("textEntryInteraction", "inlineChoiceInteraction"):
            return HOLE
        if child.tag.endswith("Interaction"):
            prompt = child.first("prompt")
            return Node("p", {}, child.line, self._prepared_inside(prompt).children if prompt else [])
        if child.tag == "rubricBlock" or self._is_field(child):
            return ""
        known = child.get("class") if child.tag in ("span", "div") else ""
        return Node(
            known if known in AS_CLASS else child.tag,
            child.attributes,
            child.line,
            self._prepared_inside(child).children,
        )

    def _prepared_inside(self, node: Node) -> Node:
        return Node("", {}, node.line, [self._prepared(child) for child in node.children])

    def _is_field(self, node: Node) -> bool:
        """Whether a block is nothing but the field that a short answer is typed in."""
        fields = list(node.elements())
        alone = len(fields) == 1 and fields[0].tag == "textEntryInteraction" and not node.text().strip()
        single = len(list(self._body.within("textEntryInteraction"))) == 1
        return alone and single and (not self._own or node.get("class") == "answer")

    def _response(self, node: Node) -> Response:
        return self._responses.get(node.get("responseIdentifier"), _NONE)

    def _line(self, node: Node) -> str:
        kept = [child for child in node.children if isinstance(child, str) or child.tag not in _FEEDBACK]
        return self._html.line(self._prepared_inside(Node("", {}, node.line, kept)))

    def _choice(self, found: list[Node]) -> SourceQuestion:
        response = self._response(found[0])
        options = tuple(
            SourceOption(
                self._line(node), name in response.earning, self._feedback(node), self._stays_last(found[0], node)
            )
            for name, node in self._named()
        )
        several = response.cardinality == "multiple"
        kind = QuestionKind.MULTIPLE if several else QuestionKind.SINGLE
        fixed = found[0].get("shuffle") == "false" and (self._own or found[0].tag != "inlineChoiceInteraction")
        return SourceQuestion(kind, "", options=options, fixed_order=fixed)

    def _stays_last(self, interaction: Node, choice: Node) -> bool:
        """An option that is fixed stays where it is; course text knows that of the last ones only."""
        if choice.get("fixed") != "true":
            return False
        choices = list(interaction.elements("simpleChoice"))
        place = next((at for at, node in enumerate(choices) if node is choice), 0)
        if self._own or all(node.get("fixed") == "true" for node in choices[place:]):
            return True
        self._outcome.say("import-setting", choice.line, what="fixed")
        return False

    def _feedback(self, choice: Node) -> str:
        said = (self._html.block(self._prepared_inside(node)) for node in choice.elements(*_FEEDBACK))
        return "\n\n".join(said)

    def _typed(self, found: list[Node]) -> SourceQuestion:
        read = [self._response(node) for node in found]
        alone = any(self._is_field(node) for node in _all(self._body))
        if read[0].kind in ("float", "integer") and len(read) == 1 and (alone or _has_width(read[0].ranges)):
            return SourceQuestion(QuestionKind.NUMBER, "", ranges=read[0].ranges or _exact(read[0]))
        if alone:
            return SourceQuestion(QuestionKind.SHORT, "", accepted=_texts(read[0]))
        return SourceQuestion(QuestionKind.BLANKS, "", blanks=tuple(map(_texts, read)))

    def _matching(self, found: list[Node]) -> SourceQuestion:
        sets = list(found[0].elements("simpleMatchSet"))
        names = [{node.get("identifier"): node for node in each.elements()} for each in sets]
        right = dict(value.split(" ", 1) for value in self._response(found[0]).earning if " " in value)
        pairs = []
        if len(names) == 2:
            for name, node in names[0].items():
                other = names[1].get(right.get(name, ""))
                if other is None:
                    self._outcome.say("import-answer", node.line, answer=self._line(node))
                else:
                    pairs.append((self._line(node), self._line(other)))
            for name, node in names[1].items():
                if name not in right.values():
                    self._outcome.say("import-answer", node.line, answer=self._line(node))
        return SourceQuestion(QuestionKind.MATCHING, "", pairs=tuple(pairs))

    def _ordering(self, found: list[Node]) -> SourceQuestion:
        choices = dict(self._named())
        items = tuple(self._line(choices[name]) for name in self._response(found[0]).right if name in choices)
        return SourceQuestion(QuestionKind.ORDERING, "", items=items)


_READERS: dict[str, Callable[[ItemReader, list[Node]], SourceQuestion]] = {
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


def _exact(response: Response) -> tuple[Range, ...]:
    found = [number(text) for text in response.earning]
    return tuple(Range(each, each) for each in found if each is not None)


def _texts(response: Response) -> tuple[str, ...]:
    """What may be typed: all that earns something, besides what is declared to be right."""
    if response.kind in ("float", "integer"):
        return tuple(written_number(each.low) for each in response.ranges or _exact(response))
    mapped = tuple(text for text, worth in response.mapped.items() if worth > 0)
    return tuple(dict.fromkeys((*mapped, *response.right)))
