"""Questions of every kind for tests, written as values."""

from decimal import Decimal

from hypothesis import strategies as st

from elearn.domain.course import Item, Option, Pair, Question, QuestionKind, Range


def question(kind: QuestionKind, **fields: object) -> Question:
    """A question with what its kind needs; `fields` say more."""
    parts: dict[QuestionKind, dict[str, object]] = {
        QuestionKind.SINGLE: {"options": options("ya*", "tidak", "entah")},
        QuestionKind.MULTIPLE: {"options": options("satu*", "dua*", "tiga", "empat")},
        QuestionKind.SHORT: {"accepted": ("Tangerang Selatan", "Tangsel")},
        QuestionKind.NUMBER: {"ranges": (Range(Decimal("37"), Decimal("38")), Range(Decimal(14), Decimal(14)))},
        QuestionKind.MATCHING: {"pairs": pairs(a="satu", b="dua", c="tiga")},
        QuestionKind.ORDERING: {"items": tuple(Item(f"i-{word}", word) for word in ("awal", "tengah", "akhir"))},
        QuestionKind.BLANKS: {"blanks": (("25", "dua puluh lima"), ("publik",))},
    }
    return Question(**{"id": "q", "kind": kind, "stem": "<p>?</p>", "label": "?", **parts[kind], **fields})


def options(*words: str) -> tuple[Option, ...]:
    """Options named by their words; a star marks a right one."""
    return tuple(Option(f"o-{word.strip('*')}", word.strip("*"), word.endswith("*")) for word in words)


def pairs(**sides: str) -> tuple[Pair, ...]:
    """Pairs by left side; their keys are `l-<left>` and `r-<left>`."""
    return tuple(Pair(f"l-{left}", left, f"r-{left}", right) for left, right in sides.items())


RIGHT: dict[QuestionKind, object] = {
    QuestionKind.SINGLE: "o-ya",
    QuestionKind.MULTIPLE: ["o-dua", "o-satu"],
    QuestionKind.SHORT: "tangerang selatan",
    QuestionKind.NUMBER: "37,5",
    QuestionKind.MATCHING: {"l-a": "r-a", "l-b": "r-b", "l-c": "r-c"},
    QuestionKind.ORDERING: ["i-awal", "i-tengah", "i-akhir"],
    QuestionKind.BLANKS: ["25", "Publik"],
}
"""The right answer to each of them."""

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(st.text(max_size=6), inside, max_size=4),
    max_leaves=6,
)
"""Whatever JSON could hold."""
