"""An answer that earns a question's whole points, to be shown to those who wrote it."""

from elearn.domain.answers import Answer
from elearn.domain.course import Question, QuestionKind


def right_answer(question: Question) -> Answer:
    """The right answer; where several are accepted, the first."""
    match question.kind:
        case QuestionKind.SINGLE:
            return next((option.key for option in question.options if option.correct), None)
        case QuestionKind.MULTIPLE:
            return sorted(option.key for option in question.options if option.correct)
        case QuestionKind.SHORT:
            return next(iter(question.accepted), None)
        case QuestionKind.NUMBER:
            return next((f"{accepted.low:f}".replace(".", ",") for accepted in question.ranges), None)
        case QuestionKind.MATCHING:
            return {pair.left_key: pair.right_key for pair in question.pairs}
        case QuestionKind.ORDERING:
            return [item.key for item in question.items]
        case _:
            return [texts[0] for texts in question.blanks]
