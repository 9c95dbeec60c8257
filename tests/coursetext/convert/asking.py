"""Questions to convert, as hypothesis makes them up: tame ones, and ones with texts that mean mischief."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import strategies as some

from elearn.coursetext.convert.plain import escaped, one_line
from elearn.coursetext.convert.question import SourceOption, SourceQuestion
from elearn.coursetext.parse.source import clean
from elearn.domain.answers import plain_text
from elearn.domain.course import BLANK, QuestionKind, Range

_SIGNS = r"""
\ ` ``` ~~~ ~ * ** _ __ { } {.last} {#id} [ ] [[ ]] [[a]] [x] [^1]: ( ) < > <b> </b> <script> # ## ? #### - --- *** + .
1. 1) = == => -> → : :: ! !!! ??? $ $x$ | || / // & &amp; &#61; % %50% ~%50% \n \\ \: \# T TRUE {} {T} $CATEGORY: x
::a:: [html] [markdown] [plain] ANSWER: A A. a) kata Warga 1.500 007 30..40 5 ± 1 é 字 🙂 '' "
"""
SIGNS = (*_SIGNS.split(), "\u00a0", "\u200b", "\u2028", "\x00", "\x0b", "\ue000", "\t", " ", "## ? ", "* ", "- ", "> ")
letters = some.characters(exclude_categories=("Cs", "Co"))  # no course text keeps signs for private use
words = some.one_of(some.sampled_from(SIGNS), some.text(letters, max_size=6))
nasty = (
    some.lists(words, min_size=1, max_size=8)
    .flatmap(lambda found: some.sampled_from(("", " ", "\n", "\n\n")).map(lambda between: between.join(found)))
    .filter(lambda text: clean("".join(text.split())).strip())
)
tame = nasty.map(escaped).filter(lambda text: plain_text(text) != "")
numbers = some.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-99999, max_value=99999)
identities = some.from_regex(r"[A-Za-z0-9][A-Za-z0-9_-]{0,12}", fullmatch=True)
accepted = nasty.map(lambda text: " ".join(text.split())).filter(plain_text)


def _ranges(pair):
    low, high = sorted(pair)
    return Range(Decimal(low), Decimal(high))


ranges = some.one_of(some.tuples(numbers, numbers).map(_ranges), numbers.map(lambda number: Range(number, number)))


@some.composite
def questions(draw, texts=nasty, kinds=tuple(QuestionKind)):
    """A question of one of these kinds, all its texts from `texts`."""
    kind = draw(some.sampled_from(kinds))
    asked = SourceQuestion(
        kind,
        stem="\n\n".join(draw(some.lists(texts, min_size=1, max_size=3))),
        id=draw(some.one_of(some.just(""), identities)),
        points=draw(some.sampled_from((1, 1, 2, 100))),
        explanation="\n\n".join(draw(some.lists(texts, max_size=2))),
    )
    return replace(asked, **draw(_KEYS[kind](texts, asked.stem)))


def _options(texts, several):
    option = some.builds(SourceOption, texts, some.just(False), some.one_of(some.just(""), texts), some.booleans())
    options = some.lists(option, min_size=2, max_size=5, unique_by=lambda each: one_line(each.text).casefold())

    @some.composite
    def ticked(draw):
        found = draw(options)
        right = draw(some.sets(some.sampled_from(range(len(found))), min_size=1, max_size=None if several else 1))
        chosen = tuple(replace(option, correct=place in right) for place, option in enumerate(found))
        return {"options": chosen, "fixed_order": draw(some.booleans())}

    return ticked()


def _pairs(texts, stem):
    pairs = some.lists(
        some.tuples(texts, texts), min_size=2, max_size=5, unique_by=lambda pair: one_line(pair[0]).casefold()
    )
    return pairs.map(lambda found: {"pairs": tuple(found)})


def _blanks(texts, stem):
    answer = some.lists(some.sampled_from(("a", "25", "dua puluh", "é", "-3", "1. x")), min_size=1, max_size=3)
    blanks = some.lists(answer.map(tuple), min_size=1, max_size=3)

    def said(found):
        fields = "\n\n".join(f"kata {BLANK.format(place)} kata" for place in range(1, len(found) + 1))
        return {"stem": f"{stem}\n\n{fields}", "blanks": tuple(found)}

    return blanks.map(said)


_KEYS = {
    QuestionKind.SINGLE: lambda texts, stem: _options(texts, several=False),
    QuestionKind.MULTIPLE: lambda texts, stem: _options(texts, several=True),
    QuestionKind.SHORT: lambda texts, stem: some.lists(accepted, min_size=1, max_size=3, unique_by=plain_text).map(
        lambda found: {"accepted": tuple(found)}
    ),
    QuestionKind.NUMBER: lambda texts, stem: some.lists(ranges, min_size=1, max_size=3).map(
        lambda found: {"ranges": tuple(found)}
    ),
    QuestionKind.MATCHING: _pairs,
    QuestionKind.ORDERING: lambda texts, stem: some.lists(
        texts, min_size=2, max_size=5, unique_by=lambda each: each.casefold()
    ).map(lambda found: {"items": tuple(found)}),
    QuestionKind.BLANKS: _blanks,
}


def several(asked):
    """Some questions whose own ids differ."""
    return some.lists(asked, max_size=4, unique_by=lambda question: question.id or object())
