"""Checks of a course as a whole: front matter against the rest, prerequisites, quizzes against their banks, files."""

from collections.abc import Iterator, Mapping
from datetime import date
from difflib import get_close_matches

from elearn.coursetext.build.reading import Reading
from elearn.coursetext.build.units import BuiltUnit
from elearn.coursetext.findings import Finding, found, has_errors
from elearn.coursetext.media.inspect import megabytes
from elearn.coursetext.parse.keys import FileKind

HEAVY_PICTURE = 100_000
"""Bytes above which a picture is slow to open on a phone."""

LONGEST_LESSON = 10
"""Minutes that a lesson should take at most."""


UNREADABLE = frozenset({"unclosed-front-matter", "front-matter-too-long", "front-matter-no-mapping", "bad-yaml"})
"""Findings after which nothing is known of a front matter."""


Known = Mapping[str, tuple[str, ...]]
"""The prerequisites of the other courses by their slugs."""


def check_course(reading: Reading, known: Known | None, today: date | None) -> Iterator[Finding]:
    """What is wrong with the course beyond a single text. Prerequisites are checked when `known` courses are given."""
    if reading.outline.course:
        yield from _front(reading, today)
        if known is not None:
            yield from _prerequisites(reading, known)
    for unit in reading.units:
        yield from _quiz(reading, unit) if unit.unit.quiz else _lesson(unit)
    yield from _titles(reading)
    yield from _misplaced_questions(reading)
    yield from _banks(reading)
    yield from _media(reading)


def _front(reading: Reading, today: date | None) -> Iterator[Finding]:
    front = reading.front
    for key in ("title", "jp") if _was_read(reading) else ():
        if key not in front.values and (key not in front.nodes or front.nodes[key].empty):
            yield found(f"missing-{key}", "course.md", *front.place(key))
    checked, due = front.day("valid_as_of"), front.day("review_due")
    if checked and due and due < checked:
        yield found("dates-reversed", "course.md", *front.place("review_due"))
    if due and today and due < today:
        yield found("review-overdue", "course.md", *front.place("review_due"), due=due.isoformat())
    if (cover := front.text("cover")) and cover not in reading.media:
        yield found("broken-image", "course.md", *front.place("cover"), target=cover)


def _was_read(reading: Reading) -> bool:
    """Whether the front matter could be read at all: where it couldn't, what seems to be missing in it isn't."""
    text = reading.outline.course
    codes = {finding.code for finding in (*(text.findings if text else ()), *reading.front.findings)}
    return not codes & UNREADABLE


def _prerequisites(reading: Reading, known: Known) -> Iterator[Finding]:
    for place, slug in enumerate(reading.front.texts("prerequisites")):
        line, column = reading.front.place("prerequisites", place)
        if slug == reading.slug or reading.slug in _reachable(slug, known):
            yield found("circular-prerequisite", "course.md", line, column, slug=slug)
        elif slug not in known:
            near = get_close_matches(slug, known, n=1, cutoff=0.5)
            code = "unknown-prerequisite" if near else "strange-prerequisite"
            yield found(code, "course.md", line, column, slug=slug, nearest=near[0] if near else "")


def _reachable(slug: str, known: Known) -> set[str]:
    """Every course that must be completed before one, near or far."""
    seen: set[str] = set()
    waiting = [slug]
    while waiting:
        for earlier in known.get(waiting.pop(), ()):
            if earlier not in seen:
                seen.add(earlier)
                waiting.append(earlier)
    return seen


def _lesson(unit: BuiltUnit) -> Iterator[Finding]:
    if unit.unit.minutes > LONGEST_LESSON:
        line, column = unit.file.text.front.place("minutes")
        yield found("long-lesson", unit.unit.source, line, column, minutes=unit.unit.minutes, limit=LONGEST_LESSON)
    if not unit.unit.parts and not has_errors(unit.findings):
        yield found("empty-lesson", unit.unit.source)


def _quiz(reading: Reading, unit: BuiltUnit) -> Iterator[Finding]:
    file, own = unit.unit.source, len(unit.asked.drafts)
    pools = unit.file.text.front.draws()
    if not own and not pools:
        yield found("no-questions", file)
    seen: set[str] = set()
    for pool in pools:
        bank = reading.banks.get(pool.bank)
        size = own if not pool.written else len(bank.drafts) if bank else 0
        if pool.bank in seen:
            yield found("repeated-key", file, pool.line, pool.column, key=pool.written)
        elif pool.written and bank is None:
            near = get_close_matches(pool.bank, reading.banks, n=1, cutoff=0.0)
            nearest = f"bank/{near[0]}" if near else "bank/….md"
            yield found("unknown-bank", file, pool.line, pool.column, bank=pool.written, nearest=nearest)
        elif pool.count > size:
            yield found("draw-too-large", file, pool.line, pool.column, count=pool.count, size=size)
        seen.add(pool.bank)


def _titles(reading: Reading) -> Iterator[Finding]:
    """Two units of one module with one title can't be told apart in the outline."""
    for module in reading.modules:
        seen: dict[str, str] = {}
        for unit in module.units:
            title = unit.unit.title.casefold()
            if title in seen:
                yield found("same-title", unit.unit.source, title=unit.unit.title, first=seen[title])
            seen.setdefault(title, unit.unit.source)


def _misplaced_questions(reading: Reading) -> Iterator[Finding]:
    for text in reading.outline.texts:
        if text.kind in (FileKind.COURSE, FileKind.MODULE):
            for question in text.structure.questions:
                yield found("question-misplaced", text.path, question.whole.number)


def _banks(reading: Reading) -> Iterator[Finding]:
    drawn = {draw.bank for unit in reading.units if unit.unit.quiz for draw in unit.unit.quiz.draw}
    for name, bank in reading.banks.items():
        if not bank.drafts:
            yield found("empty-bank", bank.file)
        elif name not in drawn:
            yield found("unused-bank", bank.file, bank=f"bank/{name}")


def _media(reading: Reading) -> Iterator[Finding]:
    used = {reading.front.text("cover")}
    used.update(*(asked.media_used for asked in reading.asked()), *(text.media_used for text in reading.texts()))
    for path, file in reading.media.items():
        if path not in used:
            yield found("unused-file", path)
        elif file.kind == "image" and file.size > HEAVY_PICTURE:
            limit = f"{HEAVY_PICTURE // 1000} kB"
            size = f"{file.size // 1000} kB" if file.size < 1_000_000 else megabytes(file.size)
            yield found("picture-heavy", path, size=size, limit=limit)
