"""A unit's file to the unit that learners get, and a bank's file to its questions."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from elearn.coursetext.build.compose import Composed, compose, wording
from elearn.coursetext.build.parts import interleave
from elearn.coursetext.build.passages import Desk
from elearn.coursetext.findings import Finding
from elearn.coursetext.parse.drafts import Draft
from elearn.coursetext.parse.keys import FileKind
from elearn.coursetext.parse.questions import read_question
from elearn.coursetext.parse.textfile import TextFile
from elearn.coursetext.parse.titles import titled
from elearn.coursetext.parse.tree import Outline, UnitFile
from elearn.coursetext.render.context import ANCHOR_PREFIX, Context, Rendered
from elearn.domain.course import Credit, Draw, Question, QuizRules, ShowAnswers, Unit, UnitKind

WORDS_A_MINUTE = 180
SECONDS_A_QUESTION = 30


@dataclass(frozen=True, slots=True)
class BuiltQuestions:
    """The questions of one file, as written and as rendered, in order."""

    file: str
    drafts: tuple[Draft, ...]
    composed: tuple[Composed, ...]
    findings: tuple[Finding, ...]
    media_used: frozenset[str]

    @property
    def questions(self) -> tuple[Question, ...]:
        """What learners get."""
        return tuple(each.question for each in self.composed)


@dataclass(frozen=True, slots=True)
class BuiltUnit:
    """A unit with what its checks need."""

    file: UnitFile
    unit: Unit
    asked: BuiltQuestions
    prose: Rendered
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Lessons:
    """Which lessons a course has, as identities: by path, by module in order, and by the path of a unit after them."""

    by_path: Mapping[str, str]
    by_module: Mapping[str, tuple[str, ...]]
    before: Mapping[str, tuple[str, ...]]


def lessons_of(outline: Outline) -> Lessons:
    """The lessons of an outline."""
    by_path: dict[str, str] = {}
    by_module: dict[str, tuple[str, ...]] = {}
    before: dict[str, tuple[str, ...]] = {}
    for module in outline.modules:
        lessons: tuple[str, ...] = ()
        for unit in module.units:
            before[unit.text.path] = lessons
            if unit.text.kind is FileKind.LESSON:
                by_path[unit.text.path] = unit.identity
                lessons = (*lessons, unit.identity)
        by_module[module.key] = lessons
    return Lessons(by_path, by_module, before)


def build_questions(text: TextFile, desk: Desk, origin: str, lessons: Lessons, near: tuple[str, ...]) -> BuiltQuestions:
    """Read and render the questions of a file. `near` are the lessons to reread where an explanation links to none."""
    read = [read_question(text.path, block) for block in text.structure.questions]
    findings = [finding for _, wrong in read for finding in wrong]
    drafts = tuple(draft for draft, _ in read)
    composed = tuple(_rereading(compose(draft, desk, origin), lessons, near) for draft in drafts)
    return BuiltQuestions(text.path, drafts, composed, tuple(findings), frozenset(desk.media_used))


def _rereading(composed: Composed, lessons: Lessons, near: tuple[str, ...]) -> Composed:
    linked = dict.fromkeys(lessons.by_path[path] for path in composed.linked if path in lessons.by_path)
    return replace(composed, question=replace(composed.question, reread=tuple(linked) or near))


def build_bank(name: str, text: TextFile, context: Context, lessons: Lessons) -> BuiltQuestions:
    """The questions of a bank; text around them is the trainer's own note."""
    desk = Desk(text.path, context, text.structure.definitions)
    asked = build_questions(text, desk, f"bank/{name}", lessons, lessons.by_module.get(name, ()))
    return replace(asked, findings=(*text.findings, *asked.findings, *desk.findings))


def build_unit(file: UnitFile, context: Context, lessons: Lessons, passing_score: int) -> BuiltUnit:
    """A unit, rendered. `passing_score` is the course's, for a quiz that sets none."""
    text = file.text
    desk = Desk(text.path, context, text.structure.definitions)
    heading = titled(text, file.slug, desk)
    prose = desk.block(heading.prose, ANCHOR_PREFIX, with_definitions=False)
    asked = build_questions(text, desk, file.identity, lessons, lessons.before[text.path])
    lines = [draft.whole.number for draft in asked.drafts]
    parts, lost = interleave(text.path, prose.html, asked.questions, lines)
    rules = quiz_rules(text, passing_score) if text.kind is FileKind.QUIZ else None
    unit = Unit(
        identity=file.identity,
        module=file.module,
        slug=file.slug,
        title=heading.title,
        kind=UnitKind.QUIZ if rules else UnitKind.LESSON,
        minutes=text.front.number("minutes") or minutes(prose, _asked(rules, len(asked.drafts))),
        parts=parts,
        text_hash=wording([heading.title, prose.text, *(each.text for each in asked.composed)]),
        required=text.front.truth("required", default=True),
        formerly=text.front.texts("formerly"),
        quiz=rules,
        source=text.path,
    )
    rendering = [finding for finding in desk.findings if not (lost and finding.code == "misplaced-blank")]
    findings = (*text.findings, *heading.findings, *asked.findings, *rendering, *lost)
    return BuiltUnit(file, unit, asked, prose, findings)


def minutes(prose: Rendered, questions: int) -> int:
    """How long a unit takes: 180 words a minute, its audio and video, half a minute a question; at least 1."""
    seconds = Fraction(prose.words * 60, WORDS_A_MINUTE) + prose.seconds + questions * SECONDS_A_QUESTION
    return max(1, int(seconds / 60 + Fraction(1, 2)))


def _asked(rules: QuizRules | None, own: int) -> int:
    """How many questions a learner answers."""
    if not rules or not rules.draw:
        return own
    drawn = sum(draw.count for draw in rules.draw)
    return drawn if any(not draw.bank for draw in rules.draw) else own + drawn


def quiz_rules(text: TextFile, passing_score: int) -> QuizRules:
    """The rules in a quiz's front matter."""
    front = text.front
    return QuizRules(
        passing_score=front.number("passing_score") or passing_score,
        attempts=front.number("attempts") or 0,
        wait_minutes=front.number("wait_minutes") or 0,
        time_limit=front.number("time_limit"),
        draw=tuple(Draw(pool.bank, pool.count) for pool in front.draws()),
        shuffle=front.truth("shuffle", default=True),
        credit=Credit(front.text("credit", Credit.EXACT)),
        show_answers=ShowAnswers(front.text("show_answers", ShowAnswers.AFTER_ATTEMPT)),
    )
