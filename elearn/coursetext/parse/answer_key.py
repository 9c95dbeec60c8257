"""An answer block to a question's key: options with feedback, accepted answers, pairs, steps."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from elearn.coursetext.findings import Finding, found
from elearn.coursetext.parse.accepted import read_accepted
from elearn.coursetext.parse.attributes import OPTION_FLAGS, cut_attributes
from elearn.coursetext.parse.blocks import Block, ListItem, Mark, arrow, is_quote, item_at, unquote
from elearn.coursetext.parse.drafts import Draft, OptionDraft, PairDraft, Passage, joined
from elearn.coursetext.parse.source import Line
from elearn.domain.course import QuestionKind


@dataclass(slots=True)
class _Item:
    """An item's own words and the quotation under it."""

    line: Line
    tick: str
    text: list[Line] = field(default_factory=list)
    feedback: list[Line] = field(default_factory=list)

    @property
    def joined(self) -> Line:
        """Its words on one line, at the place where they begin."""
        return self.text[0].saying(joined(tuple(self.text)))


def with_key(file: str, draft: Draft, answer: Block, multiple: bool, findings: list[Finding]) -> Draft:
    """The draft with the key that its answer block gives; what is wrong with the block goes to `findings`."""
    for odd in answer.items:
        if odd.mark is not answer.mark:
            findings.append(found("mixed-answers", file, odd.whole.number))
    items = [_read_item(file, item, findings) for item in answer.items if item.mark is answer.mark]
    if answer.mark is Mark.CHOICE:
        return _with_options(file, draft, items, multiple, findings)
    for item in items:
        if item.feedback:
            findings.append(found("stray-feedback", file, item.feedback[0].number))
    if answer.mark is Mark.ACCEPTED:
        return _with_accepted(file, draft, items, findings)
    if len(items) < 2:
        findings.append(found("too-few-answers", file, items[0].line.number))
    _check_repeated(file, items, findings)
    return _with_pairs(file, draft, items, findings) if answer.mark is Mark.PAIR else _with_steps(draft, items)


def _read_item(file: str, item: ListItem, findings: list[Finding]) -> _Item:
    """Tell an item's words from its feedback; anything else in it has no place on a form."""
    read = _Item(item.whole, item.tick, [item.first])
    gap = complained = False
    for line in item.more:
        if line.blank:
            gap = True
        elif is_quote(line):
            if gap and read.feedback:
                read.feedback.append(line.saying(""))
            if not read.feedback and not line.text.startswith(("  ", "\t")):
                findings.append(found("unindented-feedback", file, line.number))
            read.feedback.append(unquote(line))
            gap = False
        elif not gap and read.feedback:
            read.feedback.append(unquote(line))
        elif not gap and not _begins_block(line):
            read.text.append(unquote(line))
        elif not complained:
            complained = True
            findings.append(found("answer-has-blocks", file, line.number))
    return read


def _begins_block(line: Line) -> bool:
    bare = unquote(line)
    return item_at(bare) is not None or bare.text.startswith(("```", "~~~", "#"))


def _check_repeated(file: str, items: Sequence[_Item], findings: list[Finding]) -> None:
    seen: dict[str, int] = {}
    for item in items:
        text = item.joined.text.casefold()
        if not text:
            findings.append(found("empty-option", file, item.line.number))
        elif text in seen:
            findings.append(found("duplicate-option", file, item.line.number, first=seen[text]))
        seen.setdefault(text, item.line.number)


def _with_options(file: str, draft: Draft, items: list[_Item], multiple: bool, findings: list[Finding]) -> Draft:
    options = tuple(_option(file, item, findings) for item in items)
    _check_repeated(file, items, findings)
    right = sum(option.correct for option in options)
    if not right:
        findings.append(found("no-answer", file, items[0].line.number))
    if len(options) < 2:
        findings.append(found("too-few-answers", file, items[0].line.number))
    kind = QuestionKind.MULTIPLE if multiple or right > 1 else QuestionKind.SINGLE
    return replace(draft, kind=kind, options=options)


def _option(file: str, item: _Item, findings: list[Finding]) -> OptionDraft:
    if item.tick not in (" ", "x", "X"):
        findings.append(found("bad-checkbox", file, item.line.number))
    last_line, attributes = cut_attributes(file, item.text[-1], OPTION_FLAGS)
    item.text[-1] = last_line
    findings += attributes.findings
    correct = item.tick not in (" ", "")
    return OptionDraft(item.line, tuple(item.text), correct, "last" in attributes.flags, _trimmed(item.feedback))


def _trimmed(lines: Sequence[Line]) -> Passage:
    """A passage without blank lines at its ends; empty when nothing else is there."""
    full = [place for place, line in enumerate(lines) if not line.blank]
    return tuple(lines[full[0] : full[-1] + 1]) if full else ()


def _with_accepted(file: str, draft: Draft, items: list[_Item], findings: list[Finding]) -> Draft:
    accepted, ranges, wrong = read_accepted(file, [item.joined for item in items])
    findings += wrong
    kind = QuestionKind.NUMBER if ranges else QuestionKind.SHORT
    return replace(draft, kind=kind, accepted=accepted, ranges=ranges)


def _with_pairs(file: str, draft: Draft, items: list[_Item], findings: list[Finding]) -> Draft:
    pairs = []
    lefts: dict[str, int] = {}
    for item in items:
        pair = _pair(item.joined)
        if not pair.left.text or not pair.right.text:
            findings.append(found("empty-side", file, item.line.number))
        elif pair.left.text.casefold() in lefts:
            first = lefts[pair.left.text.casefold()]
            findings.append(found("duplicate-option", file, item.line.number, first=first))
        lefts.setdefault(pair.left.text.casefold(), item.line.number)
        pairs.append(pair)
    return replace(draft, kind=QuestionKind.MATCHING, pairs=tuple(pairs))


def _pair(line: Line) -> PairDraft:
    sign = arrow(line.text)
    if not sign:
        return PairDraft(line, line.saying(""))
    right = line.cut(sign.end())
    right = right.cut(len(right.text) - len(right.text.lstrip()))
    return PairDraft(line.saying(line.text[: sign.start()].strip()), right.saying(right.text.strip()))


def _with_steps(draft: Draft, items: list[_Item]) -> Draft:
    return replace(draft, kind=QuestionKind.ORDERING, steps=tuple(tuple(item.text) for item in items))
