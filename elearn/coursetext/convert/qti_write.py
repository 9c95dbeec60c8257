"""Questions to a package of QTI 2.1: a manifest, one file an item, and the pictures that they show."""

from collections.abc import Callable, Iterable, Mapping
from html import escape
from io import BytesIO

from elearn.coursetext.archive import pack
from elearn.coursetext.convert.question import Exported, SourceQuestion
from elearn.coursetext.convert.settle import settled
from elearn.coursetext.convert.to_xhtml import XhtmlWriter
from elearn.coursetext.findings import found
from elearn.domain.course import BLANK, QuestionKind

NAMESPACE = "http://www.imsglobal.org/xsd/imsqti_v2p1"
TOOL = "elearn"
ITEM_TYPE = "imsqti_item_xmlv2p1"

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_MATCHES = '<match><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></match>'


def write_qti(questions: Iterable[SourceQuestion], file: str, media: Mapping[str, bytes]) -> Exported:
    """The questions as a zip. `file` is where they stand in their course, `media` the course's pictures by path.

    A finding's line is the question's number in order, from 1.
    """
    writer = XhtmlWriter(file, media)
    items, findings = {}, []
    for number, question in enumerate(map(settled, questions), start=1):
        items[f"items/soal-{number:04}.xml"] = _item(question, number, writer).encode()
        findings += [found("export-link", file, number, text=text, format="QTI") for text in writer.lost]
        writer.lost.clear()
    pictures = {path: media[path] for path in writer.used}
    manifest = _manifest(list(items), list(pictures)).encode()
    buffer = BytesIO()
    pack(buffer, {"imsmanifest.xml": manifest, **items, **pictures})
    return Exported(buffer.getvalue(), tuple(findings))


def _manifest(items: list[str], pictures: list[str]) -> str:
    resources = [(item, ITEM_TYPE) for item in items] + [(picture, "webcontent") for picture in pictures]
    listed = "".join(
        f'<resource identifier="R{number:04}" type="{kind}" href="{escape(path)}">'
        f'<file href="{escape(path)}"/></resource>'
        for number, (path, kind) in enumerate(resources, start=1)
    )
    return (
        f'{_HEAD}<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" identifier="soal"><metadata>'
        "<schema>QTIv2.1 Package</schema><schemaversion>1.0.0</schemaversion></metadata><organizations/>"
        f"<resources>{listed}</resources></manifest>\n"
    )


def _item(question: SourceQuestion, number: int, writer: XhtmlWriter) -> str:
    declared, body, test = _WRITERS[question.kind](question, writer)
    head, _, rest = question.stem.partition("\n\n")
    stem = f"<p>{writer.line(head)}</p>{writer.block(rest)}"
    label = f' label="{question.id}"' if question.id else ""
    return (
        f'{_HEAD}<assessmentItem xmlns="{NAMESPACE}" identifier="soal-{number:04}" title="Soal {number}"{label} '
        f'adaptive="false" timeDependent="false" toolName="{TOOL}">{declared}{_outcomes(question)}'
        f"<itemBody>{_with_fields(stem, question)}{body}</itemBody>"
        f"<responseProcessing>{_processing(question, test)}</responseProcessing>{_explanation(question, writer)}"
        "</assessmentItem>\n"
    )


def _with_fields(stem: str, question: SourceQuestion) -> str:
    for number in range(1, len(question.blanks) + 1):
        field = f'<textEntryInteraction responseIdentifier="RESPONSE_{number}"/>'
        stem = stem.replace(BLANK.format(number), field)
    return stem


def _outcomes(question: SourceQuestion) -> str:
    several = "multiple" if question.kind is QuestionKind.MULTIPLE else "single"
    number = '<outcomeDeclaration identifier="{}" cardinality="single" baseType="float"><defaultValue><value>{}</value>'
    ended = "</defaultValue></outcomeDeclaration>"
    said = f"{number.format('SCORE', 0)}{ended}{number.format('MAXSCORE', question.points)}{ended}"
    if any(option.feedback for option in question.options):
        said += f'<outcomeDeclaration identifier="FEEDBACK" cardinality="{several}" baseType="identifier"/>'
    if question.explanation:
        said += '<outcomeDeclaration identifier="EXPLANATION" cardinality="single" baseType="identifier"/>'
    return said


def _processing(question: SourceQuestion, test: str) -> str:
    points = f'<baseValue baseType="float">{question.points}</baseValue>'
    score = f'<setOutcomeValue identifier="SCORE">{points}</setOutcomeValue>'
    said = f"<responseCondition><responseIf>{test}{score}</responseIf></responseCondition>"
    if any(option.feedback for option in question.options):
        said += '<setOutcomeValue identifier="FEEDBACK"><variable identifier="RESPONSE"/></setOutcomeValue>'
    if question.explanation:
        value = '<baseValue baseType="identifier">explanation</baseValue>'
        said += f'<setOutcomeValue identifier="EXPLANATION">{value}</setOutcomeValue>'
    return said


def _explanation(question: SourceQuestion, writer: XhtmlWriter) -> str:
    if not question.explanation:
        return ""
    shown = 'outcomeIdentifier="EXPLANATION" identifier="explanation" showHide="show"'
    return f"<modalFeedback {shown}>{writer.block(question.explanation)}</modalFeedback>"


def _declaration(values: Iterable[str], cardinality: str, kind: str, name: str = "RESPONSE", mapping: str = "") -> str:
    right = "".join(f"<value>{escape(value, quote=False)}</value>" for value in values)
    return (
        f'<responseDeclaration identifier="{name}" cardinality="{cardinality}" baseType="{kind}">'
        f"<correctResponse>{right}</correctResponse>{mapping}</responseDeclaration>"
    )


Written = tuple[str, str, str]
"""The declarations of the responses, the interaction, and the test that a right answer passes."""


def _choice(question: SourceQuestion, writer: XhtmlWriter) -> Written:
    several = question.kind is QuestionKind.MULTIPLE
    choices = []
    for number, option in enumerate(question.options, start=1):
        fixed = ' fixed="true"' if option.last else ""
        shown = f'outcomeIdentifier="FEEDBACK" identifier="C{number}" showHide="show"'
        says = f"<feedbackBlock {shown}>{writer.block(option.feedback)}</feedbackBlock>" if option.feedback else ""
        choices.append(f'<simpleChoice identifier="C{number}"{fixed}>{writer.line(option.text)}{says}</simpleChoice>')
    shuffle = "false" if question.fixed_order else "true"
    start = f'responseIdentifier="RESPONSE" shuffle="{shuffle}" maxChoices="{0 if several else 1}"'
    right = [f"C{number}" for number, option in enumerate(question.options, start=1) if option.correct]
    declared = _declaration(right, "multiple" if several else "single", "identifier")
    return declared, f"<choiceInteraction {start}>{''.join(choices)}</choiceInteraction>", _MATCHES


def _text(name: str, accepted: tuple[str, ...], points: int) -> str:
    """The declaration of a text that may be typed."""
    entries = "".join(
        f'<mapEntry mapKey="{escape(text)}" mappedValue="{points}" caseSensitive="false"/>' for text in accepted
    )
    mapping = f'<mapping defaultValue="0">{entries}</mapping>'
    return _declaration(accepted[:1], "single", "string", name, mapping)


def _typed(name: str) -> str:
    return f'<gt><mapResponse identifier="{name}"/><baseValue baseType="float">0</baseValue></gt>'


_FIELD = '<p class="answer"><textEntryInteraction responseIdentifier="RESPONSE"/></p>'


def _short(question: SourceQuestion, _writer: XhtmlWriter) -> Written:
    return _text("RESPONSE", question.accepted, question.points), _FIELD, _typed("RESPONSE")


def _blanks(question: SourceQuestion, _writer: XhtmlWriter) -> Written:
    named = {f"RESPONSE_{number}": texts for number, texts in enumerate(question.blanks, start=1)}
    declared = "".join(_text(name, texts, question.points) for name, texts in named.items())
    return declared, "", f"<and>{''.join(map(_typed, named))}</and>"


def _number(question: SourceQuestion, _writer: XhtmlWriter) -> Written:
    said = '<variable identifier="RESPONSE"/><baseValue baseType="float">{:f}</baseValue>'
    tests = "".join(
        f"<and><gte>{said.format(each.low)}</gte><lte>{said.format(each.high)}</lte></and>" for each in question.ranges
    )
    first = question.ranges[0].low if question.ranges else 0
    return _declaration([f"{first:f}"], "single", "float"), _FIELD, f"<or>{tests}</or>"


def _matching(question: SourceQuestion, writer: XhtmlWriter) -> Written:
    rights = list(dict.fromkeys(right for _, right in question.pairs))
    choice = '<simpleAssociableChoice identifier="{}" matchMax="{}">{}</simpleAssociableChoice>'
    lefts = (choice.format(f"L{at}", 1, writer.line(left)) for at, (left, _) in enumerate(question.pairs, start=1))
    others = (
        choice.format(f"R{at}", 0, writer.line(right)) for at, right in sorted(enumerate(rights, start=1), key=str)
    )
    sets = f"<simpleMatchSet>{''.join(lefts)}</simpleMatchSet><simpleMatchSet>{''.join(others)}</simpleMatchSet>"
    start = f'responseIdentifier="RESPONSE" shuffle="true" maxAssociations="{len(question.pairs)}"'
    values = [f"L{at} R{rights.index(right) + 1}" for at, (_, right) in enumerate(question.pairs, start=1)]
    declared = _declaration(values, "multiple", "directedPair")
    return declared, f"<matchInteraction {start}>{sets}</matchInteraction>", _MATCHES


def _ordering(question: SourceQuestion, writer: XhtmlWriter) -> Written:
    named = {f"C{at}": item for at, item in enumerate(question.items, start=1)}
    shown = "".join(
        f'<simpleChoice identifier="{name}">{writer.line(item)}</simpleChoice>'
        for name, item in sorted(named.items(), key=lambda each: (each[1].casefold(), each[0]))
    )
    body = f'<orderInteraction responseIdentifier="RESPONSE" shuffle="true">{shown}</orderInteraction>'
    return _declaration(named, "ordered", "identifier"), body, _MATCHES


_WRITERS: dict[QuestionKind, Callable[[SourceQuestion, XhtmlWriter], Written]] = {
    QuestionKind.SINGLE: _choice,
    QuestionKind.MULTIPLE: _choice,
    QuestionKind.SHORT: _short,
    QuestionKind.NUMBER: _number,
    QuestionKind.MATCHING: _matching,
    QuestionKind.ORDERING: _ordering,
    QuestionKind.BLANKS: _blanks,
}
