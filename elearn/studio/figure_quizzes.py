"""The quizzes that figures are about: those that learners have now, and those that only earlier editions had."""

from collections.abc import Iterable
from dataclasses import dataclass

from elearn.courses.editions import LiveEdition, editions
from elearn.domain.course import Unit, UnitKind


@dataclass(frozen=True)
class FoundQuiz:
    """A quiz as it stands in an edition: the one that learners read now, or the newest in which it was attempted."""

    edition: LiveEdition
    unit: Unit
    used: bool

    @property
    def identities(self) -> frozenset[str]:
        """What the quiz is and was called in attempts."""
        return frozenset((self.unit.identity, *self.unit.formerly))


def quizzes_of(live: LiveEdition, attempted: Iterable[tuple[str, int]]) -> list[FoundQuiz]:
    """The quizzes of a course in the order of its outline, then those that are gone, the newest first.

    `attempted` are identities of quizzes and ids of editions from attempts.
    """
    found = [FoundQuiz(live, unit, used=True) for unit in live.course.units if unit.kind is UnitKind.QUIZ]
    known = {identity for each in found for identity in each.identities}
    newest: dict[str, int] = {}
    for identity, edition_id in attempted:
        if identity not in known:
            newest[identity] = max(edition_id, newest.get(identity, edition_id))
    read = editions(newest.values())
    for identity in sorted(newest, key=lambda each: (-newest[each], each)):
        edition = read[newest[identity]]
        unit = edition.unit(identity)
        if unit and identity not in known:
            found.append(FoundQuiz(edition, unit, used=False))
            known |= found[-1].identities
    return found
