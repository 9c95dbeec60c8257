"""Questions to Moodle's GIFT."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from elearn.coursetext.convert.gift_text import ORDER, written
from elearn.coursetext.convert.markdown import write_settled
from elearn.coursetext.convert.plain import as_plain, one_line
from elearn.coursetext.convert.question import Exported, SourceOption, SourceQuestion
from elearn.coursetext.convert.settle import settled
from elearn.coursetext.findings import Finding, found, sentence
from elearn.coursetext.levels import Words
from elearn.coursetext.parse.verbatim import hide_code
from elearn.domain.course import BLANK, QuestionKind, Range

_KINDS = {
    QuestionKind.ORDERING: Words("urutan dengan tanda panah", "order with arrows"),
    QuestionKind.BLANKS: Words("isian di dalam teks", "blanks in a text"),
    QuestionKind.SHORT: Words("isian dengan tanda panah", "short answer with arrows"),
}


def write_gift(questions: Iterable[SourceQuestion], file: str, language: str = "id") -> Exported:
    """The questions as GIFT, in order; those that GIFT has no kind for stand in it as comments and are named.

    A finding's line is the question's number in order, from 1; `file` is where they come from. Comments are in
    Indonesian or (`en…`) in English.
    """
    texts, findings, category = [], [], ""
    for number, question in enumerate(map(settled, questions), start=1):
        said = list(_doubts(question, file, number))
        findings += said
        if question.category != category:
            category = question.category
            texts.append(_category(category))
        lines = _lines(question) if sayable(question) else _as_comment(question)
        texts.append("\n".join([*(f"// {sentence(each, language)}" for each in said), *lines]))
    return Exported("\n\n".join([*texts, ""]).encode(), tuple(findings))


def _as_comment(question: SourceQuestion) -> Iterator[str]:
    """A question that GIFT can't say, as course text; brackets apart, so that nobody reads a tag in them."""
    for line in write_settled(question).rstrip().split("\n"):
        yield f"// {line}".rstrip().replace("[id:", "[ id:").replace("[tag:", "[ tag:")


def _category(name: str) -> str:
    """The line that puts what follows into a category of the course."""
    words = one_line(name)
    path = words if words.startswith("$") else f"$course$/top/{words.replace('/', '//')}"
    return f"$CATEGORY: {path}"


def sayable(question: SourceQuestion) -> bool:
    """Whether GIFT has a way to write a settled question."""
    match question.kind:
        case QuestionKind.ORDERING:
            return all("->" not in hide_code(item) for item in question.items)
        case QuestionKind.BLANKS:
            after = question.stem.partition(BLANK.format(1))[2]
            return len(question.blanks) == 1 and bool(after.strip()) and _texts_fit(question.blanks[0])
        case QuestionKind.SHORT:
            return _texts_fit(question.accepted)
        case _:
            return True


def _texts_fit(accepted: tuple[str, ...]) -> bool:
    """Answers that all have an arrow would be taken for pairs."""
    return not all("->" in text for text in accepted)


def _doubts(question: SourceQuestion, file: str, number: int) -> Iterator[Finding]:
    if not sayable(question):
        yield found("export-kind", file, number, kind=_KINDS[question.kind], format="GIFT")
        return
    if question.items:
        yield found("export-ordering", file, number, format="GIFT")
    for left in (*(left for left, _ in question.pairs), *question.items):
        if "->" in left:
            yield found("export-arrow", file, number, left=left)
    if "![" in question.stem:
        yield found("export-picture", file, number, target=question.stem.partition("![")[2].partition(")")[0])


def _lines(question: SourceQuestion) -> Iterator[str]:
    if tags := " ".join(_tags(question)):
        yield f"// {tags}"
    title = f"::{question.id}::" if question.id else ""
    before, _, after = question.stem.partition(BLANK.format(1))
    answers = ["#" if question.kind is QuestionKind.NUMBER else "", *_answers(question)]
    if question.explanation:
        answers.append(f"####{_marked(question.explanation)}")
    yield f"{title}[markdown]{written(before)}{{" + "\n".join(answers) + f"\n}}{written(after)}"


def _tags(question: SourceQuestion) -> Iterator[str]:
    if question.kind is QuestionKind.ORDERING:
        yield f"[tag:{ORDER}]"
    if question.points > 1:
        yield f"[tag:points={question.points}]"
    if question.fixed_order:
        yield "[tag:fixed-order]"
    for place, option in enumerate(question.options, start=1):
        if option.last:
            yield f"[tag:last={place}]"


def _answers(question: SourceQuestion) -> Iterator[str]:
    right = sum(option.correct for option in question.options)
    for option in question.options:
        yield _option(option, right if question.kind is QuestionKind.MULTIPLE else 0)
    for texts in (question.accepted, *question.blanks):
        yield from (f"={_weighed(written(text.replace('*', _STAR)), '%100%')}" for text in texts)
    for numbers in question.ranges:
        yield f"={_numbers(numbers)}"
    for left, right_side in question.pairs:
        yield f"={_marked(left)} -> {_right(right_side)}"
    for place, item in enumerate(question.items, start=1):
        yield f"={_marked(item)} -> {place}"


_STAR = "\\*"


def _option(option: SourceOption, right: int) -> str:
    """An option; `right` is how many are right where several may be, else 0."""
    text = _marked(option.text)
    if right:
        share = (Decimal(100) / right).quantize(Decimal("0.00001")).normalize()
        text = f"~%{share if option.correct else -share:f}%{text}"
    else:
        text = f"={_weighed(text, '%100%')}" if option.correct else f"~{_weighed(text, '%0%')}"
    return f"{text}#{_marked(option.feedback)}" if option.feedback else text


def _weighed(text: str, weight: str) -> str:
    """A text that begins with a percent sign needs a weight, or its beginning would be taken for one."""
    return f"{weight}{text}" if text.startswith("%") else text


def _marked(text: str) -> str:
    """Markdown as written; where it begins with a bracket it says that it is Markdown, or that would be a format."""
    return f"[markdown]{written(text)}" if text.startswith("[") else written(text)


def _right(text: str) -> str:
    """A right side is plain text in Moodle; what is more says that it is Markdown."""
    plain = as_plain(text)
    return written(plain) if plain is not None and not plain.startswith("[") else f"[markdown]{written(text)}"


def _numbers(numbers: Range) -> str:
    return f"{numbers.low:f}:0" if numbers.low == numbers.high else f"{numbers.low:f}..{numbers.high:f}"
