"""Options as other platforms list them, without empty ones and repetitions."""

from collections.abc import Iterable

from elearn.coursetext.convert.outcome import Outcome
from elearn.coursetext.convert.question import SourceOption


def distinct(outcome: Outcome, read: Iterable[tuple[SourceOption, int]]) -> tuple[SourceOption, ...] | None:
    """The options, each read on a line, that have words and differ; others are said to be left out.

    None, with a finding, when one stands there as right and as wrong.
    """
    kept: dict[str, SourceOption] = {}
    for option, line in read:
        before = kept.get(option.text.casefold())
        if not option.text:
            outcome.say("import-blank", line)
        elif before is None:
            kept[option.text.casefold()] = option
        elif before.correct != option.correct:
            outcome.say("import-same", line, answer=option.text)
            return None
        else:
            outcome.say("import-twice", line, answer=option.text)
    return tuple(kept.values())
