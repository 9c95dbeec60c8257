"""What the checks of one file ask of the others: their titles, rules and questions as written, nothing rendered."""

from elearn.coursetext.build.passages import Desk
from elearn.coursetext.build.units import BuiltQuestions, BuiltUnit, quiz_rules
from elearn.coursetext.parse.keys import FileKind
from elearn.coursetext.parse.questions import read_question
from elearn.coursetext.parse.textfile import TextFile
from elearn.coursetext.parse.titles import titled
from elearn.coursetext.parse.tree import UnitFile
from elearn.coursetext.render.context import Context, Rendered
from elearn.domain.course import Unit, UnitKind

_NOTHING = Rendered("", "", 0, (), (), (), (), 0)


def skim_questions(text: TextFile) -> BuiltQuestions:
    """The questions of a file as written."""
    drafts = tuple(read_question(text.path, block)[0] for block in text.structure.questions)
    return BuiltQuestions(text.path, drafts, (), (), frozenset())


def skim_unit(file: UnitFile, context: Context, passing_score: int) -> BuiltUnit:
    """A unit without its text; what is wrong with it isn't said."""
    text = file.text
    rules = quiz_rules(text, passing_score) if text.kind is FileKind.QUIZ else None
    unit = Unit(
        identity=file.identity,
        module=file.module,
        slug=file.slug,
        title=titled(text, file.slug, Desk(text.path, context)).title,
        kind=UnitKind.QUIZ if rules else UnitKind.LESSON,
        minutes=1,
        parts=(),
        text_hash="",
        quiz=rules,
        source=text.path,
    )
    return BuiltUnit(file, unit, skim_questions(text), _NOTHING, ())
